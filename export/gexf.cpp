// GEXF 1.2draft with intervals: the one dialect that Gephi (with its timeline), Gephi Lite, graphology and older NetworkX all
// read. Times stand twice: as start and end of the element for the timeline, and as start_date and end_date for readers without
// one.
#include "demarche/export/formats.hpp"
#include "graph_columns.hpp"

namespace demarche {

namespace {

bool is_element(NodeColumn column) {  // said by the element itself or by viz:
    return column == NodeColumn::label || column == NodeColumn::size || column == NodeColumn::r || column == NodeColumn::g ||
           column == NodeColumn::b;
}
bool is_element(EdgeColumn column) { return column == EdgeColumn::label || column == EdgeColumn::weight; }

template <typename Column>
std::string_view title_of(Column column) {
    if (column == Column::start) {
        return "start_date";
    }
    return column == Column::end ? std::string_view("end_date") : info(column).name;
}

template <typename Column>
class ValueSink final : public ColumnSink<Column> {
public:
    explicit ValueSink(std::string& out) : out_(out) {}

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
        out_ += "<attvalue for=\"";
        out_ += title_of(column);
        out_ += "\" value=\"";
    }
    void close() { out_ += "\"/>"; }
    template <typename Number>
    void put_number(Column column, Number value) {
        open(column);
        text::append_number(out_, value);
        close();
    }

    std::string& out_;
};

template <typename Columns>
void append_attributes(std::string& out, const Columns& columns, std::string_view side) {
    out += "    <attributes class=\"";
    out += side;
    out += "\" mode=\"static\">\n";
    for (const auto column : columns) {
        if (is_element(column)) {
            continue;
        }
        std::string_view type = info(column).type;
        if (type == "int") {
            type = "integer";
        }
        out += "      <attribute id=\"";
        out += title_of(column);
        out += "\" title=\"";
        out += title_of(column);
        out += "\" type=\"";
        out += type;
        out += "\"/>\n";
    }
    out += "    </attributes>\n";
}

void append_times(std::string& line, const text::Bounds& bounds) {
    if (bounds.first) {
        line += " start=\"";
        text::append_day(line, *bounds.first);
        line += '"';
    }
    if (bounds.last) {
        line += " end=\"";
        text::append_day(line, *bounds.last);
        line += '"';
    }
}

template <typename Column>
void put_bounds(ValueSink<Column>& sink, const text::Bounds& bounds) {
    if (bounds.first) {
        sink.day(Column::start, *bounds.first);
    }
    if (bounds.last) {
        sink.day(Column::end, *bounds.last);
    }
}

void append_look(std::string& line, const Look& look) {
    line += "<viz:color r=\"";
    text::append_number(line, int{look.r});
    line += "\" g=\"";
    text::append_number(line, int{look.g});
    line += "\" b=\"";
    text::append_number(line, int{look.b});
    line += "\"/><viz:size value=\"";
    text::append_number(line, look.size);
    line += "\"/>";
}

std::string head(const WriteOptions& options) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n"
        "  <meta><creator>demarche</creator><description>";
    text::append(
        out, options.attribution.empty() ? std::string_view("Diplomatic events read from news articles") : options.attribution,
        text::kXml);
    out += "</description></meta>\n  <graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">\n";
    append_attributes(out, node_columns(options.quotes), "node");
    append_attributes(out, edge_columns(options.quotes), "edge");
    out += "    <nodes>\n";
    return out;
}

}  // namespace

void write_gexf(const GraphView& view, const WriteOptions& options, OutputFile& out) {
    out.write(head(options));
    std::string line;
    ValueSink<NodeColumn> node_sink(line);
    const std::vector<std::uint32_t> events = events_of_nodes(view);
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        const Node& node = view.nodes[i];
        const text::Bounds bounds = node_bounds(view, node);
        line = "      <node id=\"";
        append_node_id(line, view, node);
        line += "\" label=\"";
        text::append(line, node_label(view, node), text::kXml);
        line += '"';
        append_times(line, bounds);
        line += "><attvalues>";
        put_bounds(node_sink, bounds);
        describe_node(view, node, events[i], options.quotes, node_sink);
        line += "</attvalues>";
        append_look(line, look_of(view, node, events[i]));
        line += "</node>\n";
        out.write(line);
    }
    out.write("    </nodes>\n    <edges>\n");
    ValueSink<EdgeColumn> edge_sink(line);
    for (const Edge& edge : view.edges) {
        const text::Bounds bounds = edge_bounds(view, edge);
        line = "      <edge id=\"";
        append_edge_id(line, view, edge);
        line += "\" source=\"";
        append_node_id(line, view, view.nodes[edge.source]);
        line += "\" target=\"";
        append_node_id(line, view, view.nodes[edge.target]);
        line += "\" label=\"";
        text::append(line, edge_label(view, edge), text::kXml);
        line += "\" weight=\"";
        text::append_number(line, edge_weight(view, edge));
        line += '"';
        append_times(line, bounds);
        line += "><attvalues>";
        put_bounds(edge_sink, bounds);
        describe_edge(view, edge, options.quotes, edge_sink);
        line += "</attvalues></edge>\n";
        out.write(line);
    }
    out.write("    </edges>\n  </graph>\n</gexf>\n");
}

}  // namespace demarche
