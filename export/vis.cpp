// vis-timeline: {"items": […], "groups": […]}. Days are local midnights ("T00:00:00"), the end of a range is the day after its
// last.
#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

#include "demarche/export/formats.hpp"
#include "json.hpp"
#include "timeline.hpp"

namespace demarche {

namespace {

void append_midnight(std::string& out, Day day) {
    out += '"';
    text::append_day(out, day);
    out += "T00:00:00\"";
}

// A word of a class attribute; anything but letters, digits and hyphens becomes a hyphen.
void append_class(std::string& out, std::string_view before, std::string_view word) {
    out += before;
    for (const char c : word) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        out += plain ? c : '-';
    }
}

std::string tooltip(const WorldEvent& one, Quotes quotes) {
    const Event& event = one.event;
    std::string out = display_date(event);
    const auto add = [&](std::string_view part) {
        if (!part.empty()) {
            out += out.empty() ? "" : " · ";
            out += part;
        }
    };
    if (event.status != Status::occurred) {
        add(to_string(event.status));
    }
    add(event.title);
    add(actor_names(event));
    if (quotes == Quotes::full && !one.sentence.empty()) {
        add("“" + one.sentence + "”");
    } else if (quotes != Quotes::none && !one.trigger.empty()) {
        add("“" + one.trigger + "”");
    }
    return out;
}

void append_item(std::string& out, const WorldEvent& one, Quotes quotes) {
    const Event& event = one.event;
    const text::Bounds bounds = text::bounds_of(event.date);
    // The last writable day has no next day to end on; it stays a point.
    const bool range =
        bounds.first && bounds.last && *bounds.first != *bounds.last && text::is_writable(*bounds.last + Day::duration(1));
    out += "{\"id\":";
    json::append_string(out, event.id);
    out += ",\"group\":";
    json::append_string(out, family_of(event.plover).id);
    out += ",\"content\":";
    json::append_html_string(out, text::shorten(event.title.empty() ? event.kind : event.title));
    out += ",\"title\":";
    json::append_html_string(out, tooltip(one, quotes));
    out += ",\"start\":";
    append_midnight(out, bounds.any());
    if (range) {
        out += ",\"end\":";
        append_midnight(out, *bounds.last + Day::duration(1));
    }
    out += range ? ",\"type\":\"range\"" : ",\"type\":\"point\"";
    out += ",\"className\":\"";
    append_class(out, "status-", to_string(event.status));
    append_class(out, " kind-", event.kind);
    append_class(out, " precision-", to_string(event.date.precision));
    if (!bounds.first) {
        out += " open-start";
    }
    if (!bounds.last) {
        out += " open-end";
    }
    out += "\"}";
}

}  // namespace

void write_vis(const World& world, const WriteOptions& options, OutputFile& out) {
    const std::vector<std::size_t> events = dated_events(world, options.max_events);
    std::map<std::tuple<int, std::string_view>, Family> groups;  // in the order of families
    for (const std::size_t index : events) {
        const Family family = family_of(world.events[index].event.plover);
        groups.emplace(std::tuple(family.order, family.id), family);
    }
    std::string line = "{\"attribution\":";
    json::append_string(line, options.attribution);
    line += ",\n\"groups\":[";
    int order = 0;
    for (const auto& [key, family] : groups) {
        line += order == 0 ? "\n" : ",\n";
        line += "{\"id\":";
        json::append_string(line, family.id);
        line += ",\"content\":";
        json::append_html_string(line, family.heading);
        line += ",\"order\":";
        text::append_number(line, ++order);
        line += '}';
    }
    line += "\n],\n\"items\":[\n";
    out.write(line);
    for (std::size_t i = 0; i < events.size(); ++i) {
        line.assign(i == 0 ? std::string_view{} : std::string_view(",\n"));
        append_item(line, world.events[events[i]], options.quotes);
        out.write(line);
    }
    out.write("\n]}\n");
}

}  // namespace demarche
