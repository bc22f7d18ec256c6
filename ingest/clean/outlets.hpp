#pragma once

#include <memory>

#include "demarche/ingest/table.hpp"

namespace demarche {

class Outlets {
public:
    static std::unique_ptr<const Outlets> load(const DataFolders& folders);
};

}  // namespace demarche
