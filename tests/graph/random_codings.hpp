// Random coding records for property tests: hostile ones, whose every text is nasty, and newsy ones, many of which report the
// same events with the differences that reports have. Seeded; the same seed gives the same records.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "demarche/graph/world.hpp"

namespace demarche::testing {

// SplitMix64: small, and the same on every library, unlike the standard distributions.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    bool chance(std::size_t percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

[[nodiscard]] std::string hostile_text(Random& random);
[[nodiscard]] Coding hostile_coding(Random& random);
[[nodiscard]] World hostile_world(Random& random);

// `count` articles about fewer events: several outlets and time zones, dates of every precision, plans, denials,
// calling-offs, surnames without a state, rosters.
[[nodiscard]] std::vector<Coding> news_codings(std::uint64_t seed, std::size_t count);

// Fisher-Yates.
template <typename T>
void shuffle(std::vector<T>& items, Random& random) {
    for (std::size_t i = items.size(); i > 1; --i) {
        std::swap(items[i - 1], items[random.below(i)]);
    }
}

}  // namespace demarche::testing
