#include "language/language_tables.hpp"

#include <filesystem>
#include <string>

namespace demarche {

std::unique_ptr<const LanguageTables> LanguageTables::load(const DataFolders& folders) {
    auto tables = std::make_unique<LanguageTables>();
    tables->words_ = language::WordLists::load(folders);
    tables->lemmas_ = language::Lemmas::load(folders);
    // A model in the user's folder goes before the program's own.
    std::string model = folders.base + "/language/tagger.model";
    for (const std::string& folder : folders.extra) {
        const std::string candidate = folder + "/language/tagger.model";
        if (std::filesystem::exists(candidate)) {
            model = candidate;
        }
    }
    tables->tagger_ = language::Tagger(language::TaggerModel::load(model));
    return tables;
}

}  // namespace demarche
