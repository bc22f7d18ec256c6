// GraphML and GEXF read back by an XML parser of others and compared with the world, not with the writer.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "../../export/text.hpp"
#include "demarche/export/edge_id.hpp"
#include "hostile_texts.hpp"
#include "sample_world.hpp"

namespace demarche {
namespace {

using Values = std::map<std::string, std::string>;

struct Element {
    Values values;  // data or attvalues
    Values attributes;
};

struct File {
    std::map<std::string, std::string> keys;  // id -> for
    std::map<std::string, Element> nodes;
    std::map<std::string, Element> edges;
};

Values attributes_of(const pugi::xml_node& node) {
    Values out;
    for (const pugi::xml_attribute& a : node.attributes()) {
        out[a.name()] = a.value();
    }
    return out;
}

File parse_graphml(const std::string& bytes) {
    File file;
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
    EXPECT_TRUE(result) << result.description() << " at " << result.offset;
    const pugi::xml_node root = document.child("graphml");
    for (const pugi::xml_node& key : root.children("key")) {
        EXPECT_TRUE(file.keys.emplace(key.attribute("id").value(), key.attribute("for").value()).second)
            << key.attribute("id").value();
    }
    const auto element = [&](const pugi::xml_node& node, const std::string& side) {
        Element one;
        one.attributes = attributes_of(node);
        for (const pugi::xml_node& data : node.children("data")) {
            const std::string key = data.attribute("key").value();
            EXPECT_EQ(file.keys[key], side) << key;
            EXPECT_STRNE(data.child_value(), "") << key;
            EXPECT_TRUE(one.values.emplace(key, data.child_value()).second) << key << " twice";
        }
        return one;
    };
    for (const pugi::xml_node& node : root.child("graph").children("node")) {
        EXPECT_TRUE(file.nodes.emplace(node.attribute("id").value(), element(node, "node")).second);
    }
    for (const pugi::xml_node& edge : root.child("graph").children("edge")) {
        EXPECT_TRUE(file.edges.emplace(edge.attribute("id").value(), element(edge, "edge")).second);
        EXPECT_TRUE(file.nodes.contains(edge.attribute("source").value()));
        EXPECT_TRUE(file.nodes.contains(edge.attribute("target").value()));
    }
    return file;
}

File parse_gexf(const std::string& bytes) {
    File file;
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size());
    EXPECT_TRUE(result) << result.description() << " at " << result.offset;
    const pugi::xml_node graph = document.child("gexf").child("graph");
    EXPECT_STREQ(graph.attribute("timeformat").value(), "date");
    std::map<std::string, std::set<std::string>> declared;
    for (const pugi::xml_node& block : graph.children("attributes")) {
        EXPECT_FALSE(declared.contains(block.attribute("class").value())) << "a second block of one class loses the first";
        for (const pugi::xml_node& attribute : block.children("attribute")) {
            EXPECT_STREQ(attribute.attribute("id").value(), attribute.attribute("title").value());
            declared[block.attribute("class").value()].insert(attribute.attribute("id").value());
        }
    }
    const auto element = [&](const pugi::xml_node& node, const std::string& side) {
        Element one;
        one.attributes = attributes_of(node);
        for (const pugi::xml_node& value : node.child("attvalues").children("attvalue")) {
            EXPECT_TRUE(declared[side].contains(value.attribute("for").value())) << value.attribute("for").value();
            EXPECT_TRUE(one.values.emplace(value.attribute("for").value(), value.attribute("value").value()).second);
        }
        return one;
    };
    for (const pugi::xml_node& node : graph.child("nodes").children("node")) {
        EXPECT_TRUE(file.nodes.emplace(node.attribute("id").value(), element(node, "node")).second);
    }
    for (const pugi::xml_node& edge : graph.child("edges").children("edge")) {
        EXPECT_TRUE(file.edges.emplace(edge.attribute("id").value(), element(edge, "edge")).second);
    }
    return file;
}

TEST(GraphMl, SaysWhatTheWorldSays) {
    const World world = sample::world();
    File file = parse_graphml(sample::graphml(world, sample::options()));
    EXPECT_EQ(file.nodes.size(), world.events.size() + world.actors.size() + world.places.size() + world.articles.size());
    // takes_part 4 + 2 + 2 + 1, at 1, reported_in 2 + 1 + 1 + 1 + 1, acts_for 1, links 2
    EXPECT_EQ(file.edges.size(), 9U + 1U + 6U + 1U + 2U);
    for (const WorldEvent& one : world.events) {
        Values& values = file.nodes[one.event.id].values;
        EXPECT_EQ(values["label"], one.event.title);
        EXPECT_EQ(values["node_type"], "event");
        EXPECT_EQ(values["kind"], one.event.kind);
        EXPECT_EQ(values["plover"], one.event.plover);
        EXPECT_EQ(values["cameo"], one.event.cameo);
        EXPECT_EQ(values["status"], to_string(one.event.status));
        EXPECT_EQ(values["date"], one.event.date.edtf);
        EXPECT_EQ(values["date_precision"], to_string(one.event.date.precision));
        EXPECT_EQ(values["start"], one.event.date.first ? iso_date(*one.event.date.first) : "");
        EXPECT_EQ(values["end"], one.event.date.last ? iso_date(*one.event.date.last) : "");
        EXPECT_EQ(values["articles"], std::to_string(one.articles.size()));
        EXPECT_EQ(values["confidence"], "0.75");
        EXPECT_EQ(values["trigger"], one.trigger);
        EXPECT_EQ(values.contains("sentence"), false);
    }
    Values& talks = file.nodes["ev.1"].values;
    EXPECT_EQ(talks["place"], "Port Example");
    EXPECT_EQ(talks["country"], "ARL");
    EXPECT_EQ(talks["lat"], "-6.25");
    EXPECT_EQ(talks["day_number"], "20280");
    EXPECT_EQ(talks["date_basis"], "explicit");
    EXPECT_EQ(talks["mode"], "bilateral");
    Values& ana = file.nodes["person.ana-example.ARL"].values;
    EXPECT_EQ(ana["office"], "Foreign Minister");
    EXPECT_EQ(ana["names"], "Ana Example; Ana B. Example");
    EXPECT_EQ(ana["kind"], "person");
    EXPECT_EQ(ana["events"], "2");
    EXPECT_EQ(file.nodes["state.ARL"].values["events"], "3");  // host and participant of one event is one event
    EXPECT_EQ(file.nodes["place.42"].values["events"], "1");
    EXPECT_EQ(file.nodes["a1"].values["events"], "5");
    EXPECT_EQ(file.nodes["a1"].values["url"], "https://example.org/a1?x=1&y=2");
    EXPECT_EQ(file.nodes["a1"].values["published"], "2025-07-11T23:30:00+09:00");
    EXPECT_FALSE(file.nodes["a2"].values.contains("date"));
}

TEST(GraphMl, EdgesHaveRoleTimeAndWeight) {
    File file = parse_graphml(sample::graphml(sample::world(), sample::options()));
    Element& host = file.edges["state.ARL:host:ev.1"];
    EXPECT_EQ(host.attributes["source"], "state.ARL");
    EXPECT_EQ(host.attributes["target"], "ev.1");
    EXPECT_FALSE(host.attributes.contains("directed"));
    EXPECT_EQ(host.values["role"], "host");
    EXPECT_EQ(host.values["e_label"], "host");
    EXPECT_EQ(host.values["e_kind"], "takes_part");
    EXPECT_EQ(host.values["e_start"], "2025-07-11");
    EXPECT_EQ(host.values["e_end"], "2025-07-11");
    EXPECT_EQ(host.values["weight"], "2");
    Element& office = file.edges["person.ana-example.ARL:acts_for:state.ARL"];
    EXPECT_EQ(office.values["e_office"], "Foreign Minister");
    EXPECT_EQ(office.values["e_start"], "2025-06-01");
    EXPECT_FALSE(office.values.contains("e_end"));
    Element& part = file.edges["ev.1:part_of:ev.3"];
    EXPECT_EQ(part.values["e_start"], "2025-07-08");  // from the first day of either event to the last of either
    EXPECT_EQ(part.values["e_end"], "2025-07-11");
    EXPECT_EQ(part.values["cue"], "on the margins of");
    EXPECT_FALSE(file.edges["ev.4:follows:ev.5"].values.contains("e_start"));
    for (auto& [id, edge] : file.edges) {
        EXPECT_GT(std::stod(edge.values["weight"]), 0.0) << id;
    }
}

TEST(GraphMl, EdgeIdsAreThoseThatExplainFinds) {
    const World world = sample::world();
    const KnowledgeGraph graph(world);
    const File file = parse_graphml(sample::graphml(world, sample::options()));
    for (const Edge& edge : graph.view().edges) {
        EXPECT_TRUE(file.edges.contains(edge_id(graph.view(), edge)));
    }
}

TEST(GraphMl, KeyIsTheNameAndNoClientsOwnWord) {
    const std::string bytes = sample::graphml(sample::world(), sample::options(Quotes::full));
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(bytes.c_str()));
    const std::set<std::string> types{"boolean", "int", "long", "float", "double", "string"};
    const std::set<std::string> reserved{"id", "name", "source", "target", "parent", "timeset", "type"};
    for (const pugi::xml_node& key : document.child("graphml").children("key")) {
        const std::string id = key.attribute("id").value();
        const std::string name = key.attribute("attr.name").value();
        EXPECT_TRUE(id == name || (id == "e_" + name && std::string(key.attribute("for").value()) == "edge")) << id;
        EXPECT_TRUE(types.contains(key.attribute("attr.type").value())) << id;
        EXPECT_FALSE(reserved.contains(id) || reserved.contains(name)) << id;
        EXPECT_TRUE(std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }))
            << id;
    }
    EXPECT_LT(bytes.rfind("<key "), bytes.find("<graph "));
    EXPECT_EQ(bytes.find("--"), bytes.find("<!--") + 2) << "a comment may hold no double hyphen";
}

