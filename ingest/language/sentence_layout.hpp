// Boundaries of sentences that the layout of mail, forums and lists marks without a full stop.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "demarche/ingest/document.hpp"
#include "language/word_lists.hpp"

namespace demarche::language {

// A sentence ends between tokens[at - 1] and tokens[at], which has a blank before it: at a rule of hyphens, an item of a list on
// its own line, the date line above a forwarded message, a web address, a closing phrase above a name. `begin` is where the
// present sentence begins, 0 < at < size. Looks at a bounded number of tokens.
[[nodiscard]] bool layout_breaks(std::span<const Token> tokens, std::size_t begin, std::size_t at, std::string_view text,
                                 const WordLists& lists);

}  // namespace demarche::language
