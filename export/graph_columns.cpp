#include "graph_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "demarche/export/edge_id.hpp"

namespace demarche {

namespace {

constexpr std::array<ColumnInfo, 35> kNodeColumns{{
    {"label", "label", "string"},
    {"title", "title", "string"},
    {"node_type", "node_type", "string"},
    {"kind", "kind", "string"},
    {"plover", "plover", "string"},
    {"mode", "mode", "string"},
    {"cameo", "cameo", "string"},
    {"status", "status", "string"},
    {"date", "date", "string"},
    {"date_precision", "date_precision", "string"},
    {"date_basis", "date_basis", "string"},
    {"start", "start", "string"},
    {"end", "end", "string"},
    {"day_number", "day_number", "int"},
    {"place", "place", "string"},
    {"country", "country", "string"},
    {"lat", "lat", "double"},
    {"lon", "lon", "double"},
    {"salience", "salience", "double"},
    {"confidence", "confidence", "double"},
    {"articles", "articles", "int"},
    {"events", "events", "int"},
    {"names", "names", "string"},
    {"state", "state", "string"},
    {"office", "office", "string"},
    {"url", "url", "string"},
    {"outlet", "outlet", "string"},
    {"published", "published", "string"},
    {"claimed_by", "claimed_by", "string"},
    {"trigger", "trigger", "string"},
    {"sentence", "sentence", "string"},
    {"size", "size", "float"},
    {"r", "r", "int"},
    {"g", "g", "int"},
    {"b", "b", "int"},
}};

constexpr std::array<ColumnInfo, 12> kEdgeColumns{{
    {"label", "e_label", "string"},
    {"kind", "e_kind", "string"},
    {"role", "role", "string"},
    {"weight", "weight", "double"},
    {"start", "e_start", "string"},
    {"end", "e_end", "string"},
    {"office", "e_office", "string"},
    {"confidence", "e_confidence", "double"},
    {"articles", "e_articles", "int"},
    {"cooperative", "cooperative", "int"},
    {"conflictual", "conflictual", "int"},
    {"cue", "cue", "string"},
}};

template <typename Column>
void put(ColumnSink<Column>& sink, Column column, std::string_view value) {
    if (!value.empty()) {
        sink.text(column, value);
    }
}

template <typename Column>
void put(ColumnSink<Column>& sink, Column column, std::optional<double> value) {
    if (value && std::isfinite(*value)) {
        sink.number(column, *value);
    }
}

template <typename Column>
void put_count(ColumnSink<Column>& sink, Column column, std::size_t value) {
    sink.number(column, static_cast<std::int64_t>(value));
}

void describe_place(const Place& place, ColumnSink<NodeColumn>& sink) {
    put(sink, NodeColumn::place, place.name);
    put(sink, NodeColumn::country, place.country);
    put(sink, NodeColumn::lat, place.lat);
    put(sink, NodeColumn::lon, place.lon);
}

void describe_event(const WorldEvent& one, Quotes quotes, ColumnSink<NodeColumn>& sink) {
    const Event& event = one.event;
    put(sink, NodeColumn::title, event.title.empty() ? event.kind : event.title);
    sink.text(NodeColumn::node_type, "event");
    put(sink, NodeColumn::kind, event.kind);
    put(sink, NodeColumn::plover, event.plover);
    put(sink, NodeColumn::mode, event.mode);
    put(sink, NodeColumn::cameo, event.cameo);
    sink.text(NodeColumn::status, to_string(event.status));
    put(sink, NodeColumn::date, event.date.edtf);
    sink.text(NodeColumn::date_precision, to_string(event.date.precision));
    put(sink, NodeColumn::date_basis, to_string(event.date.basis));
    if (const text::Bounds bounds = text::bounds_of(event.date); bounds.known()) {
        sink.number(NodeColumn::day_number, static_cast<std::int64_t>(bounds.any().time_since_epoch().count()));
    }
    if (event.place) {
        describe_place(*event.place, sink);
    }
    put(sink, NodeColumn::salience, std::optional(event.salience));
    put(sink, NodeColumn::confidence, std::optional(event.confidence));
    put_count(sink, NodeColumn::articles, one.articles.size());
    if (quotes != Quotes::none) {
        put(sink, NodeColumn::claimed_by, event.attribution ? event.attribution->claimed_by : std::string_view{});
        put(sink, NodeColumn::trigger, one.trigger);
    }
    if (quotes == Quotes::full) {
        put(sink, NodeColumn::sentence, one.sentence);
    }
}

void describe_article(const ArticleInfo& article, std::uint32_t events, ColumnSink<NodeColumn>& sink) {
    put(sink, NodeColumn::title, article.title.empty() ? article.id : article.title);
    sink.text(NodeColumn::node_type, "article");
    if (article.published && text::is_writable(article.published->day)) {
        sink.day(NodeColumn::date, article.published->day);
        sink.text(NodeColumn::date_precision, to_string(Precision::day));
        sink.number(NodeColumn::day_number, static_cast<std::int64_t>(article.published->day.time_since_epoch().count()));
    }
    put_count(sink, NodeColumn::events, events);
    put(sink, NodeColumn::url, article.url);
    put(sink, NodeColumn::outlet, article.outlet);
    if (article.published && text::is_writable(article.published->day)) {
        sink.text(NodeColumn::published, iso_published(*article.published));
    }
}

std::size_t article_count(const GraphView& view, const Edge& edge) {
    const World& world = *view.world;
    switch (edge.kind) {
        case EdgeKind::takes_part:
            return world.events[view.nodes[edge.target].index].articles.size();
        case EdgeKind::at:
            return world.events[view.nodes[edge.source].index].articles.size();
        case EdgeKind::reported_in:
            return 1;
        case EdgeKind::acts_for:
            return world.actors[view.nodes[edge.source].index].acts_for[edge.index].articles.size();
        case EdgeKind::link:
            return world.links[edge.index].codings.size();
    }
    return 1;
}

const Event* event_of(const GraphView& view, const Edge& edge) {
    switch (edge.kind) {
        case EdgeKind::takes_part:
            return &view.world->events[view.nodes[edge.target].index].event;
        case EdgeKind::at:
        case EdgeKind::reported_in:
            return &view.world->events[view.nodes[edge.source].index].event;
        case EdgeKind::acts_for:
        case EdgeKind::link:
            return nullptr;
    }
    return nullptr;
}

text::Bounds hull(const text::Bounds& a, const text::Bounds& b) {
    if (!a.known() || !b.known()) {
        return {};
    }
    text::Bounds both;
    if (a.first && b.first) {
        both.first = std::min(*a.first, *b.first);
    }
    if (a.last && b.last) {
        both.last = std::max(*a.last, *b.last);
    }
    return both;
}

text::Bounds term_of(const ActsFor& acting) {
    const auto from = parse_edtf(acting.from);
    const auto to = parse_edtf(acting.to);
    DateSpan term;
    term.first = from ? from->first : std::nullopt;
    term.last = to ? to->last : std::nullopt;
    return text::bounds_of(term);
}

// The first of `candidates` that leaves something to read once it is cleaned.
std::string first_label(std::initializer_list<std::string_view> candidates) {
    for (const std::string_view words : candidates) {
        if (std::string label = text::shorten(words); label.find_first_not_of(' ') != std::string::npos) {
            return label;
        }
    }
    return "?";
}

constexpr std::array<NodeColumn, 12> kActorNodeColumns{
    NodeColumn::label, NodeColumn::title,  NodeColumn::node_type, NodeColumn::kind, NodeColumn::events, NodeColumn::names,
    NodeColumn::state, NodeColumn::office, NodeColumn::size,      NodeColumn::r,    NodeColumn::g,      NodeColumn::b,
};
constexpr std::array<EdgeColumn, 6> kActorEdgeColumns{EdgeColumn::label, EdgeColumn::weight,      EdgeColumn::start,
                                                      EdgeColumn::end,   EdgeColumn::cooperative, EdgeColumn::conflictual};

}  // namespace

const ColumnInfo& info(NodeColumn column) { return kNodeColumns.at(static_cast<std::size_t>(column)); }
const ColumnInfo& info(EdgeColumn column) { return kEdgeColumns.at(static_cast<std::size_t>(column)); }

bool needs_quotes(NodeColumn column, Quotes quotes) {
    return (column == NodeColumn::sentence && quotes != Quotes::full) ||
           ((column == NodeColumn::trigger || column == NodeColumn::claimed_by) && quotes == Quotes::none);
}

bool needs_quotes(EdgeColumn column, Quotes quotes) { return column == EdgeColumn::cue && quotes == Quotes::none; }

std::vector<NodeColumn> node_columns(Quotes quotes) {
    std::vector<NodeColumn> columns;
    for (std::size_t i = 0; i < kNodeColumns.size(); ++i) {
        if (!needs_quotes(static_cast<NodeColumn>(i), quotes)) {
            columns.push_back(static_cast<NodeColumn>(i));
        }
    }
    return columns;
}

std::vector<EdgeColumn> edge_columns(Quotes quotes) {
    std::vector<EdgeColumn> columns;
    for (std::size_t i = 0; i < kEdgeColumns.size(); ++i) {
        const auto column = static_cast<EdgeColumn>(i);
        const bool of_projection = column == EdgeColumn::cooperative || column == EdgeColumn::conflictual;
        if (!needs_quotes(column, quotes) && !of_projection) {
            columns.push_back(column);
        }
    }
    return columns;
}

std::span<const NodeColumn> actor_node_columns() { return kActorNodeColumns; }
std::span<const EdgeColumn> actor_edge_columns() { return kActorEdgeColumns; }

std::string_view node_id(const GraphView& view, const Node& node) {
    const World& world = *view.world;
    switch (node.kind) {
        case NodeKind::event:
            return world.events[node.index].event.id;
        case NodeKind::actor:
            return world.actors[node.index].id;
        case NodeKind::place:
            return world.places[node.index].id;
        case NodeKind::article:
            return world.articles[node.index].id;
    }
    return {};
}

void append_node_id(std::string& out, const GraphView& view, const Node& node) {
    const std::string_view id = node_id(view, node);
    if (node.kind == NodeKind::article) {
        constexpr std::array<std::string_view, 7> kTaken{"ev.", "state.", "org.", "person.", "group.", "place.", "article:"};
        if (std::ranges::any_of(kTaken, [&](std::string_view prefix) { return id.starts_with(prefix); })) {
            out += "article:";
        }
    }
    text::append_nmtoken(out, id);
}

std::string actor_label(const WorldActor& actor) { return first_label({actor.name, actor.id}); }

std::string node_label(const GraphView& view, const Node& node) {
    const World& world = *view.world;
    switch (node.kind) {
        case NodeKind::event:
            return first_label({world.events[node.index].event.title, world.events[node.index].event.kind, node_id(view, node)});
        case NodeKind::actor:
            return actor_label(world.actors[node.index]);
        case NodeKind::place:
            return first_label(
                {world.places[node.index].place.name, world.places[node.index].place.country, node_id(view, node)});
        case NodeKind::article:
            return first_label({world.articles[node.index].title, node_id(view, node)});
    }
    return {};
}

text::Bounds node_bounds(const GraphView& view, const Node& node) {
    return node.kind == NodeKind::event ? text::bounds_of(view.world->events[node.index].event.date) : text::Bounds{};
}

std::string_view edge_tag(const GraphView& view, const Edge& edge) {
    switch (edge.kind) {
        case EdgeKind::takes_part:
            return to_string(edge.role);
        case EdgeKind::link:
            return to_string(view.world->links[edge.index].type);
        case EdgeKind::at:
        case EdgeKind::reported_in:
        case EdgeKind::acts_for:
            return to_string(edge.kind);
    }
    return {};
}

void append_edge_id(std::string& out, const GraphView& view, const Edge& edge) {
    append_node_id(out, view, view.nodes[edge.source]);
    out += ':';
    out += edge_tag(view, edge);
    out += ':';
    append_node_id(out, view, view.nodes[edge.target]);
    // Edges that agree in all this stand side by side; each after the first is numbered.
    const std::size_t at = static_cast<std::size_t>(&edge - view.edges.data());
    std::size_t same = 0;
    for (std::size_t i = at; i-- > 0;) {
        const Edge& before = view.edges[i];
        if (before.source != edge.source || before.target != edge.target || before.kind != edge.kind) {
            break;
        }
        same += edge_tag(view, before) == edge_tag(view, edge) ? 1U : 0U;
    }
    if (same > 0) {
        out += ':';
        text::append_number(out, same + 1);
    }
}

std::string edge_id(const GraphView& view, const Edge& edge) {
    std::string id;
    append_edge_id(id, view, edge);
    return id;
}

std::string_view edge_label(const GraphView& view, const Edge& edge) {
    if (edge.kind == EdgeKind::acts_for) {
        const std::string& office = view.world->actors[view.nodes[edge.source].index].acts_for[edge.index].office;
        return office.empty() ? std::string_view("acts for") : std::string_view(office);
    }
    return edge.kind == EdgeKind::reported_in ? std::string_view("reported in") : edge_tag(view, edge);
}

double edge_weight(const GraphView& view, const Edge& edge) {
    return static_cast<double>(std::max<std::size_t>(1, article_count(view, edge)));
}

text::Bounds edge_bounds(const GraphView& view, const Edge& edge) {
    const World& world = *view.world;
    if (edge.kind == EdgeKind::link) {
        return hull(text::bounds_of(world.events[view.nodes[edge.source].index].event.date),
                    text::bounds_of(world.events[view.nodes[edge.target].index].event.date));
    }
    if (edge.kind == EdgeKind::acts_for) {
        return term_of(world.actors[view.nodes[edge.source].index].acts_for[edge.index]);
    }
    return text::bounds_of(event_of(view, edge)->date);
}

std::vector<std::uint32_t> events_of_nodes(const GraphView& view) {
    std::vector<std::uint32_t> counts(view.nodes.size(), 0);
    const Edge* before = nullptr;
    for (const Edge& edge : view.edges) {
        if (edge.kind == EdgeKind::at || edge.kind == EdgeKind::reported_in) {
            ++counts[edge.target];
        } else if (edge.kind == EdgeKind::takes_part) {
            // Two roles in one event stand side by side and are one event.
            const bool same =
                before != nullptr && before->kind == edge.kind && before->source == edge.source && before->target == edge.target;
            counts[edge.source] += same ? 0U : 1U;
        }
        before = &edge;
    }
    return counts;
}

std::vector<std::uint32_t> events_of_actors(const World& world) {
    std::vector<std::uint32_t> counts(world.actors.size(), 0);
    std::vector<std::size_t> seen;
    for (const WorldEvent& one : world.events) {
        seen.clear();
        for (const Actor& actor : one.event.actors) {
            const auto found = std::ranges::lower_bound(world.actors, actor.id, {}, &WorldActor::id);
            if (found != world.actors.end() && found->id == actor.id) {
                seen.push_back(static_cast<std::size_t>(found - world.actors.begin()));
            }
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        for (const std::size_t index : seen) {
            ++counts[index];
        }
    }
    return counts;
}

std::string join_distinct(std::span<const std::string_view> parts) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty() || std::find(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i), parts[i]) !=
                                    parts.begin() + static_cast<std::ptrdiff_t>(i)) {
            continue;
        }
        out += out.empty() ? "" : "; ";
        out += parts[i];
    }
    return out;
}

