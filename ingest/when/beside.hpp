// Time that lies beside an anchor: publication, or the date last spoken of.
#pragma once

#include <optional>

#include "when/match.hpp"

namespace demarche::when {

[[nodiscard]] constexpr bool calendar(Unit unit) { return unit >= Unit::day; }

[[nodiscard]] inline Match simple(std::uint32_t end, const Meaning& meaning) {
    Match match;
    match.end = end;
    match.meaning = meaning;
    return match;
}

// The unit so many steps from the one that holds the anchor; unknown without an anchor.
[[nodiscard]] Meaning unit_beside(const std::optional<Day>& anchor, Unit unit, int step);

// The day the text has just spoken of, its first or last; publication if it has spoken of none.
[[nodiscard]] std::optional<Day> spoken_first(const Anchors& anchors);
[[nodiscard]] std::optional<Day> spoken_last(const Anchors& anchors);

// An amount of time that reaches back from, or on from, publication.
[[nodiscard]] Meaning amount_beside(const Anchors& anchors, int count, Unit unit, bool back);

}  // namespace demarche::when
