// Amounts of time and repetitions: "five days", "a two-week visit", "every Monday", "daily", "twice a year".
#include "when/match.hpp"

namespace demarche::when {

namespace {

Match repeated(std::uint32_t end, int count, Unit unit) {
    Match match;
    match.end = end;
    match.meaning = amount(count, unit);
    match.meaning.sort = Meaning::Sort::set;
    return match;
}

struct Approximation {
    std::uint32_t end = 0;  // token behind it
    Mod mod = Mod::none;
};

// "nearly", "more than", "no less than", "at least", "up to".
Approximation approximation_at(const Words& words, std::uint32_t at) {
    const bool no = words.is(at, "no");
    const std::uint32_t from = no ? at + 1 : at;
    const bool more = words.is(from, "more");
    if ((more || words.is(from, {"less", "fewer"})) && words.is(from + 1, "than")) {
        return {from + 2, more != no ? (no ? Mod::equal_or_more : Mod::more_than) : no ? Mod::equal_or_less : Mod::less_than};
    }
    if (words.is(at, "at") && words.is(at + 1, {"least", "most"})) {
        return {at + 2, words.is(at + 1, "least") ? Mod::equal_or_more : Mod::equal_or_less};
    }
    if (words.is(at, "up") && words.is(at + 1, "to")) {
        return {at + 2, Mod::equal_or_less};
    }
    if (words.is(at, {"nearly", "almost"})) {
        return {at + 1, Mod::less_than};
    }
    // "lasted over a week", but "met over three days"
    if (words.is(at, "over") && at > words.begin &&
        words.is(at - 1, {"for", "last", "lasted", "lasts", "well", "just", "took", "after", "of"})) {
        return {at + 1, Mod::more_than};
    }
    if (at > words.begin && words.is(at - 1, {"about", "around", "roughly", "approximately"})) {
        return {at, Mod::approx};  // stands outside, as TimeML's annotators have it
    }
    return {at, Mod::none};
}

}  // namespace

std::optional<Match> read_amount(const Words& words, std::uint32_t at, const Anchors& anchors) {
    if (words.kind(at) == Kind::every) {
        const auto number = words.kind(at + 1) == Kind::article ? std::nullopt : number_at(words, at + 1);
        const std::uint32_t noun = number ? number->end : words.is(at + 1, "other") ? at + 2 : at + 1;
        if (words.kind(noun) == Kind::unit || words.kind(noun) == Kind::units) {
            return repeated(noun + 1, number ? number->value : noun == at + 2 ? 2 : 1, words.unit(noun));
        }
        if (words.kind(noun) == Kind::weekday || words.kind(noun) == Kind::month) {
            Match match = repeated(noun + 1, 1, words.kind(noun) == Kind::weekday ? Unit::week : Unit::year);
            match.meaning.weekday = words.kind(noun) == Kind::weekday ? static_cast<unsigned>(words.value(noun)) : 0;
            match.meaning.month = words.kind(noun) == Kind::month ? static_cast<unsigned>(words.value(noun)) : 0;
            if (words.kind(match.end) == Kind::part) {
                match.meaning.part = words.part(match.end);
                ++match.end;
            }
            return match;
        }
        if (words.kind(noun) == Kind::part) {
            Match match = repeated(noun + 1, 1, Unit::day);
            match.meaning.part = words.part(noun);
            return match;
        }
        if (words.kind(noun) == Kind::season) {
            Match match = repeated(noun + 1, 1, Unit::year);
            match.meaning.season = static_cast<unsigned>(words.value(noun));
            return match;
        }
        return std::nullopt;
    }
    if (words.kind(at) == Kind::weekdays) {
        Match match = repeated(at + 1, 1, Unit::week);
        match.meaning.weekday = static_cast<unsigned>(words.value(at));
        return match;
    }
    if (words.kind(at) == Kind::frequency) {
        const bool name = words.capital(at) && at > words.begin;                // "the Daily Telegraph"
        const bool paper = words.upos(at) == Upos::noun && words.annotating();  // "a party daily"
        const bool adjective_of_event = words.is(at, "annual");  // "annual talks": when is not said, and often is not a time
        return name || paper || adjective_of_event ? std::nullopt : std::optional(repeated(at + 1, 1, words.unit(at)));
    }
    if (words.is(at, {"once", "twice"}) && words.kind(at + 1) == Kind::article && words.kind(at + 2) == Kind::unit) {
        return repeated(at + 3, 1, words.unit(at + 2));
    }
    // "a three-year period"
    if (words.annotating() && words.kind(at) == Kind::article && words.kind(at + 1) != Kind::article &&
        words.kind(at + 1) != Kind::unit) {
        if (auto match = read_amount(words, at + 1, anchors); match && words.kind(match->end - 1) == Kind::period) {
            return match;
        }
    }
    // "for weeks", "in years": an amount that nobody has counted
    if (words.kind(at) == Kind::units && words.value(at) >= static_cast<int>(Unit::day) && at > words.begin &&
        words.is(at - 1, {"for", "within", "in"})) {
        Match match;
        match.end = at + 1;
        match.meaning = amount(0, words.unit(at));
        return match;
    }
    // "the nine months", "the first nine months"
    std::uint32_t start = at;
    if (words.is(at, "the")) {
        if (words.annotating() && words.dash(at + 2)) {
            return std::nullopt;  // "the two-week visit": the article belongs to the visit
        }
        start = words.kind(at + 1) == Kind::ordinal && words.value(at + 1) == 1 ? at + 2 : at + 1;
        if (words.kind(start) != Kind::cardinal && words.kind(start) != Kind::digits) {
            return std::nullopt;
        }
    }
    const Approximation approximation = approximation_at(words, start);
    const std::uint32_t from = approximation.end;
    const auto number = number_at(words, from);
    if (!number) {
        return std::nullopt;
    }
    if (number->article && (from == at ? at > words.begin && words.kind(at - 1) == Kind::digits : false)) {
        // "$5 a year", "three times a week" say how often
        const std::uint32_t noun = number->end;
        return words.kind(noun) == Kind::unit ? std::optional(repeated(noun + 1, 1, words.unit(noun))) : std::nullopt;
    }
    const std::uint32_t noun = words.behind_hyphen(number->end);
    const bool hyphened = noun != number->end;
    const std::uint32_t side = words.behind_hyphen(noun + 1);
    if (number->article && side != noun + 1 && (words.kind(side) == Kind::earlier || words.kind(side) == Kind::ago)) {
        return std::nullopt;  // "a year-earlier loss"
    }
    if (words.kind(noun) != Kind::unit && words.kind(noun) != Kind::units) {
        return std::nullopt;
    }
    if (words.kind(noun) == Kind::unit && !hyphened && number->value > 1 && !number->article) {
        const bool before_noun = words.annotating() && words.upos(noun + 1) == Upos::noun;  // "a three hour meeting"
        if (!before_noun) {
            return std::nullopt;  // "Channel 4 day"
        }
    }
    std::uint32_t end = noun + 1;
    const std::uint32_t age = words.behind_hyphen(end);
    if (words.is(age, {"old", "olds"})) {
        return std::nullopt;  // an age
    }
    if (number->article && words.unit(noun) == Unit::day && words.upos(end) == Upos::noun) {
        return std::nullopt;
    }
    bool and_half = false;
    if (words.is(end, "and") && words.kind(end + 1) == Kind::article && words.kind(end + 2) == Kind::half) {
        and_half = true;
        end += 3;
    }
    if (hyphened && words.annotating() && words.kind(end) == Kind::period) {
        ++end;
    }
    Mod mod = approximation.mod;
    if (words.annotating() && words.is(end, "or") && words.is(end + 1, {"so", "more", "less"})) {  // "two years or so"
        mod = words.is(end + 1, "so") ? Mod::approx : words.is(end + 1, "more") ? Mod::equal_or_more : Mod::equal_or_less;
        end += 2;
    }
    const bool title = words.capital(noun) && noun > words.begin;  // "60 Minutes"
    const bool share = words.unit(noun) == Unit::quarter && (hyphened || (words.is(end, "of") && number->value != 0));
    if (title || share) {
        return std::nullopt;  // "three-quarters of"
    }
    Match match;
    match.end = end;
    match.meaning = amount(number->value, words.unit(noun));
    match.meaning.and_half = and_half;
    match.meaning.mod = mod;
    return match;
}

}  // namespace demarche::when
