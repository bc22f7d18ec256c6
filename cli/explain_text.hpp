// The sentences of `explain`: what is known about an event, a coding, an actor, a place or an edge, and on what ground.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "demarche/graph/world.hpp"
#include "terminal.hpp"

namespace demarche {
class Rules;
}

namespace demarche::cli {

// "2025-07-11 (day; relative, from "Friday")".
[[nodiscard]] std::string date_text(const DateSpan& date);
[[nodiscard]] std::string place_text(const Place& place);

// `  label: text`, broken to the terminal's width; nothing if `text` is empty.
[[nodiscard]] std::string field(const Terminal& terminal, std::string_view label, std::string_view text);

// The sentence with its trigger bold, or between >> and << where there is no bold.
[[nodiscard]] std::string marked_sentence(const Terminal& terminal, const Mention& mention);

// "talks.noun (data/rules/consult.rules:12)"; the name alone if these rules do not have it.
[[nodiscard]] std::string rule_text(std::string_view id, const Rules& rules);
// "meet: infinitive → agreed to: planned".
[[nodiscard]] std::string status_path_text(const std::vector<std::string>& path);

[[nodiscard]] std::string article_text(const Terminal& terminal, const ArticleInfo& article);
[[nodiscard]] std::string actor_lines(const Terminal& terminal, const Event& event, bool words);
// Persons whose state this coding does not know and another article's roster does: who they are, and which articles say so.
[[nodiscard]] std::string learned_text(const Terminal& terminal, const Event& event, const WorldEvent& merged,
                                       const World& world);
[[nodiscard]] std::string merged_event_text(const Terminal& terminal, const WorldEvent& event, const World& world);
[[nodiscard]] std::string actor_text(const Terminal& terminal, const WorldActor& actor, const World& world);

}  // namespace demarche::cli
