// What both timelines say of an event: which events, in which order, under which heading, and when in plain English.
// Internal to export/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph/world.hpp"

namespace demarche {

// Events with a date, as indexes into World::events, by date then id. max_events > 0 keeps the most salient
// (then those of more articles). O(n log n).
[[nodiscard]] std::vector<std::size_t> dated_events(const World& world, std::size_t max_events);

// "11 July 2025", "June 2025", "early June 2025", "8–11 July 2025", "between 1 June and 11 July 2025", "on or before 11 July
// 2025": never more exact than the date is. "" if there is no date.
[[nodiscard]] std::string display_date(const Event& event);

// The heading of a PLOVER type for readers: "Talks and visits" for CONSULT. Types without one are their own heading.
struct Family {
    std::string_view id;
    std::string_view heading;
    int order = 0;
};
[[nodiscard]] Family family_of(std::string_view plover);

// "South Korea, Japan and the United States": names of the actors in any of the event's roles, each once.
[[nodiscard]] std::string actor_names(const Event& event);

}  // namespace demarche
