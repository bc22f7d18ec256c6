#include "demarche/export/selection.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

namespace demarche {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return out;
}

using Words = std::unordered_set<std::string>;

Words lower_all(const std::vector<std::string>& words) {
    Words out;
    for (const std::string& word : words) {
        out.insert(lower(word));
    }
    return out;
}

// The ids of the actors that the user names, by id, by any of their names, or by the state they act for.
Words actor_ids(const World& world, const Words& wanted) {
    Words ids;
    for (const WorldActor& actor : world.actors) {
        const bool chosen =
            wanted.contains(lower(actor.id)) || wanted.contains(lower(actor.name)) || wanted.contains(lower(actor.state)) ||
            std::ranges::any_of(actor.names, [&](const std::string& name) { return wanted.contains(lower(name)); });
        if (chosen) {
            ids.insert(actor.id);
        }
    }
    return ids;
}

bool date_passes(const DateSpan& date, const Selection& selection) {
    if (!selection.from && !selection.to) {
        return true;
    }
    if (!date.known()) {
        return false;
    }
    return (!selection.from || !date.last || *date.last >= *selection.from) &&
           (!selection.to || !date.first || *date.first <= *selection.to);
}

}  // namespace

bool Selection::everything() const {
    return !from && !to && actors.empty() && kinds.empty() && statuses.empty() && min_confidence <= 0.0;
}

World select(const World& world, const Selection& selection) {
    if (selection.everything()) {
        return world;
    }
    const Words wanted = lower_all(selection.actors);
    const Words wanted_ids = actor_ids(world, wanted);
    const Words kinds = lower_all(selection.kinds);
    const auto has_actor = [&](const Actor& actor) {
        return wanted_ids.contains(actor.id) || wanted.contains(lower(actor.name)) || wanted.contains(lower(actor.state));
    };

    World out;
    std::unordered_set<std::string_view> events;
    std::unordered_set<std::string_view> actors;
    std::unordered_set<std::string> places;
    std::unordered_set<std::string_view> articles;
    for (const WorldEvent& one : world.events) {
        const Event& event = one.event;
        const bool passes =
            event.confidence >= selection.min_confidence && date_passes(event.date, selection) &&
            (kinds.empty() || kinds.contains(lower(event.kind)) || kinds.contains(lower(event.plover))) &&
            (selection.statuses.empty() || std::ranges::find(selection.statuses, event.status) != selection.statuses.end()) &&
            (wanted.empty() || std::ranges::any_of(event.actors, has_actor));
        if (!passes) {
            continue;
        }
        out.events.push_back(one);
        events.insert(event.id);
        for (const Actor& actor : event.actors) {
            actors.insert(actor.id);
        }
        if (event.place && event.place->known()) {
            places.insert(place_id(*event.place));
        }
        articles.insert(one.articles.begin(), one.articles.end());
    }
    std::ranges::copy_if(world.links, std::back_inserter(out.links),
                         [&](const WorldLink& link) { return events.contains(link.from) && events.contains(link.to); });

    // A state stays if a person who stays acts for it.
    std::unordered_set<std::string_view> states;
    for (const WorldActor& actor : world.actors) {
        if (actors.contains(actor.id)) {
            for (const ActsFor& acting : actor.acts_for) {
                states.insert(acting.state);
            }
        }
    }
    std::ranges::copy_if(world.actors, std::back_inserter(out.actors), [&](const WorldActor& actor) {
        return actors.contains(actor.id) || ((actor.kind == ActorKind::state || actor.kind == ActorKind::organisation) &&
                                             !actor.state.empty() && states.contains(actor.state));
    });
    std::ranges::copy_if(world.places, std::back_inserter(out.places),
                         [&](const WorldPlace& place) { return places.contains(place.id); });
    std::ranges::copy_if(world.articles, std::back_inserter(out.articles),
                         [&](const ArticleInfo& article) { return articles.contains(article.id); });
    return out;
}

}  // namespace demarche
