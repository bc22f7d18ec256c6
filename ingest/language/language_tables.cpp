#include "language/language_tables.hpp"

#include <filesystem>
#include <string>

namespace demarche {

namespace {

// A model in the user's folder goes before the program's own.
std::string model_path(const DataFolders& folders, const std::string& name) {
    const std::string file = "/language/" + name;
    std::string model = folders.base + file;
    for (const std::string& folder : folders.extra) {
        const std::string candidate = folder + file;
        if (std::filesystem::exists(candidate)) {
            model = candidate;
        }
    }
    return model;
}

}  // namespace

std::unique_ptr<const LanguageTables> LanguageTables::load(const DataFolders& folders) {
    auto tables =
        std::make_unique<LanguageTables>(language::Parser(language::ParserModel::load(model_path(folders, "parser.model"))));
    tables->words_ = language::WordLists::load(folders);
    tables->lemmas_ = language::Lemmas::load(folders);
    tables->tagger_ = language::Tagger(language::TaggerModel::load(model_path(folders, "tagger.model")));
    return tables;
}

}  // namespace demarche
