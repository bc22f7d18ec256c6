// What the parser looks at before each move: four words (whose encodings it reads), and a few facts of the tree so far.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "language/transitions.hpp"

namespace demarche::language {

inline constexpr std::size_t kPositions = 4;  // top of the stack, second, third; front of the buffer
inline constexpr std::size_t kFacts = 7;
inline constexpr std::size_t kDistances = 8;

struct StateFeatures {
    std::array<std::int32_t, kPositions> words{};  // ArcHybrid::kNobody, or the root for the last one
    std::array<std::uint32_t, kFacts> facts{};     // rows of one table of fact_rows(labels)
};

[[nodiscard]] constexpr std::size_t fact_rows(std::size_t labels) { return (5 * (labels + 1)) + (2 * kDistances); }

[[nodiscard]] inline std::uint32_t distance_bucket(std::int32_t from, std::int32_t to) {
    if (from == ArcHybrid::kNobody) {
        return 0;
    }
    const auto distance = static_cast<std::uint32_t>(to - from);
    return distance <= 4 ? distance : std::min<std::uint32_t>(7, static_cast<std::uint32_t>(std::bit_width(distance - 1)) + 2);
}

[[nodiscard]] inline StateFeatures state_features(const ArcHybrid& state, std::size_t labels) {
    StateFeatures out;
    const std::int32_t top = state.stack(0);
    const std::int32_t second = state.stack(1);
    out.words = {top, second, state.stack(2), state.front()};
    const auto left = [&](std::int32_t word) { return word == ArcHybrid::kNobody ? 0U : state.left_dependent(word); };
    const auto right = [&](std::int32_t word) { return word == ArcHybrid::kNobody ? 0U : state.right_dependent(word); };
    const auto group = static_cast<std::uint32_t>(labels + 1);
    out.facts = {left(top),
                 group + right(top),
                 (2 * group) + left(second),
                 (3 * group) + right(second),
                 (4 * group) + left(state.front()),
                 (5 * group) + distance_bucket(top, state.front()),
                 (5 * group) + static_cast<std::uint32_t>(kDistances) + distance_bucket(second, top)};
    return out;
}

}  // namespace demarche::language
