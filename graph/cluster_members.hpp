// Groups reports of one event: candidates by block and day, then unions in canonical order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "merge_member.hpp"

namespace demarche {

struct MergeUnion {
    std::uint32_t member = 0;  // the later of the two whose likeness joined their groups
    int score = 0;             // of a thousand
    std::vector<std::string> on;
};

struct MergeCluster {
    std::vector<std::uint32_t> members;  // ascending: canonical order
    std::vector<MergeUnion> unions;      // in the order in which they were made
};

// Every member in exactly one cluster, clusters in order of their first member.
// Cost: the pairs that share a block and whose windows meet; a union compares the members of both sides with each other.
[[nodiscard]] std::vector<MergeCluster> cluster_members(const std::vector<MergeMember>& members);

}  // namespace demarche
