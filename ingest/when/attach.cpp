#include "when/attach.hpp"

#include <algorithm>
#include <string_view>

#include "when/attach_words.hpp"

namespace demarche::when {

namespace {

class Sentence {
public:
    Sentence(const Document& document, const EventDateQuestion& question)
        : document_(document),
          question_(question),
          begin_(document.sentences[question.sentence].tokens.begin),
          range_(window(document, question)) {}

    // What lies farther from the trigger does not date it; the bound keeps a sentence of a million words linear.
    static TokenRange window(const Document& document, const EventDateQuestion& question) {
        constexpr std::uint32_t reach = 100;
        const TokenRange tokens = document.sentences[question.sentence].tokens;
        const std::uint32_t begin = question.trigger.begin > reach ? question.trigger.begin - reach : 0;
        return {std::max(tokens.begin, begin), std::min(tokens.end, question.trigger.end + reach)};
    }

    [[nodiscard]] const Token& token(std::uint32_t at) const { return document_.tokens[at]; }
    [[nodiscard]] bool noun_trigger() const {
        const Token& last = token(question_.trigger.end - 1);
        return last.upos == Upos::noun || last.upos == Upos::propn;
    }
    // "Agreed to meet on Monday"; but "met to discuss fish on Monday".
    [[nodiscard]] bool takes_complement() const { return complement_verb(token(question_.trigger.begin)); }
    [[nodiscard]] bool in_trigger(std::uint32_t at) const { return question_.trigger.contains(at); }

