// The actor-actor projection of a world: who met whom, how often, in which spirit.
#pragma once

#include "demarche/graph/graph_view.hpp"

namespace demarche {

// Ties by role: source -> target; participants with each other, with hosts and mediators; mediators with sources and targets;
// hosts with sources (a visitor and who receives it). Events that did not take place (denied, cancelled) tie nobody.
// Cost: the pairs of actors inside each event, O(t log t) in their number.
[[nodiscard]] ActorProjection project_actors(const World& world);

}  // namespace demarche
