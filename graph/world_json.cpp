// The world record's text: one JSON object a line, told apart by "type". Spans and words of single articles stay with the
// codings, so an event's actors have no text and its mentions, rule and notes are not written.
#include "demarche/graph/world_json.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "event_json.hpp"

namespace demarche {

namespace {

// The word that a conflict's value has in the record, by the field in conflict.
const char* value_key(std::string_view field) {
    if (field == "date") {
        return "edtf";
    }
    if (field == "status") {
        return "status";
    }
    return field == "place" ? "name" : "value";
}

void write_actors(JsonWriter& json, const std::vector<Actor>& actors) {
    json.begin_array();
    for (const Actor& actor : actors) {
        json.begin_object();
        json.field("role", to_string(actor.role));
        json.field("name", actor.name);
        json.field_or_null("state", actor.state);
        json.field("office", actor.office);
        json.field("kind", to_string(actor.kind));
        json.field("id", actor.id);
        json.end_object();
    }
    json.end_array();
}

void write_history(JsonWriter& json, const std::vector<StatusEntry>& history) {
    json.begin_array();
    for (const StatusEntry& entry : history) {
        json.begin_object();
        json.field("status", to_string(entry.status));
        json.field_or_null("as_of", entry.as_of ? iso_published(*entry.as_of) : std::string());
        json.field("coding", entry.coding);
        json.end_object();
    }
    json.end_array();
}

void write_conflicts(JsonWriter& json, const std::vector<Conflict>& conflicts) {
    json.begin_array();
    for (const Conflict& conflict : conflicts) {
        json.begin_object();
        json.field("field", conflict.field);
        json.key("values");
        json.begin_array();
        for (const ConflictValue& value : conflict.values) {
            json.begin_object();
            json.field(value_key(conflict.field), value.value);
            json.key("codings");
            write_texts(json, value.codings);
            json.end_object();
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
}

void write_grounds(JsonWriter& json, const std::vector<MergeGround>& grounds) {
    json.begin_array();
    for (const MergeGround& ground : grounds) {
        json.begin_object();
        json.field("merged", ground.merged);
        json.key("on");
        write_texts(json, ground.on);
        json.key("score");
        json.share(ground.score);
        json.end_object();
    }
    json.end_array();
}

void write_event(JsonWriter& json, const WorldEvent& world_event) {
    const Event& event = world_event.event;
    json.field("id", event.id);
    json.field("kind", event.kind);
    json.field("plover", event.plover);
    json.field_or_null("mode", event.mode);
    json.field_or_null("cameo", event.cameo);
    json.field("status", to_string(event.status));
    json.field("title", event.title);
    json.key("date");
    write_date(json, event.date);
    json.key("place");
    write_place(json, event.place);
    json.key("actors");
    write_actors(json, event.actors);
    json.key("articles");
    write_texts(json, world_event.articles);
    json.key("codings");
    write_texts(json, world_event.codings);
    json.key("history");
    write_history(json, world_event.history);
    json.key("conflicts");
    write_conflicts(json, world_event.conflicts);
    json.key("attribution");
    write_attribution(json, event.attribution);
    json.key("salience");
    json.share(event.salience);
    json.key("confidence");
    json.share(event.confidence);
    json.field("trigger", world_event.trigger);
    json.field("sentence", world_event.sentence);
    json.key("why");
    write_grounds(json, world_event.grounds);
}

void write_link(JsonWriter& json, const WorldLink& link) {
    json.field("from", link.from);
    json.field("to", link.to);
    json.field("kind", to_string(link.type));
    json.key("codings");
    write_texts(json, link.codings);
    json.field("cue", link.cue);
}

void write_actor(JsonWriter& json, const WorldActor& actor) {
    json.field("id", actor.id);
    json.field("kind", to_string(actor.kind));
    json.field("name", actor.name);
    json.key("names");
    write_texts(json, actor.names);
    json.field_or_null("state", actor.state);
    json.key("acts_for");
    json.begin_array();
    for (const ActsFor& row : actor.acts_for) {
        json.begin_object();
        json.field("state", row.state);
        json.field("office", row.office);
        json.field_or_null("from", row.from);
        json.field_or_null("to", row.to);
        json.key("articles");
        write_texts(json, row.articles);
        json.end_object();
    }
    json.end_array();
}

template <typename Value, typename Write>
void write_lines(JsonWriter& json, std::string_view type, const std::vector<Value>& values, Write write) {
    for (const Value& value : values) {
        json.begin_object();
        json.field("type", type);
        write(json, value);
        json.end_object();
        json.end_line();
    }
}

WorldEvent read_event(const JsonValue& value) {
    WorldEvent world_event;
    Event& event = world_event.event;
    event.id = read_required(value.member("id"));
    event.kind = read_required(value.member("kind"));
    event.plover = value.member("plover").text_or_empty();
    event.mode = value.member("mode").text_or_empty();
    event.cameo = value.member("cameo").text_or_empty();
    event.status = read_status(value.member("status"));
    event.title = value.member("title").text_or_empty();
    event.date = read_date(value.member("date"));
    event.place = read_place(value.member("place"));
    const JsonValue actors = value.member("actors");
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const JsonValue item = actors.element(i);
        Actor& actor = event.actors.emplace_back();
        actor.role = read_role(item.member("role"));
        actor.name = item.member("name").text_or_empty();
        actor.state = item.member("state").text_or_empty();
        actor.office = item.member("office").text_or_empty();
        actor.kind = read_actor_kind(item.member("kind"));
        actor.id = read_required(item.member("id"));
    }
    world_event.articles = read_texts(value.member("articles"));
    world_event.codings = read_texts(value.member("codings"));
    const JsonValue history = value.member("history");
    for (std::size_t i = 0; i < history.size(); ++i) {
        const JsonValue item = history.element(i);
        world_event.history.push_back(
            {read_status(item.member("status")), read_published(item.member("as_of")), item.member("coding").text_or_empty()});
    }
    const JsonValue conflicts = value.member("conflicts");
    for (std::size_t i = 0; i < conflicts.size(); ++i) {
        const JsonValue item = conflicts.element(i);
        Conflict& conflict = world_event.conflicts.emplace_back();
        conflict.field = item.member("field").text();
        const JsonValue values = item.member("values");
        for (std::size_t k = 0; k < values.size(); ++k) {
            const JsonValue one = values.element(k);
            conflict.values.push_back({one.member(value_key(conflict.field)).text_or_empty(), read_texts(one.member("codings"))});
        }
    }
    event.attribution = read_attribution(value.member("attribution"));
    event.salience = value.member("salience").share();
    event.confidence = value.member("confidence").share();
    world_event.trigger = value.member("trigger").text_or_empty();
    world_event.sentence = value.member("sentence").text_or_empty();
    const JsonValue why = value.member("why");
    for (std::size_t i = 0; i < why.size(); ++i) {
        const JsonValue item = why.element(i);
        world_event.grounds.push_back(
            {item.member("merged").text_or_empty(), read_texts(item.member("on")), item.member("score").share()});
    }
    return world_event;
}

WorldLink read_link(const JsonValue& value) {
    WorldLink link;
    link.from = read_required(value.member("from"));
    link.to = read_required(value.member("to"));
    link.type = read_link_type(value.member("kind"));
    link.codings = read_texts(value.member("codings"));
    link.cue = value.member("cue").text_or_empty();
    return link;
}

WorldActor read_actor(const JsonValue& value) {
    WorldActor actor;
    actor.id = read_required(value.member("id"));
    actor.kind = read_actor_kind(value.member("kind"));
    actor.name = value.member("name").text_or_empty();
    actor.names = read_texts(value.member("names"));
    actor.state = value.member("state").text_or_empty();
    const JsonValue rows = value.member("acts_for");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const JsonValue row = rows.element(i);
        actor.acts_for.push_back({row.member("state").text_or_empty(), row.member("office").text_or_empty(),
                                  row.member("from").text_or_empty(), row.member("to").text_or_empty(),
                                  read_texts(row.member("articles"))});
    }
    return actor;
}

void read_line(World& world, std::string_view line) {
    const JsonDocument document(line);
    const JsonValue root = document.root();
    const JsonValue type = root.member("type");
    const std::string word = type.is_text() ? type.text() : std::string();
    if (word == "event") {
        world.events.push_back(read_event(root));
    } else if (word == "link") {
        world.links.push_back(read_link(root));
    } else if (word == "actor") {
        world.actors.push_back(read_actor(root));
    } else if (word == "place") {
        world.places.push_back({read_required(root.member("id")), read_place_fields(root)});
    } else if (word == "article") {
        world.articles.push_back(read_article_fields(root));
    } else {
        throw type.must_be("event, link, actor, place or article");
    }
}

// A world is in id order whatever order the lines come in, for instance after somebody filtered and joined files.
void sort_by_id(World& world) {
    std::stable_sort(world.events.begin(), world.events.end(),
                     [](const WorldEvent& a, const WorldEvent& b) { return a.event.id < b.event.id; });
    std::stable_sort(world.links.begin(), world.links.end(), [](const WorldLink& a, const WorldLink& b) {
        return std::tie(a.from, a.to, a.type) < std::tie(b.from, b.to, b.type);
    });
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::stable_sort(world.actors.begin(), world.actors.end(), by_id);
    std::stable_sort(world.places.begin(), world.places.end(), by_id);
    std::stable_sort(world.articles.begin(), world.articles.end(), by_id);
}

}  // namespace

void append_json_lines(std::string& out, const World& world) {
    JsonWriter json(out);
    write_lines(json, "event", world.events, write_event);
    write_lines(json, "link", world.links, write_link);
    write_lines(json, "actor", world.actors, write_actor);
    write_lines(json, "place", world.places, [](JsonWriter& line, const WorldPlace& place) {
        line.field("id", place.id);
        write_place_fields(line, place.place);
    });
    write_lines(json, "article", world.articles, write_article_fields);
}

World parse_world(std::string_view json_lines) {
    World world;
    std::size_t number = 0;
    while (!json_lines.empty()) {
        ++number;
        const std::size_t end = json_lines.find('\n');
        const std::string_view line = json_lines.substr(0, end);
        json_lines.remove_prefix(end == std::string_view::npos ? json_lines.size() : end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        try {
            read_line(world, line);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error("line " + std::to_string(number) + " of the world record: " + error.what());
        }
    }
    sort_by_id(world);
    return world;
}

}  // namespace demarche
