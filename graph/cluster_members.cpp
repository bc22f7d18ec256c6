#include "cluster_members.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>

#include "same_event.hpp"

namespace demarche {

namespace {

struct Posting {
    std::uint64_t block;
    int first;  // of the member's window, one day earlier for the time zones
    int last;
    std::uint32_t member;
};

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {  // the finaliser of SplitMix64 over a running value
    hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
    hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBULL;
    return hash ^ (hash >> 31U);
}

// Blocks under which any compatible partner is found too: the doers of a directed event; every pair of parties of a symmetric
// one, since partners have two in common, or the only party; the bodies of a conference.
std::vector<std::uint64_t> blocks_of(const MergeMember& member) {
    constexpr std::size_t kMostParties = 12;  // of a longer list the first ones: the pairs grow with the square
    std::vector<std::uint64_t> blocks;
    const std::uint64_t base = mix(member.family, member.directed ? 1 : 2);
    if (member.directed || member.doers.size() == 1) {
        std::uint64_t hash = base;
        for (const std::uint32_t doer : member.doers) {
            hash = mix(hash, doer);
        }
        blocks.push_back(hash);
    } else {
        const std::size_t count = std::min(member.doers.size(), kMostParties);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t k = i + 1; k < count; ++k) {
                blocks.push_back(mix(mix(base, member.doers[i]), member.doers[k]));
            }
        }
    }
    for (const std::uint32_t body : member.bodies) {
        blocks.push_back(mix(mix(base, 3), body));
    }
    return blocks;
}

struct Candidate {
    int score;
    std::uint32_t a;
    std::uint32_t b;
};

class Candidates {
public:
    explicit Candidates(const std::vector<MergeMember>& members) : members_(members) {}

    std::vector<Candidate> find() {
        post();
        for (std::size_t begin = 0; begin < postings_.size();) {
            std::size_t end = begin;
            while (end < postings_.size() && postings_[end].block == postings_[begin].block) {
                ++end;
            }
            sweep(begin, end);
            begin = end;
        }
        const auto order = [](const Candidate& c) { return std::tuple(-c.score, c.a, c.b); };
        std::sort(found_.begin(), found_.end(), [&](const Candidate& x, const Candidate& y) { return order(x) < order(y); });
        const auto same = [](const Candidate& x, const Candidate& y) { return x.a == y.a && x.b == y.b; };
        found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
        return std::move(found_);
    }

private:
    void post() {
        for (std::uint32_t i = 0; i < members_.size(); ++i) {
            const MergeMember& member = members_[i];
            if (member.event->actors.empty() || member.doers.empty()) {
                continue;  // an event with no actor merges with nothing
            }
            for (const std::uint64_t block : blocks_of(member)) {
                postings_.push_back({block, member.window.first - 1, member.window.last, i});
            }
        }
        std::sort(postings_.begin(), postings_.end(), [](const Posting& a, const Posting& b) {
            return std::tie(a.block, a.first, a.member) < std::tie(b.block, b.first, b.member);
        });
    }

    // In one block, sorted by the first day: each with those that begin before it ends.
    void sweep(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t k = i + 1; k < end && postings_[k].first <= postings_[i].last; ++k) {
                const std::uint32_t a = std::min(postings_[i].member, postings_[k].member);
                const std::uint32_t b = std::max(postings_[i].member, postings_[k].member);
                if (a != b && compatible(members_[a], members_[b])) {
                    const Likeness like = likeness(members_[a], members_[b]);
                    if (like.enough) {
                        found_.push_back({like.score, a, b});
                    }
                }
            }
        }
    }

    const std::vector<MergeMember>& members_;
    std::vector<Posting> postings_;
    std::vector<Candidate> found_;
};

class Clusters {
public:
    explicit Clusters(const std::vector<MergeMember>& members)
        : members_(members), home_(members.size()), groups_(members.size()) {
        std::iota(home_.begin(), home_.end(), std::uint32_t{0});
        for (std::uint32_t i = 0; i < groups_.size(); ++i) {
            groups_[i].members.push_back(i);
        }
    }

    void join(const Candidate& candidate) {
        std::uint32_t a = home_[candidate.a];
        std::uint32_t b = home_[candidate.b];
        if (a == b || apart_.count(pair_of(a, b)) != 0) {
            return;
        }
        if (!all_compatible(groups_[a], groups_[b])) {
            apart_.insert(pair_of(a, b));  // groups only grow, so this stays true
            return;
        }
        if (groups_[a].members.size() < groups_[b].members.size()) {
            std::swap(a, b);
        }
        for (const std::uint32_t member : groups_[b].members) {
            home_[member] = a;
        }
        append(groups_[a].members, groups_[b].members);
        append(groups_[a].unions, groups_[b].unions);
        groups_[a].unions.push_back({candidate.b, candidate.score, likeness(members_[candidate.a], members_[candidate.b]).on});
    }

    std::vector<MergeCluster> take() {
        std::vector<MergeCluster> clusters;
        for (MergeCluster& group : groups_) {
            if (!group.members.empty()) {
                std::sort(group.members.begin(), group.members.end());
                clusters.push_back(std::move(group));
            }
        }
        std::sort(clusters.begin(), clusters.end(),
                  [](const MergeCluster& x, const MergeCluster& y) { return x.members.front() < y.members.front(); });
        return clusters;
    }

private:
    static std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) {
        return (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b);
    }

    template <typename T>
    static void append(std::vector<T>& to, std::vector<T>& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
        from.clear();
    }

    [[nodiscard]] bool all_compatible(const MergeCluster& a, const MergeCluster& b) const {
        return std::all_of(a.members.begin(), a.members.end(), [&](std::uint32_t x) {
            return std::all_of(b.members.begin(), b.members.end(),
                               [&](std::uint32_t y) { return compatible(members_[x], members_[y]); });
        });
    }

    const std::vector<MergeMember>& members_;
    std::vector<std::uint32_t> home_;  // group by member
    std::vector<MergeCluster> groups_;
    std::unordered_set<std::uint64_t> apart_;
};

}  // namespace

std::vector<MergeCluster> cluster_members(const std::vector<MergeMember>& members) {
    const std::vector<Candidate> candidates = Candidates(members).find();
    Clusters clusters(members);
    for (const Candidate& candidate : candidates) {
        clusters.join(candidate);
    }
    return clusters.take();
}

}  // namespace demarche
