// Reads arbitrary bytes as a JSON line.
#include "fuzz_read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    demarche::fuzz::read_bytes(data, size, demarche::Format::jsonl);
    return 0;
}
