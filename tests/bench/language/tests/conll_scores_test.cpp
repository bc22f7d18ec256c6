#include "language/conll_scores.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace demarche::bench {
namespace {

std::vector<language::ConlluSentence> read(const std::string& text) {
    language::ConlluReader reader(text, "test");
    std::vector<language::ConlluSentence> sentences;
    for (language::ConlluSentence sentence; reader.next(sentence);) {
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

std::string word(int id, const std::string& form, int head, const std::string& label, const std::string& upos = "X") {
    return std::to_string(id) + "\t" + form + "\t_\t" + upos + "\tXX\t_\t" + std::to_string(head) + "\t" + label + "\t_\t_\n";
}

const std::string kGold = word(1, "They", 2, "nsubj") + word(2, "met", 0, "root") + word(3, "envoys", 2, "obj:x") + "\n" +
                          "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "did", 0, "root") + word(2, "n't", 1, "advmod") +
                          "\n";

TEST(ConllScores, PerfectIsHundred) {
    const ConllScores scores = score_conll(read(kGold), read(kGold));
    for (const Count& count : {scores.tokens, scores.sentences, scores.words, scores.upos, scores.xpos, scores.uas, scores.las}) {
        EXPECT_EQ(count.f1(), 100);
    }
    EXPECT_EQ(scores.tokens.gold, 4U);
    EXPECT_EQ(scores.words.gold, 5U);
}

TEST(ConllScores, HeadsAndLabels) {
    const std::string system = word(1, "They", 3, "nsubj") + word(2, "met", 0, "root", "VERB") + word(3, "envoys", 2, "obj") +
                               "\n" + "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(1, "did", 0, "root") +
                               word(2, "n't", 1, "obj") + "\n";
    const ConllScores scores = score_conll(read(kGold), read(system));
    EXPECT_EQ(scores.upos.right, 4U);
    EXPECT_EQ(scores.uas.right, 4U);
    EXPECT_EQ(scores.las.right, 3U);  // obj and obj:x are the same label
    EXPECT_EQ(scores.by_label.at("nsubj").heads, 0U);
    EXPECT_EQ(scores.by_length.at("01-10").words, 5U);
}

// Words inside a multiword token are found by their forms, even where the system has no such token.
TEST(ConllScores, MultiwordAgainstWords) {
    const std::string system = word(1, "They", 2, "nsubj") + word(2, "met", 0, "root") + word(3, "envoys", 2, "obj") + "\n" +
                               word(1, "did", 0, "root") + word(2, "n't", 1, "advmod") + "\n";
    const ConllScores scores = score_conll(read(kGold), read(system));
    EXPECT_EQ(scores.tokens.right, 3U);
    EXPECT_EQ(scores.tokens.system, 5U);
    EXPECT_EQ(scores.words.f1(), 100);
    EXPECT_EQ(scores.las.f1(), 100);
}

TEST(ConllScores, SplitWordAndJoinedSentence) {
    const std::string system = word(1, "They", 2, "nsubj") + word(2, "met", 0, "root") + word(3, "env", 2, "obj") +
                               word(4, "oys", 3, "flat") + "5-6\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n" + word(5, "did", 2, "conj") +
                               word(6, "n't", 5, "advmod") + "\n";
    const ConllScores scores = score_conll(read(kGold), read(system));
    EXPECT_EQ(scores.sentences.right, 0U);
    EXPECT_EQ(scores.words.right, 4U);
    EXPECT_EQ(scores.words.system, 6U);
    EXPECT_EQ(scores.uas.right, 3U);  // "did" hangs on "met" now
}

// A word that crosses the end of a multiword token ends the stretch in which forms count.
TEST(ConllScores, WordAcrossTheEndOfAMultiwordToken) {
    const std::string range = "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n";
    const std::string gold = range + word(1, "did", 3, "aux") + word(2, "n't", 3, "advmod") + word(3, "go", 0, "root") + "\n";
    const std::string system = word(1, "did", 2, "aux") + word(2, "n'tgo", 0, "root") + "\n";
    const ConllScores scores = score_conll(read(gold), read(system));
    EXPECT_EQ(scores.words.right, 1U);
    EXPECT_EQ(scores.uas.right, 0U);  // its head is no word of the treebank
}

TEST(ConllScores, FormsOfAMultiwordTokenAreComparedInLowerCase) {
    const std::string range = "1-2\tÉTÉS\t_\t_\t_\t_\t_\t_\t_\t_\n";
    const std::string gold = range + word(1, "été", 0, "root") + word(2, "s", 1, "dep") + "\n";
    const std::string system = word(1, "ÉTÉ", 0, "root") + word(2, "S", 1, "dep") + "\n";
    EXPECT_EQ(score_conll(read(gold), read(system)).las.right, 2U);
}

TEST(ConllScores, BlanksAreNoCharacters) {
    const std::string gold = word(1, "10\u00a0000", 0, "root") + "\n";
    EXPECT_EQ(score_conll(read(gold), read(word(1, "10 000", 0, "root") + "\n")).las.right, 1U);
}

TEST(ConllScores, OtherTextIsRefused) {
    EXPECT_THROW((void)score_conll(read(kGold), read(word(1, "Others", 0, "root") + "\n")), std::runtime_error);
}

}  // namespace
}  // namespace demarche::bench
