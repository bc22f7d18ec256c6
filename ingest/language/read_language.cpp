#include <array>

#include "demarche/ingest/stages.hpp"
#include "language/characters.hpp"
#include "language/language_tables.hpp"
#include "language/split_sentences.hpp"
#include "language/tokenize.hpp"

namespace demarche {

namespace {

void set_lower(Document& document, Token& token) {
    token.lower = token.form;
    if (language::has_upper(token.form)) {
        constexpr std::size_t kOnStack = 256;
        std::array<char, kOnStack> buffer{};
        if (token.form.size() <= buffer.size()) {
            token.lower = document.store({buffer.data(), language::lower_case(token.form, buffer.data())});
        } else {
            std::string large(token.form.size(), '\0');
            large.resize(language::lower_case(token.form, large.data()));
            token.lower = document.store(large);
        }
    }
}

}  // namespace

void read_language(Document& document, const LanguageTables& tables) {
    std::vector<std::uint32_t> brackets;  // one allocation an article
    const std::string_view text = document.text();
    std::uint32_t paragraph = 0;
    for (const Span span : document.article->paragraphs) {
        const auto first = static_cast<std::uint32_t>(document.tokens.size());
        language::tokenize(text, span, tables.words(), document.tokens);
        for (std::size_t i = first; i < document.tokens.size(); ++i) {
            set_lower(document, document.tokens[i]);
            document.tokens[i].lemma = document.tokens[i].lower;
        }
        language::split_sentences(document, first, paragraph++, tables.words(), brackets);
    }
}

}  // namespace demarche
