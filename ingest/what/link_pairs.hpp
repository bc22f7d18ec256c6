// Pairs of events that are compared without a word between them: what link_discourse.cpp and link_steps.cpp ask of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "what/linker.hpp"

namespace demarche {

class EventPairs {
public:
    explicit EventPairs(LinkScene& scene) : scene_(scene) {}

protected:
    [[nodiscard]] std::string_view kind(std::int32_t event) const { return scene_.rule(event).kind; }
    [[nodiscard]] bool real(std::int32_t event) const { return reality_of(scene_.event(event).status) == Reality::same; }
    [[nodiscard]] std::uint32_t sentence(std::int32_t event) const { return scene_.first(event).sentence; }

    // Its words mean another event of the article.
    [[nodiscard]] bool another(std::int32_t event) const {
        return scene_.event_of(scene_.event(event).mentions.front()) != event;
    }

    [[nodiscard]] std::string trigger(std::int32_t event) const {
        return scene_.document.events[static_cast<std::size_t>(event)].mentions.front().trigger;
    }

    [[nodiscard]] bool covers(std::int32_t larger, std::int32_t smaller) const {
        const auto& a = scene_.states(larger);
        const auto& b = scene_.states(smaller);
        return std::includes(a.begin(), a.end(), b.begin(), b.end());
    }

    // The first begins when the second is over.
    [[nodiscard]] bool later(std::int32_t a, std::int32_t b) const {
        const DateSpan& first = scene_.event(a).date;
        const DateSpan& second = scene_.event(b).date;
        return first.first && second.last && *first.first > *second.last;
    }

    // Calls `visit` for each event that is one and is not said not to have been.
    template <typename Visit>
    void each(Visit&& visit) const {
        for (std::int32_t event = 0; event < static_cast<std::int32_t>(scene_.gathered.size()); ++event) {
            if (scene_.event(event).status != Status::denied && !another(event)) {
                visit(event);
            }
        }
    }

    // Of the events that fit, the nearest in the text; kNone if none does.
    template <typename Fits>
    [[nodiscard]] std::int32_t nearest(std::int32_t event, Fits&& fits) const {
        std::int32_t found = kNone;
        std::int64_t best = 0;
        const auto events = static_cast<std::int32_t>(scene_.gathered.size());
        for (std::int32_t other = std::max(0, event - kReach); other < std::min(events, event + kReach); ++other) {
            if (other == event || scene_.event(other).status == Status::denied || another(other) || !fits(other)) {
                continue;
            }
            const std::int64_t away = std::abs(std::int64_t{sentence(event)} - std::int64_t{sentence(other)});
            if (found == kNone || away < best) {
                found = other;
                best = away;
            }
        }
        return found;
    }

    static constexpr std::int32_t kReach = 64;  // events on either side that are compared

    LinkScene& scene_;
};

}  // namespace demarche
