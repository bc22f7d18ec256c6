// Links that parties, dates and order tell, without a word between the two events: talks of a visitor with his hosts are part of
// the visit; who refuses right after a demand refuses it.
#include <algorithm>
#include <array>
#include <chrono>

#include "what/link_pairs.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kPause = 3;  // sentences in which who has the floor may be silent

class DiscourseLinker : public EventPairs {
public:
    using EventPairs::EventPairs;

    void run() {
        said_there();
        each([&](std::int32_t event) {
            in_visit(event);
            made_at_meeting(event);
            answer(event);
            invited(event);
            in_war(event);
        });
    }

private:
    // Acts of speech of somebody who has the floor of a meeting, in the same sentence or one of the next.
    void said_there() {
        for (const Floor& floor : scene_.floors()) {
            std::uint32_t last = floor.sentence;
            for (auto [at, end] = scene_.of_sentence(floor.sentence); at < scene_.candidates.size(); ++at) {
                const Candidate& act = scene_.candidates[at];
                if (act.sentence > last + kPause) {
                    break;
                }
                const std::int32_t event = scene_.event_of(at);
                const bool speaks = std::any_of(act.parties.begin(), act.parties.end(), [&](const Party& party) {
                    return party.role == Role::source && party.entity == floor.entity;
                });
                if (event != kNone && speaks && act.rule->speech && scene_.dates_meet(event, floor.meeting)) {
                    scene_.add(event, floor.meeting, LinkType::part_of, floor.cue);
                    last = act.sentence;
                }
            }
        }
    }

    // Talks that hold the visitor and his hosts, at a time that can be that of the visit.
    void in_visit(std::int32_t event) {
        static constexpr std::array<std::string_view, 4> parts{"talks", "negotiation", "reception", "press-event"};
        if (!one_of(kind(event), parts)) {
            return;
        }
        const std::int32_t visit = nearest(event, [&](std::int32_t other) {
            return kind(other) == "visit" && scene_.shared_states(event, other) > 1 && covers(event, other) &&
                   real(event) == real(other) && during(event, other);
        });
        if (visit != kNone) {
            scene_.add(event, visit, LinkType::part_of, trigger(visit));
        }
    }

    // A visit of which only the first day is told goes on for a few days.
    [[nodiscard]] bool during(std::int32_t event, std::int32_t visit) const {
        constexpr std::chrono::days stay{3};
        const DateSpan& arrival = scene_.event(visit).date;
        const DateSpan& meeting = scene_.event(event).date;
        return scene_.dates_meet(event, visit) ||
               (arrival.last && meeting.first && *meeting.first > *arrival.last && *meeting.first <= *arrival.last + stay);
    }

    // What the sides of a meeting agree on when it is told, they agree on there.
    void made_at_meeting(std::int32_t event) {
        static constexpr std::array<std::string_view, 3> made{"agreement", "agree-to-meet", "joint-statement"};
        if (!one_of(kind(event), made) || !real(event)) {
            return;
        }
        const std::int32_t filled = scene_.event(event).part_of;
        if (filled != kNone) {
            scene_.add(event, scene_.event_of(static_cast<std::uint32_t>(filled)), LinkType::part_of, trigger(event));
            return;
        }
        const std::int32_t meeting = nearest(event, [&](std::int32_t other) {
            static constexpr std::array<std::string_view, 4> meetings{"talks", "negotiation", "summit", "conference"};
            return one_of(kind(other), meetings) && real(other) && scene_.shared_states(event, other) > 1 &&
                   scene_.dates_meet(event, other) && sentence(other) == sentence(event);
        });
        if (meeting != kNone) {
            scene_.add(event, meeting, LinkType::part_of, trigger(event));
        }
    }

    // Who refuses or accepts right after he was asked.
    void answer(std::int32_t event) {
        static constexpr std::array<std::string_view, 4> answers{"refusal", "deny", "agree-to-meet", "agreement"};
        static constexpr std::array<std::string_view, 4> asked{"invitation", "proposal", "demand", "accusation"};
        if (!one_of(kind(event), answers) || (kind(event) == "agreement" && !names(event, "proposal"))) {
            return;
        }
        const std::int32_t question = nearest(event, [&](std::int32_t other) {
            const auto& parties = scene_.event(other).parties;
            const bool other_side = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
                return party.role == Role::source &&
                       !scene_.has(event, Role::source, scene_.document.entities[party.entity].state);
            });
            const bool charge = kind(other) == "accusation";
            return one_of(kind(other), asked) && charge == (kind(event) == "deny") && other_side &&
                   (scene_.share_state(event, other) || names(event, kind(other))) && sentence(other) <= sentence(event) &&
                   sentence(event) <= sentence(other) + 1;
        });
        if (question != kNone) {
            scene_.add(event, question, LinkType::response_to, trigger(event));
        }
    }

    // The words that tell the event hold a noun of that kind: "accepted the offer".
    [[nodiscard]] bool names(std::int32_t event, std::string_view wanted) const {
        const TokenRange words = scene_.first(event).trigger;
        for (std::uint32_t i = words.begin; i < words.end; ++i) {
            if (scene_.document.tokens[i].lemma == wanted) {
                return true;
            }
            for (const Rules::NounEntry& entry : scene_.rules.noun(scene_.document.tokens[i].lemma)) {
                if (entry.rule->kind == wanted) {
                    return true;
                }
            }
        }
        return false;
    }

    // An invitation is about the visit that the guest is to make.
    void invited(std::int32_t event) {
        if (kind(event) != "invitation") {
            return;
        }
        const std::int32_t visit = nearest(event, [&](std::int32_t other) {
            return kind(other) == "visit" && scene_.share_state(event, other) && !scene_.has(other, Role::source, host_of(event));
        });
        if (visit != kNone) {
            scene_.add(event, visit, LinkType::about, trigger(event));
        }
    }
    [[nodiscard]] std::string_view host_of(std::int32_t invitation) const {
        for (const Party& party : scene_.event(invitation).parties) {
            if (party.role == Role::source) {
                return scene_.document.entities[party.entity].state;
            }
        }
        return {};
    }

    // A raid during a war of both sides is part of it.
    void in_war(std::int32_t event) {
        if (kind(event) != "attack" || wages(event) || !real(event)) {
            return;
        }
        const std::int32_t war = nearest(event, [&](std::int32_t other) {
            return kind(other) == "attack" && wages(other) && real(other) && scene_.states(other).size() > 1 &&
                   !scene_.states(event).empty() && covers(other, event) && !later(other, event);
        });
        if (war != kNone) {
            scene_.add(event, war, LinkType::part_of, trigger(war));
        }
    }
    [[nodiscard]] bool wages(std::int32_t event) const {
        static constexpr std::array<std::string_view, 4> wars{"war", "conflict", "fighting", "hostility"};
        const Candidate& first = scene_.first(event);
        return first.noun && one_of(scene_.document.tokens[first.trigger.end - 1].lemma, wars);
    }
};

}  // namespace

void link_by_discourse(LinkScene& scene) { DiscourseLinker(scene).run(); }

}  // namespace demarche