TEST(GraphMl, QuotesDecideAboutArticleText) {
    const World world = sample::world();
    const auto has = [](const std::string& bytes, const std::string& words) { return bytes.find(words) != std::string::npos; };
    for (const auto& write : {sample::graphml, sample::gexf, sample::timelinejs, sample::vis, sample::events_csv}) {
        const std::string none = write(world, sample::options(Quotes::none));
        const std::string trigger = write(world, sample::options(Quotes::trigger));
        const std::string full = write(world, sample::options(Quotes::full));
        EXPECT_FALSE(has(none, "trigger words") || has(none, "The whole sentence") || has(none, "a port official") ||
                     has(none, "on the margins"));
        EXPECT_TRUE(has(trigger, "trigger words of ev.1") && !has(trigger, "The whole sentence"));
        EXPECT_TRUE(has(full, "The whole sentence of ev.1."));
    }
}

TEST(GraphMl, AnArticleMayBeCalledLikeAnything) {
    World world = sample::world();
    world.articles[0].id = "article:ev.1";
    world.articles[1].id = "ev.1";
    world.events[0].articles = {"article:ev.1", "ev.1"};
    for (std::size_t i = 1; i < world.events.size(); ++i) {
        world.events[i].articles = {"ev.1"};
    }
    const File file = parse_graphml(sample::graphml(world, sample::options()));
    EXPECT_EQ(file.nodes.size(), 11U);
    EXPECT_TRUE(file.nodes.contains("article:ev.1"));
    EXPECT_TRUE(file.nodes.contains("article:article:ev.1"));
}

