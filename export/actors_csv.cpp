#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "csv.hpp"
#include "demarche/export/formats.hpp"
#include "graph_columns.hpp"

namespace demarche {

namespace {

struct Summary {
    std::size_t events = 0;
    std::array<std::size_t, 5> roles{};  // in the order of Role
    std::set<std::string_view> articles;
    std::optional<Day> first;
    std::optional<Day> last;
    const WorldEvent* counted = nullptr;  // so that two roles in one event are one event
};

void add_event(Summary& summary, const WorldEvent& one) {
    if (summary.counted == &one) {
        return;
    }
    summary.counted = &one;
    ++summary.events;
    summary.articles.insert(one.articles.begin(), one.articles.end());
    const text::Bounds bounds = text::bounds_of(one.event.date);
    if (bounds.known()) {
        const Day first = bounds.any();
        const Day last = bounds.last ? *bounds.last : first;
        summary.first = summary.first ? std::min(*summary.first, first) : first;
        summary.last = summary.last ? std::max(*summary.last, last) : last;
    }
}

std::vector<Summary> summarise(const World& world) {
    std::vector<Summary> summaries(world.actors.size());
    for (const WorldEvent& one : world.events) {
        for (const Actor& actor : one.event.actors) {
            const auto found = std::ranges::lower_bound(world.actors, actor.id, {}, &WorldActor::id);
            if (found == world.actors.end() || found->id != actor.id) {
                continue;
            }
            Summary& summary = summaries[static_cast<std::size_t>(found - world.actors.begin())];
            ++summary.roles.at(static_cast<std::size_t>(actor.role));
            add_event(summary, one);
        }
    }
    return summaries;
}

// "KOR: First Vice Foreign Minister (2025-06 to 2025-07)"
std::string terms_of(const WorldActor& actor) {
    std::string out;
    for (const ActsFor& acting : actor.acts_for) {
        out += out.empty() ? "" : "; ";
        out += acting.state;
        if (!acting.office.empty()) {
            out += ": " + acting.office;
        }
        if (!acting.from.empty() || !acting.to.empty()) {
            out += " (" + (acting.from.empty() ? std::string("?") : acting.from) + " to " +
                   (acting.to.empty() ? std::string("?") : acting.to) + ")";
        }
    }
    return out;
}

}  // namespace

void write_actors_csv(const World& world, const WriteOptions& options, OutputFile& out) {
    out.write(csv_header({"id", "kind", "name", "names", "state", "office", "acts_for", "events", "articles", "first", "last",
                          "as_source", "as_target", "as_participant", "as_host", "as_mediator", "attribution"}));
    const std::vector<Summary> summaries = summarise(world);
    CsvRow row;
    for (std::size_t i = 0; i < world.actors.size(); ++i) {
        const WorldActor& actor = world.actors[i];
        const Summary& summary = summaries[i];
        const std::vector<std::string_view> names(actor.names.begin(), actor.names.end());
        row.text(actor.id).text(to_string(actor.kind)).text(actor.name).text(join_distinct(names)).text(actor.state);
        row.text(offices_of(actor)).text(terms_of(actor)).count(summary.events).count(summary.articles.size());
        row.day(summary.first).day(summary.last);
        for (const std::size_t count : summary.roles) {
            row.count(count);
        }
        row.text(i == 0 ? options.attribution : "");
        out.write(row.end());
    }
}

}  // namespace demarche
