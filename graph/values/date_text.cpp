// Days and their ISO 8601 text, on Howard Hinnant's date.
#include <date/date.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <type_traits>

#include "demarche/graph/date_span.hpp"

namespace demarche {

static_assert(std::is_same_v<Day, date::sys_days>);

namespace {

// Exactly `count` digits at `at`, moving `at` behind them.
std::optional<int> digits(std::string_view text, std::size_t& at, std::size_t count) {
    if (text.size() < at + count) {
        return std::nullopt;
    }
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = (value * 10) + (text[i] - '0');
    }
    at += count;
    return value;
}

bool take(std::string_view text, std::size_t& at, char wanted) {
    if (at < text.size() && text[at] == wanted) {
        ++at;
        return true;
    }
    return false;
}

std::optional<Day> date_at(std::string_view text, std::size_t& at) {
    const auto year = digits(text, at, 4);
    if (!year || !take(text, at, '-')) {
        return std::nullopt;
    }
    const auto month = digits(text, at, 2);
    if (!month || !take(text, at, '-')) {
        return std::nullopt;
    }
    const auto day = digits(text, at, 2);
    if (!day) {
        return std::nullopt;
    }
    return day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<int> time_at(std::string_view text, std::size_t& at) {
    const auto hour = digits(text, at, 2);
    if (!hour || *hour > 23 || !take(text, at, ':')) {
        return std::nullopt;
    }
    const auto minute = digits(text, at, 2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    int second = 0;
    if (take(text, at, ':')) {
        const auto read = digits(text, at, 2);
        if (!read || *read > 60) {
            return std::nullopt;
        }
        second = std::min(*read, 59);  // a leap second is the last second of its minute
        if (take(text, at, '.')) {
            while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0) {
                ++at;
            }
        }
    }
    return (*hour * 3600) + (*minute * 60) + second;
}

// "Z", "+09:00", "+0900", "+09"
std::optional<int> offset_at(std::string_view text, std::size_t& at) {
    if (take(text, at, 'Z') || take(text, at, 'z')) {
        return 0;
    }
    const bool east = take(text, at, '+');
    if (!east && !take(text, at, '-')) {
        return std::nullopt;
    }
    const auto hours = digits(text, at, 2);
    if (!hours || *hours > 15) {
        return std::nullopt;
    }
    int minutes = 0;
    const bool colon = take(text, at, ':');
    if (colon || at < text.size()) {
        const auto read = digits(text, at, 2);
        if (!read || *read > 59) {
            return std::nullopt;
        }
        minutes = *read;
    }
    const int total = (*hours * 60) + minutes;
    return east ? total : -total;
}

}  // namespace

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999 || month > 12 || day > 31) {
        return std::nullopt;  // before date's types, which keep a byte of the month and of the day
    }
    const date::year_month_day value{date::year{year}, date::month{month}, date::day{day}};
    if (!value.ok()) {
        return std::nullopt;
    }
    return date::sys_days{value};
}

CivilDay civil(Day day) {
    const date::year_month_day value{day};
    return {static_cast<int>(value.year()), static_cast<unsigned>(value.month()), static_cast<unsigned>(value.day())};
}

Day last_day_of_month(int year, unsigned month) { return date::sys_days{date::year{year} / date::month{month} / date::last}; }

unsigned iso_weekday(Day day) { return date::weekday{day}.iso_encoding(); }

std::string iso_date(Day day) {
    const CivilDay value = civil(day);
    std::array<char, 32> text{};
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", value.year, value.month, value.day);
    return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<Day> parse_iso_date(std::string_view text) {
    std::size_t at = 0;
    const auto day = date_at(text, at);
    return at == text.size() ? day : std::nullopt;
}

std::string iso_published(const Published& published) {
    std::string text = iso_date(published.day);
    if (!published.second_of_day) {
        return text;
    }
    const int seconds = *published.second_of_day;
    std::array<char, 32> time{};
    std::snprintf(time.data(), time.size(), "T%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    text += time.data();
    if (published.offset_minutes) {
        const int minutes = std::abs(*published.offset_minutes);
        std::snprintf(time.data(), time.size(), "%c%02d:%02d", *published.offset_minutes < 0 ? '-' : '+', minutes / 60,
                      minutes % 60);
        text += time.data();
    }
    return text;
}

std::optional<Published> parse_published(std::string_view text) {
    std::size_t at = 0;
    Published published;
    const auto day = date_at(text, at);
    if (!day) {
        return std::nullopt;
    }
    published.day = *day;
    if (at == text.size()) {
        return published;
    }
    if (!take(text, at, 'T') && !take(text, at, ' ')) {
        return std::nullopt;
    }
    published.second_of_day = time_at(text, at);
    if (!published.second_of_day) {
        return std::nullopt;
    }
    take(text, at, ' ');
    if (at < text.size()) {
        published.offset_minutes = offset_at(text, at);
        if (!published.offset_minutes || at != text.size()) {
            return std::nullopt;
        }
    }
    return published;
}

std::int64_t utc_seconds(const Published& published) {
    const std::int64_t days = published.day.time_since_epoch().count();
    return (days * 86400) + published.second_of_day.value_or(0) - (std::int64_t{published.offset_minutes.value_or(0)} * 60);
}

}  // namespace demarche
