// Places that the frame of the news gives: of the clause around an event, of the meeting or visit at which a thing is said, of
// the state in which alone the thing can be done.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "what/gather.hpp"
#include "what/place_grounds.hpp"
#include "what/reality.hpp"
#include "what/words.hpp"
#include "when/hang.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 5> kMeetings{"talks", "summit", "negotiation", "conference", "mediation"};

class EventPlacer {
public:
    EventPlacer(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& events)
        : document_(document), candidates_(candidates), events_(events) {}

    void run() {
        for (Gathered& event : events_) {
            by_status(event);
            by_tree(event);
            place_by_visitor(document_, event);
        }
        for (std::size_t i = 0; i < events_.size(); ++i) {
            by_meeting(i);
        }
        for (std::size_t i = 0; i < events_.size(); ++i) {
            by_dateline(events_[i]);
            by_meeting(i);
        }
        by_untold();
        for (std::size_t i = 0; i < events_.size(); ++i) {
            by_occasion(i);
            by_scene(i);
        }
        for (Gathered& event : events_) {
            place_by_kind(document_, candidates_, event);
        }
    }

private:
    [[nodiscard]] const Candidate& first_of(const Gathered& event) const { return candidates_[event.mentions.front()]; }
    [[nodiscard]] static bool placed(const Gathered& event) { return event.place && event.place->known(); }
    // What is to come is not where an earlier mention, of a meeting that is over, was.
    void by_status(Gathered& event) const {
        const auto published = document_.published_day();
        if (!placed(event) || !published || (event.status != Status::planned && event.status != Status::possible)) {
            return;
        }
        const auto over = [&](std::size_t mention) {
            const DateSpan& date = event.dates[mention];
            return date.last && *date.last < *published;
        };
        std::optional<Place> place;
        for (std::size_t i = 0; i < event.mentions.size() && !place; ++i) {
            if (!over(i)) {
                place = place_of_mention(document_, place_question(candidates_[event.mentions[i]]));
            }
        }
        event.place = std::move(place);
    }

    // "In a statement issued in Rome, praised", "offered it when the two met in Singapore": the tree ties the place to the clause
    // in whose frame the event is.
    void by_tree(Gathered& event) const {
        for (const std::uint32_t mention : event.mentions) {
            if (placed(event)) {
                return;
            }
            const Candidate& candidate = candidates_[mention];
            const TokenRange tokens = document_.sentences[candidate.sentence].tokens;
            auto place = std::lower_bound(document_.places.begin(), document_.places.end(), tokens.begin,
                                          [](const PlaceMention& one, std::uint32_t at) { return one.tokens.end <= at; });
            for (; place != document_.places.end() && place->tokens.begin < tokens.end; ++place) {
                if (place->dateline || !located(document_, *place, tokens)) {
                    continue;
                }
                const when::Hang hang = when::hang(document_, candidate.trigger, place->tokens, candidate.rule->speech).hang;
                const bool round = candidate.noun && candidate.rule->kind == "negotiation";  // to end it, more than a meeting
                const bool gathering = !round && (candidate.rule->plover == "CONSULT" || candidate.rule->plover == "AGREE");
                if (hang == when::Hang::own || hang == when::Hang::frame || (hang == when::Hang::purpose && gathering)) {
                    event.place = place->place;
                    event.notes.push_back("place: " + place->place.name + " in the clause around");
                    return;
                }
            }
        }
    }

    // A meeting that is the news itself is where the news is from, if nothing else says where.
    void by_dateline(Gathered& event) const {
        EventPlaceQuestion question = place_question(first_of(event));
        question.lead = question.sentence == 0;
        if (placed(event) || !question.lead) {
            return;
        }
        if ((event.place = place_of_mention(document_, question))) {
            event.notes.emplace_back("place: where the news is from");
        }
    }

    // Talks of a visit are where the visit goes; two tellings of one meeting are of one place.
    void by_meeting(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = first_of(event);
        if (placed(event) || !one_of(first.rule->kind, kMeetings)) {
            return;
        }
        const auto sides = states_of(document_, event.parties);
        const auto fits = [&](const Gathered& other) {
            return &other != &event && reality_of(other.status) == reality_of(event.status) && same_time(event, other);
        };
        for (const Gathered& other : around(events_, index)) {
            const Candidate& there = first_of(other);
            const bool meeting = one_of(there.rule->kind, kMeetings) || there.rule->plover == "AGREE";
            const bool same = meeting && sides.size() > 1 && sides == states_of(document_, other.parties);
            if (placed(other) && fits(other) && (same || beside(document_, candidates_, other, event))) {
                take(event, *other.place, there);
                return;
            }
        }
        for (const Gathered& other : around(events_, index)) {
            const Candidate& there = first_of(other);
            if (there.rule->kind == "visit" && sides.size() > 1 && fits(other) &&
                share_state(sides, states_of(document_, other.parties))) {
                if (const auto place = place_of_visit(document_, other)) {
                    take(event, *place, there);
                    return;
                }
            }
        }
    }

