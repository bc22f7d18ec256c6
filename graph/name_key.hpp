// Names compared as people write them: without regard to case, diacritics, hyphens and apostrophes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// The words of a name, folded: "PARK Yoon-joo" gives "park", "yoonjoo"; "Nguyễn Văn Đức" gives "nguyen", "van", "duc".
// Letters of other scripts stay as they are.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

// The words put together, so that "Yoon-joo", "Yoon Joo" and "Yoonjoo" are one.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

// In these states the family name usually comes first in English-language news ("Park Yoon-joo").
[[nodiscard]] bool puts_family_name_first(std::string_view state);

// Whether `part` may be a shorter way to write `whole`: the family name alone ("Rubio", "von der Leyen"), or all of
// the words in order with the same family name ("Marco Rubio" for "Marco Antonio Rubio"). False if they are equal.
[[nodiscard]] bool is_shorter_name(const std::vector<std::string>& part, const std::vector<std::string>& whole,
                                   bool family_first);

// An NMTOKEN from the letters and digits of `name`: "Park Yoon-joo" gives "park-yoon-joo".
[[nodiscard]] std::string name_slug(std::string_view name);

}  // namespace demarche
