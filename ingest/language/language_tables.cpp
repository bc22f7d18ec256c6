#include "language/language_tables.hpp"

namespace demarche {

std::unique_ptr<const LanguageTables> LanguageTables::load(const DataFolders& /*folders*/) { return std::make_unique<LanguageTables>(); }

}  // namespace demarche
