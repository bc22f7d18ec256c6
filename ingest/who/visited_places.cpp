// Towns as names of their states. "Lima said" is read as an act of Peru by the reader of actors; "flew to Lima" names only a
// place, which still tells whom the visit is to.
#include <algorithm>
#include <utility>

#include "demarche/ingest/stages.hpp"
#include "who/actor_tables.hpp"

namespace demarche {

namespace {

// The entities of states, by their row of the table; made if the article has not named one yet.
class StateEntities {
public:
    StateEntities(Document& document, const ActorTables& tables) : document_(document), tables_(tables) {
        for (std::uint32_t i = 0; i < document.entities.size(); ++i) {
            if (document.entities[i].kind == ActorKind::state) {
                known_.emplace_back(tables.find_state(document.entities[i].state), i);
            }
        }
    }

    std::uint32_t of(std::uint32_t row) {
        const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto& pair) { return pair.first == row; });
        if (found != known_.end()) {
            return found->second;
        }
        const StateRow& state = tables_.state(row);
        Entity entity;
        entity.kind = ActorKind::state;
        entity.id = "state." + state.id;
        entity.name = state.name;
        entity.state = state.id;
        document_.entities.push_back(std::move(entity));
        known_.emplace_back(row, static_cast<std::uint32_t>(document_.entities.size() - 1));
        return known_.back().second;
    }

private:
    Document& document_;
    const ActorTables& tables_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> known_;  // row, entity: as many as there are states
};

bool named_already(const Document& document, TokenRange tokens) {
    const auto next =
        std::lower_bound(document.actors.begin(), document.actors.end(), tokens.begin,
                         [](const ActorMention& mention, std::uint32_t token) { return mention.tokens.end <= token; });
    return next != document.actors.end() && next->tokens.begin < tokens.end;
}

}  // namespace

void name_states_of_places(Document& document, const ActorTables& tables) {
    StateEntities states(document, tables);
    std::vector<ActorMention> towns;
    for (const PlaceMention& place : document.places) {
        const std::uint32_t row = place.place.country.empty() ? ActorTables::npos : tables.find_state(place.place.country);
        if (row == ActorTables::npos || place.dateline || place.country || place.tokens.size() == 0 ||
            named_already(document, place.tokens)) {
            continue;
        }
        ActorMention town;
        town.tokens = place.tokens;
        town.span = place.span;
        town.entities = {states.of(row)};
        town.ground = Ground::place;
        town.place = true;
        towns.push_back(std::move(town));
    }
    document.add_actors(std::move(towns));
}

}  // namespace demarche