    // ", a Seoul official said Friday"; "told reporters in Seoul on Friday"; "officials on Friday said"
    [[nodiscard]] bool speaks(const TimeMention& time) const {
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

    // "ahead of the Aug. 1 deadline", "after Thursday's summit": the time of the event that this one is measured by.
    [[nodiscard]] std::string_view of_other_event(const TimeMention& time) const {
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

    // "the 1953 armistice", "Friday's ruling": the time is part of another thing's name.
    [[nodiscard]] bool names_other_thing(const TimeMention& time) const {
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

    // The clause of the trigger hangs on the time: "in August, when he was named".
    [[nodiscard]] bool opens_clause(const TimeMention& time) const {
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

    // "The ministers, meeting in Bern on Monday, condemned": the time of what is inserted before the verb.
    [[nodiscard]] bool inserted(const TimeMention& time) const {
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

    // Nothing between time and trigger that could part them.
    [[nodiscard]] bool direct(const TimeMention& time) const {
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

    [[nodiscard]] Bound bound(const TimeMention& time) const {
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

    // Nothing but modifiers between the time and the noun that it stands before, or which it is part of.
    [[nodiscard]] bool modifies(const TimeMention& time) const {
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

    // How well the time goes with the trigger; below zero it does not.
    [[nodiscard]] int score(const TimeMention& time) const {
        const bool behind = time.tokens.begin >= question_.trigger.end;
        const bool in_clause = question_.clause.contains(time.tokens.begin);
        const bool initial = time.tokens.begin <= begin_ + 2 && !verb_between(range_.begin, time.tokens.begin);
        const std::uint32_t from = behind ? question_.trigger.end : time.tokens.end;
        const std::uint32_t to = behind ? time.tokens.begin : question_.trigger.begin;
        const auto distance = static_cast<int>(to > from ? to - from : 0);
        int score = 24 + (in_clause ? 16 : 0) + (behind ? 4 : 0) - std::min(distance, 24);
        int verbs = 0;
        for (std::uint32_t at = from; at < to; ++at) {
            if (time.tokens.contains(at)) {
                continue;
            }
            const Token& word = token(at);
            const bool mistagged =
                at == question_.trigger.end && !noun_trigger() && !has(word.morph, Morph::gerund);  // "urged restraint"
            if (is_verb(word) && !mistagged) {
                if (behind && reduced_relative(at)) {
                    score -= 6;  // "talks on the soldiers killed in the war, in May"
                } else if (noun_trigger() && (holding_verb(word) || verbs == 0)) {
                    verbs += holding_verb(word) ? 0 : 1;
                    score -= holding_verb(word) ? 0 : 4;
                } else {
                    ++verbs;
                    score -= behind ? (takes_complement() ? 40 : 18) : 12;
                }
            }
            const bool bounds = at + 1 == to && behind;  // "held after Tuesday"
            if ((breaks_clause(word) && !bounds) || (word.lower == "," && behind && at + 1 != time.tokens.begin)) {
                score -= word.lower == "," ? 3 : 12;
            }
        }
        if (!behind && opens_clause(time)) {
            return 60 - distance;
        }
        if (modifies(time)) {
            return 70 - distance;  // "Friday's talks", "the July 11 meeting"
        }
        if (!behind && initial) {
            return score + 6 + 4 * std::min(verbs, 2);  // "On Friday the ministers, who had …, met"
        }
        if (!behind && governed_before(time) && !purpose(time)) {
            score -= 40;  // belongs to an earlier verb
        }
        return score;
    }

private:
    static bool determiner(const Token& word) {
        return word.upos == Upos::det || any_of(word.lower, {"the", "its", "their", "his", "her", "a", "an"});
    }
    static bool nominal(const Token& word) {
        return word.upos == Upos::noun || word.upos == Upos::adj || word.upos == Upos::propn;
    }

    // A participle right behind a noun, with nothing that makes a verb group of it: "troops killed".
    [[nodiscard]] bool reduced_relative(std::uint32_t at) const {
        const Token& word = token(at);
        return has(word.morph, Morph::participle) && !has(word.morph, Morph::past) && at > range_.begin &&
               (token(at - 1).upos == Upos::noun || token(at - 1).upos == Upos::propn) && !holding_verb(word);
    }

    // "Will visit Bern this week for talks": the purpose has the time of the act.
    [[nodiscard]] bool purpose(const TimeMention& time) const {
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

    [[nodiscard]] bool holds_trigger(std::uint32_t from, std::uint32_t to) const {
        return from <= question_.trigger.begin && question_.trigger.begin < to;
    }

    [[nodiscard]] bool closes_quote_before(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t at = from; at < to; ++at) {
            if (any_of(token(at).lower, {"“", "that"})) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool verb_between(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t at = from; at < to; ++at) {
            if (is_verb(token(at))) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool deadline_behind(std::uint32_t at) const {
        return at < range_.end && (token(at).upos == Upos::noun || any_of(token(at).lower, {"'s", "’s"}));
    }

    // A verb before the time, in the same stretch between commas, that is not the trigger.
    [[nodiscard]] bool governed_before(const TimeMention& time) const {
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

    const Document& document_;
    const EventDateQuestion& question_;
    std::uint32_t begin_ = 0;  // of the sentence
    TokenRange range_;         // what is looked at
};

// The tree is right more often than the distance in words; both together more often than either.
int bonus(Hang hang) {
    switch (hang) {
        case Hang::own:
            return 24;
        case Hang::other:
            return -8;
        case Hang::before:
        case Hang::after:
        case Hang::since:
            return -30;
        case Hang::frame:
        case Hang::purpose:
        case Hang::unknown:
            break;
    }
    return 0;
}

template <typename Wanted>
std::optional<Attached> best(const Document& document, const EventDateQuestion& question, Wanted wanted) {
    if (question.sentence >= document.sentences.size() || question.trigger.begin >= question.trigger.end ||
        question.trigger.end > document.tokens.size()) {
        return std::nullopt;
    }
    const Sentence sentence(document, question);
    const TokenRange range = Sentence::window(document, question);
    const auto first = std::lower_bound(document.times.begin(), document.times.end(), range.begin,
                                        [](const TimeMention& time, std::uint32_t token) { return time.tokens.begin < token; });
    std::optional<Attached> found;
    for (auto time = first; time != document.times.end() && time->tokens.end <= range.end; ++time) {
        if ((!time->date.known() && !time->future.known()) || time->type == TimeType::set) {
            continue;
        }
        Attached attached;
        attached.time = static_cast<std::uint32_t>(time - document.times.begin());
        attached.bound = sentence.bound(*time);
        const std::string_view measure = sentence.of_other_event(*time);
        const bool other = !sentence.modifies(*time) &&
                           (sentence.names_other_thing(*time) || (!measure.empty() && !sentence.opens_clause(*time)));
        attached.tie = sentence.speaks(*time) ? Tie::reporting : other ? Tie::other : Tie::own;
        attached.direct = sentence.direct(*time);
        attached.at_start = sentence.opens_clause(*time);
        const Hung hung = hang(document, question.trigger, time->tokens, question.speech_act);
        attached.hang = hung.hang;
        attached.governor = hung.verb;
        if (other && measure == "since" && question.tense == EventDateQuestion::Tense::perfect) {
            attached.hang = Hang::since;  // "have fought three wars since independence in 1947"
        } else if (sentence.inserted(*time)) {
            attached.hang = Hang::frame;
        }
        attached.score = sentence.score(*time) + bonus(attached.hang);
        if (wanted(attached) && (!found || attached.score > found->score)) {
            found = attached;
        }
    }
    return found;
}

}  // namespace

std::optional<Attached> own_time(const Document& document, const EventDateQuestion& question) {
    return best(document, question, [](const Attached& attached) { return attached.tie == Tie::own && attached.score >= 12; });
}

std::optional<Attached> frame_time(const Document& document, const EventDateQuestion& question) {
    return best(document, question, [&document](Attached& attached) {
        // Of several times around, the one that stands nearest to the verb of the frame.
        const TokenRange tokens = document.times[attached.time].tokens;
        const std::uint32_t verb = attached.governor;
        attached.score = -static_cast<int>(verb >= tokens.end ? verb - tokens.end : tokens.begin - std::min(verb, tokens.begin));
        const bool tied = attached.hang != Hang::unknown && attached.hang != Hang::own && attached.hang != Hang::other;
        return tied && (attached.tie == Tie::own || attached.hang == Hang::since);
    });
}

std::optional<Attached> reporting_time(const Document& document, const EventDateQuestion& question) {
    return best(document, question, [](const Attached& attached) { return attached.tie == Tie::reporting; });
}

}  // namespace demarche::when
