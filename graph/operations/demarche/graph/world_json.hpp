// The world record as JSON lines: events, links, actors, places, articles; each kind in id order.
#pragma once

#include <string>
#include <string_view>

#include "demarche/graph/world.hpp"

namespace demarche {

void append_json_lines(std::string& out, const World& world);

// Throws std::runtime_error with one sentence that names the line number. Takes what append_json_lines writes.
[[nodiscard]] World parse_world(std::string_view json_lines);

}  // namespace demarche
