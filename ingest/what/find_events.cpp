#include "demarche/ingest/stages.hpp"

namespace demarche {

void find_events(Document& /*document*/, const Rules& /*rules*/) {}

}  // namespace demarche
