// Years, decades, seasons, quarters and halves of the year, and holidays.
#include "when/holidays.hpp"
#include "when/match.hpp"

namespace demarche::when {

namespace {

bool plural_noun(const Words& words, std::uint32_t at) {
    return words.inside(at) && words.upos(at) == Upos::noun && has(words.tokens[at].morph, Morph::plural);
}

// A number of four digits is a year only where its surroundings say so: "2005 people" and "Resolution 1929" are none.
bool year_context(const Words& words, std::uint32_t at, int year) {
    if (words.is(at + 1, {"%",      "percent", "per",      "million", "billion",    "dollars",    "euros",
                          "feet",   "miles",   "meters",   "metres",  "kilometers", "kilometres", "people",
                          "points", "troops",  "soldiers", "tons",    "tonnes",     "pounds",     "acres"}) ||
        words.kind(at + 1) == Kind::units) {
        return false;
    }
    const bool modern = year >= 1700 && year <= 2100;
    if (at == words.begin) {
        return modern && words.is(at + 1, {",", ":"});
    }
    const std::string_view before = words.lower(at - 1);
    if (words.is(at - 1, {"in", "since", "during", "fiscal", "year"})) {
        return true;
    }
    if (!modern || before == "$" || before == "no." || before == "number") {
        return false;
    }
    if (words.is(at - 1, {"until",  "till",    "by",    "from",   "into",  "before", "after", "through",
                          "of",     "between", "until", "for",    "early", "mid",    "late",  "spring",
                          "summer", "autumn",  "fall",  "winter", "late-", "circa",  "post",  "pre"}) ||
        words.kind(at - 1) == Kind::early || words.kind(at - 1) == Kind::late) {
        return !plural_noun(words, at + 1);
    }
    if (words.dash(at - 1) && at >= words.begin + 2) {
        return words.kind(at - 2) == Kind::mid || words.is(at - 2, {"pre", "post", "late", "early"}) ||
               year_at(words, at - 2).has_value();
    }
    if (words.is(at - 1, ",") && at >= words.begin + 2 && year_at(words, at - 2) && words.is(at + 1, {",", "and", "or"})) {
        return true;  // "in 1994, 1995 and 1997"
    }
    if (words.is(at - 1, {"to", "and", "or"}) && at >= words.begin + 2) {
        return year_at(words, at - 2).has_value() || words.kind(at - 2) == Kind::month;
    }
    if (before == "(") {
        return words.is(at + 1, {")", ",", "-", "–", "to"});
    }
    // "the 1998 bombing", "its 2015 deal": a determiner, and one thing behind
    const bool narrow = year >= 1900 && year <= 2100;
    const bool determined = words.is(at - 1, {"the", "a", "its", "their", "his", "her", "that", "this", "landmark", "'s", "’s",
                                              "first", "failed", "historic"});
    const Upos next = words.upos(at + 1);
    return narrow && determined && !plural_noun(words, at + 1) &&
           (next == Upos::noun || next == Upos::adj || next == Upos::propn || next == Upos::x || next == Upos::verb);
}

std::optional<Days> decade_days(int value) {
    const int from = value >= 1000 ? value : 1900 + value;
    const auto first = day_of(from, 1, 1);
    return first ? std::optional(unit_of(*first, Unit::decade)) : std::nullopt;
}

}  // namespace

std::optional<Match> read_year(const Words& words, std::uint32_t at, const Anchors& anchors) {
    (void)anchors;
    Third third = third_at(words, at);
    std::uint32_t from = third.kind != Kind::none ? third.end : at;
    if (words.is(from, "the") && third.kind == Kind::none) {
        ++from;
        third = third_at(words, from);
        from = third.kind != Kind::none ? third.end : from;
    } else if (words.is(from, "the")) {
        ++from;
    }
    Match match;
    if (words.kind(from) == Kind::decade) {
        const bool figures = words.form(from).front() <= '9';
        const bool announced =
            third.kind != Kind::none || (from > words.begin && words.is(from - 1, {"the", "late", "early", "mid", "-"}));
        if (!announced && !(figures && words.value(from) >= 1000)) {
            return std::nullopt;  // "in her sixties", "temperatures in the 80s" is left to luck
        }
        match.end = from + 1;
        match.meaning = calendar_unit(decade_days(words.value(from)), Unit::decade);
        match.basis = DateBasis::full;
        match.meaning = narrowed(match.meaning, third.kind);
        return match.meaning.days ? std::optional(match) : std::nullopt;
    }
    // "'90s"
    const std::string_view form = words.form(from);
    if (form.size() == 4 && form.front() == '\'' && form.back() == 's' && form[2] == '0' && form[1] >= '0' && form[1] <= '9') {
        match.end = from + 1;
        match.meaning = narrowed(calendar_unit(decade_days((form[1] - '0') * 10), Unit::decade), third.kind);
        match.basis = DateBasis::full;
        return match;
    }
    const bool fiscal = words.kind(from) == Kind::fiscal;
    if (fiscal) {
        ++from;
        if (words.kind(from) == Kind::unit && words.unit(from) == Unit::year) {
            ++from;
        }
    }
    // "Juche 114", "Reiwa 7"
    if (words.kind(from) == Kind::era && words.kind(from + 1) == Kind::digits && words.form(from + 1).size() <= 3) {
        match.end = from + 2;
        match.meaning = calendar_unit(year_days(words.value(from) + words.value(from + 1)), Unit::year);
        match.basis = DateBasis::full;
        return match;
    }
    const auto year = year_at(words, from);
    if (!year || (third.kind == Kind::none && !fiscal && !year_context(words, from, *year))) {
        return std::nullopt;
    }
    match.end = from + 1;
    if (*year % 10 == 0 && words.is(match.end, {"'s", "’s"}) && from > words.begin &&
        words.is(from - 1, "the")) {  // "the 1970's"
        match.meaning = calendar_unit(decade_days(*year), Unit::decade);
        ++match.end;
    } else {
        match.meaning = narrowed(calendar_unit(year_days(*year), Unit::year), third.kind);
    }
    match.basis = DateBasis::full;
    return match;
}

std::optional<Match> read_season(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = third_at(words, at).kind != Kind::none ? third_at(words, at).end : at;
    Kind direction = Kind::none;
    const bool the = words.is(from, "the");
    if (the) {
        ++from;
    }
    const std::uint32_t modifiers = from;
    from = words.behind_modifiers(from, [](Kind kind) {
        return kind == Kind::last || kind == Kind::next || kind == Kind::present_one || kind == Kind::past ||
               kind == Kind::coming;
    });
    direction = from > modifiers ? words.kind(from - 1) : Kind::none;
    if (words.kind(from) != Kind::season) {
        return std::nullopt;
    }
    const auto season = static_cast<unsigned>(words.value(from));
    Match match;
    match.end = from + 1;
    const bool fall = words.is(from, "fall");
    if (const auto year = year_after(words, match.end, anchors)) {
        match.end = year->end;
        match.meaning = calendar_unit(season_days(year->year, season), Unit::season);
        match.basis = year->written ? DateBasis::full : DateBasis::relative;
        return match;
    }
    if (direction == Kind::none) {
        const bool in =
            from > words.begin &&
            (words.is(from - 1, {"in", "since", "by", "until"}) ||
             (the && from > words.begin + 1 && words.is(from - 2, {"in", "since", "by", "until", "during", "into", "over"})));
        const bool noun = words.upos(from) != Upos::verb && !words.capital(from);
        if (!in || !noun || (fall && !the) || words.upos(match.end) == Upos::noun || words.is(match.end, "of")) {
            return std::nullopt;
        }
    }
    set_yearly(match, Unit::season, anchors, [&](int year) { return season_days(year, season); });
    if (!anchors.published || direction == Kind::none) {
        return match;
    }
    const Days now = unit_of(*anchors.published, Unit::season);
    const auto current = [&](const Meaning& meaning) { return meaning.days && *meaning.days == now; };
    match.directed = false;
    if (direction == Kind::last || direction == Kind::past) {
        if (current(match.meaning)) {
            match.meaning = calendar_unit(unit_after(now.first, Unit::season, -4), Unit::season);
        }
    } else if (direction == Kind::next || direction == Kind::coming) {
        match.meaning = match.future ? *match.future : calendar_unit(unit_after(now.first, Unit::season, 4), Unit::season);
    } else {  // "this summer": the one of the year
        match.meaning = calendar_unit(
            season_days(civil(*anchors.published).year - (season == 4 && civil(*anchors.published).month < 3 ? 1 : 0), season),
            Unit::season);
    }
    match.future.reset();
    return match;
}

std::optional<Match> read_quarter(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = words.is(at, "the") ? at + 1 : at;
    const bool fiscal = words.kind(from) == Kind::fiscal;
    if (fiscal) {
        ++from;
    }
    std::optional<int> year_before = year_at(words, from);
    if (year_before) {
        ++from;
    }
    std::optional<int> year_of_whom;  // "last year's third quarter"
    if (const auto year = year_after(words, from, anchors); year && !year->written && words.possessive(year->end)) {
        year_of_whom = year->year;
        from = year->end + 1;
    }
    int number = 0;
    if (words.kind(from) == Kind::ordinal && words.form(from).front() > '9') {
        number = words.value(from);
    } else if (words.kind(from) == Kind::last) {
        number = -1;
    } else {
        return std::nullopt;
    }
    const std::uint32_t noun = words.behind_hyphen(from + 1);
    const bool half = words.kind(noun) == Kind::half;
    const bool quarter = (words.kind(noun) == Kind::unit || words.kind(noun) == Kind::units) && words.unit(noun) == Unit::quarter;
    if (!half && !quarter) {
        return std::nullopt;
    }
    if (number == -1 && (!half || !words.is(noun + 1, "of"))) {
        return std::nullopt;  // "last quarter" is relative
    }
    const auto index = static_cast<unsigned>(number == -1 ? 2 : number);
    const Unit unit = half ? Unit::half : Unit::quarter;
    const auto days_in = [&](int year) { return half ? half_days(year, index) : quarter_days(year, index); };
    if (!days_in(2000)) {
        return std::nullopt;
    }
    Match match;
    match.end = noun + 1;
    if (year_of_whom) {
        match.meaning = calendar_unit(days_in(*year_of_whom), unit);
        return match;
    }
    if (year_before) {
        match.meaning = calendar_unit(days_in(*year_before), unit);
        match.basis = DateBasis::full;
        return match;
    }
    if (const auto year = year_after(words, match.end, anchors)) {
        match.end = year->end;
        match.meaning = calendar_unit(days_in(year->year), unit);
        match.basis = year->written ? DateBasis::full : DateBasis::relative;
        return match;
    }
    const bool of_something =
        words.is(match.end, "of") && !(words.is(match.end + 1, "the") && words.kind(match.end + 2) == Kind::unit);
    if (half && of_something) {
        return std::nullopt;  // "the second half of the match"
    }
    if (half && !words.is(match.end, "of")) {
        return std::nullopt;
    }
    set_yearly(match, unit, anchors, days_in);
    match.nearest = true;
    if (fiscal && anchors.published) {  // a business year may have begun months ago: its first quarter is no later than now
        match.directed = false;
        match.future.reset();
    }
    return match;
}

std::optional<Match> read_holiday(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = at;
    const Kind direction = words.kind(from);
    const bool directed = direction == Kind::last || direction == Kind::next || direction == Kind::present_one;
    if (directed) {
        ++from;
    }
    const auto holiday = holiday_at(words, from);
    if (!holiday) {
        return std::nullopt;
    }
    const auto days_in = [&](int year) -> std::optional<Days> {
        const auto day = holiday_day(holiday->rule, year);
        return day ? std::optional(Days{*day, *day}) : std::nullopt;
    };
    Match match;
    match.end = holiday->end;
    if (const auto year = year_after(words, match.end, anchors)) {
        match.end = year->end;
        match.meaning = calendar_unit(days_in(year->year), Unit::day);
        match.basis = year->written ? DateBasis::full : DateBasis::relative;
        return match.meaning.days ? std::optional(match) : std::nullopt;
    }
    set_yearly(match, Unit::day, anchors, days_in);
    match.nearest = true;
    if (directed) {
        match.directed = false;
        if (direction != Kind::last && match.future) {
            match.meaning = *match.future;
        }
        match.future.reset();
    }
    return match;
}

}  // namespace demarche::when
