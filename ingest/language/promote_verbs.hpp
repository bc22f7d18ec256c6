// Trees that lose a clause: "Norway imposed sanctions on Fiji." read as a phrase, imposed its adjective.
#pragma once

#include <span>

#include "demarche/ingest/document.hpp"
#include "language/parser.hpp"

namespace demarche::language {

// A finite verb that the tree has as a modifier of a noun, with a noun right before it, takes the place of the phrase: the noun
// before is its subject, the phrase its object. Not for headlines, where a participle may stand alone. REQUIRES that words are
// one tree. Linear time, but for the walk up from each such verb.
void promote_finite_verbs(std::span<const Token> sentence, std::span<ParsedWord> words);

}  // namespace demarche::language
