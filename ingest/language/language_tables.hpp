// What read_language() needs, loaded once from data/language/, immutable, shared by all threads.
#pragma once

#include <memory>

#include "demarche/ingest/table.hpp"
#include "language/lemmatize.hpp"
#include "language/parser.hpp"
#include "language/tagger.hpp"
#include "language/word_lists.hpp"

namespace demarche {

class LanguageTables {
public:
    // Throws DataError (file, line, what to do) if a table or the model is missing or malformed.
    static std::unique_ptr<const LanguageTables> load(const DataFolders& folders);

    [[nodiscard]] const language::WordLists& words() const { return words_; }
    [[nodiscard]] const language::Lemmas& lemmas() const { return lemmas_; }
    [[nodiscard]] const language::Tagger& tagger() const { return tagger_; }
    [[nodiscard]] const language::Parser& parser() const { return parser_; }

    explicit LanguageTables(language::Parser parser) : parser_(std::move(parser)) {}

private:
    language::WordLists words_;
    language::Lemmas lemmas_;
    language::Tagger tagger_;
    language::Parser parser_;
};

}  // namespace demarche
