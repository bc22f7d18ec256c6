// What a token by itself says about the end of a sentence.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/word_lists.hpp"

namespace demarche::language {

[[nodiscard]] bool opens(std::string_view form);   // a bracket or quotation mark that may open
[[nodiscard]] bool closes(std::string_view form);  // one that may close
[[nodiscard]] bool is_bullet(std::string_view form);
[[nodiscard]] bool is_drawn_rule(std::string_view form);  // "----------"
[[nodiscard]] bool is_web_address(std::string_view form);

enum class End : std::uint8_t { none, full_stop, strong, ellipsis, emoticon, abbreviation, last_abbreviation };

[[nodiscard]] End end_kind(std::string_view form, const WordLists& lists);

// A period behind this word ends a sentence even before a small letter: no abbreviation looks like it.
[[nodiscard]] bool is_whole_word(std::string_view form);

}  // namespace demarche::language
