// Sets of actors: "the two leaders", "both sides", "the three countries".
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

std::vector<std::uint32_t> Reader::recent_set(std::uint32_t token, std::size_t size, int kind, std::uint32_t sentences) const {
    const std::uint32_t sentence = scene_.sentence_of(token);
    for (std::size_t s = sets_.size(); s-- > 0;) {
        const Set& set = sets_[s];
        if (sentence - set.sentence > sentences) {
            break;
        }
        if (size != 0 && set.entities.size() != size) {
            continue;
        }
        if (kind == 1 && !set.persons) {
            continue;
        }
        if (kind == 2 && set.persons) {  // "the three countries" of three ministers
            std::vector<std::uint32_t> states;
            for (const std::uint32_t person : set.entities) {
                std::uint32_t row = scene_.tables.find_state(registry_.entity(person).state);
                if (row == ActorTables::npos) {
                    states.clear();
                    break;
                }
                const std::uint32_t state = registry_.state(row);
                if (std::find(states.begin(), states.end(), state) == states.end()) {
                    states.push_back(state);
                }
            }
            if (!states.empty() && (size == 0 || states.size() == size)) {
                return states;
            }
            continue;
        }
        return set.entities;
    }
    return {};
}

// Exactly two persons, or two states, in this sentence and the one before it; else nobody.
std::vector<std::uint32_t> Reader::pair_in_view(std::uint32_t i, bool states) {
    std::vector<std::uint32_t> found;
    const auto& actors = scene_.document.actors;
    for (std::size_t m = actors.size(); m-- > 0 && scene_.sentence_of(i) - scene_.sentence_of(actors[m].tokens.begin) <= 1;) {
        for (const std::uint32_t entity : actors[m].entities) {
            std::uint32_t who = entity;
            if (registry_.entity(entity).kind != ActorKind::person) {
                if (!states || actors[m].adjective || registry_.entity(entity).kind != ActorKind::state) {
                    continue;
                }
            } else if (states) {
                who = registry_.state_by_id(registry_.entity(entity).state);
            }
            if (who != Registry::npos && std::find(found.begin(), found.end(), who) == found.end()) {
                found.push_back(who);
            }
        }
    }
    std::reverse(found.begin(), found.end());
    return found.size() == 2 ? found : std::vector<std::uint32_t>{};
}

// "The three countries" of a lead are often named one by one only in the next paragraph.
void Reader::settle_pending() {
    bool added = false;
    for (const Pending& open : pending_) {
        const std::uint32_t sentence = scene_.sentence_of(open.begin);
        const auto set = std::find_if(sets_.begin(), sets_.end(),
                                      [&](const Set& s) { return s.sentence >= sentence && s.entities.size() == open.count; });
        if (set == sets_.end()) {
            continue;
        }
        ActorMention made;
        made.tokens = {open.begin, open.end};
        made.span = scene_.span_of(open.begin, open.end);
        made.ground = Ground::set;
        for (const std::uint32_t entity : set->entities) {
            const std::uint32_t state = set->persons ? registry_.state_by_id(registry_.entity(entity).state) : entity;
            if (state != Registry::npos && std::find(made.entities.begin(), made.entities.end(), state) == made.entities.end()) {
                made.entities.push_back(state);
            }
        }
        if (made.entities.size() == open.count) {
            scene_.document.actors.push_back(std::move(made));
            added = true;
        }
    }
    if (added) {
        std::sort(scene_.document.actors.begin(), scene_.document.actors.end(),
                  [](const ActorMention& a, const ActorMention& b) { return a.tokens.begin < b.tokens.begin; });
    }
}

}  // namespace demarche
