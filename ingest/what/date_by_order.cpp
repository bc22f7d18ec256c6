// Bounds that one event gives another by the order in which they are told to have come.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "what/gather.hpp"

namespace demarche {

namespace {

class Order {
public:
    Order(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& events)
        : document_(document), candidates_(candidates), events_(events) {}

    // "Had imposed sanctions before the nuclear test", "after the summit, they signed": the other event's date bounds this one.
    void date(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = candidates_[event.mentions.front()];
        const bool done = event.status == Status::occurred || event.status == Status::denied;
        if (!done || event.date.basis > DateBasis::inferred || !event.date.last) {
            return;
        }
        for (const Gathered& other : around(events_, index)) {
            if (&other == &event || other.date.basis <= DateBasis::inferred) {
                continue;
            }
            for (const std::uint32_t mention : other.mentions) {
                const Candidate& measure = candidates_[mention];
                if (measure.sentence != first.sentence || measure.trigger.begin < first.trigger.end) {
                    continue;
                }
                const std::string_view word = order_word(first, measure);
                DateSpan bounds;
                if ((word == "before" || word == "ahead") && other.date.last) {
                    bounds = span_from_bounds(event.date.first, other.date.last);
                } else if ((word == "after" || word == "following") && other.date.first &&
                           *other.date.first <= *event.date.last) {
                    bounds = span_from_bounds(other.date.first, event.date.last);
                } else {
                    continue;
                }
                if (bounds.known() && *bounds.last <= *event.date.last) {
                    event.date = bounds;
                    event.notes.push_back("date: " + std::string(word) + " \"" + std::string(trigger_words(document_, measure)) +
                                          "\"");
                    event.date.basis = DateBasis::inferred;
                    return;
                }
            }
        }
    }

    // The word of order right before the noun phrase of `measure`, or before its clause.
    [[nodiscard]] std::string_view order_word(const Candidate& event, const Candidate& measure) const {
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t at = measure.trigger.begin, steps = 0; at > event.trigger.end && steps < reach; --at, ++steps) {
            const Token& word = document_.tokens[at - 1];
            if (word.lower == "before" || word.lower == "after" || word.lower == "following") {
                return word.lower;
            }
            if (word.lower == "of" && at >= 2 && document_.tokens[at - 2].lower == "ahead") {
                return "ahead";
            }
            if (word.upos == Upos::verb || word.upos == Upos::punct || word.upos == Upos::adp || word.upos == Upos::sconj) {
                return {};
            }
        }
        return {};
    }

private:
    const Document& document_;
    const std::vector<Candidate>& candidates_;
    std::vector<Gathered>& events_;
};

}  // namespace

void date_by_order(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    Order order(document, candidates, gathered);
    for (std::size_t i = 0; i < gathered.size(); ++i) {
        order.date(i);
    }
}

}  // namespace demarche
