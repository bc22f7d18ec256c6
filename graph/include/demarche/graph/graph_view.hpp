// The world as nodes and edges, ready for writing: what KnowledgeGraph gives to the exporters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph/world.hpp"

namespace demarche {

enum class NodeKind : std::uint8_t { event, actor, place, article };
enum class EdgeKind : std::uint8_t { takes_part, at, reported_in, acts_for, link };

[[nodiscard]] std::string_view to_string(NodeKind kind);
[[nodiscard]] std::string_view to_string(EdgeKind kind);

struct Node {
    NodeKind kind = NodeKind::event;
    std::uint32_t index = 0;  // into the World's vector of that kind
};

// takes_part: actor -> event with its role. at: event -> place. reported_in: event -> article.
// acts_for: person -> state with office and dates. link: event -> event with its type.
struct Edge {
    std::uint32_t source = 0;  // into GraphView::nodes
    std::uint32_t target = 0;
    EdgeKind kind = EdgeKind::takes_part;
    Role role = Role::participant;  // takes_part
    std::uint32_t index = 0;  // takes_part: into Event::actors; acts_for: into WorldActor::acts_for; link: into World::links
};

// Borrows the world: the World must outlive the view and not change.
struct GraphView {
    const World* world = nullptr;
    std::vector<Node> nodes;  // events, actors, places, articles; each in id order
    std::vector<Edge> edges;  // in order of (source, target, kind, role)

    [[nodiscard]] std::string_view id(const Node& node) const;
};

// One edge a pair of actors that meet in at least one event (direction source -> target; both symmetric roles: a < b).
struct ActorTie {
    std::uint32_t source = 0;  // into World::actors
    std::uint32_t target = 0;
    std::uint32_t events = 0;
    std::uint32_t cooperative = 0;
    std::uint32_t conflictual = 0;
    std::optional<Day> first;
    std::optional<Day> last;
    std::vector<std::uint32_t> event_indexes;  // into World::events
};

struct ActorProjection {
    const World* world = nullptr;
    std::vector<std::uint32_t> actors;  // into World::actors, those with a tie
    std::vector<ActorTie> ties;
};

}  // namespace demarche
