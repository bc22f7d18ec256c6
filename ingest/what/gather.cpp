// Which matches mention the same event.
#include "what/gather.hpp"

#include <algorithm>
#include <iterator>

#include "what/words.hpp"
#include "when/event_date.hpp"
#include "when/ranges.hpp"

namespace demarche {

namespace {

constexpr std::ptrdiff_t kLookBack = 256;  // events

bool covers(const std::vector<std::string_view>& larger, const std::vector<std::string_view>& smaller) {
    return std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end());
}

class Gatherer {
public:
    Gatherer(const Document& document, const std::vector<Candidate>& candidates) : document_(document), candidates_(candidates) {}

    std::vector<Gathered> run() {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            place_candidate(i);
        }
        for (Gathered& event : events_) {
            fill_parties(event);
        }
        for (Gathered& event : events_) {
            share_without_doer(event);
        }
        std::erase_if(events_, [&](const Gathered& event) { return !stands(document_, candidates_, event); });
        for (Gathered& event : events_) {
            event.date = combine_mentions(event.dates);
        }
        return std::move(events_);
    }

private:
    const Rule& rule_of(const Gathered& event) const { return *candidates_[event.mentions.front()].rule; }
    bool meeting(const Rule& rule) const { return rule.plover == "CONSULT"; }

    DateSpan date_of(const Candidate& candidate) const {
        if (candidate.last_time != kNone) {
            return when::named_date(document_.times[static_cast<std::size_t>(candidate.last_time)].date);
        }
        return date_of_mention(document_, date_question(candidate));
    }

    std::optional<Place> place_of(const Candidate& candidate) const {
        return place_of_mention(document_, place_question(candidate));
    }

    void place_candidate(std::uint32_t index) {
        const Candidate& candidate = candidates_[index];
        Status status = candidate.status;
        DateSpan date = date_of(candidate);
        const auto published = document_.published_day();
        if (status == Status::occurred && published && date.first && *date.first > *published) {
            status = Status::planned;  // no act in the future has happened
        }
        Gathered* same = find_same(candidate, status, date);
        if (same == nullptr) {
            std::vector<Party> parties =
                candidate.parties.empty() && candidate.subject_set && candidate.rule->direction == "symmetric"
                    ? at_the_table(candidate.count)
                    : candidate.parties;
            if (parties.empty()) {
                return;
            }
            events_.emplace_back();
            same = &events_.back();
            same->parties = std::move(parties);
            same->status = status;
        } else if ((same->status == Status::occurred && status == Status::ongoing) ||
                   (reality_of(same->status) == Reality::planned && reality_of(status) == Reality::same && !candidate.definite)) {
            same->status = status;
        }
        same->mentions.push_back(index);
        same->count = std::max(same->count, candidate.count);
        same->dates.push_back(std::move(date));
        if (!same->place) {
            same->place = place_of(candidate);
        }
        for (const Party& party : candidate.parties) {
            const bool known = std::any_of(same->parties.begin(), same->parties.end(),
                                           [&](const Party& other) { return other.entity == party.entity; });
            if (!known) {
                same->parties.push_back(party);
            }
        }
    }

    // Who "the three sides" are: the parties of the latest meeting of as many.
    std::vector<Party> at_the_table(std::uint8_t count) const {
        const auto latest = std::find_if(events_.rbegin(), events_.rend(), [&](const Gathered& event) {
            const std::size_t sides = states_of(document_, event.parties).size();
            return meeting(rule_of(event)) && rule_of(event).direction == "symmetric" && sides > 1 &&
                   (count == 0 || sides == count);
        });
        return latest == events_.rend() ? std::vector<Party>{} : latest->parties;
    }

    // The latest event that the candidate can be a further mention of.
    Gathered* find_same(const Candidate& candidate, Status status, const DateSpan& date) {
        const std::vector<std::string_view> states = states_of(document_, candidate.parties);
        // An ordinary article has a few dozen events; in a heap of thousands only the last ones are meant again.
        const auto end = std::ssize(events_) > kLookBack ? events_.rbegin() + kLookBack : events_.rend();
        Gathered* other = nullptr;  // fits but for what is said to be real: "the talks" after planned ones
        for (auto event = events_.rbegin(); event != end; ++event) {
            if (!fits(*event, candidate, status, date, states)) {
                continue;
            }
            if (reality_of(event->status) == reality_of(status)) {
                return &*event;
            }
            other = other == nullptr ? &*event : other;
        }
        return other;
    }

    bool fits(const Gathered& event, const Candidate& candidate, Status status, const DateSpan& date,
              const std::vector<std::string_view>& states) const {
        const Candidate& first = candidates_[event.mentions.front()];
        if (first.rule->kind != candidate.rule->kind) {
            return false;
        }
        const bool vague = candidate.parties.empty();
        if (vague && !candidate.definite && candidate.sentence != first.sentence) {
            return false;
        }
        if (reality_of(event.status) != reality_of(status) &&
            !(candidate.noun && candidate.definite && status != Status::denied)) {
            return false;
        }
        if (!first.object.empty() && !candidate.object.empty() && first.object != candidate.object) {
            return false;
        }
        if (event.count != 0 && candidate.count != 0 && event.count != candidate.count) {
            return false;
        }
        const std::vector<std::string_view> others = states_of(document_, event.parties);
        if (candidate.count > 2 && others.size() > candidate.count) {
            return false;
        }
        if (!vague && !covers(others, states) && !covers(states, others)) {
            return false;
        }
        if (set_apart(document_, first, event.parties, candidate)) {
            return false;
        }
        if (candidate.rule->direction == "directed" && !same_sources(event.parties, candidate.parties)) {
            return false;
        }
        if (candidate.rule->direction == "single" && !vague && !share_entity(event.parties, candidate.parties)) {
            return false;
        }
        return dates_fit(event, date);
    }

