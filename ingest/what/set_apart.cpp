// What keeps two mentions of one kind of event apart though their states would fit.
#include <algorithm>

#include "what/gather.hpp"

namespace demarche {

namespace {

// "They also met": one more of its kind.
bool another_one(const Document& document, const Candidate& candidate) {
    const std::uint32_t begin = candidate.trigger.begin;
    const auto also = [&](std::uint32_t at) {
        return document.tokens[at].lower == "also" || document.tokens[at].lower == "separately";
    };
    return (begin > 0 && also(begin - 1)) || (begin > 1 && also(begin - 2));
}

bool same_entities(const std::vector<Party>& a, const std::vector<Party>& b) {
    const auto within = [](const std::vector<Party>& some, const std::vector<Party>& all) {
        return std::all_of(some.begin(), some.end(), [&](const Party& party) {
            return std::any_of(all.begin(), all.end(), [&](const Party& other) { return other.entity == party.entity; });
        });
    };
    return within(a, b) && within(b, a);
}

}  // namespace

bool named_set(const Document& document, const std::vector<Party>& parties) {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
        const ActorMention& mention = document.actors[party.mention];
        return mention.adjective && mention.ground == Ground::set && mention.entities.size() > 2;
    });
}

bool set_apart(const Document& document, const Candidate& first, const std::vector<Party>& parties, const Candidate& candidate) {
    if (candidate.parties.empty()) {
        return false;
    }
    const std::vector<std::string_view> states = states_of(document, candidate.parties);
    const std::vector<std::string_view> others = states_of(document, parties);
    if (states != others && (named_set(document, candidate.parties) || named_set(document, parties))) {
        return true;
    }
    if (candidate.sentence == first.sentence) {
        return false;
    }
    if (another_one(document, candidate) && !same_entities(parties, candidate.parties)) {
        return true;
    }
    // "Peru, Chile and Togo held talks" after a meeting of Peru and Chile.
    return !candidate.definite && candidate.rule->direction == "symmetric" && states.size() > 1 && others.size() > 1 &&
           states != others;
}

}  // namespace demarche
