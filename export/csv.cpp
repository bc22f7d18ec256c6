#include "csv.hpp"

#include <cmath>

namespace demarche {

namespace {

bool starts_formula(std::string_view cell) {
    if (cell.empty()) {
        return false;
    }
    // U+FF1D, FF0B, FF0D, FF20 are = + - @ to spreadsheets of East Asian languages.
    return std::string_view("=+-@").find(cell.front()) != std::string_view::npos || cell.starts_with("＝") ||
           cell.starts_with("＋") || cell.starts_with("－") || cell.starts_with("＠");
}

}  // namespace

void CsvRow::separate() {
    if (first_) {
        row_.clear();
        first_ = false;
    } else {
        row_ += ',';
    }
}

CsvRow& CsvRow::text(std::string_view value) {
    separate();
    if (value.empty()) {
        return *this;
    }
    cell_.clear();
    text::append(cell_, value, text::kCsv);
    const bool was_control = value.front() == '\t' || value.front() == '\r';
    row_ += '"';
    if (was_control || starts_formula(cell_)) {
        row_ += '\'';
    }
    row_ += cell_;
    row_ += '"';
    return *this;
}

CsvRow& CsvRow::empty() {
    separate();
    return *this;
}

CsvRow& CsvRow::day(std::optional<Day> day) {
    separate();
    if (day && text::is_writable(*day)) {
        text::append_day(row_, *day);
    }
    return *this;
}

CsvRow& CsvRow::number(std::optional<double> value) {
    separate();
    if (value && std::isfinite(*value)) {
        text::append_number(row_, *value);
    }
    return *this;
}

CsvRow& CsvRow::count(std::size_t value) {
    separate();
    text::append_number(row_, value);
    return *this;
}

const std::string& CsvRow::end() {
    row_ += "\r\n";
    first_ = true;
    return row_;
}

std::string csv_header(std::initializer_list<std::string_view> names) {
    std::string out(kByteOrderMark);
    for (const std::string_view name : names) {
        if (out.size() > kByteOrderMark.size()) {
            out += ',';
        }
        out += name;
    }
    return out + "\r\n";
}

}  // namespace demarche
