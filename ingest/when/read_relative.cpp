// Days and units named by their place before or after an anchor: "today", "last week", "two weeks ago", "the following month".
#include "when/match.hpp"

namespace demarche::when {

namespace {

bool calendar(Unit unit) { return unit >= Unit::day; }

// A unit by its place beside publication or beside the date last spoken of.
Meaning unit_beside(const std::optional<Day>& anchor, Unit unit, int step) {
    return calendar_unit(anchor ? unit_after(*anchor, unit, step) : std::nullopt, unit);
}

Match simple(std::uint32_t end, Meaning meaning) {
    Match match;
    match.end = end;
    match.meaning = meaning;
    return match;
}

// The day the text has just spoken of, its first or last.
std::optional<Day> spoken_first(const Anchors& anchors) {
    return anchors.mentioned ? std::optional(anchors.mentioned->first) : anchors.published;
}
std::optional<Day> spoken_last(const Anchors& anchors) {
    return anchors.mentioned ? std::optional(anchors.mentioned->last) : anchors.published;
}

// An amount of time that reaches back from, or on from, publication.
Meaning amount_beside(const Anchors& anchors, int count, Unit unit, bool back) {
    Meaning meaning = amount(count, unit);
    if (!anchors.published || count == 0 || !calendar(unit)) {
        if (anchors.published && back) {
            meaning.days.reset();
        }
        return meaning;
    }
    const Day now = *anchors.published;
    const auto months = [](Unit u) {
        return u == Unit::month                          ? 1
               : u == Unit::quarter || u == Unit::season ? 3
               : u == Unit::half                         ? 6
               : u == Unit::year                         ? 12
               : u == Unit::decade                       ? 120
               : u == Unit::century                      ? 1200
                                                         : 0;
    };
    if (count > 100000) {
        return meaning;
    }
    std::optional<Day> other;
    if (months(unit) != 0) {
        other = count < 10000 ? add_months(now, (back ? -count : count) * months(unit)) : std::nullopt;
    } else {
        other = add_days(now, (back ? -count : count) * (unit == Unit::day ? 1 : 7));
    }
    if (other && *other >= *day_of(1, 1, 1)) {
        meaning.days = back ? Days{*other, now} : Days{now, *other};
    }
    return meaning;
}

}  // namespace

std::optional<Match> read_deictic(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = at;
    const Kind first = words.kind(at);
    // "earlier today", "late yesterday"
    if (first == Kind::early || first == Kind::late || first == Kind::earlier || first == Kind::later) {
        ++from;
    }
    if (words.kind(from) == Kind::deictic) {
        const bool thing =
            words.is(from, "today") && words.capital(from) && from > words.begin && words.upos(from - 1) == Upos::propn;
        if (thing) {
            return std::nullopt;  // "Russia Today"
        }
        Match match = simple(from + 1, unit_beside(anchors.today, Unit::day, words.value(from)));
        return with_part_of_day(words, match);
    }
    if (words.kind(from) == Kind::tonight) {
        Match match = simple(from + 1, unit_beside(anchors.today, Unit::day, 0));
        match.meaning.part = Part::night;
        return match;
    }
    if (words.is(at, "overnight") && words.upos(at) != Upos::adj) {
        Match match = simple(at + 1, unit_beside(anchors.today, Unit::day, 0));
        match.meaning.part = Part::night;
        return match;
    }
    // "this morning", "last night", "that evening", "the next morning"
    const bool the = words.is(from, "the");
    const std::uint32_t which = the ? from + 1 : from;
    if (words.kind(which + 1) == Kind::part) {
        const Kind kind = words.kind(which);
        std::optional<Day> base = anchors.today;
        int step = 0;
        switch (kind) {
            case Kind::present_one:
                break;
            case Kind::last:
                step = words.part(which + 1) == Part::night || words.part(which + 1) == Part::evening ? -1 : 0;
                break;
            case Kind::that:
            case Kind::same:
                base = spoken_last(anchors);
                break;
            case Kind::following:
            case Kind::next:
                base = spoken_last(anchors);
                step = 1;
                break;
            case Kind::previous:
                base = spoken_first(anchors);
                step = -1;
                break;
            default:
                return std::nullopt;
        }
        Match match = simple(which + 2, unit_beside(base, Unit::day, step));
        match.meaning.part = words.part(which + 1);
        return match;
    }
    // "the day before yesterday", "the day after tomorrow"
    if (the && words.kind(which) == Kind::unit && words.unit(which) == Unit::day) {
        const Kind side = words.kind(which + 1);
        if (side == Kind::before && words.is(which + 2, "yesterday")) {
            return simple(which + 3, unit_beside(anchors.today, Unit::day, -2));
        }
        if (side == Kind::after && words.is(which + 2, "tomorrow")) {
            return simple(which + 3, unit_beside(anchors.today, Unit::day, 2));
        }
    }
    switch (first) {
        case Kind::now:
            if (words.is(at, "now") && words.is(at + 1, "that")) {
                return std::nullopt;
            }
            return simple(at + 1, vague(Meaning::Sort::present));
        case Kind::recently:
            return simple(at + 1, vague(Meaning::Sort::past));
        case Kind::soon:
            if (words.is(at + 1, {"after", "before", "as"}) || (at > words.begin && words.is(at - 1, "as"))) {
                return std::nullopt;
            }
            return simple(at + 1, vague(Meaning::Sort::future));
        default:
            break;
    }
    if (words.is(at, "right") && words.is(at + 1, "now")) {
        return simple(at + 2, vague(Meaning::Sort::present));
    }
    if (the && words.kind(from + 1) == Kind::future && !(words.upos(from + 2) == Upos::noun)) {
        return simple(from + 2, vague(Meaning::Sort::future));
    }
    if (the && words.kind(from + 1) == Kind::past && at > words.begin && words.is(at - 1, "in") &&
        words.kind(from + 2) == Kind::none) {
        return simple(from + 2, vague(Meaning::Sort::past));
    }
    return std::nullopt;
}

std::optional<Match> read_relative(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = at;
    Kind third = Kind::none;
    if (const Third found = third_at(words, at); found.kind != Kind::none) {
        third = found.kind;
        from = found.end;
    }
    Kind part_of = Kind::none;  // "earlier this year", "later this month"
    if (words.kind(from) == Kind::earlier || words.kind(from) == Kind::later) {
        part_of = words.kind(from);
        ++from;
    } else if (words.is(from, {"sometime", "somewhere"})) {
        ++from;
    }
    const bool the = words.is(from, {"the", "its", "their"});
    if (the) {
        ++from;
    }
    if (the && third == Kind::none && words.kind(from) == Kind::unit && words.unit(from) == Unit::weekend && at > words.begin &&
        words.is(at - 1, {"over", "during", "on", "at", "of", "for"}) && anchors.published) {
        Match match = simple(from + 1, unit_beside(anchors.published, Unit::weekend, 0));
        match.directed = true;
        if (iso_weekday(*anchors.published) < 6) {  // the weekend that was, or the one that comes
            match.future = match.meaning;
            match.meaning = unit_beside(anchors.published, Unit::weekend, -1);
        }
        return match;
    }
    if (the && third == Kind::none && words.kind(from) == Kind::unit && words.unit(from) == Unit::quarter && anchors.mentioned &&
        anchors.mentioned_unit == Unit::quarter) {
        return simple(from + 1, calendar_unit(anchors.mentioned, Unit::quarter));
    }
    if (words.kind(from) == Kind::same && !the) {
        return std::nullopt;
    }
    Kind which = words.kind(from);
    std::uint32_t next = from + 1;
    if (which == Kind::present_one &&
        (words.kind(next) == Kind::coming || words.kind(next) == Kind::past || words.kind(next) == Kind::same)) {
        which = words.kind(next);
        ++next;
    }
    if (the && third != Kind::none && which == Kind::unit) {  // "the end of the month"
        Match match = simple(from + 1, narrowed(unit_beside(anchors.published, words.unit(from), 0), third));
        return calendar(words.unit(from)) && words.unit(from) >= Unit::week ? std::optional(match) : std::nullopt;
    }
    if (the && which == Kind::ordinal && words.form(from).front() <= '9' && third == Kind::none) {  // "the 11th"
        const int day = words.value(from);
        const bool thing = words.upos(from + 1) == Upos::noun || words.upos(from + 1) == Upos::adj ||
                           words.upos(from + 1) == Upos::propn || words.kind(from + 1) != Kind::none || words.is(from + 1, "of");
        const bool on = at > words.begin && words.is(at - 1, {"on", "by", "until", "since", "from"});
        if (thing || !on || day < 1 || day > 31) {
            return std::nullopt;
        }
        Match match = simple(from + 1, calendar_day(std::nullopt));
        if (anchors.mentioned && anchors.mentioned_unit <= Unit::month) {
            const CivilDay spoken = civil(anchors.mentioned->first);
            match.meaning = calendar_day(day_of(spoken.year, spoken.month, static_cast<unsigned>(day)));
        }
        if (!match.meaning.days && anchors.published) {
            const CivilDay now = civil(*anchors.published);
            auto best = day_of(now.year, now.month, static_cast<unsigned>(day));
            if (!best || *best > *anchors.published) {
                const auto month = unit_after(*anchors.published, Unit::month, -1);
                const CivilDay before = civil(month ? month->first : *anchors.published);
                match.future = calendar_day(best);
                best = day_of(before.year, before.month, static_cast<unsigned>(day));
                match.directed = true;
                match.nearest = true;
            }
            match.meaning = calendar_day(best);
        }
        return match;
    }
    if (which == Kind::recent) {  // "recent weeks"
        if (words.kind(next) != Kind::units) {
            return from == at && !the ? std::optional(simple(next, vague(Meaning::Sort::past))) : std::nullopt;  // "recent talks"
        }
        Match match = simple(next + 1, amount(0, words.unit(next)));
        match.meaning.recent = true;
        return match;
    }
    const bool relative = which == Kind::last || which == Kind::past || which == Kind::previous || which == Kind::present_one ||
                          which == Kind::next || which == Kind::coming || which == Kind::following || which == Kind::same ||
                          which == Kind::that || which == Kind::latest;
    if (!relative) {
        return std::nullopt;
    }
    // "the past three days", "the next two weeks"
    std::optional<Number> number;
    if (words.kind(next) == Kind::digits || words.kind(next) == Kind::cardinal || words.kind(next) == Kind::some) {
        number = number_at(words, next);
    } else if (words.kind(next) == Kind::article && words.kind(next + 1) == Kind::some) {
        number = number_at(words, next);
    }
    const std::uint32_t noun = number ? number->end : next;
    const Kind unit_kind = words.kind(noun);
    if (words.capital(noun) && noun > words.begin) {
        return std::nullopt;  // a title: "This Week"
    }
    if (unit_kind != Kind::unit && unit_kind != Kind::units) {
        return std::nullopt;
    }
    const Unit unit = words.unit(noun);
    const bool back = which == Kind::last || which == Kind::past || which == Kind::previous || which == Kind::latest;
    const bool on = which == Kind::next || which == Kind::coming || which == Kind::following;
    if (number || unit_kind == Kind::units) {
        if (!back && !on) {
            return std::nullopt;
        }
        return simple(noun + 1, amount_beside(anchors, number ? number->value : 0, unit, back));
    }
    if (which == Kind::past && (the || third == Kind::none)) {  // "the past week" is an amount, unlike "last week"
        return simple(noun + 1, amount_beside(anchors, 1, unit, true));
    }
    if (!calendar(unit)) {
        return std::nullopt;
    }
    Match match;
    match.end = noun + 1;
    switch (which) {
        case Kind::last:
            match.meaning = unit_beside(anchors.published, unit, -1);
            break;
        case Kind::present_one:
            match.meaning = unit_beside(anchors.published, unit, 0);
            break;
        case Kind::next:
        case Kind::coming:
            // "the next day" follows what was told
            match.meaning = unit_beside(the && unit == Unit::day ? spoken_last(anchors) : anchors.published, unit, 1);
            break;
        case Kind::following:
            match.meaning = unit_beside(spoken_last(anchors), unit, 1);
            break;
        case Kind::previous:
            match.meaning = unit_beside(spoken_first(anchors), unit, -1);
            break;
        case Kind::latest:
            match.meaning = unit_beside(anchors.published, unit, unit == Unit::quarter ? -1 : 0);
            break;
        default:  // "that year", "the same day"
            if (!anchors.mentioned) {
                match.meaning = calendar_unit(std::nullopt, unit);
            } else {
                match.meaning = unit_beside(anchors.mentioned->first, unit, 0);
            }
            break;
    }
    if (which == Kind::last && unit == Unit::weekend && anchors.published && iso_weekday(*anchors.published) >= 6) {
        match.meaning = unit_beside(anchors.published, unit, -1);
    }
    if (third != Kind::none) {
        match.meaning = narrowed(match.meaning, third);
    } else if (part_of != Kind::none && match.meaning.days && anchors.published &&
               match.meaning.days->contains(*anchors.published)) {
        if (part_of == Kind::earlier) {
            match.meaning.days->last = *anchors.published;
        } else {
            match.meaning.days->first = *anchors.published;
        }
    }
    return match;
}

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
    if (kind == Kind::ago) {
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
