#include "demarche/graph/knowledge_graph.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "actor_projection.hpp"

namespace demarche {

namespace {

// The number of an edge in GraphView::edges.
struct EdgeNumber {
    std::uint32_t value = 0;
};

// Two directed graphs instead of a bidirectional one: both are then built from sorted edges, which is the fast way in.
using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgeNumber, boost::no_property,
                                               std::uint32_t, std::uint32_t>;
using Ends = std::pair<std::uint32_t, std::uint32_t>;

std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

// Nodes by id, each kind apart, since an article may be called like an actor.
class Directory {
public:
    void add(NodeKind kind, std::string_view id, std::uint32_t node) { of(kind).emplace(id, node); }

    [[nodiscard]] std::optional<std::uint32_t> find(NodeKind kind, std::string_view id) const {
        const auto& nodes = nodes_.at(static_cast<std::size_t>(kind));
        const auto found = nodes.find(id);
        return found == nodes.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::unordered_map<std::string_view, std::uint32_t>& of(NodeKind kind) { return nodes_.at(static_cast<std::size_t>(kind)); }

    std::array<std::unordered_map<std::string_view, std::uint32_t>, 4> nodes_;
};

// Collects the edges; what points to a node that the world does not hold is left out, so that a filtered world is a graph too.
class EdgeCollector {
public:
    EdgeCollector(const Directory& directory, std::vector<Edge>& edges) : directory_(directory), edges_(edges) {}

    void add_event(const WorldEvent& world_event, std::uint32_t node) {
        const Event& event = world_event.event;
        for (std::size_t i = 0; i < event.actors.size(); ++i) {
            if (const auto actor = directory_.find(NodeKind::actor, event.actors[i].id)) {
                edges_.push_back({*actor, node, EdgeKind::takes_part, event.actors[i].role, size32(i)});
            }
        }
        if (event.place) {
            if (const auto place = directory_.find(NodeKind::place, place_id(*event.place))) {
                edges_.push_back({node, *place, EdgeKind::at, Role::participant, 0});
            }
        }
        for (const std::string& id : world_event.articles) {
            if (const auto article = directory_.find(NodeKind::article, id)) {
                edges_.push_back({node, *article, EdgeKind::reported_in, Role::participant, 0});
            }
        }
    }

    // One edge a state: the row last seen stands for the others, which are reached through the actor.
    void add_offices(const WorldActor& actor, std::uint32_t node) {
        std::unordered_map<std::string_view, std::size_t> latest;
        for (std::size_t i = 0; i < actor.acts_for.size(); ++i) {
            const ActsFor& row = actor.acts_for[i];
            const auto [at, fresh] = latest.emplace(row.state, i);
            const ActsFor& best = actor.acts_for[at->second];
            if (!fresh && std::tie(best.to, best.from) < std::tie(row.to, row.from)) {
                at->second = i;
            }
        }
        for (std::size_t i = 0; i < actor.acts_for.size(); ++i) {
            if (latest.at(actor.acts_for[i].state) != i) {
                continue;
            }
            auto state = directory_.find(NodeKind::actor, "state." + actor.acts_for[i].state);
            if (!state) {
                state = directory_.find(NodeKind::actor, "org." + actor.acts_for[i].state);
            }
            if (state && *state != node) {
                edges_.push_back({node, *state, EdgeKind::acts_for, Role::participant, size32(i)});
            }
        }
    }

    void add_link(const WorldLink& link, std::uint32_t index) {
        const auto from = directory_.find(NodeKind::event, link.from);
        const auto to = directory_.find(NodeKind::event, link.to);
        if (from && to) {
            edges_.push_back({*from, *to, EdgeKind::link, Role::participant, index});
        }
    }

private:
    const Directory& directory_;
    std::vector<Edge>& edges_;
};

auto order_of(const Edge& edge) { return std::tie(edge.source, edge.target, edge.kind, edge.role, edge.index); }

// One takes_part edge an actor, event and role; one reported_in an event and article. Links differ by their type, that is by
// index.
bool same_edge(const Edge& a, const Edge& b) {
    return a.source == b.source && a.target == b.target && a.kind == b.kind && a.role == b.role &&
           (a.kind != EdgeKind::link || a.index == b.index);
}

}  // namespace

struct KnowledgeGraph::Impl {
    explicit Impl(const World& borrowed) {
        view.world = &borrowed;
        number_nodes();
        collect_edges();
        freeze();
    }

