// The files of the data folders and what their bytes hash to: what a coding record says about its data, and by which a compiled
// image knows whether it is still that of its tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche {

struct DataFile {
    std::string name;  // below its folder, with "/"
    std::uint64_t hash = 0;
    bool user = false;  // of a folder given with --data
};

class DataFiles {
public:
    // Tables, rules and models. Of a model the head is hashed, which holds the checksum of the rest; loading tests that.
    // Throws DataError if a folder or a file cannot be read.
    explicit DataFiles(const DataFolders& folders);

    // "xxh3:…" of everything: every name and every byte.
    [[nodiscard]] std::string fingerprint() const;
    // Of the base folder's tables (*.tsv).
    [[nodiscard]] std::uint64_t base_tables() const;
    // Does a user's folder hold a table of this folder ("who/")?
    [[nodiscard]] bool user_has(std::string_view folder) const;

private:
    void add(const std::string& root, bool user);

    std::vector<DataFile> files_;  // in the order of the folders, by name in each
};

}  // namespace demarche
