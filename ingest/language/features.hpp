// Morphological features in the names of Universal Dependencies.
#pragma once

#include <optional>
#include <string_view>

#include "demarche/ingest/document.hpp"
#include "language/penn.hpp"

namespace demarche::language {

// FEATS of a token as far as its tag and word tell: "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"; "_" if nothing.
[[nodiscard]] std::string_view features_of(const Token& token);

// Whether FEATS name it, "Voice=Pass".
[[nodiscard]] bool has_feature(std::string_view feats, std::string_view feature);

// The Penn tag that a word of these features has, for treebanks and parsers without such tags; nothing if they do not tell.
[[nodiscard]] std::optional<Penn> penn_from_features(Upos upos, std::string_view feats);

}  // namespace demarche::language
