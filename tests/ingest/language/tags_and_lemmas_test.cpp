#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "language/tagger.hpp"
#include "language_test_data.hpp"

namespace demarche::testing {
namespace {

std::string name_of(Upos upos) {
    constexpr std::array<const char*, 17> names{"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    return names.at(static_cast<std::size_t>(upos));
}

std::string name_of(Morph morph) {
    constexpr std::array<const char*, 10> names{"past",    "present", "base",  "gerund",      "participle",
                                                "passive", "plural",  "third", "comparative", "superlative"};
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (has(morph, static_cast<Morph>(1U << i))) {
            text.append(text.empty() ? "" : "|").append(names.at(i));
        }
    }
    return text;
}

TEST(Lemmas, Table) {
    const std::vector<std::string> lines = lines_of("lemmas.tsv");
    ASSERT_GT(lines.size(), 40U);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::vector<std::string> cells = split(lines[i], '\t');
        const std::optional<language::Penn> tag = language::penn_from(cells.at(1));
        ASSERT_TRUE(tag) << lines[i];
        std::array<char, 64> buffer{};
        EXPECT_EQ(tables().lemmas().find(cells[0], *tag, buffer.data()), cells.at(2)) << lines[i];
    }
}

TEST(Tagger, WireSentences) {
    const std::vector<std::string> lines = lines_of("tags.tsv");
    ASSERT_GT(lines.size(), 20U);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::vector<std::string> cells = split(lines[i], '\t');
        const Read read(cells.at(0));
        bool found = false;
        for (const Token& token : read.document.tokens) {
            if (token.form == cells.at(1)) {
                EXPECT_EQ(name_of(token.upos), cells.at(2)) << lines[i];
                EXPECT_EQ(name_of(token.morph), cells.at(3)) << lines[i];
                EXPECT_EQ(token.lemma, cells.at(4)) << lines[i];
                found = true;
            }
        }
        EXPECT_TRUE(found) << lines[i];
    }
}

TEST(Tagger, SameTagsWhateverWasReadBefore) {
    const std::string text = "The envoy halted the talks. They resumed in May.";
    const Read first(text);
    Article other;
    other.text = "Workers strike.";
    other.paragraphs = {{0, static_cast<std::uint32_t>(other.text.size())}};
    Document document;
    document.article = &other;
    read_language(document, tables());
    document.clear();
    document.article = &first.article;
    read_language(document, tables());
    ASSERT_EQ(document.tokens.size(), first.document.tokens.size());
    for (std::size_t i = 0; i < document.tokens.size(); ++i) {
        EXPECT_EQ(document.tokens[i].lemma, first.document.tokens[i].lemma);
        EXPECT_EQ(document.tokens[i].upos, first.document.tokens[i].upos);
    }
}

class TaggerFile : public ::testing::Test {
protected:
    void SetUp() override {
        std::ifstream in(std::string(DEMARCHE_DATA_DIR) + "/language/tagger.model", std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(in), {});
        ASSERT_GT(bytes_.size(), 1000U);
        path_ = ::testing::TempDir() + "tagger_" + ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".model";
    }
    void TearDown() override { std::filesystem::remove(path_); }

    // The message of the error that the bytes give, "" if they load.
    std::string error_of(const std::string& bytes) {
        std::ofstream(path_, std::ios::binary) << bytes;
        try {
            (void)language::TaggerModel::load(path_);
        } catch (const DataError& error) {
            return error.what();
        }
        return "";
    }

    std::string bytes_;
    std::string path_;
};

TEST_F(TaggerFile, IsSmall) { EXPECT_LE(bytes_.size(), 4'000'000U); }

TEST_F(TaggerFile, LoadsAndSavesTheSameBytes) {
    EXPECT_EQ(error_of(bytes_), "");
    language::TaggerModel::load(path_).save(path_);
    std::ifstream in(path_, std::ios::binary);
    const std::string again{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    EXPECT_TRUE(again == bytes_);
}

TEST_F(TaggerFile, CutShort) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{39}, std::size_t{40}, bytes_.size() / 2, bytes_.size() - 1}) {
        EXPECT_NE(error_of(bytes_.substr(0, size)).find("cut short"), std::string::npos) << size;
    }
    EXPECT_NE(error_of(bytes_ + "x").find("after its end"), std::string::npos);
}

TEST_F(TaggerFile, Damaged) {
    for (const std::size_t at : {std::size_t{40}, bytes_.size() / 3, bytes_.size() - 1}) {
        std::string damaged = bytes_;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        EXPECT_NE(error_of(damaged).find("checksum"), std::string::npos) << at;
    }
}

TEST_F(TaggerFile, OfAnotherVersionOrKind) {
    std::string other = bytes_;
    other[8] = 99;
    EXPECT_NE(error_of(other).find("version 99"), std::string::npos);
    other[0] = 'X';
    EXPECT_NE(error_of(other).find("not a tagger's model"), std::string::npos);
}

TEST_F(TaggerFile, Missing) { EXPECT_THROW((void)language::TaggerModel::load(path_ + ".none"), DataError); }

}  // namespace
}  // namespace demarche::testing
