// What an event must have to be one: parties as its rule asks for them.
#include <algorithm>
#include <array>

#include "what/gather.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

// "if the senate voted against": what a body without a name might do, on a condition, is no event yet.
bool supposed(const Document& document, const Candidate& mention, const Gathered& event) {
    const bool nobody = std::all_of(event.parties.begin(), event.parties.end(), [&](const Party& party) {
        return party.role != Role::source || document.entities[party.entity].unnamed;
    });
    if (!nobody || event.status != Status::possible || mention.noun) {
        return false;
    }
    const std::uint32_t first = document.sentences[mention.sentence].tokens.begin;
    for (std::uint32_t at = mention.trigger.begin; at > first && document.tokens[at - 1].form != ","; --at) {
        if (document.tokens[at - 1].lower == "if" || document.tokens[at - 1].lower == "unless") {
            return true;
        }
    }
    return false;
}

// Groups with a name count as sides of their own: of no one state ("Islamic State"), or beside their own government ("Kabul and
// the Taliban").
std::size_t own_sides(const Document& document, const Gathered& event) {
    return static_cast<std::size_t>(std::count_if(event.parties.begin(), event.parties.end(), [&](const Party& party) {
        const Entity& entity = document.entities[party.entity];
        const bool beside = std::any_of(event.parties.begin(), event.parties.end(), [&](const Party& other) {
            const Entity& government = document.entities[other.entity];
            return government.kind != ActorKind::group && !government.unnamed && government.state == entity.state;
        });
        return entity.kind == ActorKind::group && !entity.unnamed && (entity.state.empty() || beside);
    }));
}

// "those negotiations"
bool points_back(const Document& document, const Candidate& mention) {
    static constexpr std::array<std::string_view, 4> words{"this", "that", "these", "those"};
    const std::uint32_t begin = mention.trigger.begin;
    for (std::uint32_t back = 1; back <= 3 && back <= begin; ++back) {
        const Token& token = document.tokens[begin - back];
        if (one_of(token.lower, words)) {
            return true;
        }
        if (token.upos != Upos::adj && token.upos != Upos::noun) {
            return false;
        }
    }
    return false;
}

// Whether one state makes an event of a symmetric kind: it may be dealing with somebody unnamed. Not several of it among
// themselves (a cabinet, a parliament), and not what is known from before.
bool stands_alone(const Document& document, const Candidate& mention, const Gathered& event) {
    const auto sides = std::count_if(event.parties.begin(), event.parties.end(),
                                     [](const Party& party) { return party.role == Role::participant; });
    const auto stateless = std::count_if(event.parties.begin(), event.parties.end(), [&](const Party& party) {
        return party.role == Role::participant && document.entities[party.entity].state.empty();
    });
    const bool unnamed = std::any_of(event.parties.begin(), event.parties.end(),  // a court, a senate that meets
                                     [&](const Party& party) { return document.entities[party.entity].unnamed; });
    const bool told_of_oneself = std::any_of(event.parties.begin(), event.parties.end(), [&](const Party& party) {
        const ActorMention& words = document.actors[party.mention];  // "we expect further contacts": with whom is not said
        return party.role == Role::participant && words.ground == Ground::pronoun &&
               one_of(document.tokens[words.tokens.begin].lower, kFirstPerson);
    });
    return stateless > 0 ? sides > stateless : sides <= 1 && !unnamed && !told_of_oneself && !points_back(document, mention);
}

bool needs_met(const Document& document, const Rule& rule, const Gathered& event) {
    return std::all_of(rule.needs.begin(), rule.needs.end(), [&](const auto& need) {
        return std::any_of(event.parties.begin(), event.parties.end(), [&](const Party& party) {
            const ActorKind kind = document.entities[party.entity].kind;
            const bool idle = party.role == Role::source && document.entities[party.entity].acted_on;
            return party.role == need.first && !idle &&
                   (need.second == Need::actor || (need.second == Need::person) == (kind == ActorKind::person));
        });
    });
}

// Who is only acted on (villagers, refugees) says nothing for a state.
bool said_by_nobody(const Document& document, const Rule& rule, const Gathered& event) {
    const auto source = [](const Party& party) { return party.role == Role::source; };
    return rule.speech && has_role(event.parties, Role::source) &&
           std::all_of(event.parties.begin(), event.parties.end(),
                       [&](const Party& party) { return !source(party) || document.entities[party.entity].acted_on; });
}

}  // namespace

bool stands(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event) {
    const std::size_t states = states_of(document, event.parties).size() + own_sides(document, event);
    return states > 0 && std::any_of(event.mentions.begin(), event.mentions.end(), [&](std::uint32_t mention) {
               const Rule& rule = *candidates[mention].rule;
               const bool alone = states == 1 && rule.direction == "symmetric";
               return states >= rule.parties && (!rule.foreign || states > 1) &&
                      (!alone || stands_alone(document, candidates[mention], event)) && needs_met(document, rule, event) &&
                      !supposed(document, candidates[mention], event) && !said_by_nobody(document, rule, event);
           });
}

}  // namespace demarche
