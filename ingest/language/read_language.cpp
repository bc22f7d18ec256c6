#include "demarche/ingest/stages.hpp"

namespace demarche {

void read_language(Document& /*document*/, const LanguageTables& /*tables*/) {}

}  // namespace demarche
