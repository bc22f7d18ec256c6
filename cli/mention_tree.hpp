// The dependency tree of a mention's sentence, drawn in plain text: what bears a part of the event is marked, the rest is folded.
#pragma once

#include <string>

#include "demarche/graph/coding.hpp"
#include "terminal.hpp"

namespace demarche {
class LanguageTables;
}

namespace demarche::cli {

// The record holds no trees, so the sentence is parsed again. One line for each word or folded phrase, at most as wide as the
// terminal:
//
//     held  VERB  root
//     ├─ Norway  NOUN  nsubj  ← participant NOR
//     │  └─ and Kenya  conj  ← participant KEN
//     └─ talks  NOUN  obj  ← trigger
//        └─ on fishing quotas  nmod
//
// "" if the sentence is empty.
[[nodiscard]] std::string mention_tree(const Terminal& terminal, const LanguageTables& tables, const Event& event,
                                       const Mention& mention);

}  // namespace demarche::cli
