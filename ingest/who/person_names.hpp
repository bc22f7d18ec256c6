// What the parts of a person's name are, and whether two names or two offices can be one person's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "who/actor_tables.hpp"

namespace demarche {

// States where the family name is written first, in English text too.
[[nodiscard]] bool family_name_first(std::string_view state);
// "de", "van", "bin": belongs to the surname behind it.
[[nodiscard]] bool particle(std::string_view word);
[[nodiscard]] std::vector<std::string_view> split_name(std::string_view name);
// One name names the other if every word of the shorter stands in the longer ("Rubio", "Marco Rubio", "Marco A. Rubio").
[[nodiscard]] bool contains_all(const std::vector<std::uint64_t>& longer, const std::vector<std::uint64_t>& shorter);
// Offices that one person may be called by: any two ministers, president and prime minister, an unknown office and any other.
[[nodiscard]] bool same_rank(OfficeClass a, OfficeClass b);

}  // namespace demarche
