// The actors of the world: everyone who takes part in an event, and every state or body that a person acts for.
#pragma once

#include "demarche/graph/world.hpp"
#include "merge_member.hpp"
#include "person_index.hpp"

namespace demarche {

// Fills world.actors, in id order. REQUIRES world.events.
void collect_actors(World& world, const std::vector<MergeMember>& members, const PersonIndex& persons);

}  // namespace demarche
