#include <gtest/gtest.h>

#include <chrono>

#include "language/characters.hpp"
#include "language_test_data.hpp"

namespace demarche::testing {
namespace {

std::vector<std::string> sentences_of(const Document& document) {
    std::vector<std::string> sentences;
    for (const Sentence& sentence : document.sentences) {
        std::string& line = sentences.emplace_back();
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            line.append(line.empty() ? "" : " ").append(document.tokens[i].form);
        }
    }
    return sentences;
}

// What must hold for any bytes.
void expect_sound(const Read& read) {
    const Document& document = read.document;
    std::uint32_t next = 0;
    for (const Sentence& sentence : document.sentences) {
        ASSERT_EQ(sentence.tokens.begin, next);
        ASSERT_LT(sentence.tokens.begin, sentence.tokens.end);
        next = sentence.tokens.end;
        EXPECT_TRUE(read.article.paragraphs[sentence.paragraph].contains(sentence.span));
        EXPECT_EQ(sentence.span.begin, document.tokens[sentence.tokens.begin].span.begin);
        EXPECT_EQ(sentence.span.end, document.tokens[sentence.tokens.end - 1].span.end);
    }
    ASSERT_EQ(next, document.tokens.size());
    std::uint32_t end = 0;
    for (const Token& token : document.tokens) {
        ASSERT_LE(end, token.span.begin);
        ASSERT_LT(token.span.begin, token.span.end);
        ASSERT_EQ(token.form, token.span.in(read.article.text));
        end = token.span.end;
    }
    ASSERT_LE(end, read.article.text.size());
}

TEST(TokensAndSentences, GoldenCases) {
    std::string text;
    std::vector<std::string> expected;
    int cases = 0;
    const auto check = [&] {
        if (!text.empty()) {
            const Read read(text);
            EXPECT_EQ(sentences_of(read.document), expected) << text;
            expect_sound(read);
            ++cases;
        }
        text.clear();
        expected.clear();
    };
    for (const std::string& line : lines_of("sentences.txt")) {
        if (line.empty()) {
            check();
        } else if (line.starts_with("> ")) {
            for (std::size_t at = 2; at < line.size(); ++at) {
                const bool line_break = line.compare(at, 2, "\\n") == 0;
                text.push_back(line_break ? '\n' : line[at]);
                at += line_break ? 1U : 0U;
            }
        } else if (line.starts_with("= ")) {
            expected.push_back(line.substr(2));
        }
    }
    check();
    EXPECT_EQ(cases, 15);
}

TEST(TokensAndSentences, SentencesEndWithTheParagraph) {
    const Read read("Talks with the U.S.\n\nA headline without a stop\n\n\n\nThe end.");
    ASSERT_EQ(read.document.sentences.size(), 3U);
    EXPECT_EQ(read.document.sentences[1].paragraph, 1U);
    expect_sound(read);
}

TEST(TokensAndSentences, SpaceBeforeIsFalseWithinAWord) {
    const Read read("They don't.");
    ASSERT_EQ(read.document.tokens.size(), 4U);
    EXPECT_TRUE(read.document.tokens[1].space_before);
    EXPECT_FALSE(read.document.tokens[2].space_before);
}

TEST(TokensAndSentences, LowerCasesLatinLetters) {
    const Read read("\xC3\x89MILE \xC5\xA0KODA \xC5\xB8 NATO na\xC3\xAFve \xC3\x97");
    std::vector<std::string> lower;
    for (const Token& token : read.document.tokens) {
        lower.emplace_back(token.lower);
    }
    EXPECT_EQ(lower, (std::vector<std::string>{"\xC3\xA9mile", "\xC5\xA1koda", "\xC3\xBF", "nato", "na\xC3\xAFve", "\xC3\x97"}));
}

TEST(TokensAndSentences, AnyBytesAreReadInLinearTime) {
    constexpr std::size_t kMany = 1'000'000;
    std::string every_byte;
    for (int i = 0; i < 4096; ++i) {
        every_byte.push_back(static_cast<char>((i * 167) ^ (i >> 3)));
    }
    const auto repeated = [](std::string_view part) {
        std::string text;
        while (text.size() < kMany) {
            text += part;
        }
        return text;
    };
    const std::vector<std::string> texts{
        std::string(1, '\0'), every_byte,           repeated("a"),    repeated("a."),       repeated("A.b,"),
        repeated("'"),        repeated("x'"),       repeated("x'y"),  repeated("("),        repeated("(a. B)"),
        repeated("[A.) "),    repeated("1-2"),      repeated("123-"), repeated("\xFF"),     repeated("\xE2\x80"),
        repeated("a@"),       repeated("a@b."),     repeated("www."), repeated("."),        repeated(". \" "),
        repeated("U.S."),     repeated("anti-"),    repeated("\n- "), repeated("A "),       repeated("J. "),
        repeated("No. "),     repeated("a-b.com,"), repeated(":"),    repeated("\xCC\x81"), repeated("he held the ")};
    for (const std::string& text : texts) {
        const auto begin = std::chrono::steady_clock::now();
        const Read read(text);
        expect_sound(read);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        // A quadratic scan of a megabyte takes minutes.
        EXPECT_LT(took.count(), 20) << text.substr(0, 12);
    }
}

}  // namespace
}  // namespace demarche::testing
