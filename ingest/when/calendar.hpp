// Calendar arithmetic on whole units: which week, month, quarter, season a day lies in, and moving by units.
#pragma once

#include <cstdint>
#include <optional>

#include "demarche/graph/date_span.hpp"

namespace demarche::when {

enum class Unit : std::uint8_t { second, minute, hour, day, weekend, week, month, season, quarter, half, year, decade, century };

struct Days {
    Day first{};
    Day last{};

    friend constexpr bool operator==(const Days&, const Days&) = default;
    [[nodiscard]] constexpr bool contains(Day day) const { return first <= day && day <= last; }
};

inline constexpr unsigned first_year = 1000;  // a year before or after these is no year of a news text
inline constexpr unsigned last_year = 2199;

// Whether the days have a four-digit year, so that EDTF can write them.
[[nodiscard]] bool in_calendar(const Days& days);

[[nodiscard]] Day add_days(Day day, int days);

// The calendar unit of that kind that holds the day. Weeks run Monday to Sunday; a weekend is its Saturday and Sunday; a season
// is three months of the northern meteorological year, winter running from December on. Hours and shorter units give the day.
[[nodiscard]] Days unit_of(Day day, Unit unit);

// The calendar unit `count` units after (before, if negative) the one that holds the day; empty outside the years 1 to 9999.
[[nodiscard]] std::optional<Days> unit_after(Day day, Unit unit, int count);

[[nodiscard]] std::optional<Days> month_days(int year, unsigned month);
[[nodiscard]] std::optional<Days> year_days(int year);
[[nodiscard]] std::optional<Days> quarter_days(int year, unsigned quarter);  // 1 .. 4
[[nodiscard]] std::optional<Days> half_days(int year, unsigned half);        // 1, 2
[[nodiscard]] std::optional<Days> season_days(int year, unsigned season);    // 1 spring .. 4 winter, from December of `year`

// Months in a unit; 0 for units that are not made of months.
[[nodiscard]] int months_of(Unit unit);

// The day shifted by so many months; the last day of the month if it has no such day.
[[nodiscard]] std::optional<Day> add_months(Day day, int months);

// The latest such weekday not after the day, the first such weekday not before it. 1 = Monday .. 7 = Sunday.
[[nodiscard]] Day weekday_until(Day day, unsigned weekday);
[[nodiscard]] Day weekday_from(Day day, unsigned weekday);

// The nth such weekday of a month, counted from its end if n is negative.
[[nodiscard]] std::optional<Day> nth_weekday(int year, unsigned month, unsigned weekday, int n);

[[nodiscard]] std::optional<Day> easter_sunday(int year);  // Gregorian

}  // namespace demarche::when
