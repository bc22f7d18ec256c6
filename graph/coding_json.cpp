// The coding record's text. The order of keys is part of it, since the same record must give the same bytes.
#include "demarche/graph/coding_json.hpp"

#include "event_json.hpp"

namespace demarche {

namespace {

constexpr std::string_view kSchema = "demarche/coding/1";

void write_span(JsonWriter& json, Span span) {
    json.begin_array();
    json.integer(span.begin);
    json.integer(span.end);
    json.end_array();
}

void write_actor(JsonWriter& json, const Actor& actor) {
    json.begin_object();
    json.field("role", to_string(actor.role));
    json.field("name", actor.name);
    json.field_or_null("state", actor.state);
    json.field("office", actor.office);
    json.field("kind", to_string(actor.kind));
    json.field("id", actor.id);
    json.field("text", actor.text);
    json.key("span");
    write_span(json, actor.span);
    json.end_object();
}

void write_mention(JsonWriter& json, const Mention& mention) {
    json.begin_object();
    json.field("sentence", mention.sentence);
    json.key("sentence_span");
    write_span(json, mention.sentence_span);
    json.field("trigger", mention.trigger);
    json.key("trigger_span");
    write_span(json, mention.trigger_span);
    json.end_object();
}

void write_event(JsonWriter& json, const Event& event) {
    json.begin_object();
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
    json.begin_array();
    for (const Actor& actor : event.actors) {
        write_actor(json, actor);
    }
    json.end_array();
    json.key("mentions");
    json.begin_array();
    for (const Mention& mention : event.mentions) {
        write_mention(json, mention);
    }
    json.end_array();
    json.key("attribution");
    write_attribution(json, event.attribution);
    json.key("salience");
    json.share(event.salience);
    json.key("confidence");
    json.share(event.confidence);
    json.key("why");
    json.begin_object();
    json.field("rule", event.why.rule);
    json.key("terms");
    write_texts(json, event.why.terms);
    json.key("notes");
    write_texts(json, event.why.notes);
    if (!event.why.status.empty()) {
        json.key("status");
        write_texts(json, event.why.status);
    }
    json.end_object();
    json.end_object();
}

void write_links(JsonWriter& json, const std::vector<Link>& links) {
    json.begin_array();
    for (const Link& link : links) {
        json.begin_object();
        json.field("from", link.from);
        json.field("to", link.to);
        json.field("type", to_string(link.type));
        json.field("cue", link.cue);
        json.end_object();
    }
    json.end_array();
}

void write_roster(JsonWriter& json, const std::vector<RosterEntry>& roster) {
    json.begin_array();
    for (const RosterEntry& entry : roster) {
        json.begin_object();
        json.field("name", entry.name);
        json.field_or_null("state", entry.state);
        json.field("office", entry.office);
        json.field_or_null("seen", entry.seen ? iso_date(*entry.seen) : std::string());
        json.end_object();
    }
    json.end_array();
}

Span read_span(const JsonValue& value) {
    if (value.is_null()) {
        return {};
    }
    if (value.size() != 2) {
        throw value.must_be("a pair [begin, end]");
    }
    const Span span{value.element(0).small_unsigned(), value.element(1).small_unsigned()};
    if (span.end < span.begin) {
        throw value.must_be("a pair [begin, end] with begin <= end");
    }
    return span;
}

Actor read_actor(const JsonValue& value) {
    Actor actor;
    actor.role = read_role(value.member("role"));
    actor.name = value.member("name").text_or_empty();
    actor.state = value.member("state").text_or_empty();
    actor.office = value.member("office").text_or_empty();
    actor.kind = read_actor_kind(value.member("kind"));
    actor.id = read_required(value.member("id"));
    actor.text = value.member("text").text_or_empty();
    actor.span = read_span(value.member("span"));
    return actor;
}

Mention read_mention(const JsonValue& value) {
    Mention mention;
    mention.sentence = value.member("sentence").text_or_empty();
    mention.sentence_span = read_span(value.member("sentence_span"));
    mention.trigger = value.member("trigger").text_or_empty();
    mention.trigger_span = read_span(value.member("trigger_span"));
    return mention;
}

// Every element of the array `value`, read by `read`.
template <typename T>
std::vector<T> read_all(const JsonValue& value, T (*read)(const JsonValue&)) {
    std::vector<T> all;
    const std::size_t size = value.size();
    all.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        all.push_back(read(value.element(i)));
    }
    return all;
}

Event read_event(const JsonValue& value) {
    Event event;
    event.id = read_required(value.member("id"));
    event.kind = read_required(value.member("kind"));
    event.plover = value.member("plover").text_or_empty();
    event.mode = value.member("mode").text_or_empty();
    event.cameo = value.member("cameo").text_or_empty();
    event.status = read_status(value.member("status"));
    event.title = value.member("title").text_or_empty();
    event.date = read_date(value.member("date"));
    event.place = read_place(value.member("place"));
    event.actors = read_all(value.member("actors"), read_actor);
    event.mentions = read_all(value.member("mentions"), read_mention);
    event.attribution = read_attribution(value.member("attribution"));
    event.salience = value.member("salience").share();
    event.confidence = value.member("confidence").share();
    const JsonValue why = value.member("why");
    if (!why.is_null()) {
        event.why.rule = why.member("rule").text_or_empty();
        event.why.terms = read_texts(why.member("terms"));
        event.why.notes = read_texts(why.member("notes"));
        event.why.status = read_texts(why.member("status"));
    }
    return event;
}

Link read_link(const JsonValue& value) {
    Link link;
    link.from = read_required(value.member("from"));
    link.to = read_required(value.member("to"));
    link.type = read_link_type(value.member("type"));
    link.cue = value.member("cue").text_or_empty();
    return link;
}

RosterEntry read_roster_entry(const JsonValue& value) {
    RosterEntry entry;
    entry.name = value.member("name").text_or_empty();
    entry.state = value.member("state").text_or_empty();
    entry.office = value.member("office").text_or_empty();
    const JsonValue seen = value.member("seen");
    if (!seen.is_null()) {
        entry.seen = parse_iso_date(seen.text());
        if (!entry.seen) {
            throw seen.must_be("a day like 2025-07-11");
        }
    }
    return entry;
}

}  // namespace

