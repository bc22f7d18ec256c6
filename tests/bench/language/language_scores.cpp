// language_scores text GOLD.conllu           prints the treebank's running text, paragraphs with an empty line between them
// language_scores GOLD.conllu SYSTEM.conllu  scores a parse against it: the measures of CoNLL 2018, and where heads are wrong
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "conll_scores.hpp"
#include "language/conllu_text.hpp"

namespace {

using demarche::bench::Attachment;
using demarche::bench::Count;
using demarche::language::ConlluSentence;

std::vector<ConlluSentence> read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw std::runtime_error("cannot read " + path);
    }
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    demarche::language::ConlluReader reader(text, path);
    std::vector<ConlluSentence> sentences;
    for (ConlluSentence sentence; reader.next(sentence);) {
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

void print(const char* name, const Count& count) {
    std::printf("%-10s F1 %6.2f  P %6.2f  R %6.2f  (%zu in the treebank)\n", name, count.f1(), count.precision(), count.recall(),
                count.gold);
}

void print(const char* title, const std::map<std::string, Attachment>& classes, std::size_t all) {
    std::vector<std::pair<std::string, Attachment>> rows(classes.begin(), classes.end());
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return a.second.words - a.second.labels > b.second.words - b.second.labels;
    });
    std::printf("%-14s   words    UAS    LAS  share of all wrong\n", title);
    std::size_t wrong = 0;
    for (const auto& [name, attachment] : rows) {
        wrong += attachment.words - attachment.labels;
    }
    for (const auto& [name, attachment] : rows) {
        if (attachment.words * 400 < all) {
            continue;  // less than a quarter of a percent of the words
        }
        const auto words = static_cast<double>(attachment.words);
        std::printf("  %-12s  %6zu  %5.1f  %5.1f  %5.1f %%\n", name.c_str(), attachment.words,
                    100 * static_cast<double>(attachment.heads) / words, 100 * static_cast<double>(attachment.labels) / words,
                    100 * static_cast<double>(attachment.words - attachment.labels) /
                        static_cast<double>(std::max<std::size_t>(wrong, 1)));
    }
}

void score(const std::string& gold, const std::string& system) {
    const demarche::bench::ConllScores scores = demarche::bench::score_conll(read(gold), read(system));
    print("tokens", scores.tokens);
    print("sentences", scores.sentences);
    print("words", scores.words);
    print("UPOS", scores.upos);
    print("XPOS", scores.xpos);
    print("UAS", scores.uas);
    print("LAS", scores.las);
    print("relation", scores.by_label, scores.words.gold);
    print("length", scores.by_length, scores.words.gold);
    print("genre", scores.by_genre, scores.words.gold);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: language_scores text GOLD.conllu | language_scores GOLD.conllu SYSTEM.conllu\n", stderr);
        return 2;
    }
    try {
        if (std::string(argv[1]) == "text") {
            std::printf("%s\n", demarche::language::conllu_text(read(argv[2])).text.c_str());
        } else {
            score(argv[1], argv[2]);
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "language_scores: %s\n", error.what());
        return 1;
    }
    return 0;
}
