#include "when/event_cues.hpp"

#include "when/attach_words.hpp"
#include "when/vocabulary.hpp"

namespace demarche::when {

// "A two-day visit": how many days; 0 if the trigger does not say.
int days_of_trigger(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 4;
    constexpr int longest = 60;
    const std::uint32_t from = trigger.begin > reach ? trigger.begin - reach : 0;
    for (std::uint32_t at = from + 2; at < trigger.end && at < document.tokens.size(); ++at) {
        const bool hyphened = document.tokens[at].lower == "day" && document.tokens[at - 1].lower == "-";
        if (!hyphened) {
            continue;
        }
        const Word number = classify(document.tokens[at - 2].lower);
        const bool counts = number.kind == Kind::cardinal || number.kind == Kind::digits;
        return counts && number.value >= 2 && number.value <= longest ? number.value : 0;
    }
    return 0;
}

// "Ended a two-day visit on Friday": the day is the last one.
bool ends(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t at = trigger.begin > reach ? trigger.begin - reach : 0; at < trigger.begin; ++at) {
        if (ending_verb(document.tokens[at])) {
            return true;
        }
    }
    return false;
}

// "Spoke on Monday after the landmark talks": the noun's event was before what the sentence dates.
bool told_as_before(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 6;
    const Upos last = document.tokens[trigger.end - 1].upos;
    if (last != Upos::noun && last != Upos::propn) {
        return false;
    }
    for (std::uint32_t at = trigger.begin; at > 0 && at + reach > trigger.begin;) {
        const Token& word = document.tokens[--at];
        if (word.lower == "after" || word.lower == "following") {
            return true;
        }
        const bool part = word.upos == Upos::det || word.upos == Upos::adj || word.upos == Upos::noun ||
                          word.upos == Upos::propn || word.upos == Upos::num ||
                          any_of(word.lower, {"'s", "’s", "-", "their", "its", "his", "her"});
        if (!part) {
            return false;
        }
    }
    return false;
}

// "His promise to …", "Kenya's call for": an act that is only named, with its doer, was done some time before.
bool named_act(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 4;
    if (document.tokens[trigger.end - 1].upos != Upos::noun) {
        return false;
    }
    for (std::uint32_t at = trigger.begin; at > 0 && at + reach > trigger.begin;) {
        const Token& word = document.tokens[--at];
        if (any_of(word.lower, {"'s", "’s", "his", "her", "its", "their"})) {
            return true;
        }
        if (word.upos != Upos::adj && word.upos != Upos::noun) {
            return false;
        }
    }
    return false;
}

// "Earlier, the group refused", "had previously urged": not the news of the day.
bool told_as_earlier(const Document& document, const EventDateQuestion& question) {
    constexpr std::uint32_t reach = 3;
    const TokenRange tokens = document.sentences[question.sentence].tokens;
    const auto earlier = [&](std::uint32_t at) {
        return any_of(document.tokens[at].lower, {"earlier", "previously", "once", "formerly", "long", "repeatedly"});
    };
    for (std::uint32_t at = question.trigger.begin; at > tokens.begin && at + reach > question.trigger.begin;) {
        if (earlier(--at)) {
            return true;
        }
    }
    return tokens.size() > 1 && earlier(tokens.begin) && document.tokens[tokens.begin + 1].lower == ",";
}

}  // namespace demarche::when
