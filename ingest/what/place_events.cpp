// Places that the frame of the news gives: of the clause around an event, of the meeting or visit at which a thing is said, of
// the state in which alone the thing can be done.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "what/gather.hpp"
#include "what/reality.hpp"
#include "what/words.hpp"
#include "when/hang.hpp"

namespace demarche {

namespace {

constexpr std::size_t kNear = 64;  // events around one that may tell its place
// Done by a state on its own ground, as the guides of event coding take it where the text names no other.
constexpr std::array<std::string_view, 4> kAtHome{"halt", "resume", "access-granted", "release"};
constexpr std::array<std::string_view, 3> kAtTarget{"investigation", "attack", "border-closure"};
constexpr std::array<std::string_view, 5> kMeetings{"talks", "summit", "negotiation", "conference", "mediation"};

class EventPlacer {
public:
    EventPlacer(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& events)
        : document_(document), candidates_(candidates), events_(events) {}

    void run() {
        for (Gathered& event : events_) {
            by_status(event);
            by_tree(event);
            by_visitor(event);
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
            by_kind(event);
        }
    }

private:
    [[nodiscard]] const Candidate& first_of(const Gathered& event) const { return candidates_[event.mentions.front()]; }
    [[nodiscard]] static bool placed(const Gathered& event) { return event.place && event.place->known(); }
    [[nodiscard]] std::string words(const Candidate& candidate) const {
        const Span span{document_.tokens[candidate.trigger.begin].span.begin,
                        document_.tokens[candidate.trigger.end - 1].span.end};
        return std::string(span.in(document_.text()));
    }

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
                if (place->dateline || !located(*place, tokens)) {
                    continue;
                }
                const when::Hang hang = when::hang(document_, candidate.trigger, place->tokens, candidate.rule->speech).hang;
                const bool gathering =
                    !candidate.noun && (candidate.rule->plover == "CONSULT" || candidate.rule->plover == "AGREE");
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
            event.notes.push_back("place: where the news is from");
        }
    }

