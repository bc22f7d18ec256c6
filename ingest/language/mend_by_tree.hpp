// Tags that the tree contradicts: past tenses taken for participles, prepositions taken for adverbs.
#pragma once

#include <span>

#include "demarche/ingest/document.hpp"
#include "language/parser.hpp"

namespace demarche::language {

// "negotiating over steep tariffs": what stands as the case of a noun is a preposition. Linear time.
void mend_prepositions(std::span<ParsedWord> words);

// "Okafor called for a truce.": a word tagged as participle that heads its clause with a subject before it and no auxiliary is a
// past tense, and its subject no passive one. Not for headlines, where "Envoy arrested" is a passive. Linear time.
void mend_finite_heads(std::span<const Token> sentence, std::span<ParsedWord> words);

}  // namespace demarche::language
