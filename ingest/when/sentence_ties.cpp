#include "when/sentence_ties.hpp"

#include <algorithm>

namespace demarche::when {

TokenRange SentenceTies::window(const Document& document, const EventDateQuestion& question) {
    constexpr std::uint32_t reach = 100;
    const TokenRange tokens = document.sentences[question.sentence].tokens;
    const std::uint32_t begin = question.trigger.begin > reach ? question.trigger.begin - reach : 0;
    return {std::max(tokens.begin, begin), std::min(tokens.end, question.trigger.end + reach)};
}

bool SentenceTies::noun_trigger() const {
    const Token& last = token(question_.trigger.end - 1);
    return last.upos == Upos::noun || last.upos == Upos::propn;
}

bool SentenceTies::speaks(const TimeMention& time) const {
    if (time.tokens.end < range_.end && reporting_verb(token(time.tokens.end)) && !in_trigger(time.tokens.end) &&
        time.tokens.begin > range_.begin && !holds_trigger(range_.begin, time.tokens.begin)) {
        return true;
    }
    for (std::uint32_t at = time.tokens.begin; at > range_.begin;) {
        --at;
        const Token& before = token(at);
        if (in_trigger(at)) {
            return false;
        }
        if (is_verb(before) || reporting_verb(before)) {
            return reporting_verb(before) && !closes_quote_before(at, time.tokens.begin);
        }
        if (breaks_clause(before) || before.lower == ",") {
            return false;
        }
    }
    return false;
}

std::string_view SentenceTies::of_other_event(const TimeMention& time) const {
    constexpr std::uint32_t reach = 20;
    for (std::uint32_t at = time.tokens.begin, seen = 0; at > range_.begin && seen < reach; ++seen) {
        --at;
        if (in_trigger(at)) {
            return {};
        }
        const Token& before = token(at);
        const bool adjacent = at + 1 == time.tokens.begin;
        const bool names_event = !adjacent || deadline_behind(time.tokens.end);
        if (names_event && any_of(before.lower, {"before", "after", "ahead", "following", "prior", "since"}) &&
            before.upos != Upos::adj) {
            return before.lower;
        }
        if (any_of(before.lower, {",", ";", ":", "\"", "“", "”"}) || is_verb(before)) {
            return {};
        }
    }
    return {};
}

bool SentenceTies::names_other_thing(const TimeMention& time) const {
    const std::uint32_t behind = time.tokens.end;
    if (behind >= range_.end || in_trigger(behind)) {
        return false;
    }
    const bool possessive = any_of(token(behind).lower, {"'s", "’s"});
    const Token& first = token(time.tokens.begin);
    const bool determined =
        first.lower == "the" || (time.tokens.begin > range_.begin && determiner(token(time.tokens.begin - 1)));
    const bool year = time.date.precision == Precision::year || time.date.precision == Precision::day;
    if (!possessive && !(determined && year && nominal(token(behind)))) {
        return false;
    }
    // Unless the thing is the trigger itself.
    std::uint32_t at = possessive ? behind + 1 : behind;
    for (; at < range_.end && nominal(token(at)); ++at) {
        if (in_trigger(at)) {
            return false;
        }
    }
    return !in_trigger(at) && !(at > behind && in_trigger(at - 1));
}

bool SentenceTies::opens_clause(const TimeMention& time) const {
    std::uint32_t at = time.tokens.end;
    if (at < range_.end && token(at).lower == ",") {
        ++at;
    }
    if (at >= range_.end || token(at).lower != "when") {
        return false;
    }
    for (++at; at < question_.trigger.begin; ++at) {
        if (token(at).lower == "," || breaks_clause(token(at))) {
            return false;
        }
    }
    return true;
}

bool SentenceTies::inserted(const TimeMention& time) const {
    if (question_.trigger.begin == range_.begin || token(question_.trigger.begin - 1).lower != "," ||
        time.tokens.end != question_.trigger.begin - 1) {
        return false;
    }
    constexpr std::uint32_t reach = 20;
    for (std::uint32_t at = time.tokens.begin; at > range_.begin && at + reach > time.tokens.begin;) {
        --at;
        if (token(at).lower == ",") {
            return has(token(at + 1).morph, Morph::gerund) && is_verb(token(at + 1));
        }
    }
    return false;
}

bool SentenceTies::direct(const TimeMention& time) const {
    const bool behind = time.tokens.begin >= question_.trigger.end;
    const std::uint32_t from = behind ? question_.trigger.end : time.tokens.end;
    const std::uint32_t to = behind ? time.tokens.begin : question_.trigger.begin;
    for (std::uint32_t at = from; at < to; ++at) {
        if (token(at).lower == "," || is_verb(token(at)) || breaks_clause(token(at))) {
            return false;
        }
    }
    return true;
}

Bound SentenceTies::bound(const TimeMention& time) const {
    if (time.tokens.begin == range_.begin) {
        return Bound::none;
    }
    std::uint32_t at = time.tokens.begin - 1;
    if (token(at).lower == "the" && at > range_.begin) {
        --at;
    }
    const std::string_view before = token(at).lower;
    if (before == "before") {
        return Bound::before;
    }
    if (before == "after") {
        return Bound::after;
    }
    return before == "by" ? Bound::by : Bound::none;
}

bool SentenceTies::modifies(const TimeMention& time) const {
    if (!noun_trigger() || time.tokens.begin >= question_.trigger.end) {
        return false;
    }
    for (std::uint32_t at = time.tokens.end; at < question_.trigger.begin; ++at) {
        const Upos upos = token(at).upos;
        const bool modifier = upos == Upos::adj || upos == Upos::noun || upos == Upos::propn || upos == Upos::num ||
                              any_of(token(at).lower, {"'s", "’s", "-", "'"});
        if (!modifier) {
            return false;
        }
    }
    return time.tokens.end > question_.trigger.begin || question_.trigger.begin - time.tokens.end <= 6;
}

bool SentenceTies::determiner(const Token& word) {
    return word.upos == Upos::det || any_of(word.lower, {"the", "its", "their", "his", "her", "a", "an"});
}

bool SentenceTies::nominal(const Token& word) {
    return word.upos == Upos::noun || word.upos == Upos::adj || word.upos == Upos::propn;
}

bool SentenceTies::reduced_relative(std::uint32_t at) const {
    const Token& word = token(at);
    return has(word.morph, Morph::participle) && !has(word.morph, Morph::past) && at > range_.begin &&
           (token(at - 1).upos == Upos::noun || token(at - 1).upos == Upos::propn) && !holding_verb(word);
}

bool SentenceTies::purpose(const TimeMention& time) const {
    constexpr std::uint32_t reach = 6;
    bool purpose = false;
    for (std::uint32_t at = time.tokens.end; at < question_.trigger.begin; ++at) {
        if (is_verb(token(at)) || token(at).lower == "," || at > time.tokens.end + reach) {
            return false;
        }
        purpose = purpose || token(at).lower == "for";
    }
    return purpose && noun_trigger();
}

bool SentenceTies::holds_trigger(std::uint32_t from, std::uint32_t to) const {
    return from <= question_.trigger.begin && question_.trigger.begin < to;
}

bool SentenceTies::closes_quote_before(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
        if (any_of(token(at).lower, {"“", "that"})) {
            return true;
        }
    }
    return false;
}

bool SentenceTies::verb_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
        if (is_verb(token(at))) {
            return true;
        }
    }
    return false;
}

bool SentenceTies::deadline_behind(std::uint32_t at) const {
    return at < range_.end && (token(at).upos == Upos::noun || any_of(token(at).lower, {"'s", "’s"}));
}

bool SentenceTies::governed_before(const TimeMention& time) const {
    for (std::uint32_t at = time.tokens.begin; at > range_.begin;) {
        --at;
        if (token(at).lower == "," || in_trigger(at)) {
            return false;
        }
        if (is_verb(token(at))) {
            return true;
        }
    }
    return false;
}

}  // namespace demarche::when
