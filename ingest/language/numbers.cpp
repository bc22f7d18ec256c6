#include "language/numbers.hpp"

#include <algorithm>
#include <array>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

bool digit_at(std::string_view chunk, std::size_t at) { return at < chunk.size() && is_ascii_digit(chunk[at]); }

bool is_unit(std::string_view tail) {
    constexpr std::array<std::string_view, 40> units{"Hz", "kHz", "MHz",  "GHz", "GB", "gb",  "MB",  "mb",  "KB",  "kb",
                                                     "TB", "min", "mins", "hr",  "oz", "lb",  "kWh", "k",   "K",   "m",
                                                     "M",  "am",  "pm",   "km",  "kg", "mm",  "cm",  "mph", "kph", "bn",
                                                     "mn", "AM",  "PM",   "hp",  "ft", "lbs", "hrs", "MW",  "GW",  "TWh"};
    return std::find(units.begin(), units.end(), tail) != units.end();
}

// A hyphen between digits belongs to the number in telephone numbers and ISO dates, not in ranges ("2019-20", "10-12").
bool joins_digits(std::string_view chunk, std::size_t begin, std::size_t hyphen) {
    constexpr std::size_t kReach = 5;
    std::size_t end = hyphen + 1;
    while (end - hyphen <= kReach && digit_at(chunk, end)) {
        ++end;
    }
    std::size_t start = hyphen;
    while (start > begin && hyphen - start <= kReach && is_ascii_digit(chunk[start - 1])) {
        --start;
    }
    const bool more = end < chunk.size() && chunk[end] == '-' && digit_at(chunk, end + 1);
    const bool inner = start > begin && chunk[start - 1] == '-';
    const std::size_t before = hyphen - start;
    const bool extension = before == 1 || before == 3 || before == 5;  // of a telephone, a number, a postal code
    return more || inner || (extension && end - hyphen - 1 == 4);
}

}  // namespace

std::size_t number_end(std::string_view chunk, std::size_t begin, std::size_t first) {
    constexpr std::string_view kInner = ".,:/";
    std::size_t end = first;
    while (end < chunk.size()) {
        const char c = chunk[end];
        if (is_ascii_digit(c)) {
            ++end;
        } else if (end > first && digit_at(chunk, end + 1) &&
                   (kInner.find(c) != std::string_view::npos || (c == '-' && joins_digits(chunk, begin, end)))) {
            end += 2;
        } else if (!is_ascii(c) && character_at(chunk, end).kind == CharClass::digit) {
            end += character_at(chunk, end).length;
        } else {
            break;
        }
    }
    std::size_t tail = end;
    while (tail < chunk.size() && (is_ascii_letter(chunk[tail]) || is_ascii_digit(chunk[tail]))) {
        ++tail;
    }
    const std::string_view unit = chunk.substr(end, tail - end);
    const bool clock = (unit == "a" || unit == "p") && chunk.substr(tail, 2) == ".m";  // "2p.m."
    const bool money = (unit == "b" || unit == "t" || unit == "tn") && begin > 0 && chunk[begin - 1] == '$';
    return clock || money || is_unit(unit) ? end : tail;
}

}  // namespace demarche::language
