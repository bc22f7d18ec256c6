// Tense around a time expression, which decides between the last Friday and the next.
#pragma once

#include <optional>

#include "demarche/ingest/document.hpp"

namespace demarche::when {

// Whether the clause around a directed expression speaks of the future, judged by the verb right behind it, else by the verb
// group before it in the sentence, else the one behind it (as HeidelTime does for news: Strötgen and Gertz 2013). Empty if
// nothing tells.
[[nodiscard]] std::optional<bool> speaks_of_future(const Document& document, TokenRange expression);

}  // namespace demarche::when