    bool share_entity(const std::vector<Party>& a, const std::vector<Party>& b) const {
        return std::any_of(a.begin(), a.end(), [&](const Party& party) {
            return std::any_of(b.begin(), b.end(), [&](const Party& other) { return other.entity == party.entity; });
        });
    }

    bool same_sources(const std::vector<Party>& a, const std::vector<Party>& b) const {
        for (const Role role : {Role::source, Role::target}) {
            std::vector<Party> left;
            std::vector<Party> right;
            std::copy_if(a.begin(), a.end(), std::back_inserter(left), [&](const Party& party) { return party.role == role; });
            std::copy_if(b.begin(), b.end(), std::back_inserter(right), [&](const Party& party) { return party.role == role; });
            const auto left_states = states_of(document_, left);
            const auto right_states = states_of(document_, right);
            if (role == Role::source && persons_differ(left, right)) {
                return false;
            }
            if (!left.empty() && !right.empty() && !covers(left_states, right_states) && !covers(right_states, left_states)) {
                return false;
            }
        }
        return true;
    }

    // Both name persons, and none is the same.
    bool persons_differ(const std::vector<Party>& a, const std::vector<Party>& b) const {
        const auto person = [&](const Party& party) { return document_.entities[party.entity].kind == ActorKind::person; };
        return std::any_of(a.begin(), a.end(), person) && std::any_of(b.begin(), b.end(), person) && !share_entity(a, b);
    }

    bool dates_fit(const Gathered& event, const DateSpan& date) const {
        return std::all_of(event.dates.begin(), event.dates.end(), [&](const DateSpan& other) {
            const bool weak = other.basis <= DateBasis::inferred || date.basis <= DateBasis::inferred;
            return weak || intersect(other, date).has_value();
        });
    }

    // "We agreed to meet again": the other side is who sat at the table.
    void fill_parties(Gathered& event) {
        const Rule& rule = rule_of(event);
        if (rule.direction != "symmetric" || rule.plover != "AGREE") {
            return;
        }
        const auto states = states_of(document_, event.parties);
        if (states.size() != 1) {
            return;
        }
        for (std::size_t i = 0; i < std::min<std::size_t>(events_.size(), kLookBack); ++i) {
            const Gathered& talks = events_[i];
            if (rule_of(talks).kind != "talks" || reality_of(talks.status) != Reality::same) {
                continue;
            }
            const auto others = states_of(document_, talks.parties);
            if (others.size() < 2 || !covers(others, states) || named_set(document_, talks.parties)) {
                continue;
            }
            for (const Party& party : talks.parties) {
                const std::string& state = document_.entities[party.entity].state;
                if (party.role == Role::participant && std::find(states.begin(), states.end(), state) == states.end()) {
                    event.parties.push_back({Role::participant, party.entity, party.mention});
                }
            }
            event.part_of = static_cast<std::int32_t>(talks.mentions.front());
            return;
        }
    }

    // "A visit to Chile by the Peruvian president was called off": where nobody is said to do it to another, all take part.
    static void share_without_doer(Gathered& event) {
        if (has_role(event.parties, Role::participant) && !has_role(event.parties, Role::source)) {
            for (Party& party : event.parties) {
                party.role = party.role == Role::target ? Role::participant : party.role;
            }
        }
    }

    const Document& document_;
    const std::vector<Candidate>& candidates_;
    std::vector<Gathered> events_;
};

}  // namespace

EventDateQuestion date_question(const Candidate& candidate) {
    EventDateQuestion question;
    question.sentence = candidate.sentence;
    question.trigger = candidate.trigger;
    question.clause = candidate.clause;
    question.status = candidate.status;
    question.tense = static_cast<EventDateQuestion::Tense>(candidate.tense);
    question.speech_act = candidate.rule->speech;
    return question;
}

EventPlaceQuestion place_question(const Candidate& candidate) {
    const std::string& kind = candidate.rule->kind;
    EventPlaceQuestion question;
    question.sentence = candidate.sentence;
    question.trigger = candidate.trigger;
    question.clause = candidate.clause;
    question.visit = kind == "visit";
    question.meeting = candidate.rule->plover == "CONSULT" || kind == "press-event";
    return question;
}

bool has_role(const std::vector<Party>& parties, Role role) {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return party.role == role; });
}

std::span<const Gathered> around(const std::vector<Gathered>& events, std::size_t index) {
    const std::size_t from = index > kNear ? index - kNear : 0;
    return std::span(events).subspan(from, std::min(events.size(), index + kNear) - from);
}

std::string_view trigger_words(const Document& document, const Candidate& candidate) {
    return document.span_of(candidate.trigger).in(document.text());
}

std::vector<std::string_view> states_of(const Document& document, const std::vector<Party>& parties) {
    std::vector<std::string_view> states;
    for (const Party& party : parties) {
        const Entity& entity = document.entities[party.entity];
        if (!entity.state.empty()) {
            states.push_back(entity.state);
        }
    }
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    return states;
}

std::vector<Gathered> gather(const Document& document, const std::vector<Candidate>& candidates) {
    return Gatherer(document, candidates).run();
}

}  // namespace demarche
