// Of several matches of the same words, those that say most.
#include <algorithm>

#include "what/gather.hpp"

namespace demarche {

namespace {

constexpr std::size_t kNeighbours = 16;

// A time behind the trigger, in its clause.
bool dated_behind(const Document& document, const Candidate& candidate) {
    return std::any_of(document.times.begin(), document.times.end(), [&](const TimeMention& time) {
        return time.tokens.begin >= candidate.trigger.end && candidate.clause.contains(time.tokens.begin);
    });
}

// "agreed to hold further meetings": the agreement is the event; the meetings are one as well only if they have a date.
bool only_agreed(const Document& document, const std::vector<Candidate>& candidates, std::size_t index) {
    constexpr std::uint32_t reach = 10;
    const Candidate& meeting = candidates[index];
    if (meeting.rule->plover != "CONSULT" || meeting.rule->kind == "visit" || meeting.status != Status::planned) {
        return false;
    }
    for (std::size_t i = index; i-- > 0 && candidates[i].sentence == meeting.sentence;) {
        const Candidate& agreed = candidates[i];
        if (agreed.rule->kind == "agree-to-meet" && agreed.trigger.end <= meeting.trigger.begin &&
            meeting.trigger.begin - agreed.trigger.end < reach) {
            return !dated_behind(document, meeting);
        }
    }
    return false;
}

// "agreed to withdraw", "is ready to lend", "refused to meet": what a side binds itself to is told by its consent or refusal;
// it is an event of its own only if the text says when it will be.
bool only_consented(const Document& document, const std::vector<Candidate>& candidates, std::size_t index) {
    const Candidate& inner = candidates[index];
    if (inner.embedded == kNone || inner.predicate == inner.embedded) {
        return false;
    }
    const bool dated = dated_behind(document, inner);
    const auto binds = [&](const Candidate& outer) {
        const bool acts = has_role(outer.parties, Role::source) || has_role(outer.parties, Role::participant);
        const std::string_view kind = outer.rule->kind;
        return outer.sentence == inner.sentence && !outer.noun && outer.predicate == inner.embedded && acts &&
               (kind == "refusal" || (!dated && (kind == "agreement" || kind == "promise")));
    };
    const std::size_t first = index < kNeighbours ? 0 : index - kNeighbours;
    const std::size_t last = std::min(candidates.size(), index + kNeighbours);
    return std::any_of(candidates.begin() + static_cast<std::ptrdiff_t>(first),
                       candidates.begin() + static_cast<std::ptrdiff_t>(last), binds);
}

}  // namespace

// One trigger, one kind: what is negotiated or is a forum is not talks as well; an agreement to meet no agreement.
void keep_most_specific(const Document& document, std::vector<Candidate>& candidates) {
    const auto general = [](std::string_view kind, std::string_view than) {
        return (kind == "talks" && (than == "negotiation" || than == "conference" || than == "press-event")) ||
               (kind == "agreement" && than == "agree-to-meet");
    };
    std::vector<bool> drop(candidates.size(), false);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t first = i < kNeighbours ? 0 : i - kNeighbours;  // matches come in order of their triggers
        for (std::size_t j = first; j < std::min(candidates.size(), i + kNeighbours); ++j) {
            const bool one = candidates[i].trigger.end == candidates[j].trigger.end ||
                             candidates[i].trigger.begin == candidates[j].trigger.begin;
            // "will not lift the ban" is a refusal, and no lifting that was denied.
            const bool refused = candidates[j].rule->negated && candidates[i].status == Status::denied &&
                                 !candidates[i].rule->negated && candidates[i].sentence == candidates[j].sentence && one;
            drop[i] = drop[i] || refused ||
                      (candidates[i].trigger.end == candidates[j].trigger.end &&
                       general(candidates[i].rule->kind, candidates[j].rule->kind));
        }
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        drop[i] = drop[i] || only_agreed(document, candidates, i) || only_consented(document, candidates, i);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!drop[i]) {
            if (kept != i) {
                candidates[kept] = std::move(candidates[i]);
            }
            ++kept;
        }
    }
    candidates.resize(kept);
}

}  // namespace demarche
