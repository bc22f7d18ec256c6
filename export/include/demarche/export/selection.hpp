// What to write, apart from how: the part of a world that the user's filters let through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "demarche/graph/world.hpp"

namespace demarche {

struct Selection {
    std::optional<Day> from;          // events that can have happened on or after
    std::optional<Day> to;            // … on or before
    std::vector<std::string> actors;  // id, name or state code (any case); an event with any of them
    std::vector<std::string> kinds;   // kind or PLOVER type (any case)
    std::vector<Status> statuses;
    double min_confidence = 0.0;

    [[nodiscard]] bool everything() const;
};

// Keeps the chosen events, the links between them, and the actors, places and articles that they need. O(world).
// Undated events pass from/to only if neither is set.
[[nodiscard]] World select(const World& world, const Selection& selection);

enum class Quotes : std::uint8_t { full, trigger, none };  // how much article text goes into exports

struct WriteOptions {
    Quotes quotes = Quotes::trigger;
    std::string attribution;     // data sources, written into each file
    std::size_t max_events = 0;  // timelines: 0 = all; otherwise the most salient
};

}  // namespace demarche
