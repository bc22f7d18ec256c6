// Calendar units named by their place: "last week", "the following month", "the past three days", "the 11th".
#include "when/beside.hpp"

namespace demarche::when {

namespace {

// "the 11th": of the month spoken of, or the latest such day.
std::optional<Match> read_day_of_month(const Words& words, std::uint32_t at, std::uint32_t from, const Anchors& anchors) {
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

// What "the" alone can point at: the weekend, the quarter spoken of, a day of the month.
std::optional<Match> read_named(const Words& words, std::uint32_t at, std::uint32_t from, const Anchors& anchors) {
    if (words.kind(from) == Kind::unit && words.unit(from) == Unit::weekend && at > words.begin &&
        words.is(at - 1, {"over", "during", "on", "at", "of", "for"}) && anchors.published) {
        Match match = simple(from + 1, unit_beside(anchors.published, Unit::weekend, 0));
        match.directed = true;
        if (iso_weekday(*anchors.published) < 6) {  // the weekend that was, or the one that comes
            match.future = match.meaning;
            match.meaning = unit_beside(anchors.published, Unit::weekend, -1);
        }
        return match;
    }
    if (words.kind(from) == Kind::unit && words.unit(from) == Unit::quarter && anchors.mentioned &&
        anchors.mentioned_unit == Unit::quarter) {
        return simple(from + 1, calendar_unit(anchors.mentioned, Unit::quarter));
    }
    if (words.kind(from) == Kind::ordinal && words.form(from).front() <= '9') {
        return read_day_of_month(words, at, from, anchors);
    }
    return std::nullopt;
}

}  // namespace

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
    if (the && third == Kind::none) {
        if (auto named = read_named(words, at, from, anchors)) {
            return named;
        }
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
    const Kind counted = words.kind(next);
    const bool many = counted == Kind::article && words.kind(next + 1) == Kind::some;  // "the last a few days", as some write
    const bool number_next = counted == Kind::digits || counted == Kind::cardinal || counted == Kind::some || many;
    const std::optional<Number> number = number_next ? number_at(words, next) : std::nullopt;
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
        match.meaning.mod = part_of == Kind::earlier ? Mod::start : Mod::end;
        if (part_of == Kind::earlier) {
            match.meaning.days->last = *anchors.published;
        } else {
            match.meaning.days->first = *anchors.published;
        }
    }
    return match;
}

}  // namespace demarche::when
