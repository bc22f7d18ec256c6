// Tags that the tree contradicts: past tenses taken for participles, prepositions for adverbs, nouns for verbs.
#pragma once

#include <span>

#include "demarche/ingest/document.hpp"
#include "language/parser.hpp"

namespace demarche::language {

// "negotiating over steep tariffs": what stands as the case of a noun is a preposition. Linear time.
void mend_prepositions(std::span<ParsedWord> words);

// "steep tariffs": what stands as an adjective is no verb. "would send aid": what stands as an object and has nothing of a verb
// below it is a noun. O(n) for each such word.
void mend_nouns(std::span<const Token> sentence, std::span<ParsedWord> words);

// "The United States plans to impose": a noun with a subject, an infinitive and nothing of a noun is a verb. O(n) for each such
// word.
void mend_plans(std::span<const Token> sentence, std::span<ParsedWord> words);

// "Okafor called for a truce.": a word tagged as participle that heads its clause with a subject before it and no auxiliary is a
// past tense, and its subject no passive one. Not for headlines, where "Envoy arrested" is a passive. Linear time.
void mend_finite_heads(std::span<const Token> sentence, std::span<ParsedWord> words);

}  // namespace demarche::language
