// From the words and tags of a sentence to what the later stages read of them.
#pragma once

#include <span>

#include "demarche/ingest/document.hpp"
#include "language/lemmatize.hpp"
#include "language/tagger_features.hpp"

namespace demarche::language {

// Sets the lower-cased form; form must be set.
void set_lower(Document& document, Token& token);

// Sets lemma, upos, xpos and morph. REQUIRES tags.size() == sentence.size(), a span of document.tokens.
void annotate(Document& document, std::span<Token> sentence, std::span<const JointTag> tags, const Lemmas& lemmas);

// Passive by the tree, where a form of be stands too far for the tags to tell: "was, he said, arrested".
void mark_passives(Document& document, TokenRange sentence);

}  // namespace demarche::language
