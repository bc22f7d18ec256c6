// Files of coding records.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "demarche/graph/coding.hpp"

namespace demarche::cli {

// Gives each record of the file (or of standard input for "-") and its line number. Throws std::runtime_error with file and line
// for a line that is no record: leaving it out would lose an article without a word.
void for_each_coding(const std::string& path, const std::function<void(Coding coding, std::uint64_t line)>& take);

}  // namespace demarche::cli
