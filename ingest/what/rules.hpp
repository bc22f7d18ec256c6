#pragma once

#include <memory>

#include "demarche/ingest/table.hpp"

namespace demarche {

class Rules {
public:
    static std::unique_ptr<const Rules> load(const DataFolders& folders);
};

}  // namespace demarche
