// A small world by hand, with one of everything that the writers treat apart, and ways to write it into text.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <utility>

#include "demarche/export/formats.hpp"
#include "demarche/graph/knowledge_graph.hpp"

namespace demarche::sample {

inline Day day(int year, unsigned month, unsigned of_month) { return *day_of(year, month, of_month); }

inline Actor actor(Role role, ActorKind kind, std::string id, std::string name, std::string state) {
    Actor one;
    one.role = role;
    one.kind = kind;
    one.id = std::move(id);
    one.name = std::move(name);
    one.state = std::move(state);
    return one;
}

inline WorldEvent event(std::string id, std::string kind, std::string plover, std::string title, DateSpan date) {
    WorldEvent one;
    one.event.id = std::move(id);
    one.event.kind = std::move(kind);
    one.event.plover = std::move(plover);
    one.event.cameo = "040";
    one.event.title = std::move(title);
    one.event.date = std::move(date);
    one.event.salience = 0.5;
    one.event.confidence = 0.75;
    one.articles = {"a1"};
    one.trigger = "trigger words of " + one.event.id;
    one.sentence = "The whole sentence of " + one.event.id + ".";
    return one;
}

inline WorldActor world_actor(std::string id, ActorKind kind, std::string name, std::string state) {
    WorldActor one;
    one.id = std::move(id);
    one.kind = kind;
    one.names = {name};
    one.name = std::move(name);
    one.state = std::move(state);
    return one;
}

// Five events (a day, a month, an interval, an open one, one without a date), a person with an office, a place, two articles.
inline World world() {
    World w;
    w.events.push_back(
        event("ev.1", "talks", "CONSULT", "Talks of Arland and Borland in Port Example", span_of_day(day(2025, 7, 11))));
    w.events.push_back(event("ev.2", "halt", "RETREAT", "Borland halts its broadcasts", span_of_month(2025, 6)));
    w.events.push_back(event("ev.3", "conference", "CONSULT", "Conference of the Example Union",
                             span_of_days(day(2025, 7, 8), day(2025, 7, 11))));
    w.events.push_back(event("ev.4", "tariffs", "SANCTION", "Arland plans tariffs on Borland", span_since(day(2025, 8, 1))));
    w.events.push_back(event("ev.5", "appointment", "LEADERSHIP", "Ana Example is to become foreign minister", DateSpan{}));

    Place port;
    port.name = "Port Example";
    port.country = "ARL";
    port.lat = -6.25;
    port.lon = 101.5;
    port.geonameid = 42;
    Event& talks = w.events[0].event;
    talks.place = port;
    talks.mode = "bilateral";
    talks.date.basis = DateBasis::full;
    talks.actors = {actor(Role::participant, ActorKind::person, "person.ana-example.ARL", "Ana Example", "ARL"),
                    actor(Role::host, ActorKind::state, "state.ARL", "Arland", "ARL"),
                    actor(Role::participant, ActorKind::state, "state.ARL", "Arland", "ARL"),
                    actor(Role::participant, ActorKind::state, "state.BOR", "Borland", "BOR")};
    w.events[0].articles = {"a1", "a2"};
    talks.attribution = Attribution{"a port official", "ARL", "said"};
    Event& halt = w.events[1].event;
    halt.actors = {actor(Role::source, ActorKind::state, "state.BOR", "Borland", "BOR"),
                   actor(Role::target, ActorKind::state, "state.ARL", "Arland", "ARL")};
    w.events[3].event.status = Status::planned;
    w.events[3].event.actors = {actor(Role::source, ActorKind::state, "state.ARL", "Arland", "ARL"),
                                actor(Role::target, ActorKind::state, "state.BOR", "Borland", "BOR")};
    w.events[4].event.status = Status::ongoing;
    w.events[4].event.actors = {actor(Role::target, ActorKind::person, "person.ana-example.ARL", "Ana Example", "ARL")};

    w.links.push_back({"ev.1", "ev.3", LinkType::part_of, {"a1"}, "on the margins of"});
    w.links.push_back({"ev.4", "ev.5", LinkType::follows, {"a1"}, ""});

    WorldActor ana = world_actor("person.ana-example.ARL", ActorKind::person, "Ana Example", "ARL");
    ana.names = {"Ana Example", "Ana B. Example"};
    ana.acts_for = {{"ARL", "Foreign Minister", "2025-06", "", {"a1", "a2"}}};
    w.actors = {ana, world_actor("state.ARL", ActorKind::state, "Arland", "ARL"),
                world_actor("state.BOR", ActorKind::state, "Borland", "BOR")};
    w.places = {{"place.42", port}};
    ArticleInfo one;
    one.id = "a1";
    one.url = "https://example.org/a1?x=1&y=2";
    one.outlet = "Example Wire";
    one.title = "Arland and Borland meet";
    one.published = Published{day(2025, 7, 11), 84600, 540};
    ArticleInfo two = one;
    two.id = "a2";
    two.url = "";
    two.title = "Talks held";
    two.published.reset();
    w.articles = {one, two};
    return w;
}

inline WriteOptions options(Quotes quotes = Quotes::trigger) {
    WriteOptions o;
    o.quotes = quotes;
    o.attribution = "Names of places: GeoNames -- CC BY 4.0 <https://example.org/>";
    return o;
}

// A folder that goes away with its files.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "demarche-export-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] std::size_t size() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator{}));
    }