TEST(GraphMl, NumbersThatAreNoneAreLeftOut) {
    World world = sample::world();
    world.events[0].event.salience = std::numeric_limits<double>::quiet_NaN();
    world.events[0].event.confidence = std::numeric_limits<double>::infinity();
    world.events[0].event.place->lat = -std::numeric_limits<double>::infinity();
    for (const std::string& bytes : {sample::graphml(world, sample::options()), sample::gexf(world, sample::options()),
                                     sample::events_csv(world, sample::options())}) {
        EXPECT_EQ(bytes.find("nan"), std::string::npos);
        EXPECT_EQ(bytes.find("inf\""), std::string::npos);
        EXPECT_EQ(bytes.find(">inf"), std::string::npos);
        EXPECT_EQ(bytes.find("inf,"), std::string::npos);
    }
}

TEST(ActorGraphMl, IsTheProjection) {
    const World world = sample::world();
    File file = parse_graphml(sample::actor_graphml(world, sample::options()));
    EXPECT_EQ(file.nodes.size(), 3U);
    const KnowledgeGraph graph(world);
    const ActorProjection projection = graph.actor_projection();
    ASSERT_EQ(file.edges.size(), projection.ties.size());
    for (const ActorTie& tie : projection.ties) {
        Element& edge = file.edges[world.actors[tie.source].id + ":meets:" + world.actors[tie.target].id];
        EXPECT_EQ(edge.values["weight"], std::to_string(tie.events));
        EXPECT_EQ(edge.values["cooperative"], std::to_string(tie.cooperative));
        EXPECT_EQ(edge.values["conflictual"], std::to_string(tie.conflictual));
        EXPECT_EQ(edge.values["e_start"], tie.first ? iso_date(*tie.first) : "");
        EXPECT_EQ(edge.values["e_end"], tie.last ? iso_date(*tie.last) : "");
    }
    EXPECT_EQ(file.nodes["state.ARL"].values["events"], "3");
}

