#include "language/train/oracle.hpp"

#include <algorithm>

namespace demarche::language::train {

void Oracle::reset(std::span<const std::int32_t> heads) {
    heads_ = heads;
    begin_.assign(heads.size() + 2, 0);
    for (const std::int32_t head : heads) {
        ++begin_[static_cast<std::size_t>(head) + 1];
    }
    for (std::size_t i = 1; i < begin_.size(); ++i) {
        begin_[i] += begin_[i - 1];
    }
    dependents_.resize(heads.size());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::size_t word = 0; word < heads.size(); ++word) {
        dependents_[next[static_cast<std::size_t>(heads[word])]++] = static_cast<std::int32_t>(word);
    }
}

int Oracle::dependents_from(std::int32_t word, std::int32_t first) const {
    const auto begin = dependents_.begin() + begin_[static_cast<std::size_t>(word)];
    const auto end = dependents_.begin() + begin_[static_cast<std::size_t>(word) + 1];
    return static_cast<int>(end - std::lower_bound(begin, end, first));
}

std::array<int, 3> Oracle::costs(const ArcHybrid& state) const {
    std::array<int, 3> costs{kForbidden, kForbidden, kForbidden};
    const std::int32_t top = state.stack(0);
    const std::int32_t front = state.front();
    if (state.allows(Move::shift)) {
        // The front loses its heads on the stack but the top, and its dependents on the stack.
        const std::int32_t head = heads_[static_cast<std::size_t>(front)];
        int cost = head < state.words() && head != top && state.on_stack(head) ? 1 : 0;
        for (std::uint32_t i = begin_[static_cast<std::size_t>(front)]; i < begin_[static_cast<std::size_t>(front) + 1]; ++i) {
            cost += dependents_[i] < front && state.on_stack(dependents_[i]) ? 1 : 0;
        }
        costs[static_cast<std::size_t>(Move::shift)] = cost;
    }
    if (top == ArcHybrid::kNobody) {
        return costs;
    }
    const std::int32_t head = heads_[static_cast<std::size_t>(top)];
    const int lost = dependents_from(top, front);  // the top cannot govern any more once it is popped
    if (state.allows(Move::left)) {
        const bool other = head > front || head == state.stack(1);
        costs[static_cast<std::size_t>(Move::left)] = lost + (other && head != front ? 1 : 0);
    }
    if (state.allows(Move::right)) {
        costs[static_cast<std::size_t>(Move::right)] = lost + (head >= front ? 1 : 0);
    }
    return costs;
}

}  // namespace demarche::language::train
