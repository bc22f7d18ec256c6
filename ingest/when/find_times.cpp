#include "demarche/ingest/stages.hpp"
#include "when/expressions.hpp"
#include "when/ranges.hpp"

namespace demarche {

void find_times(Document& document) { document.times = when::put_together(document, when::find_expressions(document)); }

}  // namespace demarche
