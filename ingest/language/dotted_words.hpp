// Words that keep a period: abbreviations, acronyms, initials.
#pragma once

#include <cstddef>

#include "language/chunk.hpp"
#include "language/word_lists.hpp"

namespace demarche::language {

// chunk.text[begin..dot) are letters with a period behind: where the token ends if the period is part of it, else `begin`.
// `after_comma`: the token before is a comma.
[[nodiscard]] std::size_t dotted_word_end(const Chunk& chunk, std::size_t begin, std::size_t dot, const WordLists& lists,
                                          bool after_comma);

}  // namespace demarche::language
