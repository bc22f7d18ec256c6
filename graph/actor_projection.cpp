#include "actor_projection.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

namespace demarche {

namespace {

enum class Spirit : std::uint8_t { neither, cooperative, conflictual };

// By PLOVER event type. REQUEST asks and LEADERSHIP and STATEMENT do not turn to a partner: neither.
Spirit spirit_of(std::string_view plover) {
    constexpr std::array<std::string_view, 7> kCooperative{"AGREE", "CONSULT", "SUPPORT", "COOPERATE",
                                                           "AID",   "CONCEDE", "RETREAT"};
    constexpr std::array<std::string_view, 8> kConflictual{"ACCUSE",   "REJECT",   "THREATEN", "PROTEST",
                                                           "SANCTION", "MOBILIZE", "COERCE",   "ASSAULT"};
    if (std::find(kCooperative.begin(), kCooperative.end(), plover) != kCooperative.end()) {
        return Spirit::cooperative;
    }
    return std::find(kConflictual.begin(), kConflictual.end(), plover) != kConflictual.end() ? Spirit::conflictual
                                                                                             : Spirit::neither;
}

struct Meeting {
    std::uint32_t source;
    std::uint32_t target;
    std::uint32_t event;
};

auto order_of(const Meeting& meeting) { return std::tie(meeting.source, meeting.target, meeting.event); }

using ByRole = std::array<std::vector<std::uint32_t>, 5>;

const std::vector<std::uint32_t>& of(const ByRole& actors, Role role) { return actors.at(static_cast<std::size_t>(role)); }

class MeetingCollector {
public:
    explicit MeetingCollector(std::vector<Meeting>& meetings) : meetings_(meetings) {}

    void add_event(const ByRole& actors, std::uint32_t event) {
        event_ = event;
        for (const std::uint32_t source : of(actors, Role::source)) {
            for (const std::uint32_t target : of(actors, Role::target)) {
                add(source, target);
            }
        }
        const auto& participants = of(actors, Role::participant);
        for (std::size_t i = 0; i < participants.size(); ++i) {
            for (std::size_t k = i + 1; k < participants.size(); ++k) {
                add_symmetric(participants[i], participants[k]);
            }
        }
        add_across(actors, Role::mediator, {Role::source, Role::target, Role::participant});
        add_across(actors, Role::host, {Role::source, Role::participant});
    }

private:
    void add(std::uint32_t source, std::uint32_t target) {
        if (source != target) {
            meetings_.push_back({source, target, event_});
        }
    }

    void add_symmetric(std::uint32_t a, std::uint32_t b) { add(std::min(a, b), std::max(a, b)); }

    void add_across(const ByRole& actors, Role from, std::initializer_list<Role> to) {
        for (const std::uint32_t one : of(actors, from)) {
            for (const Role role : to) {
                for (const std::uint32_t other : of(actors, role)) {
                    add_symmetric(one, other);
                }
            }
        }
    }

    std::vector<Meeting>& meetings_;
    std::uint32_t event_ = 0;
};

std::vector<Meeting> meetings_of(const World& world) {
    std::unordered_map<std::string_view, std::uint32_t> number;
    number.reserve(world.actors.size());
    for (std::size_t i = 0; i < world.actors.size(); ++i) {
        number.emplace(world.actors[i].id, static_cast<std::uint32_t>(i));
    }
    std::vector<Meeting> meetings;
    MeetingCollector collector(meetings);
    for (std::size_t i = 0; i < world.events.size(); ++i) {
        const Event& event = world.events[i].event;
        if (event.status == Status::denied || event.status == Status::cancelled) {
            continue;
        }
        ByRole actors;
        for (const Actor& actor : event.actors) {
            if (const auto found = number.find(actor.id); found != number.end()) {
                actors.at(static_cast<std::size_t>(actor.role)).push_back(found->second);
            }
        }
        collector.add_event(actors, static_cast<std::uint32_t>(i));
    }
    std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) { return order_of(a) < order_of(b); });
    const auto same = [](const Meeting& a, const Meeting& b) { return order_of(a) == order_of(b); };
    meetings.erase(std::unique(meetings.begin(), meetings.end(), same), meetings.end());
    return meetings;
}

void count(ActorTie& tie, const Event& event, std::uint32_t index) {
    ++tie.events;
    tie.event_indexes.push_back(index);
    const Spirit spirit = spirit_of(event.plover);
    tie.cooperative += spirit == Spirit::cooperative ? 1U : 0U;
    tie.conflictual += spirit == Spirit::conflictual ? 1U : 0U;
    // An open side gives no day of its own; the other bound is then the best known one.
    const auto first = event.date.first ? event.date.first : event.date.last;
    const auto last = event.date.last ? event.date.last : event.date.first;
    if (first && (!tie.first || *first < *tie.first)) {
        tie.first = first;
    }
    if (last && (!tie.last || *last > *tie.last)) {
        tie.last = last;
    }
}

}  // namespace

ActorProjection project_actors(const World& world) {
    ActorProjection projection;
    projection.world = &world;
    for (const Meeting& meeting : meetings_of(world)) {
        if (projection.ties.empty() || projection.ties.back().source != meeting.source ||
            projection.ties.back().target != meeting.target) {
            ActorTie& tie = projection.ties.emplace_back();
            tie.source = meeting.source;
            tie.target = meeting.target;
            projection.actors.push_back(meeting.source);
            projection.actors.push_back(meeting.target);
        }
        count(projection.ties.back(), world.events[meeting.event].event, meeting.event);
    }
    std::sort(projection.actors.begin(), projection.actors.end());
    projection.actors.erase(std::unique(projection.actors.begin(), projection.actors.end()), projection.actors.end());
    return projection;
}

}  // namespace demarche
