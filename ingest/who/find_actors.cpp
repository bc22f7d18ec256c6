#include "demarche/ingest/stages.hpp"

namespace demarche {

void find_actors(Document& /*document*/, const ActorTables& /*tables*/) {}

}  // namespace demarche