std::string offices_of(const WorldActor& actor) {
    std::vector<std::string_view> offices;
    for (const ActsFor& acting : actor.acts_for) {
        offices.push_back(acting.office);
    }
    return join_distinct(offices);
}

void describe_actor(const WorldActor& actor, std::uint32_t events, ColumnSink<NodeColumn>& sink) {
    put(sink, NodeColumn::title, actor.name.empty() ? actor.id : actor.name);
    sink.text(NodeColumn::node_type, "actor");
    sink.text(NodeColumn::kind, to_string(actor.kind));
    put_count(sink, NodeColumn::events, events);
    const std::vector<std::string_view> names(actor.names.begin(), actor.names.end());
    put(sink, NodeColumn::names, join_distinct(names));
    put(sink, NodeColumn::state, actor.state);
    put(sink, NodeColumn::office, offices_of(actor));
}

void describe_node(const GraphView& view, const Node& node, std::uint32_t events, Quotes quotes, ColumnSink<NodeColumn>& sink) {
    const World& world = *view.world;
    switch (node.kind) {
        case NodeKind::event:
            describe_event(world.events[node.index], quotes, sink);
            break;
        case NodeKind::actor:
            describe_actor(world.actors[node.index], events, sink);
            break;
        case NodeKind::place: {
            const Place& place = world.places[node.index].place;
            put(sink, NodeColumn::title, place.name.empty() ? place.country : place.name);
            sink.text(NodeColumn::node_type, "place");
            describe_place(place, sink);
            put_count(sink, NodeColumn::events, events);
            break;
        }
        case NodeKind::article:
            describe_article(world.articles[node.index], events, sink);
            break;
    }
}

