// Reads arbitrary bytes as a saved text.
#include "fuzz_read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    demarche::fuzz::read_bytes(data, size, demarche::Format::text);
    return 0;
}
