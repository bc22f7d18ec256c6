#pragma once

#include <memory>

#include "demarche/ingest/table.hpp"

namespace demarche {

class ActorTables {
public:
    static std::unique_ptr<const ActorTables> load(const DataFolders& folders);
};

}  // namespace demarche
