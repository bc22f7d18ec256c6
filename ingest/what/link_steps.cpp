// Next steps and undoings, by kinds, parties and order: the meeting that was agreed on, the treaty that is ratified, the
// sanctions that are lifted.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "what/link_pairs.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

class StepLinker : public EventPairs {
public:
    using EventPairs::EventPairs;

    void run() {
        each([&](std::int32_t event) {
            cancel(event);
            next_step(event);
            succeed(event);
        });
    }

private:
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

    // Who takes the office that another left; what ratifies the treaty that was signed.
    void succeed(std::int32_t event) {
        static constexpr std::array<std::string_view, 3> arrivals{"appointment", "takes-office", "election"};
        const bool arrival = one_of(kind(event), arrivals);
        const std::int32_t before = nearest(event, [&](std::int32_t other) {
            const bool vacancy =
                arrival && (kind(other) == "leaves-office" || kind(other) == "death") && one_office(event, other);
            const bool treaty = kind(event) == "ratification" && kind(other) == "agreement" && real(other);
            return (vacancy || treaty) && scene_.share_state(event, other) && !later(other, event);
        });
        if (before != kNone) {
            scene_.add(event, before, LinkType::follows, trigger(event));
        }
    }

    // Both holders have the office by name.
    [[nodiscard]] bool one_office(std::int32_t a, std::int32_t b) const {
        const auto offices = [&](std::int32_t event) {
            std::vector<std::string_view> names;
            for (const Party& party : scene_.event(event).parties) {
                const std::string& office = scene_.document.entities[party.entity].office;
                if (!office.empty()) {
                    names.push_back(office);
                }
            }
            return names;
        };
        const auto left = offices(a);
        const auto right = offices(b);
        return std::any_of(left.begin(), left.end(),
                           [&](std::string_view office) { return std::find(right.begin(), right.end(), office) != right.end(); });
    }
};

}  // namespace

void link_steps(LinkScene& scene) { StepLinker(scene).run(); }

}  // namespace demarche
