// What `check` asks of the rules. Apart, because it is the one place that looks behind the public headers of ingest/.
#pragma once

#include <string>
#include <vector>

#include "demarche/ingest/data.hpp"

namespace demarche::cli {

// One sentence, with file and line, for each example of a rule that does not come out as it says.
[[nodiscard]] std::vector<std::string> rule_problems(const Data& data);

// Kinds of event that at least one rule gives.
[[nodiscard]] std::vector<std::string> covered_kinds(const Data& data);

}  // namespace demarche::cli
