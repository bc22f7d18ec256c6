#include "when/holidays.hpp"

#include <array>
#include <string_view>

namespace demarche::when {

namespace {

// A fixed day (month, day); the nth weekday of a month (weekday != 0, day = n); or days after Easter Sunday (month == 0).
struct Rule {
    std::array<std::string_view, 5> name;  // lower case, unused places empty
    unsigned month = 0;
    int day = 0;
    unsigned weekday = 0;
};

constexpr Rule rules[] = {
    {{"new", "year", "'s", "eve"}, 12, 31},
    {{"new", "year", "'s", "day"}, 1, 1},
    {{"new", "years", "day"}, 1, 1},
    {{"new", "year", "'s"}, 1, 1},
    {{"christmas", "eve"}, 12, 24},
    {{"christmas", "day"}, 12, 25},
    {{"christmas"}, 12, 25},
    {{"boxing", "day"}, 12, 26},
    {{"good", "friday"}, 0, -2},
    {{"palm", "sunday"}, 0, -7},
    {{"ash", "wednesday"}, 0, -46},
    {{"easter", "monday"}, 0, 1},
    {{"easter", "sunday"}, 0, 0},
    {{"easter"}, 0, 0},
    {{"pentecost"}, 0, 49},
    {{"epiphany"}, 1, 6},
    {{"thanksgiving", "day"}, 11, 4, 4},
    {{"thanksgiving"}, 11, 4, 4},
    {{"halloween"}, 10, 31},
    {{"valentine", "'s", "day"}, 2, 14},
    {{"labor", "day"}, 9, 1, 1},
    {{"memorial", "day"}, 5, -1, 1},
    {{"veterans", "day"}, 11, 11},
    {{"armistice", "day"}, 11, 11},
    {{"martin", "luther", "king", "day"}, 1, 3, 1},
    {{"presidents", "'", "day"}, 2, 3, 1},
    {{"columbus", "day"}, 10, 2, 1},
    {{"bastille", "day"}, 7, 14},
    {{"juneteenth"}, 6, 19},
    {{"may", "day"}, 5, 1},
};

bool matches(std::string_view wanted, std::string_view word) {
    // Curly apostrophes come as three bytes.
    return wanted == word || (wanted == "'s" && word == "’s") || (wanted == "'" && word == "’");
}

}  // namespace

std::optional<Holiday> holiday_at(const Words& words, std::uint32_t at) {
    if (!words.capital(at)) {
        return std::nullopt;
    }
    std::optional<Holiday> best;
    for (std::size_t r = 0; r < std::size(rules); ++r) {
        std::uint32_t end = at;
        bool all = true;
        for (const std::string_view wanted : rules[r].name) {
            if (wanted.empty()) {
                break;
            }
            if (!matches(wanted, words.lower(end))) {
                all = false;
                break;
            }
            ++end;
        }
        if (all && (!best || end > best->end)) {
            best = Holiday{end, static_cast<std::uint8_t>(r)};
        }
    }
    return best;
}

std::optional<Day> holiday_day(std::uint8_t number, int year) {
    const Rule& rule = rules[number];
    if (rule.month == 0) {
        const auto easter = easter_sunday(year);
        return easter ? std::optional(add_days(*easter, rule.day)) : std::nullopt;
    }
    return rule.weekday != 0 ? nth_weekday(year, rule.month, rule.weekday, rule.day)
                             : day_of(year, rule.month, static_cast<unsigned>(rule.day));
}

}  // namespace demarche::when
