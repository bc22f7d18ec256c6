#include "language/language_tables.hpp"

namespace demarche {

std::unique_ptr<const LanguageTables> LanguageTables::load(const DataFolders& folders) {
    auto tables = std::make_unique<LanguageTables>();
    tables->words_ = language::WordLists::load(folders);
    tables->lemmas_ = language::Lemmas::load(folders);
    return tables;
}

}  // namespace demarche
