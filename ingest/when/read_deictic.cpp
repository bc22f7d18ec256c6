// Days named from where the writer stands: "today", "last night", "the day after tomorrow", "now".
#include "when/beside.hpp"

namespace demarche::when {

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
        if (from > at) {
            match.meaning.mod = first == Kind::early || first == Kind::earlier ? Mod::start : Mod::end;
        }
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
            if (words.is(at, "now") && words.is(at + 1, "that") && !words.annotating()) {
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
        words.upos(from + 2) != Upos::noun && words.upos(from + 2) != Upos::num &&
        (words.kind(from + 2) == Kind::none || words.kind(from + 2) == Kind::that)) {
        return simple(from + 2, vague(Meaning::Sort::past));
    }
    return std::nullopt;
}

}  // namespace demarche::when