    // "Talks in Geneva have collapsed. … the eighth round": the last meeting that the text has placed without saying whose it is.
    void by_untold() {
        const auto unplaced = [&](const Gathered& event) {
            return !placed(event) && one_of(first_of(event).rule->kind, kMeetings) && reality_of(event.status) == Reality::same;
        };
        if (std::none_of(events_.begin(), events_.end(), unplaced)) {
            return;
        }
        std::vector<bool> told(candidates_.size(), false);
        for (const Gathered& event : events_) {
            for (const std::uint32_t mention : event.mentions) {
                told[mention] = true;
            }
        }
        std::optional<Place> place;
        std::size_t where = 0;
        std::size_t next = 0;
        for (Gathered& event : events_) {  // in order of their first mentions, as the candidates are
            for (; next < event.mentions.front(); ++next) {
                const Candidate& candidate = candidates_[next];
                if (told[next] || !one_of(candidate.rule->kind, kMeetings) || reality_of(candidate.status) != Reality::same) {
                    continue;
                }
                if (auto found = place_of_mention(document_, place_question(candidate))) {
                    place = std::move(found);
                    where = next;
                }
            }
            if (place && unplaced(event)) {
                take(event, *place, candidates_[where]);
            }
        }
    }

    // What one speaker says on one occasion is said in one place.
    void by_occasion(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = first_of(event);
        if (placed(event) || !first.rule->speech) {
            return;
        }
        for (const Gathered& other : around(events_, index)) {
            const Candidate& there = first_of(other);
            if (placed(other) && there.rule->speech && &other != &event && there.sentence == first.sentence &&
                other.date.first == event.date.first && other.date.last == event.date.last && takes_part(event, other)) {
                take(event, *other.place, there);
                return;
            }
        }
    }

    // What is said or agreed at a meeting or on a visit, by who is there, on its day.
    void by_scene(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = first_of(event);
        const bool act = first.rule->speech || first.rule->plover == "AGREE" || first.rule->kind == "press-event" ||
                         first.rule->plover == "REJECT" || first.rule->plover == "REQUEST";
        if (placed(event) || !act || event.status != Status::occurred) {
            return;
        }
        const bool day = event.date.precision == Precision::day;
        // "Had agreed to double their trade": undated, but of the two who are told to meet.
        const bool pact = first.rule->plover == "AGREE" && event.date.basis == DateBasis::inferred && !event.date.first;
        if (!day && !pact) {
            return;
        }
        const auto sides = states_of(document_, event.parties);
        const Gathered* scene = nullptr;
        for (const Gathered& other : around(events_, index)) {
            const Candidate& there = first_of(other);
            const bool scenic = there.rule->kind == "visit" || one_of(there.rule->kind, kMeetings);
            if (!scenic || &other == &event || reality_of(other.status) != Reality::same || !same_day(event, other) ||
                !takes_part(event, other)) {
                continue;
            }
            if (!day && (sides.size() != 2 || sides != states_of(document_, other.parties))) {
                continue;
            }
            const auto place = there.rule->kind == "visit" ? place_of_visit(document_, other) : other.place;
            if (!place || !place->known()) {
                continue;
            }
            scene = scene == nullptr || first_of(*scene).sentence > first.sentence ? &other : scene;
        }
        if (scene != nullptr) {
            const Candidate& there = first_of(*scene);
            take(event, there.rule->kind == "visit" ? *place_of_visit(document_, *scene) : *scene->place, there);
        }
    }

    // Who acts is at the meeting.
    [[nodiscard]] bool takes_part(const Gathered& act, const Gathered& scene) const {
        return std::any_of(act.parties.begin(), act.parties.end(), [&](const Party& party) {
            if (party.role == Role::target) {
                return false;
            }
            const Entity& actor = document_.entities[party.entity];
            return std::any_of(scene.parties.begin(), scene.parties.end(), [&](const Party& other) {
                const Entity& there = document_.entities[other.entity];
                const bool visited = first_of(scene).rule->kind == "visit" && other.role == Role::target;
                return other.entity == party.entity || (!visited && !actor.state.empty() && actor.state == there.state &&
                                                        (actor.kind == ActorKind::state || there.kind == ActorKind::state));
            });
        });
    }

    [[nodiscard]] static bool same_time(const Gathered& a, const Gathered& b) { return intersect(a.date, b.date).has_value(); }
    // Both of one day, as far as the text says.
    [[nodiscard]] static bool same_day(const Gathered& a, const Gathered& b) {
        return a.date.last && b.date.last && intersect(a.date, b.date).has_value();
    }

    void take(Gathered& event, const Place& place, const Candidate& there) const {
        event.place = place;
        event.notes.push_back("place: where \"" + std::string(trigger_words(document_, there)) + "\" is");
    }

    const Document& document_;
    const std::vector<Candidate>& candidates_;
    std::vector<Gathered>& events_;
};

}  // namespace

void place_by_others(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    EventPlacer(document, candidates, gathered).run();
}

}  // namespace demarche
