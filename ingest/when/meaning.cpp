#include "when/meaning.hpp"

#include <date/date.h>
#include <date/iso_week.h>

#include <array>
#include <cstdio>

namespace demarche::when {

namespace {

template <typename... Values>
std::string print(const char* format, Values... values) {
    std::array<char, 64> text{};
    const int size = std::snprintf(text.data(), text.size(), format, values...);
    return {text.data(), static_cast<std::size_t>(size)};
}

std::string_view part_code(Part part) {
    constexpr std::array<std::string_view, 7> codes{"", "TMO", "T12:00", "TAF", "TEV", "TNI", "T24:00"};
    return codes.at(static_cast<std::size_t>(part));
}

std::string week_value(Day day) {
    const iso_week::year_weeknum_weekday week{day};
    return print("%04d-W%02u", static_cast<int>(week.year()), static_cast<unsigned>(week.weeknum()));
}

// What is known of a time that nothing fixes is its grain.
std::string unknown_value(Unit unit) {
    switch (unit) {
        case Unit::week:
        case Unit::weekend:
            return "XXXX-WXX";
        case Unit::month:
            return "XXXX-XX";
        case Unit::quarter:
            return "XXXX-QX";
        case Unit::half:
            return "XXXX-HX";
        case Unit::season:
        case Unit::year:
            return "XXXX";
        case Unit::decade:
            return "XXX";
        case Unit::century:
            return "XX";
        default:
            return "XXXX-XX-XX";
    }
}

std::string season_value(const CivilDay& day) {
    constexpr std::array<std::string_view, 4> codes{"SP", "SU", "FA", "WI"};
    const unsigned index = day.month < 3 ? 3 : (day.month / 3) - 1;
    return print("%04d-", day.month < 3 ? day.year - 1 : day.year) + std::string(codes.at(index));
}

std::string calendar_value(const Meaning& meaning) {
    const Day day = meaning.days->first;
    const CivilDay parts = civil(day);
    switch (meaning.unit) {
        case Unit::second:
        case Unit::minute:
        case Unit::hour:
        case Unit::day:
            if (meaning.minute_of_day >= 0) {
                return iso_date(day) + print("T%02d:%02d", meaning.minute_of_day / 60, meaning.minute_of_day % 60);
            }
            return iso_date(day) + std::string(part_code(meaning.part));
        case Unit::weekend:
            return week_value(day) + "-WE";
        case Unit::week:
            return week_value(day);
        case Unit::month:
            return iso_date(day).substr(0, 7);
        case Unit::season:
            return season_value(parts);
        case Unit::quarter:
            return print("%04d-Q%u", parts.year, (parts.month + 2) / 3);
        case Unit::half:
            return print("%04d-H%u", parts.year, parts.month <= 6 ? 1U : 2U);
        case Unit::year:
            return iso_date(day).substr(0, 4);
        case Unit::decade:
            return iso_date(day).substr(0, 3);
        case Unit::century:
            return iso_date(day).substr(0, 2);
    }
    return {};
}

std::string duration_value(const Meaning& meaning);

// "an hour and a half" is PT1H30M; of a week and the like there is no smaller unit to count in: "P1.5W".
std::string half_value(const Meaning& meaning) {
    switch (meaning.unit) {
        case Unit::minute:
            return meaning.count == 0 ? "PT30S" : print("PT%dM30S", meaning.count);
        case Unit::hour:
            return meaning.count == 0 ? "PT30M" : print("PT%dH30M", meaning.count);
        case Unit::day:
            return print("PT%dH", (meaning.count * 24) + 12);
        case Unit::week:
            return print("P%d.5W", meaning.count);
        case Unit::month:
            return print("P%d.5M", meaning.count);
        case Unit::year:
            return print("P%dM", (meaning.count * 12) + 6);
        case Unit::decade:
            return print("P%dY", (meaning.count * 10) + 5);
        case Unit::century:
            return print("P%dY", (meaning.count * 100) + 50);
        default:
            return print("P%d.5", meaning.count);
    }
}

// "every Monday night", "each July", "every summer", "every morning".
std::string set_value(const Meaning& meaning) {
    const std::string part(part_code(meaning.part));
    if (meaning.weekday != 0) {
        return print("XXXX-WXX-%u", meaning.weekday) + part;
    }
    if (meaning.month != 0) {
        return print("XXXX-%02u", meaning.month);
    }
    if (meaning.season != 0) {
        constexpr std::array<std::string_view, 4> codes{"SP", "SU", "FA", "WI"};
        return "XXXX-" + std::string(codes.at(meaning.season - 1));
    }
    return part.empty() ? duration_value(meaning) : "XXXX-XX-XX" + part;
}

std::string duration_value(const Meaning& meaning) {
    struct Code {
        std::string_view before;
        std::string_view after;
    };
    constexpr std::array<Code, 13> codes{{{"PT", "S"},
                                          {"PT", "M"},
                                          {"PT", "H"},
                                          {"P", "D"},
                                          {"P", "WE"},
                                          {"P", "W"},
                                          {"P", "M"},
                                          {"P", "SE"},
                                          {"P", "Q"},
                                          {"P", "H"},
                                          {"P", "Y"},
                                          {"P", "DE"},
                                          {"P", "CE"}}};
    const Code& code = codes.at(static_cast<std::size_t>(meaning.unit));
    if (meaning.and_half) {
        return half_value(meaning);
    }
    const std::string count = meaning.count == 0 ? "X" : std::to_string(meaning.count);
    return std::string(code.before) + count + std::string(code.after);
}

bool clocked(const Meaning& meaning) { return meaning.part != Part::none || meaning.minute_of_day >= 0; }

}  // namespace

Meaning calendar_unit(const std::optional<Days>& days, Unit unit) {
    Meaning meaning;
    const bool known = days && in_calendar(*days);
    meaning.sort = known ? Meaning::Sort::calendar : Meaning::Sort::unknown;
    meaning.unit = unit;
    meaning.days = known ? days : std::nullopt;
    return meaning;
}

Meaning calendar_day(const std::optional<Day>& day) {
    return calendar_unit(day ? std::optional(Days{*day, *day}) : std::nullopt, Unit::day);
}

Meaning amount(int count, Unit unit) {
    Meaning meaning;
    meaning.sort = Meaning::Sort::duration;
    meaning.unit = unit;
    meaning.count = count;
    return meaning;
}

Meaning vague(Meaning::Sort sort) {
    Meaning meaning;
    meaning.sort = sort;
    return meaning;
}

Meaning narrowed(Meaning whole, Kind third) {
    if (third == Kind::none || !whole.days || whole.sort != Meaning::Sort::calendar) {
        return whole;
    }
    const bool early = third == Kind::early || third == Kind::beginning;
    const bool late = third == Kind::late || third == Kind::end;
    whole.mod = early ? Mod::start : late ? Mod::end : Mod::mid;
    const Day first = whole.days->first;
    const Day last = whole.days->last;
    const CivilDay from = civil(first);
    switch (whole.unit) {
        case Unit::month:
            whole.days = {early ? first : add_days(first, late ? 20 : 10), early  ? add_days(first, 9)
                                                                           : late ? last
                                                                                  : add_days(first, 19)};
            break;
        case Unit::year:
            whole.days = {*day_of(from.year,
                                  early  ? 1
                                  : late ? 9
                                         : 5,
                                  1),
                          early  ? last_day_of_month(from.year, 4)
                          : late ? last
                                 : last_day_of_month(from.year, 8)};
            break;
        case Unit::decade: {
            const auto a = year_days(from.year + (early ? 0 : late ? 7 : 4));
            const auto b = year_days(from.year + (early ? 3 : late ? 9 : 6));
            if (a && b) {
                whole.days = {a->first, b->last};
            }
            break;
        }
        default:
            break;
    }
    return whole;
}

TimeType type_of(const Meaning& meaning) {
    switch (meaning.sort) {
        case Meaning::Sort::duration:
            return TimeType::duration;
        case Meaning::Sort::set:
            return TimeType::set;
        default:
            return clocked(meaning) ? TimeType::time : TimeType::date;
    }
}

DateSpan date_of(const Meaning& meaning, std::optional<Day> published) {
    switch (meaning.sort) {
        case Meaning::Sort::calendar:
        case Meaning::Sort::duration:
            if (meaning.recent && published) {
                return span_until(*published);
            }
            return meaning.days ? span_of_days(meaning.days->first, meaning.days->last) : DateSpan{};
        case Meaning::Sort::past:
            return published ? span_until(*published) : DateSpan{};
        case Meaning::Sort::future:
            return published ? span_since(*published) : DateSpan{};
        default:
            return {};
    }
}

std::string timex_value(const Meaning& meaning) {
    switch (meaning.sort) {
        case Meaning::Sort::calendar:
            return meaning.days ? calendar_value(meaning) : std::string();
        case Meaning::Sort::duration:
            return duration_value(meaning);
        case Meaning::Sort::set:
            return set_value(meaning);
        case Meaning::Sort::past:
            return "PAST_REF";
        case Meaning::Sort::present:
            return "PRESENT_REF";
        case Meaning::Sort::future:
            return "FUTURE_REF";
        case Meaning::Sort::unknown:
            return unknown_value(meaning.unit);
    }
    return {};
}

std::string_view timex_mod(Mod mod) {
    constexpr std::array<std::string_view, 11> names{
        "", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"};
    return names.at(static_cast<std::size_t>(mod));
}

}  // namespace demarche::when
