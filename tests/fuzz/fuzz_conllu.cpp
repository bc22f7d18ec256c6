// Reads arbitrary bytes as CoNLL-U. What is read must come out of writing as the bytes it was; its running text, tokens and trees
// must fit together, and what is written of them must be CoNLL-U again.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/conllu_document.hpp"

namespace {

using demarche::Document;
using demarche::language::ConlluSentence;
using demarche::language::ConlluText;

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

std::string written(const std::vector<ConlluSentence>& sentences) {
    std::string bytes;
    for (const ConlluSentence& sentence : sentences) {
        append_conllu(bytes, sentence);
    }
    return bytes;
}

// Sentences up to the end, or to the first error.
std::vector<ConlluSentence> read(std::string_view bytes, bool& whole) {
    std::vector<ConlluSentence> sentences;
    try {
        demarche::language::ConlluReader reader(bytes, "bytes");
        for (ConlluSentence sentence; reader.next(sentence);) {
            sentences.push_back(std::move(sentence));
        }
        whole = true;
    } catch (const demarche::language::ConlluError&) {
        whole = false;
    }
    return sentences;
}

void require_conllu(const std::string& bytes, std::size_t sentences) {
    bool whole = false;
    require(read(bytes, whole).size() == sentences && whole);
}

void check(const Document& document, const ConlluText& text) {
    std::uint32_t end = 0;
    std::uint32_t next = 0;
    for (const demarche::Sentence& sentence : document.sentences) {
        require(sentence.tokens.begin == next && sentence.tokens.begin < sentence.tokens.end);
        require(text.paragraphs[sentence.paragraph].contains(sentence.span));
        next = sentence.tokens.end;
        for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
            const demarche::Token& token = document.tokens[at];
            require(end <= token.span.begin && token.span.begin < token.span.end && token.span.end <= text.text.size());
            end = token.span.end;
            require(token.head == -1 || sentence.tokens.contains(static_cast<std::uint32_t>(token.head)));
            // Heads lead to a root.
            std::uint32_t steps = 0;
            for (std::int32_t up = token.head; up >= 0; up = document.tokens[static_cast<std::size_t>(up)].head) {
                require(++steps <= sentence.tokens.size());
            }
        }
    }
    require(next == document.tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto tables = demarche::LanguageTables::load({DEMARCHE_DATA_DIR, {}});
    constexpr std::size_t kParsed = 4096;  // bytes; parsing more would leave no time for reading
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    bool whole = false;
    std::vector<ConlluSentence> sentences = read(bytes, whole);
    require(whole ? written(sentences) == bytes : bytes.starts_with(written(sentences)));
    if (sentences.empty()) {
        return 0;
    }

    const ConlluText text = demarche::language::conllu_text(sentences);
    const demarche::Article article = demarche::language::article_of(sentences, text);
    Document document;
    document.article = &article;
    demarche::language::fill_words(document, sentences, text);
    demarche::language::fill_tags_and_trees(document, sentences, text, *tables);
    check(document, text);
    if (size <= kParsed) {
        demarche::parse(document, *tables, true);
        check(document, text);
        for (const demarche::Token& token : document.tokens) {
            require(!token.deprel.empty());
        }
    }
    std::string other;
    demarche::language::append_conllu(other, document);
    require_conllu(other, document.sentences.size());
    demarche::language::fill_cells(sentences, text, document);
    sentences.back().missing_line_feeds = 0;
    require_conllu(written(sentences), sentences.size());
    return 0;
}