private:
    std::filesystem::path path_;
};

inline std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

inline std::string written(const std::function<void(OutputFile&)>& write) {
    const Folder folder;
    OutputFile out(folder.file("out"));
    write(out);
    out.commit();
    return read(folder.file("out"));
}

inline std::string graphml(const World& w, const WriteOptions& o) {
    return written([&](OutputFile& out) { write_graphml(KnowledgeGraph(w).view(), o, out); });
}
inline std::string actor_graphml(const World& w, const WriteOptions& o) {
    return written([&](OutputFile& out) { write_actor_graphml(KnowledgeGraph(w).actor_projection(), o, out); });
}
inline std::string gexf(const World& w, const WriteOptions& o) {
    return written([&](OutputFile& out) { write_gexf(KnowledgeGraph(w).view(), o, out); });
}
inline std::string timelinejs(const World& w, const WriteOptions& o) {
    return written([&](OutputFile& out) { write_timelinejs(w, o, out); });
}
inline std::string vis(const World& w, const WriteOptions& o) {
    return written([&](OutputFile& out) { write_vis(w, o, out); });
}
inline std::string events_csv(const World& w, const WriteOptions& o) {
    return written([&](OutputFile& out) { write_events_csv(w, o, out); });
}
inline std::string actors_csv(const World& w, const WriteOptions& o) {
    return written([&](OutputFile& out) { write_actors_csv(w, o, out); });
}

// The sample with `text` in every place where an article's or a user's words can stand.
inline World hostile(const std::string& words) {
    World w = world();
    for (WorldEvent& one : w.events) {
        one.event.title = words;
        one.event.kind = words;
        one.event.plover = words;
        one.event.cameo = words;
        one.event.mode = words;
        one.event.date.text = words;
        one.trigger = words;
        one.sentence = words;
        one.event.attribution = Attribution{words, words, words};
        for (Actor& a : one.event.actors) {
            a.name = words;
            a.office = words;
        }
        if (one.event.place) {
            one.event.place->name = words;
            one.event.place->country = words;
        }
    }
    for (WorldLink& link : w.links) {
        link.cue = words;
    }
    for (WorldActor& a : w.actors) {
        a.name = words;
        a.names = {words, "x"};
        for (ActsFor& acting : a.acts_for) {
            acting.office = words;
            acting.from = words;
        }
    }
    for (WorldPlace& place : w.places) {
        place.place.name = words;
        place.place.country = words;
    }
    for (ArticleInfo& article : w.articles) {
        article.title = words;
        article.outlet = words;
        article.url = words;
    }
    return w;
}

}  // namespace demarche::sample
