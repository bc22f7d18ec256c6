// What the parts of a person's name are, and whether two names or two offices can be one person's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "who/actor_tables.hpp"

namespace demarche {

// States where the family name is written first, in English text too.
[[nodiscard]] bool family_name_first(std::string_view state);
// "de", "van", "bin": belongs to the surname behind it.
[[nodiscard]] bool particle(std::string_view word);
[[nodiscard]] std::vector<std::string_view> split_name(std::string_view name);
// The part of a full name by which others call its bearer: the family name, with its particles.
[[nodiscard]] std::string surname_of(std::string_view name, std::string_view state, const ActorTables& tables);
// One name names the other if every word of the shorter stands in the longer ("Rubio", "Marco Rubio", "Marco A. Rubio").
[[nodiscard]] bool contains_all(const std::vector<std::uint64_t>& longer, const std::vector<std::uint64_t>& shorter);
// Offices that one person may be called by: any two ministers, president and prime minister, an unknown office and any other.
[[nodiscard]] bool same_rank(OfficeClass a, OfficeClass b);
// Class of an office as a text writes it ("First Vice Foreign Minister"): that of its longest title. none if it has no title.
[[nodiscard]] OfficeClass class_of(std::string_view office, const ActorTables& tables);
[[nodiscard]] std::string_view to_string(OfficeClass office_class);  // as tables write it; "" for none

}  // namespace demarche
