#include "language/word_lists.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace demarche::testing {
namespace {

namespace fs = std::filesystem;

using language::Abbreviation;
using language::Contraction;
using language::WordLists;

TEST(WordLists, LookUpIgnoresCaseWhereCaseSaysNothing) {
    const WordLists lists = WordLists::load({DEMARCHE_DATA_DIR, {}});
    EXPECT_EQ(lists.abbreviation("Gen."), Abbreviation::title);
    EXPECT_EQ(lists.abbreviation("GEN."), Abbreviation::title);
    EXPECT_EQ(lists.abbreviation("gen."), Abbreviation::none);
    EXPECT_EQ(lists.abbreviation(std::string(1000, 'x') + "."), Abbreviation::none);
    EXPECT_TRUE(lists.is_prefix("Anti"));
    EXPECT_TRUE(lists.is_closing_phrase("regards"));
    ASSERT_NE(lists.contraction("CANNOT"), nullptr);
    EXPECT_EQ(lists.contraction("CANNOT")->parts[0], 3);
    EXPECT_EQ(lists.contraction("lets")->when, Contraction::When::start);
    for (const std::string_view none : {"", "x", "canyon", "cannons", "c\xC3\xA0nnot", "a word far too long to be one"}) {
        EXPECT_EQ(lists.contraction(none), nullptr) << none;
    }
}

TEST(WordLists, BrokenRowsSayWhere) {
    const fs::path folder = fs::path(::testing::TempDir()) / "demarche_word_lists";
    fs::create_directories(folder / "language");
    const auto message = [&](const std::string& file, const std::string& text) {
        std::ofstream(folder / "language" / file) << text;
        std::string what = "no error";
        try {
            (void)WordLists::load({DEMARCHE_DATA_DIR, {folder.string()}});
        } catch (const DataError& error) {
            what = error.what();
        }
        fs::remove(folder / "language" / file);
        return what;
    };
    const auto complains = [&](const std::string& file, const std::string& text, const std::string& part) {
        const std::string what = message(file, text);
        EXPECT_NE(what.find(file + ":2: " + part), std::string::npos) << what;
    };
    complains("contractions.tsv", "word\tparts\twhen\ncannot\tcan nut\talways\n", "\"parts\" must be the word");
    complains("contractions.tsv", "word\tparts\twhen\ncannot\tcannot\talways\n", "\"parts\" must be the word");
    complains("contractions.tsv", "word\tparts\twhen\nabcd\ta b c d\talways\n", "\"parts\" must be the word");
    complains("contractions.tsv", "word\tparts\twhen\nfartoolong\tfar toolong\talways\n", "\"parts\" must be the word");
    complains("abbreviations.tsv", "form\tkind\nGen\ttitle\n", "an abbreviation is a short word");
    complains("abbreviations.tsv", "form\tkind\nGen.\tname\n", "unknown kind");
    fs::remove_all(folder);
}

}  // namespace
}  // namespace demarche::testing
