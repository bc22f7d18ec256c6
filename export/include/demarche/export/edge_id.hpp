// Ids of edges: the graph files write them, and `explain` finds an edge by them.
#pragma once

#include <string>

#include "demarche/graph/graph_view.hpp"

namespace demarche {

// "<source>:<role, link type, or kind of edge>:<target>", an NMTOKEN; the same whatever else is in the world.
// REQUIRES `edge` to be one of view.edges.
[[nodiscard]] std::string edge_id(const GraphView& view, const Edge& edge);

}  // namespace demarche
