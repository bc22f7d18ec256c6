// Marks that are no words: emoticons, rules of hyphens, runs of end marks.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/chunk.hpp"

namespace demarche::language {

// Where the emoticon that begins at chunk.text[at] ends (":-)", "=)", "^_^", "(:"), else `at`. `open_bracket`: a ")" closes a
// bracket here, so that "(one of these:)" has no face in it.
[[nodiscard]] std::size_t emoticon_end(const Chunk& chunk, std::size_t at, bool open_bracket);
[[nodiscard]] bool is_emoticon(std::string_view form);

// Where the punctuation that begins at chunk.text[at] ends: "?!", ".?", "...", "--", "====--", "$$$", else one character with
// its variation selectors.
[[nodiscard]] std::size_t mark_end(const Chunk& chunk, std::size_t at);

}  // namespace demarche::language
