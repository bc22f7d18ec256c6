#include "when/calendar.hpp"

#include <date/date.h>

#include <algorithm>

namespace demarche::when {

namespace {

std::optional<Days> months_days(int year, unsigned month, int count) {
    const auto first = day_of(year, month, 1);
    if (!first) {
        return std::nullopt;
    }
    const auto next = add_months(*first, count);
    return next ? std::optional(Days{*first, add_days(*next, -1)}) : std::nullopt;
}

// Years come in blocks: a decade is the ten years from a multiple of ten, a century the hundred from a multiple of a hundred,
// as the press counts them ("the 1970s", "this century").
Days block_of(Day day, int years) {
    const int year = civil(day).year;
    const int from = std::max(year - (year % years), 1);
    const int to = std::min((year - (year % years)) + years - 1, 9999);
    return {*day_of(from, 1, 1), *day_of(to, 12, 31)};
}

unsigned season_of_month(unsigned month) { return month == 12 || month < 3 ? 4 : month / 3; }

}  // namespace

bool in_calendar(const Days& days) { return *day_of(1, 1, 1) <= days.first && days.last <= *day_of(9999, 12, 31); }

Day add_days(Day day, int days) { return day + date::days{days}; }

std::optional<Day> add_months(Day day, int months) {
    const CivilDay from = civil(day);
    // In 64 bits and by hand: date's years are 16 bits wide and would wrap round.
    const std::int64_t total = (std::int64_t{from.year} * 12) + (static_cast<int>(from.month) - 1) + months;
    if (total < 12 || total >= 10000LL * 12) {
        return std::nullopt;
    }
    const auto year = static_cast<int>(total / 12);
    const auto month = static_cast<unsigned>(total % 12) + 1;
    const Day last = last_day_of_month(year, month);
    return day_of(year, month, std::min(from.day, civil(last).day));
}

std::optional<Days> month_days(int year, unsigned month) { return months_days(year, month, 1); }

std::optional<Days> year_days(int year) {
    const auto first = day_of(year, 1, 1);
    return first ? std::optional(Days{*first, *day_of(year, 12, 31)}) : std::nullopt;
}

std::optional<Days> quarter_days(int year, unsigned quarter) {
    return quarter >= 1 && quarter <= 4 ? months_days(year, (quarter * 3) - 2, 3) : std::nullopt;
}

std::optional<Days> half_days(int year, unsigned half) {
    return half == 1 || half == 2 ? months_days(year, half == 1 ? 1 : 7, 6) : std::nullopt;
}

std::optional<Days> season_days(int year, unsigned season) {
    return season >= 1 && season <= 4 ? months_days(year, season * 3, 3) : std::nullopt;
}

Days unit_of(Day day, Unit unit) {
    const CivilDay parts = civil(day);
    switch (unit) {
        case Unit::second:
        case Unit::minute:
        case Unit::hour:
        case Unit::day:
            return {day, day};
        case Unit::weekend: {
            const Day monday = weekday_until(day, 1);
            return {add_days(monday, 5), add_days(monday, 6)};
        }
        case Unit::week: {
            const Day monday = weekday_until(day, 1);
            return {monday, add_days(monday, 6)};
        }
        case Unit::month:
            return {*day_of(parts.year, parts.month, 1), last_day_of_month(parts.year, parts.month)};
        case Unit::season:
            return season_days(parts.month < 3 ? parts.year - 1 : parts.year, season_of_month(parts.month))
                .value_or(Days{day, day});
        case Unit::quarter:
            return quarter_days(parts.year, (parts.month + 2) / 3).value_or(Days{day, day});
        case Unit::half:
            return half_days(parts.year, parts.month <= 6 ? 1 : 2).value_or(Days{day, day});
        case Unit::year:
            return {*day_of(parts.year, 1, 1), *day_of(parts.year, 12, 31)};
        case Unit::decade:
            return block_of(day, 10);
        case Unit::century:
            return block_of(day, 100);
    }
    return {day, day};
}

int months_of(Unit unit) {
    switch (unit) {
        case Unit::month:
            return 1;
        case Unit::season:
        case Unit::quarter:
            return 3;
        case Unit::half:
            return 6;
        case Unit::year:
            return 12;
        case Unit::decade:
            return 120;
        case Unit::century:
            return 1200;
        default:
            return 0;
    }
}

std::optional<Days> unit_after(Day day, Unit unit, int count) {
    constexpr int limit = 100000;  // more of any unit leaves the calendar
    if (count > limit || count < -limit) {
        return std::nullopt;
    }
    const Day first = unit_of(day, unit).first;
    const int months = months_of(unit);
    const int days = unit == Unit::day ? 1 : unit == Unit::week || unit == Unit::weekend ? 7 : 0;  // hours stay in their day
    const std::optional<Day> moved =
        months != 0 ? add_months(first, count * months) : std::optional(add_days(first, count * days));
    if (!moved || *moved < *day_of(1, 1, 1) || *moved > *day_of(9999, 1, 1)) {
        return std::nullopt;
    }
    return unit_of(*moved, unit);
}

Day weekday_until(Day day, unsigned weekday) { return add_days(day, -static_cast<int>((iso_weekday(day) + 7 - weekday) % 7)); }

Day weekday_from(Day day, unsigned weekday) { return add_days(day, static_cast<int>((weekday + 7 - iso_weekday(day)) % 7)); }

std::optional<Day> nth_weekday(int year, unsigned month, unsigned weekday, int n) {
    const auto days = month_days(year, month);
    if (!days || n == 0) {
        return std::nullopt;
    }
    const Day day = n > 0 ? add_days(weekday_from(days->first, weekday), (n - 1) * 7)
                          : add_days(weekday_until(days->last, weekday), (n + 1) * 7);
    return days->contains(day) ? std::optional(day) : std::nullopt;
}

// Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
std::optional<Day> easter_sunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
    const int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
    const int m = (a + (11 * h) + (22 * l)) / 451;
    const int sum = h + l - (7 * m) + 114;
    return day_of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>((sum % 31) + 1));
}

}  // namespace demarche::when
