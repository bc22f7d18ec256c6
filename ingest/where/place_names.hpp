// How a name of the gazetteer is compared with the bytes of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche {

// Letters and digits; all bytes of other scripts but typographic punctuation (U+2000 .. U+207F).
[[nodiscard]] bool is_word_byte(std::string_view text, std::size_t at);

// End of the word that begins at `at`.
[[nodiscard]] std::size_t word_end(std::string_view text, std::size_t at);

// The same for "Bogotá", "bogotá" and "BOGOTÁ".
[[nodiscard]] std::uint64_t hash_folded(std::string_view word);

// Length of the text at `at` that equals `name`, 0 if it does not. The text may be in capitals throughout (unless `exact`), have
// one typographic apostrophe for a plain one, and must end where a word ends.
[[nodiscard]] std::size_t match_name(std::string_view text, std::size_t at, std::string_view name, bool exact);

}  // namespace demarche
