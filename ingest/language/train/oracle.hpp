// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013, "Training Deterministic Parsers with Non-Deterministic
// Oracles", section 4): how many gold arcs each move makes unreachable. That only one word may hang on the root is left out of
// the count.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/transitions.hpp"

namespace demarche::language::train {

class Oracle {
public:
    // Heads count from 0; the root is heads.size(). `heads` must outlive its use.
    void reset(std::span<const std::int32_t> heads);

    // By Move; moves that are not allowed have cost kForbidden.
    [[nodiscard]] std::array<int, 3> costs(const ArcHybrid& state) const;
    static constexpr int kForbidden = 1 << 20;

private:
    [[nodiscard]] int dependents_from(std::int32_t word, std::int32_t first) const;  // of `word`, at `first` or behind

    std::span<const std::int32_t> heads_;
    std::vector<std::uint32_t> begin_;      // by head: where its dependents begin
    std::vector<std::int32_t> dependents_;  // in text order
};

}  // namespace demarche::language::train