TEST(Gexf, HasTheTimelineAndTheSameElements) {
    const World world = sample::world();
    File gexf = parse_gexf(sample::gexf(world, sample::options()));
    const File graphml = parse_graphml(sample::graphml(world, sample::options()));
    ASSERT_EQ(gexf.nodes.size(), graphml.nodes.size());
    ASSERT_EQ(gexf.edges.size(), graphml.edges.size());
    for (const WorldEvent& one : world.events) {
        Element& node = gexf.nodes[one.event.id];
        EXPECT_EQ(node.attributes["label"], one.event.title);
        EXPECT_EQ(node.attributes.contains("start"), one.event.date.first.has_value());
        EXPECT_EQ(node.attributes.contains("end"), one.event.date.last.has_value());
        if (one.event.date.first) {
            EXPECT_EQ(node.attributes["start"], iso_date(*one.event.date.first));
            EXPECT_EQ(node.values["start_date"], iso_date(*one.event.date.first));
        }
        if (one.event.date.last) {
            EXPECT_EQ(node.attributes["end"], iso_date(*one.event.date.last));
            EXPECT_EQ(node.values["end_date"], iso_date(*one.event.date.last));
        }
    }
    // Open ends are left out, what has no date has no time, and stays in sight while the timeline moves.
    EXPECT_FALSE(gexf.nodes["ev.4"].attributes.contains("end"));
    EXPECT_FALSE(gexf.nodes["ev.5"].attributes.contains("start"));
    EXPECT_FALSE(gexf.nodes["state.ARL"].attributes.contains("start"));
    EXPECT_FALSE(gexf.nodes["a1"].attributes.contains("start"));
    EXPECT_EQ(gexf.edges["state.ARL:host:ev.1"].attributes["start"], "2025-07-11");
    EXPECT_EQ(gexf.edges["state.ARL:host:ev.1"].attributes["weight"], "2");
}

TEST(GraphFiles, HostileTextChangesNothingButTheText) {
    const World plain = sample::world();
    for (const std::string& words : sample::hostile_texts()) {
        const World world = sample::hostile(words);
        File graphml = parse_graphml(sample::graphml(world, sample::options(Quotes::full)));
        EXPECT_EQ(graphml.nodes.size(), 11U);
        EXPECT_EQ(graphml.edges.size(), 19U);
        const std::string clean = text::clean(words);
        if (!clean.empty()) {
            EXPECT_EQ(graphml.nodes["ev.1"].values["title"], clean);
            EXPECT_EQ(graphml.nodes["ev.1"].values["sentence"], clean);
        }
        File gexf = parse_gexf(sample::gexf(world, sample::options(Quotes::full)));
        EXPECT_EQ(gexf.nodes.size(), 11U);
        EXPECT_EQ(gexf.edges.size(), 19U);
        if (!clean.empty()) {
            EXPECT_EQ(gexf.nodes["ev.1"].values["title"], clean);
        }
        EXPECT_EQ(parse_graphml(sample::actor_graphml(world, sample::options())).nodes.size(), 3U);
    }
    EXPECT_EQ(sample::graphml(plain, sample::options()), sample::graphml(plain, sample::options()));
}

}  // namespace
}  // namespace demarche
