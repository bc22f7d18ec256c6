// Union-find over 0 .. size-1. The smallest member names its set, so that the result does not depend on the order of unions.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace demarche {

class DisjointSets {
public:
    explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::uint32_t{0}); }

    [[nodiscard]] std::uint32_t find(std::uint32_t member) {
        while (parent_[member] != member) {
            parent_[member] = parent_[parent_[member]];  // path halving
            member = parent_[member];
        }
        return member;
    }

    void unite(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        if (a < b) {
            parent_[b] = a;
        } else {
            parent_[a] = b;
        }
    }

private:
    std::vector<std::uint32_t> parent_;
};

}  // namespace demarche
