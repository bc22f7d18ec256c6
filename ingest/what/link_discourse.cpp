// Links that parties, dates and order tell, without a word between the two events: talks of a visitor with his hosts are part of
// the visit; who refuses right after a demand refuses it.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "what/linker.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kPause = 3;  // sentences in which who has the floor may be silent
constexpr std::int32_t kReach = 64;  // events on either side that are compared

class DiscourseLinker {
public:
    explicit DiscourseLinker(LinkScene& scene) : scene_(scene) {}

    void run() {
        said_there();
        const auto events = static_cast<std::int32_t>(scene_.gathered.size());
        for (std::int32_t event = 0; event < events; ++event) {
            if (scene_.event(event).status == Status::denied) {
                continue;
            }
            begin_ = std::max(0, event - kReach);
            end_ = std::min(events, event + kReach);
            in_visit(event);
            made_at_meeting(event);
            answer(event);
            invited(event);
            cancel(event);
            next_step(event);
        }
    }

private:
    [[nodiscard]] std::string_view kind(std::int32_t event) const { return scene_.rule(event).kind; }
    [[nodiscard]] bool real(std::int32_t event) const { return reality_of(scene_.event(event).status) == Reality::same; }
    [[nodiscard]] std::uint32_t sentence(std::int32_t event) const { return scene_.first(event).sentence; }

    [[nodiscard]] std::string trigger(std::int32_t event) const {
        return scene_.document.events[static_cast<std::size_t>(event)].mentions.front().trigger;
    }
    [[nodiscard]] bool covers(std::int32_t larger, std::int32_t smaller) const {
        const auto& a = scene_.states(larger);
        const auto& b = scene_.states(smaller);
        return std::includes(a.begin(), a.end(), b.begin(), b.end());
    }
    // Of the events that fit, the nearest in the text; kNone if none does.
    template <typename Fits>
    [[nodiscard]] std::int32_t nearest(std::int32_t event, Fits&& fits) const {
        std::int32_t found = kNone;
        std::int64_t best = 0;
        for (std::int32_t other = begin_; other < end_; ++other) {
            if (other == event || scene_.event(other).status == Status::denied || !fits(other)) {
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

    // What is called off or taken back: the planned meeting with the same sides; the halt that is ended, the sanctions that are
    // lifted.
    void cancel(std::int32_t event) {
        const std::int32_t undone = nearest(event, [&](std::int32_t other) {
            const bool called_off = kind(event) == "suspend-talks" && scene_.rule(other).plover == "CONSULT" &&
                                    scene_.event(other).status == Status::planned && scene_.states(other) == scene_.states(event);
            return called_off || (told_first(other, event) && undoes(event, other));
        });
        if (undone != kNone) {
            scene_.add(event, undone, LinkType::cancels, trigger(event));
        }
    }

    // In an earlier sentence, or in the words that tell its end: "ended its suspension of flights".
    [[nodiscard]] bool told_first(std::int32_t other, std::int32_t event) const {
        const TokenRange a = scene_.first(other).trigger;
        const TokenRange b = scene_.first(event).trigger;
        return sentence(other) < sentence(event) || (a.begin < b.end && b.begin < a.end);
    }

    [[nodiscard]] bool undoes(std::int32_t event, std::int32_t other) const {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> pairs{
            {{"resume", "halt"},
             {"sanctions-eased", "sanctions-imposed"},
             {"tariffs-eased", "tariffs"},
             {"treaty-exit", "agreement"},
             {"treaty-exit", "accession"},
             {"establish-relations", "sever-relations"},
             {"withdrawal", "deployment"},
             {"access-granted", "border-closure"}}};
        const bool opposite = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
            return pair.first == kind(event) && pair.second == kind(other);
        });
        const std::string_view thing = scene_.first(event).object;
        const bool one_thing =
            kind(event) != "resume" || thing.empty() || scene_.first(other).object.empty() || scene_.first(other).object == thing;
        return opposite && one_thing && real(event) && real(other) && covers(other, event);
    }

    // The meeting that was agreed on; a further meeting of the same sides.
    void next_step(std::int32_t event) {
        static constexpr std::array<std::string_view, 4> meetings{"talks", "negotiation", "summit", "conference"};
        const bool sequel = further(event);
        if (!sequel && (!one_of(kind(event), meetings) || real(event))) {
            return;
        }
        const std::int32_t before = nearest(event, [&](std::int32_t other) {
            const bool agreed = !sequel && kind(other) == "agree-to-meet";
            const bool earlier = sequel && one_of(kind(other), meetings);
            return (agreed || earlier) && real(other) && scene_.shared_states(event, other) > 1 &&
                   sentence(other) <= sentence(event);
        });
        if (before != kNone) {
            scene_.add(event, before, LinkType::follows, trigger(sequel ? event : before));
        }
    }

    // "further talks", "a follow-up visit", "a second round".
    [[nodiscard]] bool further(std::int32_t event) const {
        const Candidate& first = scene_.first(event);
        if (!first.noun || scene_.rule(event).plover != "CONSULT") {
            return false;
        }
        for (std::uint32_t i = first.trigger.begin; i < first.trigger.end; ++i) {
            const Token& token = scene_.document.tokens[i];
            if (!scene_.rules.link_words().find(token.lower, Bond::sequel).empty()) {
                return true;
            }
        }
        return false;
    }

    LinkScene& scene_;
    std::int32_t begin_ = 0;
    std::int32_t end_ = 0;
};

}  // namespace

void link_by_discourse(LinkScene& scene) { DiscourseLinker(scene).run(); }

}  // namespace demarche
