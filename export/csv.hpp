// One row of a table for spreadsheets: RFC 4180, CRLF, text always quoted, and never a formula. Internal to export/.
#pragma once

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "text.hpp"

namespace demarche {

// Spreadsheets guess an old 8-bit encoding for UTF-8 without this mark.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class CsvRow {
public:
    // A cell that a spreadsheet would run as a formula (it starts with = + - @ or their full-width forms) gets an apostrophe.
    CsvRow& text(std::string_view value);
    CsvRow& empty();
    CsvRow& day(std::optional<Day> day);
    CsvRow& number(std::optional<double> value);  // empty if absent, infinite, or not a number
    CsvRow& count(std::size_t value);

    [[nodiscard]] const std::string& end();  // the row with CRLF; the next cell starts a new one

private:
    void separate();
    std::string row_;
    std::string cell_;
    bool first_ = true;
};

[[nodiscard]] std::string csv_header(std::initializer_list<std::string_view> names);

}  // namespace demarche
