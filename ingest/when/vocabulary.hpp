// The closed class of English words that take part in time expressions, and what each contributes.
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche::when {

enum class Kind : std::uint8_t {
    none,
    month,     // value 1 .. 12
    weekday,   // value 1 .. 7
    weekdays,  // "Mondays"
    digits,    // a token of 1 to 9 digits; value
    cardinal,  // a number word; value
    some,      // "several", "few"; value 0, or 2 for "couple"
    article,   // "a", "an"
    ordinal,   // "first", "11th"; value
    unit,      // value Unit
    units,     // plural
    season,    // value 1 spring .. 4 winter
    part,      // of the day; value Part
    deictic,   // "today" 0, "yesterday" -1, "tomorrow" +1
    tonight,
    last,
    past,
    previous,
    present_one,
    next,
    coming,
    following,
    same,
    that,
    recent,
    latest,  // "this", "current" are present_one
    ago,
    earlier,
    later,
    before,
    after,
    early,
    mid,
    late,
    beginning,
    middle,
    end,
    half,
    fiscal,
    every,      // "every", "each"
    frequency,  // "daily"; value Unit
    decade,     // "nineties", "1990s"; value 90, 1990
    now,
    recently,
    soon,
    future,
    meridiem,  // "a.m." 0, "p.m." 1
    zone,      // "GMT", "EST"
    approx,    // "nearly", "about"
    holiday,   // may begin a holiday's name
    period,    // "period" after "the year-earlier"
    era,       // "Juche 114"; value is the year before its first
};

enum class Part : std::uint8_t { none, morning, noon, afternoon, evening, night, midnight };

struct Word {
    Kind kind = Kind::none;
    std::int32_t value = 0;
    bool mid = false;  // "mid-June", a prefix that the treebanks leave in the token; kind and value are those of "June"
};

inline constexpr std::string_view mid_prefix = "mid-";

// Constant time, no allocation. `lower` is the lower-cased token; a closing full stop ("aug.") is looked through.
[[nodiscard]] Word classify(std::string_view lower);

}  // namespace demarche::when
