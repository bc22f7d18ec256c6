// Cutting a paragraph's tokens into sentences.
#pragma once

#include <cstdint>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "language/word_lists.hpp"

namespace demarche::language {

// Appends the sentences of document.tokens[first..], which are those of paragraph number `paragraph`; `brackets` is scratch.
// Every token falls in exactly one sentence. Linear.
void split_sentences(Document& document, std::uint32_t first, std::uint32_t paragraph, const WordLists& lists,
                     std::vector<std::uint32_t>& brackets);

}  // namespace demarche::language