    void add_node(NodeKind kind, std::size_t index, std::string_view id) {
        directory.add(kind, id, size32(view.nodes.size()));
        view.nodes.push_back({kind, size32(index)});
    }

    void number_nodes() {
        const World& world = *view.world;
        view.nodes.reserve(world.events.size() + world.actors.size() + world.places.size() + world.articles.size());
        for (std::size_t i = 0; i < world.events.size(); ++i) {
            add_node(NodeKind::event, i, world.events[i].event.id);
        }
        for (std::size_t i = 0; i < world.actors.size(); ++i) {
            add_node(NodeKind::actor, i, world.actors[i].id);
        }
        for (std::size_t i = 0; i < world.places.size(); ++i) {
            add_node(NodeKind::place, i, world.places[i].id);
        }
        for (std::size_t i = 0; i < world.articles.size(); ++i) {
            add_node(NodeKind::article, i, world.articles[i].id);
        }
    }

    void collect_edges() {
        const World& world = *view.world;
        EdgeCollector collector(directory, view.edges);
        for (std::size_t i = 0; i < world.events.size(); ++i) {
            collector.add_event(world.events[i], size32(i));
        }
        for (std::size_t i = 0; i < world.actors.size(); ++i) {
            collector.add_offices(world.actors[i], size32(world.events.size() + i));
        }
        for (std::size_t i = 0; i < world.links.size(); ++i) {
            collector.add_link(world.links[i], size32(i));
        }
        std::sort(view.edges.begin(), view.edges.end(), [](const Edge& a, const Edge& b) { return order_of(a) < order_of(b); });
        view.edges.erase(std::unique(view.edges.begin(), view.edges.end(), same_edge), view.edges.end());
    }

    void freeze() {
        const std::size_t count = view.edges.size();
        std::vector<Ends> ends(count);
        std::vector<EdgeNumber> numbers(count);
        for (std::size_t i = 0; i < count; ++i) {
            ends[i] = {view.edges[i].source, view.edges[i].target};
            numbers[i].value = size32(i);
        }
        const auto nodes = size32(view.nodes.size());
        forward = Csr(boost::edges_are_sorted, ends.begin(), ends.end(), numbers.begin(), nodes);
        std::stable_sort(numbers.begin(), numbers.end(),
                         [this](EdgeNumber a, EdgeNumber b) { return view.edges[a.value].target < view.edges[b.value].target; });
        for (std::size_t i = 0; i < count; ++i) {
            const Edge& edge = view.edges[numbers[i].value];
            ends[i] = {edge.target, edge.source};
        }
        backward = Csr(boost::edges_are_sorted, ends.begin(), ends.end(), numbers.begin(), nodes);
    }

    GraphView view;
    Directory directory;
    Csr forward;
    Csr backward;
};

namespace {

std::vector<std::uint32_t> numbers_from(const Csr& graph, std::uint32_t node) {
    std::vector<std::uint32_t> numbers;
    if (node < boost::num_vertices(graph)) {
        const auto range = boost::out_edges(node, graph);
        for (auto at = range.first; at != range.second; ++at) {
            numbers.push_back(graph[*at].value);
        }
    }
    return numbers;
}

}  // namespace

KnowledgeGraph::KnowledgeGraph(const World& world) : impl_(std::make_unique<Impl>(world)) {}
KnowledgeGraph::~KnowledgeGraph() = default;
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;

const GraphView& KnowledgeGraph::view() const { return impl_->view; }

std::optional<std::uint32_t> KnowledgeGraph::find(std::string_view id) const {
    for (const NodeKind kind : {NodeKind::event, NodeKind::actor, NodeKind::place, NodeKind::article}) {
        if (const auto node = impl_->directory.find(kind, id)) {
            return node;
        }
    }
    return std::nullopt;
}

std::vector<std::uint32_t> KnowledgeGraph::out_edges(std::uint32_t node) const { return numbers_from(impl_->forward, node); }
std::vector<std::uint32_t> KnowledgeGraph::in_edges(std::uint32_t node) const { return numbers_from(impl_->backward, node); }

std::uint32_t KnowledgeGraph::degree(std::uint32_t node) const {
    if (node >= impl_->view.nodes.size()) {
        return 0;
    }
    return size32(boost::out_degree(node, impl_->forward) + boost::out_degree(node, impl_->backward));
}

ActorProjection KnowledgeGraph::actor_projection() const { return project_actors(*impl_->view.world); }

}  // namespace demarche
