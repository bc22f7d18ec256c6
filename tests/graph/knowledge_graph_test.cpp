// The frozen graph against counts taken from the world itself.
#include "demarche/graph/knowledge_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "demarche/graph/merge.hpp"
#include "random_codings.hpp"

namespace demarche {
namespace {

World some_world(std::uint64_t seed) {
    std::vector<std::string> warnings;
    return merge(merge_partial(testing::news_codings(seed, 200), warnings));
}

TEST(KnowledgeGraph, HasTheNodesAndDegreesOfTheWorld) {
    const World world = some_world(21);
    const KnowledgeGraph graph(world);
    const GraphView& view = graph.view();
    ASSERT_EQ(view.nodes.size(), world.events.size() + world.actors.size() + world.places.size() + world.articles.size());

    std::map<std::string, std::size_t> expected;  // degree by id, counted from the world
    for (const WorldEvent& event : world.events) {
        std::set<std::tuple<std::string, Role>> seats;
        for (const Actor& actor : event.event.actors) {
            if (seats.emplace(actor.id, actor.role).second) {
                ++expected[actor.id];
                ++expected[event.event.id];
            }
        }
        if (event.event.place) {
            ++expected[place_id(*event.event.place)];
            ++expected[event.event.id];
        }
        for (const std::string& article : event.articles) {
            ++expected[article];
            ++expected[event.event.id];
        }
    }
    for (const WorldLink& link : world.links) {
        ++expected[link.from];
        ++expected[link.to];
    }
    for (const WorldActor& actor : world.actors) {
        std::set<std::string> states;
        for (const ActsFor& row : actor.acts_for) {
            if (states.insert(row.state).second) {
                ++expected[actor.id];
                ++expected["state." + row.state];
            }
        }
    }
    EXPECT_FALSE(world.links.empty());
    EXPECT_FALSE(world.places.empty());
    for (std::uint32_t node = 0; node < view.nodes.size(); ++node) {
        const std::string id(view.id(view.nodes[node]));
        EXPECT_EQ(graph.degree(node), expected[id]) << id;
        EXPECT_EQ(graph.out_edges(node).size() + graph.in_edges(node).size(), expected[id]) << id;
        EXPECT_EQ(graph.find(id), node) << id;
        for (const std::uint32_t edge : graph.out_edges(node)) {
            EXPECT_EQ(view.edges[edge].source, node);
        }
        for (const std::uint32_t edge : graph.in_edges(node)) {
            EXPECT_EQ(view.edges[edge].target, node);
        }
    }
    EXPECT_FALSE(graph.find("no such id").has_value());
}

TEST(KnowledgeGraph, OrdersItsEdges) {
    const World world = some_world(22);
    const KnowledgeGraph graph(world);
    const auto key = [](const Edge& e) { return std::tuple(e.source, e.target, e.kind, e.role, e.index); };
    const auto& edges = graph.view().edges;
    EXPECT_TRUE(std::is_sorted(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) { return key(a) < key(b); }));
}

TEST(KnowledgeGraph, LeavesOutEdgesToWhatIsNotThere) {
    World world = some_world(23);
    world.places.clear();
    world.articles.clear();
    const KnowledgeGraph graph(world);
    for (const Edge& edge : graph.view().edges) {
        EXPECT_NE(edge.kind, EdgeKind::at);
        EXPECT_NE(edge.kind, EdgeKind::reported_in);
    }
    const World empty;
    EXPECT_TRUE(KnowledgeGraph(empty).view().nodes.empty());
    EXPECT_TRUE(KnowledgeGraph(empty).actor_projection().ties.empty());
}

// A world of one event for each line of roles.
struct Seat {
    Role role;
    const char* id;
};

WorldEvent event_of(const char* id, const char* plover, Status status, Day day, std::initializer_list<Seat> seats) {
    WorldEvent event;
    event.event.id = id;
    event.event.plover = plover;
    event.event.status = status;
    event.event.date = span_of_day(day);
    for (const Seat& seat : seats) {
        event.event.actors.push_back({seat.role, ActorKind::state, seat.id, seat.id, "", "", "", {}});
    }
    return event;
}

TEST(ActorProjection, TiesByRoleAndCountsBySpirit) {
    World world;
    for (const char* id : {"a", "b", "c", "d"}) {
        world.actors.push_back({id, ActorKind::state, id, {}, "", {}});
    }
    const Day day = *day_of(2031, 5, 1);
    const auto one = std::chrono::duration<int, std::ratio<86400>>(1);
    world.events.push_back(event_of("ev.1", "CONSULT", Status::occurred, day + one,
                                    {{Role::participant, "b"}, {Role::participant, "a"}, {Role::mediator, "c"}}));
    world.events.push_back(event_of("ev.2", "SANCTION", Status::occurred, day, {{Role::source, "b"}, {Role::target, "a"}}));
    world.events.push_back(event_of("ev.3", "THREATEN", Status::denied, day, {{Role::source, "d"}, {Role::target, "a"}}));
    world.events.push_back(event_of("ev.4", "CONSULT", Status::planned, day,
                                    {{Role::participant, "a"}, {Role::host, "a"}, {Role::participant, "b"}}));
    world.events.push_back(event_of("ev.5", "REQUEST", Status::occurred, day, {{Role::source, "a"}, {Role::target, "a"}}));
    const ActorProjection projection = KnowledgeGraph(world).actor_projection();

    EXPECT_EQ(projection.actors, (std::vector<std::uint32_t>{0, 1, 2}));
    ASSERT_EQ(projection.ties.size(), 4U);  // a-b, a-c, b->a, b-c; no tie of a with itself, none by what was denied
    const ActorTie& together = projection.ties[0];
    EXPECT_EQ(std::pair(together.source, together.target), std::pair(0U, 1U));
    EXPECT_EQ(together.events, 2U);
    EXPECT_EQ(together.cooperative, 2U);
    EXPECT_EQ(together.conflictual, 0U);
    EXPECT_EQ(together.first, day);
    EXPECT_EQ(together.last, day + one);
    EXPECT_EQ(together.event_indexes, (std::vector<std::uint32_t>{0, 3}));
    EXPECT_EQ(std::pair(projection.ties[1].source, projection.ties[1].target), std::pair(0U, 2U));
    const ActorTie& against = projection.ties[2];
    EXPECT_EQ(std::pair(against.source, against.target), std::pair(1U, 0U));
    EXPECT_EQ(against.conflictual, 1U);
    EXPECT_EQ(against.cooperative, 0U);
}

}  // namespace
}  // namespace demarche
