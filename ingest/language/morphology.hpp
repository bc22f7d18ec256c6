// From Penn tags to what the coder asks of a verb, noun or adjective.
#pragma once

#include <span>

#include "demarche/ingest/document.hpp"
#include "language/penn.hpp"
#include "language/tagger.hpp"

namespace demarche::language {

// Sets upos and morph of a sentence's tokens from their tags; lemmas must be set. REQUIRES tags.size() == sentence.size().
void set_morphology(std::span<Token> sentence, std::span<const JointTag> tags);

}  // namespace demarche::language
