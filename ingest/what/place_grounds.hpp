// Grounds on which one event has its place, whatever the others are.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "what/gather.hpp"

namespace demarche {

// Whether the words around a name say that something is there, and not that it is spoken of.
[[nodiscard]] bool located(const Document& document, const PlaceMention& place, TokenRange sentence);

// Whether one sentence tells two events as of one place: "talks on the sidelines of", "the deal was reached at".
[[nodiscard]] bool beside(const Document& document, const std::vector<Candidate>& candidates, const Gathered& a,
                          const Gathered& b);

// Whether two sorted lists of states have one in common.
[[nodiscard]] bool share_state(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b);

// The place that a visit names, else the state visited.
[[nodiscard]] std::optional<Place> place_of_visit(const Document& document, const Gathered& visit);

// Set the place of an event that has none.
void place_by_visitor(const Document& document, Gathered& event);
void place_by_kind(const Document& document, const std::vector<Candidate>& candidates, Gathered& event);

}  // namespace demarche
