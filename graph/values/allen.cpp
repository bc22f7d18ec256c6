#include "demarche/graph/allen.hpp"

#include <array>

namespace demarche {

namespace {

// Negative, zero, positive as x lies before, with or behind y.
using Order = int;

Order order(Day x, Day y) { return x < y ? -1 : x > y ? 1 : 0; }

Order order_of_firsts(const DateSpan& a, const DateSpan& b) {
    if (!a.first || !b.first) {
        return static_cast<Order>(a.first.has_value()) - static_cast<Order>(b.first.has_value());
    }
    return order(*a.first, *b.first);
}

Order order_of_lasts(const DateSpan& a, const DateSpan& b) {
    if (!a.last || !b.last) {
        return static_cast<Order>(b.last.has_value()) - static_cast<Order>(a.last.has_value());
    }
    return order(*a.last, *b.last);
}

// Whether a is over before b begins, and whether on the day before.
std::optional<Allen> apart(const DateSpan& a, const DateSpan& b) {
    if (!a.last || !b.first || *b.first <= *a.last) {
        return std::nullopt;
    }
    return (*b.first - *a.last).count() == 1 ? Allen::meets : Allen::before;
}

}  // namespace

std::optional<Allen> allen(const DateSpan& a, const DateSpan& b) {
    if (!a.known() || !b.known()) {
        return std::nullopt;
    }
    if (const auto ahead = apart(a, b)) {
        return ahead;
    }
    if (const auto behind = apart(b, a)) {
        return inverse(*behind);
    }
    const Order firsts = order_of_firsts(a, b);
    const Order lasts = order_of_lasts(a, b);
    if (firsts == 0) {
        return lasts < 0 ? Allen::starts : lasts > 0 ? Allen::started_by : Allen::equals;
    }
    if (lasts == 0) {
        return firsts < 0 ? Allen::finished_by : Allen::finishes;
    }
    if (firsts < 0) {
        return lasts < 0 ? Allen::overlaps : Allen::contains;
    }
    return lasts < 0 ? Allen::during : Allen::overlapped_by;
}

std::string_view to_string(Allen relation) {
    constexpr std::array<std::string_view, 13> names{"before",        "meets",  "overlaps",    "starts",   "during",
                                                     "finishes",      "equals", "finished by", "contains", "started by",
                                                     "overlapped by", "met by", "after"};
    return names.at(static_cast<std::size_t>(relation));
}

}  // namespace demarche
