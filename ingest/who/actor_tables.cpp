#include "who/actor_tables.hpp"

namespace demarche {

std::unique_ptr<const ActorTables> ActorTables::load(const DataFolders& /*folders*/) { return std::make_unique<ActorTables>(); }

}  // namespace demarche
