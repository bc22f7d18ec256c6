// The words by which a time expression is tied to one verb or noun and not to another.
#pragma once

#include <initializer_list>
#include <string_view>

#include "demarche/ingest/document.hpp"

namespace demarche::when {

[[nodiscard]] bool any_of(std::string_view word, std::initializer_list<std::string_view> list);

[[nodiscard]] bool is_verb(const Token& token);
[[nodiscard]] bool reporting_verb(const Token& token);   // "said", "told"
[[nodiscard]] bool holding_verb(const Token& token);     // only says that its noun takes place: "held", "scheduled"
[[nodiscard]] bool ending_verb(const Token& token);      // "ended", "wrapped"
[[nodiscard]] bool complement_verb(const Token& token);  // "agreed", "urged": what is agreed has a time of its own
[[nodiscard]] bool breaks_clause(const Token& token);    // "which", "after", "but"

}  // namespace demarche::when
