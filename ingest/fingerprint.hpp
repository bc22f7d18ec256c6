#pragma once

#include <string>

#include "demarche/ingest/table.hpp"

namespace demarche {

// "xxh3:…" over names and bytes of every .tsv, .rules and .model file below the data folders (sample articles left out), in byte
// order of names.
[[nodiscard]] std::string fingerprint_of(const DataFolders& folders);

}  // namespace demarche
