#include "random.hpp"

#include <algorithm>

namespace demarche::bench {

Zipf::Zipf(std::size_t n) {
    constexpr std::uint64_t kScale = 1'000'000;
    std::uint64_t sum = 0;
    for (std::size_t rank = 0; rank < n; ++rank) {
        sum += kScale / (rank + 1);
        sums_.push_back(sum);
    }
}

std::size_t Zipf::operator()(Random& random) const {
    const std::uint64_t at = random.below(sums_.back());
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), at) - sums_.begin());
}

}  // namespace demarche::bench
