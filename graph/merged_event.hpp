// One event of the world from the reports of it.
#pragma once

#include "cluster_members.hpp"
#include "demarche/graph/world.hpp"
#include "merge_member.hpp"
#include "person_index.hpp"

namespace demarche {

[[nodiscard]] WorldEvent merged_event(const MergeCluster& cluster, const std::vector<MergeMember>& members);

// "ev." and 16 hexadecimal digits: XXH3 of publication, article id and coding id of the earliest member.
[[nodiscard]] std::string event_id(const MergeMember& earliest);

}  // namespace demarche
