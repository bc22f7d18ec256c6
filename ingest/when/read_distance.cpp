// Times at a distance: "two weeks ago", "a day earlier", "three days from now", "in two weeks".
#include "when/beside.hpp"

namespace demarche::when {

std::optional<Match> read_distance(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = at;
    while (words.kind(from) == Kind::approx && from < at + 2) {  // "nearly", "more than"
        from += words.value(from) == 1 && words.is(from + 1, "than")  ? 2
                : words.is(from, "at") && words.is(from + 1, "least") ? 2
                                                                      : 1;
    }
    const bool the = words.is(from, "the");  // "the year-earlier quarter"
    if (the) {
        ++from;
    }
    auto number = the ? std::nullopt : number_at(words, from);
    std::uint32_t noun = number ? number->end : from;
    if (number && number->article && words.dash(noun + 1)) {
        return std::nullopt;  // "a year-earlier loss": read from the unit on
    }
    if (!number) {
        number = Number{0, from, false, false};
        if (words.kind(noun) == Kind::unit && words.behind_hyphen(noun + 1) != noun + 1) {
            number->value = 1;  // "year-ago", "year-earlier"
        } else if (words.kind(noun) != Kind::units) {
            return std::nullopt;
        }
    }
    noun = words.behind_hyphen(noun);
    if (words.kind(noun) != Kind::unit && words.kind(noun) != Kind::units) {
        return std::nullopt;
    }
    const Unit unit = words.unit(noun);
    const std::uint32_t side = words.behind_hyphen(noun + 1);
    const Kind kind = words.kind(side);
    Match match;
    match.end = side + 1;
    const int count = number->value;
    const bool adjective = side != noun + 1;
    if (the && !adjective) {
        return std::nullopt;
    }
    if (adjective && (words.kind(match.end) == Kind::period ||
                      (words.kind(match.end) == Kind::unit && words.unit(match.end) == Unit::quarter))) {
        ++match.end;
    }
    match.compared = kind == Kind::earlier || (adjective && kind == Kind::ago);
    if (adjective && unit == Unit::year && count == 1 && words.annotating() && (kind == Kind::earlier || kind == Kind::ago)) {
        match.anchored = Anchored::spoken;
        match.meaning = anchors.quarter ? calendar_unit(unit_after(anchors.quarter->first, Unit::quarter, -4), Unit::quarter)
                                        : unit_beside(anchors.published, Unit::year, -1);
        return match;
    }
    if (kind == Kind::ago) {
        if (count == 1 && unit == Unit::year && words.annotating() && anchors.quarter &&
            (adjective || anchors.mentioned_unit == Unit::quarter)) {
            match.meaning = calendar_unit(unit_after(anchors.quarter->first, Unit::quarter, -4), Unit::quarter);
            match.compared = true;
            return match;
        }
        if (count == 0) {
            match.meaning = vague(Meaning::Sort::past);
            return match;
        }
        match.meaning = unit_beside(calendar(unit) ? anchors.published : anchors.today, calendar(unit) ? unit : Unit::day,
                                    calendar(unit) ? -count : 0);
        return match;
    }
    const bool after_that =
        words.is(side + 1, {"that", "then"}) && words.kind(side + 2) == Kind::none && words.upos(side + 2) != Upos::noun;
    const bool earlier = kind == Kind::earlier || (kind == Kind::before && after_that);
    const bool later = kind == Kind::later || (kind == Kind::after && after_that);
    if (earlier || later) {
        if (kind == Kind::before || kind == Kind::after) {
            ++match.end;
        } else if (words.is(side + 1, "than")) {
            return std::nullopt;
        }
        if (count == 0) {
            match.meaning = vague(earlier ? Meaning::Sort::past : Meaning::Sort::unknown);
            match.meaning.unit = unit;
            return match;
        }
        if (!calendar(unit)) {
            match.meaning = calendar_unit(anchors.mentioned, Unit::day);
            if (anchors.mentioned_unit != Unit::day) {
                match.meaning = calendar_day(std::nullopt);
            }
            return match;
        }
        match.anchored = Anchored::spoken;
        // "a year earlier" than a quarter is a quarter; than a day, a year
        const bool same_grain = anchors.mentioned && unit == Unit::year &&
                                (anchors.mentioned_unit == Unit::quarter || anchors.mentioned_unit == Unit::half);
        const auto base = earlier ? spoken_first(anchors) : spoken_last(anchors);
        if (same_grain && count < 1000) {
            const int steps = count * (anchors.mentioned_unit == Unit::quarter ? 4 : 2);
            match.meaning = unit_beside(base, anchors.mentioned_unit, earlier ? -steps : steps);
        } else {
            match.meaning = unit_beside(base, unit, earlier ? -count : count);
        }
        return match;
    }
    if (words.is(side, "from") && words.is(side + 1, {"now", "today"}) && count != 0) {
        match.end = side + 2;
        match.meaning = unit_beside(anchors.published, calendar(unit) ? unit : Unit::day, calendar(unit) ? count : 0);
        return match;
    }
    // "in two weeks": when it will be, in a clause about the future; an amount otherwise
    const bool in = at > words.begin && words.is(at - 1, "in") && count != 0 && calendar(unit) && side == noun + 1;
    if (in) {
        match.end = noun + 1;
        if (words.possessive(match.end) && words.is(match.end + 1, "time")) {
            match.end += 2;
        }
        match.meaning = amount(count, unit);
        match.directed = true;
        match.future = unit_beside(anchors.published, unit, count);
        return match;
    }
    return std::nullopt;
}

}  // namespace demarche::when
