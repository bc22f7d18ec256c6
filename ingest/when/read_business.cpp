// Quarters and years as the business press speaks of them, without a number: "the quarter", "the latest period", "the 1988
// period", "the comparable year-ago quarter", "the year ended March 31", "year's end". Marked as times; no event is dated by
// them.
#include "when/beside.hpp"

namespace demarche::when {

namespace {

bool is_quarter(const Words& words, std::uint32_t at) { return words.kind(at) == Kind::unit && words.unit(at) == Unit::quarter; }

bool is_year(const Words& words, std::uint32_t at) { return words.kind(at) == Kind::unit && words.unit(at) == Unit::year; }

bool is_period(const Words& words, std::uint32_t at) { return words.kind(at) == Kind::period || is_quarter(words, at); }

// The quarter spoken of, so many years on.
Meaning quarter_spoken(const Anchors& anchors, int years) {
    if (!anchors.quarter) {
        return unit_beside(anchors.published, Unit::quarter, (years * 4) - 1);  // results are told in the quarter that follows
    }
    return calendar_unit(unit_after(anchors.quarter->first, Unit::quarter, years * 4), Unit::quarter);
}

Match spoken(std::uint32_t end, const Meaning& meaning) {
    Match match = simple(end, meaning);
    match.anchored = Anchored::spoken;
    match.compared = true;
    return match;
}

// "last year", "a year ago", "a year earlier", "of 1988" behind "the quarter": how far back, or which year.
struct YearBack {
    std::uint32_t end = 0;
    std::optional<int> year;
};

std::optional<YearBack> year_back(const Words& words, std::uint32_t at, const Anchors& anchors) {
    if (const auto year = year_after(words, at, anchors)) {
        return YearBack{year->end, year->year};
    }
    if (words.kind(at) == Kind::article && is_year(words, at + 1) &&
        (words.kind(at + 2) == Kind::ago || words.kind(at + 2) == Kind::earlier)) {
        return YearBack{at + 3, {}};
    }
    return std::nullopt;
}

std::optional<Match> read_year_end(const Words& words, std::uint32_t at, const Anchors& anchors) {
    if (!is_year(words, at)) {
        return std::nullopt;
    }
    const std::uint32_t end = words.possessive(at + 1) ? at + 2 : words.behind_hyphen(at + 1);
    if (words.kind(end) != Kind::end) {
        return std::nullopt;
    }
    Match match = simple(end + 1, unit_beside(anchors.published, Unit::year, 0));
    if (const auto year = year_after(words, match.end, anchors)) {
        match.end = year->end;
        match.meaning = calendar_unit(year_days(year->year), Unit::year);
    }
    match.meaning.mod = Mod::end;
    return match;
}

// "the week of March 6"
std::optional<Match> read_week_of(const Words& words, std::uint32_t at, const Anchors& anchors) {
    const bool week = words.is(at, "the") && words.is(at + 1, "week") && words.is(at + 2, "of");
    auto match = week ? read_month(words, at + 3, anchors) : std::nullopt;
    if (!match || match->meaning.unit != Unit::day) {
        return std::nullopt;
    }
    for (Meaning* meaning : {&match->meaning, match->future ? &*match->future : nullptr}) {
        if (meaning != nullptr && meaning->days) {
            *meaning = calendar_unit(unit_of(meaning->days->first, Unit::week), Unit::week);
        }
    }
    return match;
}

}  // namespace

std::optional<Match> read_business(const Words& words, std::uint32_t at, const Anchors& anchors) {
    if (auto match = read_year_end(words, at, anchors)) {
        return match;
    }
    if (auto match = read_week_of(words, at, anchors)) {
        return match;
    }
    if (!words.is(at, "the")) {
        return std::nullopt;
    }
    std::uint32_t from = at + 1;
    const bool comparable = words.is(from, {"comparable", "corresponding", "same", "like"});
    const bool latest = words.kind(from) == Kind::latest;
    if (comparable || latest) {
        ++from;
    }
    // "the comparable year-ago quarter"
    if (is_year(words, from) && words.dash(from + 1)) {
        const std::uint32_t side = words.behind_hyphen(from + 1);
        if ((words.kind(side) == Kind::ago || words.kind(side) == Kind::earlier) && is_period(words, side + 1)) {
            return spoken(side + 2, quarter_spoken(anchors, -1));
        }
        return std::nullopt;
    }
    // "the 1988 period"
    if (const auto year = year_at(words, from); year && is_period(words, from + 1)) {
        Match match = spoken(from + 2, calendar_unit(year_days(*year), Unit::year));
        if (anchors.quarter) {
            match.meaning = calendar_unit(quarter_days(*year, (civil(anchors.quarter->first).month + 2) / 3), Unit::quarter);
        }
        match.basis = DateBasis::full;
        return match;
    }
    if (is_period(words, from)) {
        if (const auto back = year_back(words, from + 1, anchors)) {
            if (!back->year) {
                return spoken(back->end, quarter_spoken(anchors, -1));
            }
            const int steps = anchors.quarter ? *back->year - civil(anchors.quarter->first).year : -1;
            return spoken(back->end, quarter_spoken(anchors, steps));
        }
        // "the quarter ended Sept. 29": most of it lies in the quarter that held the middle of August
        const auto end = is_quarter(words, from) && words.is(from + 1, {"ended", "ending"}) ? read_month(words, from + 2, anchors)
                                                                                            : std::nullopt;
        if (end && end->meaning.days && end->meaning.unit == Unit::day) {
            constexpr int half_a_quarter = 45;
            Match match =
                simple(from + 1,
                       calendar_unit(unit_of(add_days(end->meaning.days->first, -half_a_quarter), Unit::quarter), Unit::quarter));
            return match;
        }
        if (is_quarter(words, from) ? words.is(from + 1, "of") : !latest) {
            return std::nullopt;
        }
        return spoken(from + 1, quarter_spoken(anchors, comparable ? -1 : 0));
    }
    // "the fiscal year ended Jan. 31"
    const bool full = words.is(from, "full");
    if (words.kind(from) == Kind::fiscal || full) {
        ++from;
    }
    if (is_year(words, from) && !year_at(words, from + 1) &&
        (words.is(from + 1, {"ended", "ending"}) || words.kind(from - 1) == Kind::fiscal)) {
        return simple(from + 1, amount(1, Unit::year));
    }
    if (is_year(words, from) && full) {
        return simple(from + 1, unit_beside(anchors.published, Unit::year, 0));
    }
    return std::nullopt;
}

std::optional<Match> read_loose(const Words& words, std::uint32_t at, const Anchors& anchors) {
    // "later in the day", "earlier in the year"
    const bool side = words.kind(at) == Kind::earlier || words.kind(at) == Kind::later || words.kind(at) == Kind::early ||
                      words.kind(at) == Kind::late;
    if (side && words.is(at + 1, "in") && words.is(at + 2, "the") && words.kind(at + 3) == Kind::unit &&
        calendar(words.unit(at + 3))) {
        const Unit unit = words.unit(at + 3);
        return simple(at + 4, unit_beside(unit == Unit::day ? spoken_last(anchors) : anchors.published, unit, 0));
    }
    // "over the years"; "in the days before the vote"
    const bool the = words.is(at, "the");
    const std::uint32_t noun = the ? at + 1 : at;
    if (words.kind(noun) == Kind::units && words.unit(noun) >= Unit::day && noun > words.begin + 1) {
        const bool over = the && words.is(at - 1, "over") && !words.is(noun + 1, "of");
        const bool beside = !the && words.is(at - 1, "the") && words.is(at - 2, {"in", "around", "during"}) &&
                            words.is(noun + 1, {"before", "after", "since", "that", "following", "leading"});
        if (over || beside) {
            return simple(noun + 1, amount(0, words.unit(noun)));
        }
    }
    // "days after the vote"
    if (!the && words.kind(at) == Kind::units && words.unit(at) >= Unit::day && words.is(at + 1, {"after", "before", "later"}) &&
        (at == words.begin || (words.kind(at - 1) == Kind::none && words.upos(at - 1) != Upos::num))) {
        return simple(words.is(at + 1, "later") ? at + 2 : at + 1, amount(0, words.unit(at)));
    }
    // "the early years"
    if (the && (words.kind(at + 1) == Kind::early || words.is(at + 1, {"intervening", "following", "later"})) &&
        words.kind(at + 2) == Kind::units && words.unit(at + 2) >= Unit::day) {
        return simple(at + 3, amount(0, words.unit(at + 2)));
    }
    // "day-long", "years-long"
    if ((words.kind(at) == Kind::unit || words.kind(at) == Kind::units) && words.behind_hyphen(at + 1) != at + 1 &&
        words.is(at + 2, "long")) {
        return simple(at + 3, amount(words.kind(at) == Kind::unit ? 1 : 0, words.unit(at)));
    }
    // "future quarters", "coming years"
    if (words.kind(at) == Kind::future && words.kind(at + 1) == Kind::units) {
        return simple(at + 2, vague(Meaning::Sort::future));
    }
    if (words.is(at, "the") && words.is(at + 1, {"near", "foreseeable"}) && words.kind(at + 2) == Kind::future) {
        return simple(at + 3, vague(Meaning::Sort::future));
    }
    // "at midnight"
    if (words.kind(at) == Kind::part && (words.part(at) == Part::noon || words.part(at) == Part::midnight) && at > words.begin &&
        words.is(at - 1, {"at", "by", "until", "till", "before", "after", "since", "around", "about"})) {
        Match match = simple(at + 1, unit_beside(anchors.today, Unit::day, 0));
        match.meaning.part = words.part(at);
        return match;
    }
    // "the 20th century"
    if (const auto number = the ? ordinal_at(words, at + 1) : std::nullopt;
        number && words.is(number->end, "century") && number->value >= 11 && number->value <= 22) {
        return simple(number->end + 1, calendar_unit(year_days((number->value - 1) * 100), Unit::century));
    }
    // "half an hour"
    if (words.kind(at) == Kind::half && words.kind(at + 1) == Kind::article && words.kind(at + 2) == Kind::unit) {
        Match match = simple(at + 3, amount(0, words.unit(at + 2)));
        match.meaning.and_half = true;
        return match;
    }
    return std::nullopt;
}

}  // namespace demarche::when
