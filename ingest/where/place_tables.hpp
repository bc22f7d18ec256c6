#pragma once

#include <memory>

#include "demarche/ingest/table.hpp"

namespace demarche {

class PlaceTables {
public:
    static std::unique_ptr<const PlaceTables> load(const DataFolders& folders);
};

}  // namespace demarche
