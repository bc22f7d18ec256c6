// Reads arbitrary bytes as an article's text, in one paragraph and cut in two, and checks that tokens and sentences cover it in
// order.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "demarche/ingest/stages.hpp"
#include "language/characters.hpp"
#include "language/language_tables.hpp"

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void check(const demarche::Article& article, const demarche::Document& document) {
    std::uint32_t end = 0;
    std::uint32_t next = 0;
    for (const demarche::Sentence& sentence : document.sentences) {
        require(sentence.tokens.begin == next && sentence.tokens.begin < sentence.tokens.end);
        require(article.paragraphs[sentence.paragraph].contains(sentence.span));
        next = sentence.tokens.end;
    }
    require(next == document.tokens.size());
    for (const demarche::Token& token : document.tokens) {
        require(end <= token.span.begin && token.span.begin < token.span.end && token.span.end <= article.text.size());
        require(token.form == token.span.in(article.text) && token.lower.size() <= token.form.size());
        // Between tokens stand only blanks.
        for (std::size_t at = end; at < token.span.begin;) {
            const auto character = demarche::language::character_at(article.text, at);
            require(character.kind == demarche::language::CharClass::space);
            at += character.length;
        }
        end = token.span.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto tables = demarche::LanguageTables::load({DEMARCHE_DATA_DIR, {}});
    demarche::Article article;
    article.text.assign(reinterpret_cast<const char*>(data), size);
    const auto length = static_cast<std::uint32_t>(size);
    article.paragraphs = {{0, length}};
    demarche::Document document;
    document.article = &article;
    demarche::read_language(document, *tables);
    check(article, document);
    const std::size_t tokens = document.tokens.size();
    document.clear();
    document.article = &article;
    demarche::read_language(document, *tables);
    require(document.tokens.size() == tokens);  // nothing is left over from the first time

    article.paragraphs = {{0, length / 2}, {length / 2, length}};
    document.clear();
    document.article = &article;
    demarche::read_language(document, *tables);
    check(article, document);
    return 0;
}
