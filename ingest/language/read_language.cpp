#include <algorithm>
#include <array>
#include <span>

#include "demarche/ingest/stages.hpp"
#include "language/annotate.hpp"
#include "language/language_tables.hpp"
#include "language/split_sentences.hpp"
#include "language/tokenize.hpp"

namespace demarche {

namespace {

// Tags and lemmatises a sentence, a very long one in pieces so that the tags need no memory of their own.
void analyse(Document& document, TokenRange range, const LanguageTables& tables) {
    constexpr std::size_t kPiece = 512;
    std::array<language::JointTag, kPiece> room;
    for (std::size_t at = range.begin; at < range.end; at += kPiece) {
        const std::size_t count = std::min<std::size_t>(kPiece, range.end - at);
        const std::span<Token> tokens(document.tokens.data() + at, count);
        const std::span<language::JointTag> tags(room.data(), count);
        tables.tagger().tag(tokens, tags);
        language::annotate(document, tokens, tags, tables.lemmas());
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
            language::set_lower(document, document.tokens[i]);
        }
        const std::size_t sentence = document.sentences.size();
        language::split_sentences(document, first, paragraph++, tables.words(), brackets);
        for (std::size_t i = sentence; i < document.sentences.size(); ++i) {
            analyse(document, document.sentences[i].tokens, tables);
        }
    }
}

}  // namespace demarche
