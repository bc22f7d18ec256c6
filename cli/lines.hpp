// Reading whole files and files of lines, as the commands that work on records need it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace demarche::cli {

// The bytes of a file, or of standard input for "-". Throws std::runtime_error with one sentence.
[[nodiscard]] std::string read_file(const std::string& path);

// Calls `take` with each line, without its line feed, and its number from 1. Stops with Interrupted after a signal.
void for_each_line(const std::string& path, const std::function<void(std::string_view line, std::uint64_t number)>& take);

// Line and column (both from 1; the column counts characters of UTF-8) of a byte of a file.
struct LineColumn {
    std::uint64_t line = 1;
    std::uint64_t column = 1;
};
[[nodiscard]] LineColumn line_column(std::string_view bytes, std::uint64_t offset);

}  // namespace demarche::cli
