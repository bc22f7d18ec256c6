// The merged world of many articles: one event node for one event, one actor node for one actor.
// A pure function of the set of coding records; every vector is in id order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "demarche/graph/event.hpp"

namespace demarche {

struct StatusEntry {
    Status status = Status::occurred;
    std::optional<Published> as_of;
    std::string coding;

    friend bool operator==(const StatusEntry&, const StatusEntry&) = default;
};

struct ConflictValue {
    std::string value;  // a date's EDTF, a status, a place
    std::vector<std::string> codings;

    friend bool operator==(const ConflictValue&, const ConflictValue&) = default;
};

struct Conflict {
    std::string field;  // "date", "status", "place"
    std::vector<ConflictValue> values;

    friend bool operator==(const Conflict&, const Conflict&) = default;
};

struct MergeGround {
    std::string merged;           // coding id
    std::vector<std::string> on;  // "states", "date", "kind", "place", …
    double score = 0.0;

    friend bool operator==(const MergeGround&, const MergeGround&) = default;
};

struct WorldEvent {
    Event event;  // id is "ev.<hash>"; mentions stay with the codings and are empty here
    std::vector<std::string> articles;
    std::vector<std::string> codings;  // "<article id>.e1", earliest first
    std::vector<StatusEntry> history;
    std::vector<Conflict> conflicts;
    std::vector<MergeGround> grounds;
    std::string trigger;   // of the member whose title is shown
    std::string sentence;  // the same member's first sentence; what exports show of it is decided by --quotes

    friend bool operator==(const WorldEvent&, const WorldEvent&) = default;
};

struct WorldLink {
    std::string from;
    std::string to;
    LinkType type = LinkType::about;
    std::vector<std::string> codings;  // article ids
    std::string cue;

    friend bool operator==(const WorldLink&, const WorldLink&) = default;
};

struct ActsFor {
    std::string state;
    std::string office;
    std::string from;  // EDTF, "" if not known
    std::string to;
    std::vector<std::string> articles;

    friend bool operator==(const ActsFor&, const ActsFor&) = default;
};

struct WorldActor {
    std::string id;
    ActorKind kind = ActorKind::state;
    std::string name;
    std::vector<std::string> names;
    std::string state;  // persons: the latest state acted for; states: their own code
    std::vector<ActsFor> acts_for;

    friend bool operator==(const WorldActor&, const WorldActor&) = default;
};

struct WorldPlace {
    std::string id;  // "place.1735161" or "place.<slug>.<country>"
    Place place;

    friend bool operator==(const WorldPlace&, const WorldPlace&) = default;
};

struct World {
    std::vector<WorldEvent> events;
    std::vector<WorldLink> links;
    std::vector<WorldActor> actors;  // every actor of an event, and every state a person acts for
    std::vector<WorldPlace> places;
    std::vector<ArticleInfo> articles;  // those that report at least one event

    friend bool operator==(const World&, const World&) = default;
};

// Id of the place node of `place`; the same for every event at that place.
[[nodiscard]] std::string place_id(const Place& place);

}  // namespace demarche
