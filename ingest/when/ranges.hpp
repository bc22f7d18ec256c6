// Expressions put together: "since March", "until Friday", "between May and July", "from Monday to Friday", "5 August - 7
// August".
#pragma once

#include <vector>

#include "demarche/ingest/document.hpp"
#include "when/expressions.hpp"

namespace demarche::when {

// The mention of one expression, or of two that are the ends of a range, with the words that open or join them.
[[nodiscard]] std::vector<TimeMention> put_together(const Document& document, const std::vector<Expression>& expressions);

// "2025-03/..", "../2025-03", "2025-03/2025-05": an interval whose ends keep the precision of the text.
[[nodiscard]] DateSpan from_start(const DateSpan& start);
[[nodiscard]] DateSpan to_end(const DateSpan& end);
[[nodiscard]] DateSpan between(const DateSpan& start, const DateSpan& end);

// The date that a mention names, without its "since" or "until".
[[nodiscard]] DateSpan named_date(const DateSpan& span);

}  // namespace demarche::when
