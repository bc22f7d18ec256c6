// The world frozen into a compressed sparse row graph (Boost.Graph), for neighbourhoods, projections, measures and export.
// Boost headers stay in the .cpp. Immutable after construction, so safe to read from any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "demarche/graph/graph_view.hpp"

namespace demarche {

class KnowledgeGraph {
public:
    // Borrows `world`, which must outlive the graph and not change. O(nodes + edges log edges).
    explicit KnowledgeGraph(const World& world);
    ~KnowledgeGraph();
    KnowledgeGraph(KnowledgeGraph&&) noexcept;
    KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;

    [[nodiscard]] const GraphView& view() const;
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;  // node of that id

    // Edges by index into view().edges that leave or enter the node.
    [[nodiscard]] std::vector<std::uint32_t> out_edges(std::uint32_t node) const;
    [[nodiscard]] std::vector<std::uint32_t> in_edges(std::uint32_t node) const;
    [[nodiscard]] std::uint32_t degree(std::uint32_t node) const;

    [[nodiscard]] ActorProjection actor_projection() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace demarche
