// What a time expression means, before it becomes the DateSpan of the contract: a calendar unit, an amount of time, a repetition
// or a vague reference. Its text form is the value of TIMEX3 (TimeML 1.2.1), which time taggers are compared in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "demarche/graph/date_span.hpp"
#include "demarche/ingest/document.hpp"
#include "when/calendar.hpp"
#include "when/vocabulary.hpp"

namespace demarche::when {

// What a TIMEX3 says beside its value (attribute mod, TimeML 1.2.1).
enum class Mod : std::uint8_t {
    none,
    before,
    after,
    less_than,
    more_than,
    equal_or_less,
    equal_or_more,
    start,
    mid,
    end,
    approx,
};

struct Meaning {
    enum class Sort : std::uint8_t {
        unknown,   // a time expression that fixes nothing, or whose anchor is missing
        calendar,  // a day, week, month … or a run of days inside it ("early June")
        duration,  // an amount; `days` if it lies next to an anchor ("the past three days")
        set,       // a repetition
        past,      // "recently"
        present,   // "now"
        future,    // "soon"
    };
    Sort sort = Sort::unknown;
    Unit unit = Unit::day;
    int count = 1;           // of units; 0 if the text does not say how many
    unsigned weekday = 0;    // a set: of "Mondays"
    Part part = Part::none;  // of the day
    bool recent = false;     // a duration that reaches up to publication, of unknown length ("in recent weeks")
    int minute_of_day = -1;  // a time of the clock
    bool utc = false;        // of Greenwich
    bool and_half = false;   // of an amount: "a year and a half"
    unsigned month = 0;      // a set: every July
    unsigned season = 0;     // a set: every summer
    Mod mod = Mod::none;
    std::optional<Days> days;

    friend bool operator==(const Meaning&, const Meaning&) = default;
};

[[nodiscard]] Meaning calendar_unit(const std::optional<Days>& days, Unit unit);
[[nodiscard]] Meaning calendar_day(const std::optional<Day>& day);
[[nodiscard]] Meaning amount(int count, Unit unit);
[[nodiscard]] Meaning vague(Meaning::Sort sort);

// "early", "mid", "late": the first ten days of a month, the next ten, the rest; the thirds of a year; of a decade years
// 0-3, 4-6, 7-9. Other units stay whole, for what is early in a week is nobody's rule.
[[nodiscard]] Meaning narrowed(Meaning whole, Kind third);

[[nodiscard]] TimeType type_of(const Meaning& meaning);

// The days it can be about; `published` bounds "recently" and "soon".
[[nodiscard]] DateSpan date_of(const Meaning& meaning, std::optional<Day> published);

// "1998-08-07", "1998-W32", "P3D", "PRESENT_REF"; "XXXX-XX-XX" and the like if the meaning is unknown.
[[nodiscard]] std::string timex_value(const Meaning& meaning);

[[nodiscard]] std::string_view timex_mod(Mod mod);  // "START"; "" for none

}  // namespace demarche::when
