// Coding records as JSON lines, both ways: read(write(x)) == x. RapidJSON stays in the .cpp. Thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "demarche/graph/coding.hpp"

namespace demarche {

// Appends one line with its line feed. Text that is not UTF-8 is repaired with U+FFFD, never written raw.
void append_json_line(std::string& out, const Coding& coding);

// Throws std::runtime_error with one sentence (which field, which byte) if `line` is not a coding record.
[[nodiscard]] Coding parse_coding(std::string_view line);

}  // namespace demarche
