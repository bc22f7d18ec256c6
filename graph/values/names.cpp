// The words of the coding record for each enumeration, both ways.
#include <array>
#include <cstddef>

#include "demarche/graph/event.hpp"
#include "demarche/graph/graph_view.hpp"

namespace demarche {

namespace {

// Names in the order of the enumerators.
constexpr std::array<std::string_view, 6> kStatus{"occurred", "ongoing", "planned", "possible", "denied", "cancelled"};
constexpr std::array<std::string_view, 5> kRole{"source", "target", "participant", "host", "mediator"};
constexpr std::array<std::string_view, 4> kActorKind{"person", "state", "organisation", "group"};
constexpr std::array<std::string_view, 5> kLinkType{"response_to", "part_of", "about", "follows", "cancels"};
constexpr std::array<std::string_view, 6> kPrecision{"unknown", "day", "interval", "month", "year", "open"};
constexpr std::array<std::string_view, 7> kBasis{"", "published", "dateline", "inferred", "mention", "relative", "explicit"};
constexpr std::array<std::string_view, 4> kNodeKind{"event", "actor", "place", "article"};
constexpr std::array<std::string_view, 5> kEdgeKind{"takes_part", "at", "reported_in", "acts_for", "link"};

template <std::size_t N, typename Enum>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& names, std::string_view text) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names.at(i) == text) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view to_string(Status status) { return name_of(kStatus, status); }
std::string_view to_string(Role role) { return name_of(kRole, role); }
std::string_view to_string(ActorKind kind) { return name_of(kActorKind, kind); }
std::string_view to_string(LinkType type) { return name_of(kLinkType, type); }
std::string_view to_string(Precision precision) { return name_of(kPrecision, precision); }
std::string_view to_string(DateBasis basis) { return name_of(kBasis, basis); }
std::string_view to_string(NodeKind kind) { return name_of(kNodeKind, kind); }
std::string_view to_string(EdgeKind kind) { return name_of(kEdgeKind, kind); }

std::optional<Status> status_from(std::string_view text) { return value_of<Status>(kStatus, text); }
std::optional<Role> role_from(std::string_view text) { return value_of<Role>(kRole, text); }
std::optional<ActorKind> actor_kind_from(std::string_view text) { return value_of<ActorKind>(kActorKind, text); }
std::optional<LinkType> link_type_from(std::string_view text) { return value_of<LinkType>(kLinkType, text); }
std::optional<Precision> precision_from(std::string_view text) { return value_of<Precision>(kPrecision, text); }
std::optional<DateBasis> basis_from(std::string_view text) { return value_of<DateBasis>(kBasis, text); }

}  // namespace demarche
