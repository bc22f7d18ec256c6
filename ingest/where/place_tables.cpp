#include "where/place_tables.hpp"

namespace demarche {

std::unique_ptr<const PlaceTables> PlaceTables::load(const DataFolders& /*folders*/) { return std::make_unique<PlaceTables>(); }

}  // namespace demarche
