#include "demarche/ingest/stages.hpp"

namespace demarche {

void find_places(Document& /*document*/, const PlaceTables& /*tables*/) {}

}  // namespace demarche
