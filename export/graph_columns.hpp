// What a graph file says of a node or an edge, apart from how GraphML or GEXF write it.
// Internal to export/. Names keep clear of those that a client takes for itself: id, name, source, target, parent, timeset,
// and `type`, which is Sigma's for the drawing program of a node.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/export/selection.hpp"
#include "demarche/graph/graph_view.hpp"
#include "text.hpp"

namespace demarche {

enum class NodeColumn : std::uint8_t {
    label,
    title,
    node_type,
    kind,
    plover,
    mode,
    cameo,
    status,
    date,
    date_precision,
    date_basis,
    start,
    end,
    day_number,
    place,
    country,
    lat,
    lon,
    salience,
    confidence,
    articles,
    events,
    names,
    state,
    office,
    url,
    outlet,
    published,
    claimed_by,
    trigger,
    sentence,
    size,
    r,
    g,
    b,
};
enum class EdgeColumn : std::uint8_t {
    label,
    kind,
    role,
    weight,
    start,
    end,
    office,
    confidence,
    articles,
    cooperative,
    conflictual,
    cue
};

struct ColumnInfo {
    std::string_view name;  // attr.name in GraphML, title in GEXF
    std::string_view key;   // key id in GraphML: the name, or "e_" and the name for an edge column that a node column shares
    std::string_view type;  // string, int, float, double
};

[[nodiscard]] const ColumnInfo& info(NodeColumn column);
[[nodiscard]] const ColumnInfo& info(EdgeColumn column);
[[nodiscard]] bool needs_quotes(NodeColumn column, Quotes quotes);  // holds article text that `quotes` does not let through
[[nodiscard]] bool needs_quotes(EdgeColumn column, Quotes quotes);

// All columns of the graph of events, and of the projection to actors, in the order of writing.
[[nodiscard]] std::vector<NodeColumn> node_columns(Quotes quotes);
[[nodiscard]] std::vector<EdgeColumn> edge_columns(Quotes quotes);
[[nodiscard]] std::span<const NodeColumn> actor_node_columns();
[[nodiscard]] std::span<const EdgeColumn> actor_edge_columns();

// Takes the values of one node or edge; absent values are never put.
template <typename Column>
class ColumnSink {
public:
    virtual ~ColumnSink() = default;
    virtual void text(Column column, std::string_view value) = 0;  // not empty, not yet cleaned
    virtual void number(Column column, std::int64_t value) = 0;
    virtual void number(Column column, double value) = 0;  // finite
    virtual void day(Column column, Day value) = 0;
};

[[nodiscard]] std::string_view node_id(const GraphView& view, const Node& node);
// The id of a node in a graph file, an NMTOKEN. An article may be called anything, also like an event, actor or place: then it
// is written with "article:" before it, so that the ids of a file are unique.
void append_node_id(std::string& out, const GraphView& view, const Node& node);
[[nodiscard]] std::string node_label(const GraphView& view, const Node& node);
[[nodiscard]] std::string actor_label(const WorldActor& actor);
[[nodiscard]] text::Bounds node_bounds(const GraphView& view, const Node& node);  // events only
[[nodiscard]] std::string_view edge_label(const GraphView& view, const Edge& edge);
[[nodiscard]] double edge_weight(const GraphView& view, const Edge& edge);  // >= 1

// When an edge holds: its event's date; for a link, from the first day of either event to the last of either; for acts_for,
// the term of office.
[[nodiscard]] text::Bounds edge_bounds(const GraphView& view, const Edge& edge);

// The part of an edge id between source and target.
[[nodiscard]] std::string_view edge_tag(const GraphView& view, const Edge& edge);
void append_edge_id(std::string& out, const GraphView& view, const Edge& edge);

// In how many events each node of the view takes part, happens, or reports. O(edges).
[[nodiscard]] std::vector<std::uint32_t> events_of_nodes(const GraphView& view);
// The same for actors alone, by index into World::actors. O(actors of events log actors).
[[nodiscard]] std::vector<std::uint32_t> events_of_actors(const World& world);

// Everything but label, start, end.
void describe_node(const GraphView& view, const Node& node, std::uint32_t events, Quotes quotes, ColumnSink<NodeColumn>& sink);
void describe_actor(const WorldActor& actor, std::uint32_t events, ColumnSink<NodeColumn>& sink);
// Everything but label, weight, start, end.
void describe_edge(const GraphView& view, const Edge& edge, Quotes quotes, ColumnSink<EdgeColumn>& sink);

struct Look {  // how a node is drawn at first sight
    double size = 10.0;
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
};
[[nodiscard]] Look look_of(const GraphView& view, const Node& node, std::uint32_t events);
[[nodiscard]] Look look_of_actor(std::uint32_t events);

// "a; b; c", each once, in the given order.
[[nodiscard]] std::string join_distinct(std::span<const std::string_view> parts);
[[nodiscard]] std::string offices_of(const WorldActor& actor);

}  // namespace demarche
