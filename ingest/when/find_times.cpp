#include "demarche/ingest/stages.hpp"

namespace demarche {

void find_times(Document& /*document*/) {}

}  // namespace demarche