    // A preposition of place opens the phrase, and each noun on the way to the verb is itself somewhere: "at a meeting in
    // Geneva".
    [[nodiscard]] bool located(const PlaceMention& place, TokenRange sentence) const {
        static constexpr std::array<std::string_view, 8> kIn{"in", "at", "near", "outside", "inside", "aboard", "off", "due"};
        static constexpr std::array<std::string_view, 3> kInside{"in", "at", "during"};
        static constexpr std::array<std::string_view, 16> kOccasions{
            "visit", "trip",    "tour",   "stop",  "sideline", "margin",   "fringe", "eve",
            "talk",  "meeting", "summit", "forum", "session",  "ceremony", "round",  "conference"};
        static constexpr std::array<std::string_view, 11> kParts{"round",  "sideline", "margin",  "day", "session", "series",
                                                                 "fringe", "start",    "opening", "end", "eve"};
        constexpr int longest = 6;
        std::uint32_t at = place.tokens.begin;
        for (std::uint32_t token = place.tokens.begin; token < place.tokens.end; ++token) {
            const std::int32_t head = document_.tokens[token].head;
            if (head < 0 || !place.tokens.contains(static_cast<std::uint32_t>(head))) {
                at = token;
                break;
            }
        }
        for (int step = 0; step < longest; ++step) {
            const std::string_view preposition = case_of(at, sentence);
            const bool part = preposition == "of" && document_.tokens[at].head >= 0 &&
                              one_of(document_.tokens[static_cast<std::uint32_t>(document_.tokens[at].head)].lemma, kParts);
            const bool occasion = (preposition == "on" || preposition == "for") && one_of(document_.tokens[at].lemma, kOccasions);
            const bool fits = step == 0 ? one_of(preposition, kIn) : part || occasion || one_of(preposition, kInside);
            const std::int32_t head = document_.tokens[at].head;
            if (fits && has_copula(at, sentence)) {
                return true;  // "is in Kenya to …"
            }
            if (!fits || head < 0) {
                return false;
            }
            at = static_cast<std::uint32_t>(head);
            if (document_.tokens[at].upos == Upos::verb || document_.tokens[at].upos == Upos::adj) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::string_view case_of(std::uint32_t noun, TokenRange sentence) const {
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t at = noun; at > sentence.begin && at + reach > noun;) {
            --at;
            if (document_.tokens[at].deprel == "case" && document_.tokens[at].head == static_cast<std::int32_t>(noun)) {
                return document_.tokens[at].lower;
            }
        }
        return {};
    }

    [[nodiscard]] bool has_copula(std::uint32_t noun, TokenRange sentence) const {
        constexpr std::uint32_t reach = 6;
        for (std::uint32_t at = noun; at > sentence.begin && at + reach > noun;) {
            --at;
            if (document_.tokens[at].deprel == "cop" && document_.tokens[at].head == static_cast<std::int32_t>(noun)) {
                return true;
            }
        }
        return false;
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
        for (const Gathered& other : around(index)) {
            const Candidate& there = first_of(other);
            const bool meeting = one_of(there.rule->kind, kMeetings) || there.rule->plover == "AGREE";
            const bool same = meeting && sides.size() > 1 && sides == states_of(document_, other.parties);
            if (placed(other) && fits(other) && (same || beside(other, event))) {
                take(event, *other.place, there);
                return;
            }
        }
        for (const Gathered& other : around(index)) {
            const Candidate& there = first_of(other);
            if (there.rule->kind == "visit" && sides.size() > 1 && fits(other) &&
                meet(sides, states_of(document_, other.parties))) {
                if (const auto place = place_of_visit(other)) {
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

    // "Talks on the sidelines of the forum": either is where the other is.
    [[nodiscard]] bool beside(const Gathered& a, const Gathered& b) const {
        return std::any_of(a.mentions.begin(), a.mentions.end(), [&](std::uint32_t i) {
            return std::any_of(b.mentions.begin(), b.mentions.end(), [&](std::uint32_t j) {
                const bool ordered = candidates_[i].trigger.end <= candidates_[j].trigger.begin;
                const Candidate& smaller = candidates_[ordered ? i : j];
                const Candidate& larger = candidates_[ordered ? j : i];
                return smaller.sentence == larger.sentence && larger.rule->kind == "conference" &&
                       on_the_sidelines(document_, smaller, larger);
            });
        });
    }

    // "The minister and visiting envoys agreed": it is done in the state of who is not the visitor.
    void by_visitor(Gathered& event) const {
        if (placed(event) || reality_of(event.status) != Reality::same) {
            return;
        }
        std::string_view visitor;
        for (const Party& party : event.parties) {
            const TokenRange tokens = document_.actors[party.mention].tokens;
            constexpr std::uint32_t reach = 3;
            const std::uint32_t from = tokens.begin > reach ? tokens.begin - reach : 0;
            for (std::uint32_t at = tokens.end; at > from;) {
                const Token& word = document_.tokens[--at];
                if (word.upos == Upos::punct || word.upos == Upos::cconj || word.upos == Upos::adp) {
                    break;
                }
                const bool modifies = tokens.contains(at) || word.head > static_cast<std::int32_t>(at);  // not "visiting Kenya"
                if (word.lower == "visiting" && modifies) {
                    visitor = document_.entities[party.entity].state;
                }
            }
        }
        if (visitor.empty()) {
            return;
        }
        const auto states = states_of(document_, event.parties);
        for (const Party& party : event.parties) {
            const Entity& host = document_.entities[party.entity];
            if (states.size() == 2 && host.state != visitor && host.state.size() == 3) {
                Place place;
                place.country = host.state;
                event.place = std::move(place);
                event.notes.push_back("place: visitors are there");
                return;
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
        for (const Gathered& other : around(index)) {
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
        if (placed(event) || !act || event.status != Status::occurred || event.date.precision != Precision::day) {
            return;
        }
        const Gathered* scene = nullptr;
        for (const Gathered& other : around(index)) {
            const Candidate& there = first_of(other);
            const bool scenic = there.rule->kind == "visit" || one_of(there.rule->kind, kMeetings);
            if (!scenic || &other == &event || reality_of(other.status) != Reality::same || !same_day(event, other) ||
                !takes_part(event, other)) {
                continue;
            }
            const auto place = there.rule->kind == "visit" ? place_of_visit(other) : other.place;
            if (!place || !place->known()) {
                continue;
            }
            scene = scene == nullptr || first_of(*scene).sentence > first.sentence ? &other : scene;
        }
        if (scene != nullptr) {
            const Candidate& there = first_of(*scene);
            take(event, there.rule->kind == "visit" ? *place_of_visit(*scene) : *scene->place, there);
        }
    }

    // The act can only be there: a country, without a place.
    void by_kind(Gathered& event) const {
        const std::string& kind = first_of(event).rule->kind;
        // A halt toward another state is often at a border, or at sea.
        const bool aimed = std::any_of(event.parties.begin(), event.parties.end(),
                                       [](const Party& party) { return party.role == Role::target; });
        const bool home = one_of(kind, kAtHome) && !(aimed && kind == "halt");
        const bool truce = kind == "ceasefire";
        if (placed(event) || (!home && !truce && !one_of(kind, kAtTarget)) || reality_of(event.status) == Reality::denied) {
            return;
        }
        std::string_view country;
        for (const Party& party : event.parties) {
            const Entity& entity = document_.entities[party.entity];
            if (truce) {  // a state's truce with a group is where the group is
                country = entity.kind == ActorKind::group && entity.state.size() == 3 ? std::string_view(entity.state) : country;
                continue;
            }
            if (party.role != (home ? Role::source : Role::target) || entity.kind == ActorKind::organisation) {
                continue;
            }
            if (entity.state.size() != 3 || (!country.empty() && country != entity.state)) {
                return;
            }
            country = entity.state;
        }
        if (!country.empty()) {
            Place place;
            place.country = country;
            event.place = std::move(place);
            event.notes.push_back("place: the state on whose ground it is done");
        }
    }

    [[nodiscard]] std::optional<Place> place_of_visit(const Gathered& visit) const {
        if (placed(visit)) {
            return visit.place;
        }
        for (const Party& party : visit.parties) {
            const Entity& entity = document_.entities[party.entity];
            if ((party.role == Role::target || party.role == Role::host) && entity.state.size() == 3 &&
                entity.kind != ActorKind::organisation) {
                Place place;
                place.name = entity.kind == ActorKind::state ? entity.name : std::string();
                place.country = entity.state;
                return place;
            }
        }
        return std::nullopt;
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

    [[nodiscard]] static bool meet(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
        return std::any_of(a.begin(), a.end(),
                           [&](std::string_view one) { return std::find(b.begin(), b.end(), one) != b.end(); });
    }
    [[nodiscard]] static bool same_time(const Gathered& a, const Gathered& b) { return intersect(a.date, b.date).has_value(); }
    // Both of one day, as far as the text says.
    [[nodiscard]] static bool same_day(const Gathered& a, const Gathered& b) {
        return a.date.last && b.date.last && intersect(a.date, b.date).has_value();
    }

    [[nodiscard]] std::span<const Gathered> around(std::size_t index) const {
        const std::size_t from = index > kNear ? index - kNear : 0;
        return std::span<const Gathered>(events_).subspan(from, std::min(events_.size(), index + kNear) - from);
    }

    void take(Gathered& event, const Place& place, const Candidate& there) const {
        event.place = place;
        event.notes.push_back("place: where \"" + words(there) + "\" is");
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
