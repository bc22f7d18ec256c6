// How real an event is, as the words that embed it have it, and what that makes of its status.
#pragma once

#include <cstdint>
#include <string_view>

#include "demarche/graph/event.hpp"

namespace demarche {

// same: as the event's own words have it. off: it will not be, and another event tells so.
enum class Reality : std::uint8_t { same, occurred, ongoing, planned, possible, denied, off };

[[nodiscard]] std::string_view to_string(Reality reality);

// What a status leaves to decide: events that occurred or go on are real as told (same).
[[nodiscard]] Reality reality_of(Status status);

// `otherwise` where the reality decides nothing (same, off).
[[nodiscard]] Status status_of(Reality reality, Status otherwise);

}  // namespace demarche
