// All time expressions of a document, one by one, before ranges are put together and tense has chosen a reading.
#pragma once

#include <vector>

#include "demarche/ingest/document.hpp"
#include "when/match.hpp"

namespace demarche::when {

struct Expression {
    TokenRange tokens;
    Match match;
};

[[nodiscard]] Anchors anchors_of(const Document& document);

// In text order, not overlapping. Linear time.
[[nodiscard]] std::vector<Expression> find_expressions(const Document& document, Use use = Use::events);

// The reading that tense, or nearness for a day of the year, makes the likelier.
[[nodiscard]] Meaning likelier(const Document& document, const Expression& expression);

}  // namespace demarche::when
