#include <algorithm>
#include <string_view>
#include <vector>

#include "csv.hpp"
#include "demarche/export/formats.hpp"
#include "graph_columns.hpp"

namespace demarche {

namespace {

std::string names_in(const Event& event, Role role) {
    std::vector<std::string_view> names;
    for (const Actor& actor : event.actors) {
        if (actor.role == role) {
            names.push_back(actor.name.empty() ? actor.id : actor.name);
        }
    }
    return join_distinct(names);
}

std::string states_of(const Event& event) {
    std::vector<std::string_view> states;
    for (const Actor& actor : event.actors) {
        states.push_back(actor.state);
    }
    return join_distinct(states);
}

std::string of_articles(const World& world, const WorldEvent& event, std::string ArticleInfo::*field) {
    std::vector<std::string_view> values;
    for (const std::string& id : event.articles) {
        const auto found = std::ranges::lower_bound(world.articles, id, {}, &ArticleInfo::id);
        if (found != world.articles.end() && found->id == id) {
            values.push_back((*found).*field);
        }
    }
    return join_distinct(values);
}

}  // namespace

void write_events_csv(const World& world, const WriteOptions& options, OutputFile& out) {
    out.write(csv_header(
        {"id",         "kind",        "plover",   "mode",       "cameo",    "status",     "title",    "date",    "date_precision",
         "date_basis", "start",       "end",      "place",      "country",  "lat",        "lon",      "states",  "source",
         "target",     "participant", "host",     "mediator",   "salience", "confidence", "articles", "outlets", "urls",
         "claimed_by", "trigger",     "sentence", "attribution"}));
    CsvRow row;
    bool first = true;
    for (const WorldEvent& one : world.events) {
        const Event& event = one.event;
        const text::Bounds bounds = text::bounds_of(event.date);
        row.text(event.id).text(event.kind).text(event.plover).text(event.mode).text(event.cameo).text(to_string(event.status));
        row.text(event.title).text(event.date.edtf).text(to_string(event.date.precision)).text(to_string(event.date.basis));
        row.day(bounds.first).day(bounds.last);
        row.text(event.place ? event.place->name : "").text(event.place ? event.place->country : "");
        row.number(event.place ? event.place->lat : std::nullopt).number(event.place ? event.place->lon : std::nullopt);
        row.text(states_of(event));
        for (const Role role : {Role::source, Role::target, Role::participant, Role::host, Role::mediator}) {
            row.text(names_in(event, role));
        }
        row.number(event.salience).number(event.confidence).count(one.articles.size());
        row.text(of_articles(world, one, &ArticleInfo::outlet)).text(of_articles(world, one, &ArticleInfo::url));
        const bool words = options.quotes != Quotes::none;
        row.text(words && event.attribution ? event.attribution->claimed_by : "").text(words ? one.trigger : "");
        row.text(options.quotes == Quotes::full ? one.sentence : "").text(first ? options.attribution : "");
        out.write(row.end());
        first = false;
    }
}

}  // namespace demarche
