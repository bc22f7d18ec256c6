#include "when/office_start.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "when/ranges.hpp"

namespace demarche::when {

namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view lower(const Document& document, std::uint32_t at) {
    return at < document.tokens.size() ? document.tokens[at].lower : std::string_view();
}

// The token behind "took office", "sworn in", "came to power", "inaugurated"; 0 if none begins here.
std::uint32_t behind_office_taking(const Document& document, std::uint32_t at) {
    const std::string_view word = lower(document, at);
    const std::string_view next = lower(document, at + 1);
    if (any_of(word, {"took", "taken", "take", "taking", "takes", "assumed", "assuming", "assume", "entered", "entering"}) &&
        any_of(next, {"office", "power"})) {
        return at + 2;
    }
    if (word == "sworn" && next == "in") {
        return at + 2;
    }
    if (any_of(word, {"came", "come", "coming", "swept", "rose"}) && any_of(next, {"to", "into"}) &&
        any_of(lower(document, at + 2), {"power", "office"})) {
        return at + 3;
    }
    if (any_of(word, {"inaugurated", "inauguration"})) {
        return at + 1;
    }
    if (word == "in" && next == "office" && lower(document, at + 2) == "since") {
        return at + 2;
    }
    return 0;
}

// The expression right behind, with at most a few words of place or manner between.
const TimeMention* time_behind(const Document& document, std::uint32_t at, std::uint32_t end) {
    constexpr std::uint32_t reach = 5;
    const auto time =
        std::lower_bound(document.times.begin(), document.times.end(), at,
                         [](const TimeMention& mention, std::uint32_t token) { return mention.tokens.begin < token; });
    if (time == document.times.end() || time->tokens.begin >= end || time->tokens.begin > at + reach || !time->date.first) {
        return nullptr;
    }
    for (std::uint32_t i = at; i < time->tokens.begin; ++i) {
        if (document.tokens[i].upos == Upos::verb || any_of(document.tokens[i].lower, {",", ";", "after", "before"})) {
            return nullptr;
        }
    }
    return &*time;
}

// The bounds keep a question's cost independent of the article's length; a government is introduced not far from its acts.
constexpr std::uint32_t reach_back = 4000;
constexpr std::uint32_t reach_on = 1000;
constexpr std::uint32_t subject_reach = 100;

std::uint32_t back_from(std::uint32_t at, std::uint32_t reach) { return at > reach ? at - reach : 0; }

std::vector<ActorMention>::const_iterator first_actor(const Document& document, std::uint32_t token) {
    return std::lower_bound(document.actors.begin(), document.actors.end(), token,
                            [](const ActorMention& actor, std::uint32_t at) { return actor.tokens.begin < at; });
}

const Entity* person_before(const Document& document, TokenRange sentence, std::uint32_t at) {
    const Entity* found = nullptr;
    for (auto actor = first_actor(document, sentence.begin); actor != document.actors.end() && actor->tokens.begin < at;
         ++actor) {
        for (const std::uint32_t index : actor->entities) {
            if (document.entities[index].kind == ActorKind::person) {
                found = &document.entities[index];
            }
        }
    }
    return found;
}

}  // namespace

std::vector<OfficeStart> office_starts(const Document& document, std::uint32_t around) {
    std::vector<OfficeStart> starts;
    const std::uint32_t from = back_from(around, reach_back);
    const auto first =
        std::lower_bound(document.sentences.begin(), document.sentences.end(), from,
                         [](const demarche::Sentence& sentence, std::uint32_t at) { return sentence.tokens.end <= at; });
    for (auto one = first; one != document.sentences.end() && one->tokens.begin < around + reach_on; ++one) {
        const demarche::Sentence& sentence = *one;
        const std::uint32_t end = std::min(sentence.tokens.end, around + reach_on);
        for (std::uint32_t at = std::max(sentence.tokens.begin, from); at < end; ++at) {
            const std::uint32_t behind = behind_office_taking(document, at);
            if (behind == 0) {
                continue;
            }
            const TimeMention* time = time_behind(document, behind, sentence.tokens.end);
            if (time == nullptr) {
                continue;
            }
            OfficeStart start;
            start.at = at;
            start.date = named_date(time->date);
            if (const Entity* person =
                    person_before(document, {std::max(sentence.tokens.begin, back_from(at, subject_reach)), at}, at)) {
                start.surname = person->surname;
                start.state = person->state;
            }
            starts.push_back(std::move(start));
        }
    }
    return starts;
}

std::optional<OfficeStart> government_of(const Document& document, const EventDateQuestion& question) {
    const std::vector<OfficeStart> starts = office_starts(document, question.trigger.begin);
    if (starts.empty()) {
        return std::nullopt;
    }
    const std::uint32_t from =
        std::max(document.sentences[question.sentence].tokens.begin, back_from(question.trigger.begin, subject_reach));
    const std::uint32_t to = question.trigger.begin;
    bool government = false;
    for (std::uint32_t at = from; at < to; ++at) {
        government = government || any_of(lower(document, at), {"government", "administration", "cabinet"});
    }
    for (const OfficeStart& start : starts) {
        bool named = false;
        for (std::uint32_t at = from; at < to && !start.surname.empty(); ++at) {
            named = named || document.tokens[at].form == start.surname;
        }
        bool state = false;
        bool other_state = false;
        for (auto actor = first_actor(document, from); actor != document.actors.end() && actor->tokens.begin < to; ++actor) {
            for (const std::uint32_t index : actor->entities) {
                const Entity& entity = document.entities[index];
                if (entity.state.empty() || start.state.empty()) {
                    continue;
                }
                state = state || entity.state == start.state;
                other_state = other_state || entity.state != start.state;
            }
        }
        // "the government" alone is the one whose start was told, unless it is another state's
        if (named || state || (government && !other_state)) {
            return start;
        }
    }
    return std::nullopt;
}

}  // namespace demarche::when