void describe_edge(const GraphView& view, const Edge& edge, Quotes quotes, ColumnSink<EdgeColumn>& sink) {
    sink.text(EdgeColumn::kind, to_string(edge.kind));
    if (edge.kind == EdgeKind::takes_part) {
        sink.text(EdgeColumn::role, to_string(edge.role));
    }
    if (edge.kind == EdgeKind::acts_for) {
        put(sink, EdgeColumn::office, view.world->actors[view.nodes[edge.source].index].acts_for[edge.index].office);
    }
    if (const Event* event = event_of(view, edge); event != nullptr) {
        put(sink, EdgeColumn::confidence, std::optional(event->confidence));
    }
    put_count(sink, EdgeColumn::articles, article_count(view, edge));
    if (edge.kind == EdgeKind::link && quotes != Quotes::none) {
        put(sink, EdgeColumn::cue, view.world->links[edge.index].cue);
    }
}

Look look_of_actor(std::uint32_t events) { return {std::min(40.0, std::round(10.0 + (4.0 * std::sqrt(events)))), 40, 90, 200}; }

Look look_of(const GraphView& view, const Node& node, std::uint32_t events) {
    switch (node.kind) {
        case NodeKind::event: {
            const double salience = view.world->events[node.index].event.salience;
            return {std::round(8.0 + (12.0 * (std::isfinite(salience) ? std::clamp(salience, 0.0, 1.0) : 0.0))), 200, 60, 40};
        }
        case NodeKind::actor:
            return look_of_actor(events);
        case NodeKind::place:
            return {8, 60, 140, 70};
        case NodeKind::article:
            return {5, 140, 140, 140};
    }
    return {};
}

}  // namespace demarche
