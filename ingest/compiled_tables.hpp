// Compiled images of the tables of actors and places: which one to use, and how to make one.
#pragma once

#include <memory>
#include <string>

#include "demarche/ingest/table.hpp"
#include "tables/data_files.hpp"
#include "tables/table_image.hpp"

namespace demarche {

class ActorTables;
class PlaceTables;

// Writes the tables of a data folder to `path`. Throws DataError for a broken table, or if the file cannot be written.
void compile_tables(const std::string& base, const std::string& path);

// From the image where it holds the same as the TSV files, else from these. A user's table of a kind is always read from its
// text, together with the program's.
struct NameTables {
    std::unique_ptr<const ActorTables> actors;
    std::unique_ptr<const PlaceTables> places;
    bool compiled = false;  // something came from the image
};
[[nodiscard]] NameTables load_name_tables(const DataFolders& folders, const DataFiles& files);

}  // namespace demarche
