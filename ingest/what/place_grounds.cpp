#include "what/place_grounds.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "what/reality.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

// Done by a state on its own ground, as the guides of event coding take it where the text names no other.
constexpr std::array<std::string_view, 4> kAtHome{"halt", "resume", "access-granted", "release"};
constexpr std::array<std::string_view, 3> kAtTarget{"investigation", "attack", "border-closure"};

std::string_view case_of(const Document& document, std::uint32_t noun, TokenRange sentence) {
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t at = noun; at > sentence.begin && at + reach > noun;) {
        --at;
        if (document.tokens[at].deprel == "case" && document.tokens[at].head == static_cast<std::int32_t>(noun)) {
            return document.tokens[at].lower;
        }
    }
    return {};
}

bool has_copula(const Document& document, std::uint32_t noun, TokenRange sentence) {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t at = noun; at > sentence.begin && at + reach > noun;) {
        --at;
        if (document.tokens[at].deprel == "cop" && document.tokens[at].head == static_cast<std::int32_t>(noun)) {
            return true;
        }
    }
    return false;
}

// "at a meeting", "during their talks"
bool opened_by_at(const Document& document, const Candidate& meeting) {
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t at = meeting.trigger.begin; at > 0 && at + reach > meeting.trigger.begin;) {
        const Token& word = document.tokens[--at];
        if (word.upos == Upos::adp || word.upos == Upos::verb || word.upos == Upos::punct) {
            return word.lower == "at" || word.lower == "during";
        }
    }
    return false;
}

}  // namespace

// "Talks on the sidelines of the forum", "the deal was reached at a meeting": either is where the other is.
bool beside(const Document& document, const std::vector<Candidate>& candidates, const Gathered& a, const Gathered& b) {
    return std::any_of(a.mentions.begin(), a.mentions.end(), [&](std::uint32_t i) {
        return std::any_of(b.mentions.begin(), b.mentions.end(), [&](std::uint32_t j) {
            const bool ordered = candidates[i].trigger.end <= candidates[j].trigger.begin;
            const Candidate& smaller = candidates[ordered ? i : j];
            const Candidate& larger = candidates[ordered ? j : i];
            if (smaller.sentence != larger.sentence ||
                (larger.rule->kind == "conference" && on_the_sidelines(document, smaller, larger))) {
                return smaller.sentence == larger.sentence;
            }
            return smaller.rule->plover == "AGREE" && opened_by_at(document, larger);
        });
    });
}

// A preposition of place opens the phrase, and each noun on the way to the verb is itself somewhere: "at a meeting in
// Geneva".
bool located(const Document& document, const PlaceMention& place, TokenRange sentence) {
    static constexpr std::array<std::string_view, 8> kIn{"in", "at", "near", "outside", "inside", "aboard", "off", "due"};
    static constexpr std::array<std::string_view, 3> kInside{"in", "at", "during"};
    static constexpr std::array<std::string_view, 16> kOccasions{
        "visit", "trip",    "tour",   "stop",  "sideline", "margin",   "fringe", "eve",
        "talk",  "meeting", "summit", "forum", "session",  "ceremony", "round",  "conference"};
    static constexpr std::array<std::string_view, 11> kParts{"round",  "sideline", "margin",  "day", "session", "series",
                                                             "fringe", "start",    "opening", "end", "eve"};
    constexpr int longest = 6;
    std::uint32_t at = place.tokens.begin;
    for (std::uint32_t token = place.tokens.begin; token < place.tokens.end; ++token) {
        const std::int32_t head = document.tokens[token].head;
        if (head < 0 || !place.tokens.contains(static_cast<std::uint32_t>(head))) {
            at = token;
            break;
        }
    }
    for (int step = 0; step < longest; ++step) {
        const std::string_view preposition = case_of(document, at, sentence);
        const bool part = preposition == "of" && document.tokens[at].head >= 0 &&
                          one_of(document.tokens[static_cast<std::uint32_t>(document.tokens[at].head)].lemma, kParts);
        const bool occasion = (preposition == "on" || preposition == "for") && one_of(document.tokens[at].lemma, kOccasions);
        const bool fits = step == 0 ? one_of(preposition, kIn) : part || occasion || one_of(preposition, kInside);
        const std::int32_t head = document.tokens[at].head;
        if (fits && has_copula(document, at, sentence)) {
            return true;  // "is in Kenya to …"
        }
        if (!fits || head < 0) {
            return false;
        }
        at = static_cast<std::uint32_t>(head);
        if (document.tokens[at].upos == Upos::verb || document.tokens[at].upos == Upos::adj) {
            return true;
        }
    }
    return false;
}

