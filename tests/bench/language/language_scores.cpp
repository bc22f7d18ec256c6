// language_scores TREEBANK.conllu…: words and sentences found in the running text, and tags of the gold tokens, against a
// treebank of Universal Dependencies.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <iterator>
#include <string>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"
#include "language/tagger_trainer.hpp"
#include "treebank.hpp"

namespace {

bool before(demarche::Span a, demarche::Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }

void print_f1(const char* name, const std::vector<demarche::Span>& gold, const std::vector<demarche::Span>& found) {
    std::vector<demarche::Span> both;
    std::set_intersection(gold.begin(), gold.end(), found.begin(), found.end(), std::back_inserter(both), before);
    const auto common = static_cast<double>(both.size());
    const double precision = 100 * common / static_cast<double>(found.size());
    const double recall = 100 * common / static_cast<double>(gold.size());
    std::printf("%-10s F1 %.2f  P %.2f  R %.2f  (%zu in the treebank)\n", name, 2 * precision * recall / (precision + recall),
                precision, recall, gold.size());
}

void score(const std::string& path, const demarche::LanguageTables& tables) {
    using namespace demarche;
    const bench::TreebankText gold = bench::read_treebank_text(path);
    Article article;
    article.text = gold.text;
    article.paragraphs = gold.paragraphs;
    Document document;
    document.article = &article;
    read_language(document, tables);

    std::vector<Span> words;
    words.reserve(document.tokens.size());
    for (const Token& token : document.tokens) {
        words.push_back(token.span);
    }
    std::vector<Span> sentences;
    for (const Sentence& sentence : document.sentences) {
        sentences.push_back({words[sentence.tokens.begin].begin, words[sentence.tokens.end - 1].end});
    }
    std::printf("%s\n", path.substr(path.rfind('/') + 1).c_str());
    print_f1("words", gold.words, words);
    print_f1("sentences", gold.sentences, sentences);

    const language::TaggingScore tags = language::score_tagger(tables.tagger(), language::read_tagged_sentences(path));
    const auto tokens = static_cast<double>(tags.tokens);
    std::printf("tags       UPOS %.2f  XPOS %.2f  (%zu gold tokens)\n", 100 * static_cast<double>(tags.upos) / tokens,
                100 * static_cast<double>(tags.xpos) / tokens, tags.tokens);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: language_scores TREEBANK.conllu…\n", stderr);
        return 2;
    }
    try {
        const auto tables = demarche::LanguageTables::load({DEMARCHE_DATA_DIR, {}});
        for (int i = 1; i < argc; ++i) {
            score(argv[i], *tables);
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "language_scores: %s\n", error.what());
        return 1;
    }
    return 0;
}
