#include "when/attach.hpp"

#include <algorithm>
#include <string_view>

#include "when/attach_words.hpp"
#include "when/sentence_ties.hpp"

namespace demarche::when {

int SentenceTies::score(const TimeMention& time) const {
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

namespace {

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
    const SentenceTies sentence(document, question);
    const TokenRange range = SentenceTies::window(document, question);
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