// "The minister and visiting envoys agreed": it is done in the state of who is not the visitor.
void place_by_visitor(const Document& document, Gathered& event) {
    if ((event.place && event.place->known()) || reality_of(event.status) != Reality::same) {
        return;
    }
    std::string_view visitor;
    for (const Party& party : event.parties) {
        const TokenRange tokens = document.actors[party.mention].tokens;
        constexpr std::uint32_t reach = 3;
        const std::uint32_t from = tokens.begin > reach ? tokens.begin - reach : 0;
        for (std::uint32_t at = tokens.end; at > from;) {
            const Token& word = document.tokens[--at];
            if (word.upos == Upos::punct || word.upos == Upos::cconj || word.upos == Upos::adp) {
                break;
            }
            const bool modifies = tokens.contains(at) || word.head > static_cast<std::int32_t>(at);  // not "visiting Kenya"
            if (word.lower == "visiting" && modifies) {
                visitor = document.entities[party.entity].state;
            }
        }
    }
    if (visitor.empty()) {
        return;
    }
    const auto states = states_of(document, event.parties);
    for (const Party& party : event.parties) {
        const Entity& host = document.entities[party.entity];
        if (states.size() == 2 && host.state != visitor && host.state.size() == 3) {
            Place place;
            place.country = host.state;
            event.place = std::move(place);
            event.notes.emplace_back("place: visitors are there");
            return;
        }
    }
}

// The act can only be there: a country, without a place.
void place_by_kind(const Document& document, const std::vector<Candidate>& candidates, Gathered& event) {
    const std::string& kind = candidates[event.mentions.front()].rule->kind;
    // A halt toward another state is often at a border, or at sea.
    const bool home = one_of(kind, kAtHome) && !(kind == "halt" && has_role(event.parties, Role::target));
    const bool truce = kind == "ceasefire";
    if ((event.place && event.place->known()) || (!home && !truce && !one_of(kind, kAtTarget)) ||
        reality_of(event.status) == Reality::denied) {
        return;
    }
    std::string_view country;
    for (const Party& party : event.parties) {
        const Entity& entity = document.entities[party.entity];
        if (truce) {  // a state's truce with a group is where the group is
            country = entity.kind == ActorKind::group && entity.state.size() == 3 ? std::string_view(entity.state) : country;
            continue;
        }
        if (party.role != (home ? Role::source : Role::target) || entity.kind == ActorKind::organisation) {
            continue;
        }
        if (entity.state.size() != 3 || (!country.empty() && country != entity.state)) {
            return;
        }
        country = entity.state;
    }
    if (!country.empty()) {
        Place place;
        place.country = country;
        event.place = std::move(place);
        event.notes.emplace_back("place: the state on whose ground it is done");
    }
}

std::optional<Place> place_of_visit(const Document& document, const Gathered& visit) {
    if (visit.place && visit.place->known()) {
        return visit.place;
    }
    for (const Party& party : visit.parties) {
        const Entity& entity = document.entities[party.entity];
        if ((party.role == Role::target || party.role == Role::host) && entity.state.size() == 3 &&
            entity.kind != ActorKind::organisation) {
            Place place;
            place.name = entity.kind == ActorKind::state ? entity.name : std::string();
            place.country = entity.state;
            return place;
        }
    }
    return std::nullopt;
}

bool share_state(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    return std::any_of(a.begin(), a.end(), [&](std::string_view one) { return std::binary_search(b.begin(), b.end(), one); });
}

}  // namespace demarche
