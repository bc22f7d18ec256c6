// Courts, police and other agents of a place act for the state in which the place lies: "a Lahore court", "police in the city of
// Marseille". Capitals and states are read with the actor itself; for all other places the gazetteer has to speak first.
#include <algorithm>
#include <optional>
#include <string>

#include "demarche/ingest/stages.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kReach = 6;  // tokens between the agents and their place

class TownReader {
public:
    explicit TownReader(Document& document) : document_(document) {}

    void run() {
        for (ActorMention& mention : document_.actors) {
            if (mention.entities.size() != 1 || !waits(mention.entities[0])) {
                continue;
            }
            if (const PlaceMention* place = place_before(mention); place != nullptr) {
                settle(mention, *place, {place->span.begin, mention.span.end});
            } else if (const PlaceMention* behind = place_behind(mention); behind != nullptr) {
                settle(mention, *behind, {mention.span.begin, behind->span.end});
            }
        }
        again();
    }

private:
    bool waits(std::uint32_t entity) const {
        const Entity& agents = document_.entities[entity];
        return agents.placed && agents.state.empty();
    }

    // "a Lahore anti-terrorism court", "Marseille's police"
    const PlaceMention* place_before(const ActorMention& mention) const {
        std::uint32_t at = mention.tokens.begin;
        for (std::uint32_t n = 0; n < kReach && at > 0; ++n) {
            if (const PlaceMention* place = mention_at(document_.places, at - 1);
                place != nullptr && !place->country && !place->dateline) {
                return place;
            }
            const Token& token = document_.tokens[at - 1];
            const bool modifier = token.upos == Upos::adj || token.upos == Upos::noun || token.form == "-" ||
                                  token.lower == "'s" || token.form == "’s";
            if (!modifier) {
                return nullptr;
            }
            --at;
        }
        return nullptr;
    }

    // "police in the southern port of Marseille"
    const PlaceMention* place_behind(const ActorMention& mention) const {
        std::uint32_t at = mention.tokens.end;
        if (at >= document_.tokens.size() ||
            (document_.tokens[at].lower != "in" && document_.tokens[at].lower != "of" && document_.tokens[at].lower != "from")) {
            return nullptr;
        }
        for (std::uint32_t n = 0; n < kReach && ++at < document_.tokens.size(); ++n) {
            if (const PlaceMention* place = mention_at(document_.places, at); place != nullptr) {
                return place->dateline || place->country ? nullptr : place;
            }
            const Token& token = document_.tokens[at];
            if (token.upos != Upos::adj && token.upos != Upos::noun && token.upos != Upos::det && token.lower != "of") {
                return nullptr;
            }
        }
        return nullptr;
    }

    void settle(ActorMention& mention, const PlaceMention& place, Span name) {
        const std::string state = place.place.country;
        if (state.empty()) {
            return;
        }
        const Entity agents = document_.entities[mention.entities[0]];
        const std::string id = agents.id + "." + state;
        const auto known =
            std::find_if(document_.entities.begin(), document_.entities.end(), [&](const Entity& e) { return e.id == id; });
        mention.entities[0] = static_cast<std::uint32_t>(known - document_.entities.begin());
        if (known == document_.entities.end()) {
            Entity made = agents;
            made.id = id;
            made.state = state;
            made.acted_on = false;
            made.name = name.in(document_.text());
            document_.entities.push_back(std::move(made));
        }
    }

    // "the court" further down is the one that has a place, if only one has.
    void again() {
        for (ActorMention& mention : document_.actors) {
            if (mention.entities.size() != 1 || !waits(mention.entities[0]) || mention.tokens.begin == 0 ||
                document_.tokens[mention.tokens.begin - 1].lower != "the") {
                continue;
            }
            const std::string prefix = document_.entities[mention.entities[0]].id + ".";
            std::optional<std::uint32_t> only;
            std::uint32_t bearers = 0;
            for (std::uint32_t e = 0; e < document_.entities.size(); ++e) {
                if (document_.entities[e].id.starts_with(prefix)) {
                    only = e;
                    ++bearers;
                }
            }
            if (bearers == 1) {
                mention.entities[0] = *only;
            }
        }
    }

    Document& document_;
};

}  // namespace

void place_bodies(Document& document) { TownReader(document).run(); }

}  // namespace demarche
