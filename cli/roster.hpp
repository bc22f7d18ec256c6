// What articles have taught about persons as a table that `--data` takes.
#pragma once

#include <span>
#include <string>

#include "demarche/graph/roster.hpp"

namespace demarche {
class ActorTables;
}

namespace demarche::cli {

// Reads the records of a build's folder, or of one file ("-" for standard input), as merging would. Throws std::runtime_error.
[[nodiscard]] std::vector<LearnedOffice> load_roster(const std::string& path);

// The columns of who/persons.tsv, and one more with the articles. Entries without a day are left out: the table says from when to
// when somebody is attested, and nothing does.
[[nodiscard]] std::string roster_table(std::span<const LearnedOffice> roster, const ActorTables& tables);

}  // namespace demarche::cli
