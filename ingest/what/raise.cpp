// Talks that are more than talks by who holds them: a meeting between heads of state or government is a summit.
#include <algorithm>
#include <array>
#include <cctype>

#include "what/gather.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 18> kHeads{
    "president", "prime minister", "premier",        "chancellor",    "federal chancellor", "king",
    "queen",     "emir",           "sultan",         "taoiseach",     "supreme leader",     "leader",
    "pope",      "crown prince",   "interim leader", "head of state", "acting president",   "interim president"};
// Several of them without a name: "the prime ministers of the two countries". "Leaders" may be anybody.
constexpr std::array<std::string_view, 3> kManyHeads{"presidents of", "prime ministers of", "heads of state"};

// Not in one room: a telephone call or a letter is no summit.
constexpr std::array<std::string_view, 6> kApart{"speak", "talk", "converse", "chat", "correspond", "call"};

std::string lower_of(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return lower;
}

bool is_head(const Document& document, const Party& party) {
    const Entity& entity = document.entities[party.entity];
    if (entity.kind == ActorKind::person) {
        return one_of(lower_of(entity.office), kHeads);
    }
    const std::string words = lower_of(document.actors[party.mention].span.in(document.text()));
    return std::any_of(kManyHeads.begin(), kManyHeads.end(),
                       [&](std::string_view many) { return words.find(many) != std::string::npos; });
}

}  // namespace

void raise_to_summits(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& event : gathered) {
        const Candidate& first = candidates[event.mentions.front()];
        if (first.rule->kind != "talks" || (!first.noun && one_of(document.tokens[first.trigger.begin].lemma, kApart))) {
            continue;
        }
        std::vector<Party> sides;
        std::vector<Party> heads;
        for (const Party& party : event.parties) {
            if (party.role == Role::participant) {
                sides.push_back(party);
                if (is_head(document, party)) {
                    heads.push_back(party);
                }
            }
        }
        const std::vector<std::string_view> states = states_of(document, sides);
        event.summit = states.size() > 1 && states == states_of(document, heads);
        if (event.summit) {
            event.notes.emplace_back("talks between heads of state or government are a summit");
        }
    }
}

}  // namespace demarche
