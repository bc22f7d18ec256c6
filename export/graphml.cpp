// GraphML, in the dialect that Gephi, NetworkX, igraph, graphology and Cytoscape all read without loss (docs/formats.md):
// keys first, one flat directed graph, key id equal to attr.name, a <data> only where there is a value.
#include <algorithm>
#include <map>

#include "demarche/export/formats.hpp"
#include "graph_columns.hpp"
#include "xml.hpp"

namespace demarche {

namespace {

template <typename Column>
class DataSink final : public ColumnSink<Column> {
public:
    explicit DataSink(std::string& out) : out_(out) {}

    void text(Column column, std::string_view value) override {
        const std::size_t before = out_.size();
        open(column);
        const std::size_t start = out_.size();
        text::append(out_, value, text::kXml);
        if (out_.size() == start) {  // nothing but characters that no file may hold
            out_.resize(before);
            return;
        }
        close();
    }
    void number(Column column, std::int64_t value) override { put_number(column, value); }
    void number(Column column, double value) override { put_number(column, value); }
    void day(Column column, Day value) override {
        open(column);
        text::append_day(out_, value);
        close();
    }

private:
    void open(Column column) {
        out_ += "<data key=\"";
        out_ += info(column).key;
        out_ += "\">";
    }
    void close() { out_ += "</data>"; }
    template <typename Number>
    void put_number(Column column, Number value) {
        open(column);
        text::append_number(out_, value);
        close();
    }

    std::string& out_;
};

template <typename Column>
void put_bounds(ColumnSink<Column>& sink, const text::Bounds& bounds) {
    if (bounds.first) {
        sink.day(Column::start, *bounds.first);
    }
    if (bounds.last) {
        sink.day(Column::end, *bounds.last);
    }
}

void put_look(ColumnSink<NodeColumn>& sink, const Look& look) {
    sink.number(NodeColumn::size, look.size);
    sink.number(NodeColumn::r, std::int64_t{look.r});
    sink.number(NodeColumn::g, std::int64_t{look.g});
    sink.number(NodeColumn::b, std::int64_t{look.b});
}

template <typename Columns>
void append_keys(std::string& out, const Columns& columns, std::string_view side) {
    for (const auto column : columns) {
        const ColumnInfo& about = info(column);
        out += "  <key id=\"";
        out += about.key;
        out += "\" for=\"";
        out += side;
        out += "\" attr.name=\"";
        out += about.name;
        out += "\" attr.type=\"";
        out += about.type;
        out += "\"/>\n";
    }
}

template <typename NodeColumns, typename EdgeColumns>
std::string head(const NodeColumns& nodes, const EdgeColumns& edges, std::string_view attribution, std::string_view id) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    append_xml_comment(out, attribution);
    out +=
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    append_keys(out, nodes, "node");
    append_keys(out, edges, "edge");
    out += "  <graph id=\"";
    out += id;
    out += "\" edgedefault=\"directed\">\n";
    return out;
}

constexpr std::string_view kTail = "  </graph>\n</graphml>\n";

// "talks, visit": the kinds of a tie's events, the most frequent first.
std::string kinds_of(const World& world, const ActorTie& tie) {
    std::map<std::string_view, std::size_t> counts;
    for (const std::uint32_t index : tie.event_indexes) {
        ++counts[world.events[index].event.kind];
    }
    std::vector<std::pair<std::string_view, std::size_t>> kinds(counts.begin(), counts.end());
    std::ranges::stable_sort(kinds, std::ranges::greater{}, &std::pair<std::string_view, std::size_t>::second);
    std::string out;
    for (const auto& [kind, count] : kinds) {
        out += out.empty() ? "" : ", ";
        out += kind;
    }
    return text::shorten(out);
}

}  // namespace

void write_graphml(const GraphView& view, const WriteOptions& options, OutputFile& out) {
    out.write(head(node_columns(options.quotes), edge_columns(options.quotes), options.attribution, "events"));
    std::string line;
    DataSink<NodeColumn> node_sink(line);
    const std::vector<std::uint32_t> events = events_of_nodes(view);
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        const Node& node = view.nodes[i];
        line = "    <node id=\"";
        append_node_id(line, view, node);
        line += "\">";
        node_sink.text(NodeColumn::label, node_label(view, node));
        put_bounds(node_sink, node_bounds(view, node));
        describe_node(view, node, events[i], options.quotes, node_sink);
        put_look(node_sink, look_of(view, node, events[i]));
        line += "</node>\n";
        out.write(line);
    }
    DataSink<EdgeColumn> edge_sink(line);
    for (const Edge& edge : view.edges) {
        line = "    <edge id=\"";
        append_edge_id(line, view, edge);
        line += "\" source=\"";
        append_node_id(line, view, view.nodes[edge.source]);
        line += "\" target=\"";
        append_node_id(line, view, view.nodes[edge.target]);
        line += "\">";
        edge_sink.text(EdgeColumn::label, edge_label(view, edge));
        edge_sink.number(EdgeColumn::weight, edge_weight(view, edge));
        put_bounds(edge_sink, edge_bounds(view, edge));
        describe_edge(view, edge, options.quotes, edge_sink);
        line += "</edge>\n";
        out.write(line);
    }
    out.write(kTail);
}

void write_actor_graphml(const ActorProjection& projection, const WriteOptions& options, OutputFile& out) {
    const World& world = *projection.world;
    out.write(head(actor_node_columns(), actor_edge_columns(), options.attribution, "actors"));
    std::string line;
    DataSink<NodeColumn> node_sink(line);
    const std::vector<std::uint32_t> events = events_of_actors(world);
    for (const std::uint32_t index : projection.actors) {
        const WorldActor& actor = world.actors[index];
        line = "    <node id=\"";
        text::append_nmtoken(line, actor.id);
        line += "\">";
        node_sink.text(NodeColumn::label, actor_label(actor));
        describe_actor(actor, events[index], node_sink);
        put_look(node_sink, look_of_actor(events[index]));
        line += "</node>\n";
        out.write(line);
    }
    DataSink<EdgeColumn> edge_sink(line);
    for (const ActorTie& tie : projection.ties) {
        std::string source;
        std::string target;
        text::append_nmtoken(source, world.actors[tie.source].id);
        text::append_nmtoken(target, world.actors[tie.target].id);
        line = "    <edge id=\"";
        line.append(source).append(":meets:").append(target).append("\" source=\"").append(source);
        line.append("\" target=\"").append(target).append("\">");
        if (const std::string kinds = kinds_of(world, tie); !kinds.empty()) {
            edge_sink.text(EdgeColumn::label, kinds);
        }
        edge_sink.number(EdgeColumn::weight, static_cast<double>(std::max<std::uint32_t>(1, tie.events)));
        DateSpan time;
        time.first = tie.first;
        time.last = tie.last;
        put_bounds(edge_sink, text::bounds_of(time));
        edge_sink.number(EdgeColumn::cooperative, std::int64_t{tie.cooperative});
        edge_sink.number(EdgeColumn::conflictual, std::int64_t{tie.conflictual});
        line += "</edge>\n";
        out.write(line);
    }
    out.write(kTail);
}

}  // namespace demarche
