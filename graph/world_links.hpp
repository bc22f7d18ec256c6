// Links between events of the world: those that articles tell, and cancellations that only several articles show together.
#pragma once

#include "cluster_members.hpp"
#include "demarche/graph/world.hpp"
#include "merge_member.hpp"

namespace demarche {

// Fills world.links, in order of (from, to, type), and gives called-off plans the status `cancelled`.
// `clusters[i]` are the members of world.events[i].
void link_events(World& world, const std::vector<MergeCluster>& clusters, const std::vector<MergeMember>& members);

}  // namespace demarche
