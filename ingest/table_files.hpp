// What `check data` asks of files as a whole: is there a table of this name, and does README.md tell its licence?
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche {

// Files of the users' folders that end in .tsv and have the name of no table: nobody reads them.
[[nodiscard]] std::vector<std::string> unknown_tables(const DataFolders& folders,
                                                      const std::unordered_set<std::string_view>& known);

// Tables of the base folder for which its README.md tells no licence. A user's tables need none.
[[nodiscard]] std::vector<std::string> tables_without_licence(const std::string& base,
                                                              const std::unordered_set<std::string_view>& known);

}  // namespace demarche
