// What the terminal gets: no control characters of articles, columns by display width, colours only where they are wanted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::cli {

// `text` without anything that could steer a terminal: control characters (C0, DEL, C1) and direction overrides are left out,
// line breaks and tabs become spaces, bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

// `text` with U+FFFD for each byte that is not part of well-formed UTF-8.
[[nodiscard]] std::string valid_utf8(std::string_view text);

// Columns that UTF-8 text takes: 0 for combining marks, 2 for East Asian wide characters and emoji, else 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

// `text` cut at `width` columns with "…" for what is left out, then padded with spaces to `width` if `pad`.
[[nodiscard]] std::string fit(std::string_view text, std::size_t width, bool pad = false);

// Broken at spaces into lines of at most `width` columns; a longer word stands on a line of its own. Never empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

struct Terminal {
    bool is_terminal = false;
    bool colours = false;     // a terminal, NO_COLOR not set, TERM not dumb
    std::size_t width = 100;  // columns; $COLUMNS or 100 if not a terminal
};

[[nodiscard]] Terminal standard_output_terminal();
[[nodiscard]] bool standard_error_is_terminal();

// Wraps `text` in an SGR sequence ("1" is bold) if colours are on.
[[nodiscard]] std::string styled(const Terminal& terminal, std::string_view sgr, std::string_view text);

}  // namespace demarche::cli
