// Cutting a paragraph into tokens, in the manner of the Universal Dependencies treebanks of English: punctuation, hyphens between
// words, possessive 's and n't are tokens; abbreviations keep their period; numbers, addresses and e-mail addresses are whole.
#pragma once

#include <string_view>
#include <vector>

#include "demarche/graph/span.hpp"
#include "demarche/ingest/document.hpp"
#include "language/word_lists.hpp"

namespace demarche::language {

// Appends the tokens of text[paragraph]: span, form and space_before are set, spans are ascending and disjoint, and only blanks
// and control characters lie between them. Linear in the paragraph, whatever its bytes.
void tokenize(std::string_view text, Span paragraph, const WordLists& lists, std::vector<Token>& tokens);

}  // namespace demarche::language