void append_json_line(std::string& out, const Coding& coding) {
    JsonWriter json(out);
    json.begin_object();
    json.field("schema", kSchema);
    json.key("coder");
    json.begin_object();
    json.field("version", coding.coder.version);
    json.field("data", coding.coder.data);
    json.end_object();
    json.key("article");
    json.begin_object();
    write_article_fields(json, coding.article);
    json.end_object();
    json.key("events");
    json.begin_array();
    for (const Event& event : coding.events) {
        write_event(json, event);
    }
    json.end_array();
    json.key("links");
    write_links(json, coding.links);
    json.key("roster");
    write_roster(json, coding.roster);
    json.field_or_null("rejected", coding.rejected);
    json.end_object();
    json.end_line();
}

Coding parse_coding(std::string_view line) {
    const JsonDocument document(line);
    const JsonValue root = document.root();
    const JsonValue schema = root.member("schema");
    if (!schema.is_text() || schema.text() != kSchema) {
        throw schema.must_be("\"demarche/coding/1\": this is not a coding record of this version");
    }
    Coding coding;
    const JsonValue coder = root.member("coder");
    if (!coder.is_null()) {
        coding.coder.version = coder.member("version").text_or_empty();
        coding.coder.data = coder.member("data").text_or_empty();
    }
    const JsonValue article = root.member("article");
    coding.article = read_article_fields(article);
    coding.events = read_all(root.member("events"), read_event);
    coding.links = read_all(root.member("links"), read_link);
    coding.roster = read_all(root.member("roster"), read_roster_entry);
    coding.rejected = root.member("rejected").text_or_empty();
    return coding;
}

}  // namespace demarche
