// One event as an article reports it: what, who in which role, when, where, whether it happened, and why we think so.
// Plain values; thread-compatible; owned by whoever holds the Coding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph/date_span.hpp"
#include "demarche/graph/span.hpp"

namespace demarche {

enum class Status : std::uint8_t { occurred, ongoing, planned, possible, denied, cancelled };  // cancelled: merged events only
enum class Role : std::uint8_t { source, target, participant, host, mediator };
enum class ActorKind : std::uint8_t { person, state, organisation, group };
enum class LinkType : std::uint8_t { response_to, part_of, about, follows, cancels };

[[nodiscard]] std::string_view to_string(Status status);
[[nodiscard]] std::string_view to_string(Role role);
[[nodiscard]] std::string_view to_string(ActorKind kind);
[[nodiscard]] std::string_view to_string(LinkType type);
[[nodiscard]] std::optional<Status> status_from(std::string_view text);
[[nodiscard]] std::optional<Role> role_from(std::string_view text);
[[nodiscard]] std::optional<ActorKind> actor_kind_from(std::string_view text);
[[nodiscard]] std::optional<LinkType> link_type_from(std::string_view text);

struct Place {
    std::string name;
    std::string country;  // ISO 3166 alpha-3, "" if unknown
    std::optional<double> lat;
    std::optional<double> lon;
    std::optional<std::int64_t> geonameid;

    friend bool operator==(const Place&, const Place&) = default;

    [[nodiscard]] bool known() const { return !name.empty() || !country.empty(); }
};

struct Actor {
    Role role = Role::participant;
    ActorKind kind = ActorKind::state;
    std::string id;      // "state.KOR", "org.ASEAN", "person.park-yoon-joo.KOR", "group.hamas.PSE"; NMTOKEN
    std::string name;    // fullest name in the article; a state's common name
    std::string state;   // alpha-3 or the acronym of an international organisation; "" (written null) if not known
    std::string office;  // persons only
    std::string text;    // the words that name the actor in the mention used
    Span span;

    friend bool operator==(const Actor&, const Actor&) = default;
};

struct Mention {
    std::string sentence;
    Span sentence_span;
    std::string trigger;
    Span trigger_span;

    friend bool operator==(const Mention&, const Mention&) = default;
};

struct Attribution {
    std::string claimed_by;  // "a Seoul official"
    std::string state;
    std::string verb;

    friend bool operator==(const Attribution&, const Attribution&) = default;
};

struct Why {
    std::string rule;
    std::vector<std::string> terms;  // words of the text that the rule used
    std::vector<std::string> notes;  // how status, date, and actors were found, for `explain`
    // What decided the status, from the trigger outward: "visit: infinitive", "agreed to: planned".
    std::vector<std::string> status;

    friend bool operator==(const Why&, const Why&) = default;
};

struct Event {
    std::string id;  // "<article id>.e1"
    std::string kind;
    std::string plover;
    std::string mode;   // "" is null
    std::string cameo;  // "" is null
    Status status = Status::occurred;
    std::string title;
    DateSpan date;
    std::optional<Place> place;
    std::vector<Actor> actors;
    std::vector<Mention> mentions;
    std::optional<Attribution> attribution;
    double salience = 0.0;    // 0 .. 1
    double confidence = 0.0;  // 0 .. 1
    Why why;

    friend bool operator==(const Event&, const Event&) = default;
};

struct Link {
    std::string from;
    std::string to;
    LinkType type = LinkType::about;
    std::string cue;

    friend bool operator==(const Link&, const Link&) = default;
};

}  // namespace demarche
