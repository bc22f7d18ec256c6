// Text and numbers as bytes of a file: one pass that repairs UTF-8, drops what no reader wants, and escapes.
// Internal to export/. Pure functions, no locale.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "demarche/graph/date_span.hpp"

namespace demarche::text {

// What stands for an ASCII character; empty: the character itself.
using Escapes = std::array<std::string_view, 128>;

extern const Escapes kNothing;
extern const Escapes kXml;       // & < > "
extern const Escapes kJson;      // " \ and <, so that a file may be pasted into a page
extern const Escapes kHtmlJson;  // HTML inside a JSON string: & < > " ' as entities, \ doubled
extern const Escapes kCsv;       // " doubled

// Appends `text` as clean UTF-8: bad bytes become U+FFFD; line breaks and tabs become a space; dropped are control characters,
// U+FFFE and U+FFFF (XML 1.0 forbids them), and the bidirectional overrides, embeddings and isolates, which could turn
// around the text beside them. O(n).
void append(std::string& out, std::string_view text, const Escapes& escapes);

[[nodiscard]] std::string clean(std::string_view text);

// At most `limit` characters (code points) of the cleaned text, cut between words where there is one, with "…" for the rest.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit = 60);

// Appends `id` as an XML NMTOKEN. Other characters become "_xhhhh_", and "_x" itself "_x5f_x", so two ids stay two.
void append_nmtoken(std::string& out, std::string_view id);

// Shortest decimal that reads back as the same number. REQUIRES std::isfinite(value).
template <typename Number>
requires std::integral<Number> || std::floating_point<Number>
void append_number(std::string& out, Number value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.append(digits.data(), end.ptr);
}

// "2025-07-11"; REQUIRES is_writable(day).
void append_day(std::string& out, Day day);

// Years 1 to 9999: what four-digit ISO dates can say.
[[nodiscard]] bool is_writable(Day day);

// The bounds of a date that a reader can take: an end before its start, or a year of more than four digits, is no bound.
struct Bounds {
    std::optional<Day> first;
    std::optional<Day> last;

    [[nodiscard]] bool known() const { return first.has_value() || last.has_value(); }
    [[nodiscard]] Day any() const { return first ? *first : *last; }  // REQUIRES known()
};
[[nodiscard]] Bounds bounds_of(const DateSpan& date);

}  // namespace demarche::text
