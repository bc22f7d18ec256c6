// Reads arbitrary bytes as a coding record, and as world lines. What is read must come out of writing and reading again as it
// was.
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "demarche/graph/coding_json.hpp"
#include "demarche/graph/world_json.hpp"

namespace {

void check_coding(std::string_view bytes) {
    demarche::Coding coding;
    try {
        coding = demarche::parse_coding(bytes);
    } catch (const std::runtime_error&) {
        return;  // a sentence is the right answer to bytes that are no record
    }
    std::string line;
    demarche::append_json_line(line, coding);
    if (!(demarche::parse_coding(line) == coding)) {
        std::abort();
    }
}

void check_world(std::string_view bytes) {
    demarche::World world;
    try {
        world = demarche::parse_world(bytes);
    } catch (const std::runtime_error&) {
        return;
    }
    std::string lines;
    demarche::append_json_lines(lines, world);
    if (!(demarche::parse_world(lines) == world)) {
        std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    check_coding(bytes);
    check_world(bytes);
    return 0;
}
