// At whom an act aims that its own sentence leaves without a target.
#include <algorithm>

#include "what/gather.hpp"

namespace demarche {

// Two halts that answer each other: who stops second stops toward who stopped first.
void aim_responses(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& event : gathered) {
        const Candidate& answer = candidates[event.mentions.front()];
        if (answer.caused_by == kNone || has_role(event.parties, Role::target)) {
            continue;
        }
        for (const Gathered& other : gathered) {
            const Candidate& first = candidates[other.mentions.front()];
            if (first.sentence != answer.sentence || first.predicate != answer.caused_by || &other == &event) {
                continue;
            }
            for (const Party& party : other.parties) {
                if (party.role == Role::source &&
                    document.entities[party.entity].state != document.entities[event.parties.front().entity].state) {
                    event.parties.push_back({Role::target, party.entity, party.mention});
                }
            }
            break;
        }
    }
}

// "are negotiating with the United States over tariffs to be imposed by Washington": the duties aim at those who bargain over
// them.
void aim_tariffs(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& event : gathered) {
        const Candidate& first = candidates[event.mentions.front()];
        if (first.rule->kind != "tariffs" || has_role(event.parties, Role::target)) {
            continue;
        }
        const std::vector<std::string_view> sources = states_of(document, event.parties);
        for (const Gathered& other : gathered) {
            const Candidate& bargain = candidates[other.mentions.front()];
            const auto sides = states_of(document, other.parties);
            if (bargain.rule->kind != "negotiation" || bargain.sentence != first.sentence ||
                !std::includes(sides.begin(), sides.end(), sources.begin(), sources.end())) {
                continue;
            }
            for (const Party& party : other.parties) {
                const std::string& state = document.entities[party.entity].state;
                if (std::find(sources.begin(), sources.end(), state) == sources.end()) {
                    event.parties.push_back({Role::target, party.entity, party.mention});
                }
            }
        }
    }
}

}  // namespace demarche
