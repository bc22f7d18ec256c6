// What becomes of the files of tests/bad/: a sentence, and the other articles are read.
#include <gtest/gtest.h>

#include "reading.hpp"

namespace demarche {
namespace {

using testing::all_of;
using testing::options;

std::vector<Article> read_bad(std::string_view name) {
    std::vector<Article> articles;
    for (const RawArticle& raw : all_of({std::string(DEMARCHE_TESTS_DIR) + "/bad/" + std::string(name)})) {
        articles.push_back(read_article(raw, options()));
    }
    return articles;
}

struct Case {
    std::string_view file;
    std::vector<std::string_view> rejected;  // of each article a part of its sentence, "" if it is read
};

class BadInput : public ::testing::TestWithParam<Case> {};

TEST_P(BadInput, GivesASentenceOrAnArticle) {
    const std::vector<Article> articles = read_bad(GetParam().file);
    ASSERT_EQ(articles.size(), GetParam().rejected.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::string_view wanted = GetParam().rejected[i];
        if (wanted.empty()) {
            EXPECT_EQ(articles[i].rejected, "");
            EXPECT_FALSE(articles[i].text.empty());
        } else {
            EXPECT_NE(articles[i].rejected.find(wanted), std::string::npos) << articles[i].rejected;
        }
        EXPECT_FALSE(articles[i].info.id.empty());
        EXPECT_FALSE(articles[i].info.hash.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadInput,
    ::testing::Values(Case{"empty.txt", {"empty"}}, Case{"blank.txt", {"empty"}}, Case{"binary.txt", {"not text"}},
                      Case{"binary_head.txt", {"not text"}}, Case{"broken_utf8.txt", {""}}, Case{"latin1.txt", {""}},
                      Case{"windows1252.txt", {""}}, Case{"utf16le.txt", {""}}, Case{"utf16be.txt", {""}},
                      Case{"cut_line.jsonl", {"", "line 2: not valid JSON"}}, Case{"middle_cut.jsonl", {"", "line 2", ""}},
                      Case{"duplicate_ids.jsonl", {"", ""}}, Case{"duplicate_keys.jsonl", {""}},
                      Case{"wrong_types.jsonl",
                           {"line 1: \"title\" is a number", "line 2: \"id\" is an array", "line 3: not a JSON object", ""}},
                      Case{"german.txt", {"not English"}}, Case{"russian.txt", {"not English"}},
                      Case{"brackets.html", {"nested"}}));

TEST(BadEncoding, IsDecodedOrRepaired) {
    EXPECT_NE(read_bad("latin1.txt").at(0).text.find("Malm\xC3\xB6 and will meet again in \xC3\x85re"), std::string::npos);
    EXPECT_NE(read_bad("windows1252.txt").at(0).text.find("\xE2\x80\x9Cwe will meet again\xE2\x80\x9D"), std::string::npos);
    EXPECT_NE(read_bad("utf16le.txt").at(0).text.find("Malm\xC3\xB6."), std::string::npos);
    EXPECT_EQ(read_bad("utf16le.txt").at(0).text, read_bad("utf16be.txt").at(0).text);
    const Article repaired = read_bad("broken_utf8.txt").at(0);
    EXPECT_NE(repaired.text.find("Malm\xC3\xB6"), std::string::npos);
    EXPECT_NE(repaired.text.find("said\xEF\xBF\xBD at the table"), std::string::npos);
}

TEST(BadFolder, LosesNoArticle) {
    std::size_t read = 0;
    for (const RawArticle& raw : all_of({std::string(DEMARCHE_TESTS_DIR) + "/bad"})) {
        read += read_article(raw, options()).rejected.empty() ? 1U : 0U;
    }
    EXPECT_EQ(read, 13U);
}

}  // namespace
}  // namespace demarche
