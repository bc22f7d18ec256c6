// The date of an event that several mentions date.
#include <algorithm>
#include <string>
#include <vector>

#include "when/event_date.hpp"

namespace demarche {

DateSpan combine_mentions(std::span<const DateSpan> dates) {
    if (dates.empty()) {
        return {};
    }
    std::vector<std::size_t> order(dates.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    // Better supported first: basis, then precision, then order in the text.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (dates[a].basis != dates[b].basis) {
            return dates[a].basis > dates[b].basis;
        }
        return fineness(dates[a].precision) > fineness(dates[b].precision);
    });
    DateSpan result = dates[order.front()];
    for (const std::size_t index : order) {
        const auto both = intersect(result, dates[index]);
        if (both) {
            const DateBasis basis = std::max(result.basis, both->basis);
            const std::string text = both->text.empty() ? result.text : both->text;
            result = *both;
            result.basis = basis;
            result.text = text;
        }
    }
    const DateSpan& first = dates.front();
    if (result.known() && (result.first != first.first || result.last != first.last)) {
        result.basis = DateBasis::mention;
    }
    return result;
}

}  // namespace demarche
