// A second look at past tense against past participle, which share their form for most verbs.
#pragma once

#include <span>

#include "demarche/ingest/document.hpp"
#include "language/tagger_features.hpp"

namespace demarche::language {

// "taken", "known", "begun": by its ending a participle that is no past tense.
[[nodiscard]] bool is_participle_only(std::string_view lower);

// Every clause needs a finite verb: turns "ministers held/VBN talks" into VBD where a noun or pronoun stands before the form, an
// object, "to" or "that" after it, and no finite verb in its clause. REQUIRES tags.size() == sentence.size(). Linear.
void repair_finite_verbs(std::span<const Token> sentence, std::span<JointTag> tags);

}  // namespace demarche::language
