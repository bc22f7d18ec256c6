// How two dates lie to each other: the thirteen relations of intervals (J. F. Allen, Maintaining Knowledge about Temporal
// Intervals, CACM 26, 1983), between closed intervals of days whose ends may be open.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "demarche/graph/date_span.hpp"

namespace demarche {

enum class Allen : std::uint8_t {
    before,
    meets,  // the next day follows the last: days are whole, so that two that share one overlap
    overlaps,
    starts,
    during,
    finishes,
    equals,
    finished_by,
    contains,
    started_by,
    overlapped_by,
    met_by,
    after,
};

// Exactly one holds. An open end reaches farther than any day, and as far as another open end. Empty if a date is unknown.
[[nodiscard]] std::optional<Allen> allen(const DateSpan& a, const DateSpan& b);

// The relation of b to a, if that of a to b is given.
[[nodiscard]] constexpr Allen inverse(Allen relation) {
    return static_cast<Allen>(static_cast<std::uint8_t>(Allen::after) - static_cast<std::uint8_t>(relation));
}

[[nodiscard]] std::string_view to_string(Allen relation);  // "overlapped by"

}  // namespace demarche
