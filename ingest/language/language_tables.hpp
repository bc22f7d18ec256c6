#pragma once

#include <memory>

#include "demarche/ingest/table.hpp"

namespace demarche {

class LanguageTables {
public:
    static std::unique_ptr<const LanguageTables> load(const DataFolders& folders);
};

}  // namespace demarche
