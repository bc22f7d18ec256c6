#include <gtest/gtest.h>

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
    EXPECT_EQ(cases, 30);
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

// Each of these would take minutes if a rule looked over the same bytes again and again.
TEST(TokensAndSentences, AnyBytesAreRead) {
    constexpr std::size_t kMany = 250'000;
    constexpr std::size_t kMegabyte = 1'000'000;
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
    std::vector<std::string> texts{std::string(1, '\0'),           every_byte,
                                   std::string(kMegabyte, 'a'),    std::string(kMegabyte, '7'),
                                   std::string(kMegabyte, '\xFF'), std::string(kMegabyte, '\n')};
    constexpr std::string_view kParts =
        "a\ta.\tA.b,\t'\tx'\tx'y\tx`\t(\t(a. B)\t[A.) \t1-2\t123-\t\xFF\t\xE2\x80\ta@\ta@b.\twww.\t.\t. \" \t"
        "U.S.\tanti-\t\n- \tA \tJ. \tNo. \ta-b.com,\t:\t\xCC\x81\the held \t-=\t-= \t->\t.?\t:)\t:) \t(:\ta.bcd.\t"
        "abc.\t.doc\tx.doc)\t#1\t$.5\t1/2/99 1:00 PM \twww.a.b \tThanks, A\tIm \tits \ta&b\ta/b\tp.m.1\t[1] \t? \t"
        ". . \t\x01\x02\x7F\t5's\t1. \tetc. \tDr.A\t<a@b> A\t\xE2\x80\xAE"
        "a \t\xD7\xA9\xD6\xB8\xD7\x9C ";
    for (const std::string& part : split(kParts, '\t')) {
        texts.push_back(repeated(part));
    }
    for (const std::string& text : texts) {
        expect_sound(Read(text));
    }
}

TEST(TokensAndSentences, NestedBracketsNeedNoStack) {
    constexpr std::size_t kDeep = 10'000;
    for (const std::string_view pair : {"()", "[]"}) {
        const std::string text =
            "It ended. " + std::string(kDeep, pair[0]) + "Envoys met." + std::string(kDeep, pair[1]) + " They left.";
        const Read read(text);
        expect_sound(read);
        EXPECT_EQ(read.document.tokens.size(), 2 * kDeep + 9);
        EXPECT_EQ(read.document.sentences.size(), 2U);
    }
}

TEST(TokensAndSentences, ControlCharactersPartWords) {
    using namespace std::string_literals;
    const Read read("Envoys\x01met\0here\x7F.\x1B They\r\nleft."s);
    EXPECT_EQ(sentences_of(read.document), (std::vector<std::string>{"Envoys met here .", "They left ."}));
    expect_sound(read);
}

TEST(TokensAndSentences, OtherScriptsAndLanguages) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        // Hebrew and Arabic, with marks of direction around a name.
        {"\u05D4\u05E9\u05E8 \u05E0\u05E4\u05D2\u05E9. \u05D4\u05D5\u05D0 \u05D7\u05D6\u05E8.",
         {"\u05D4\u05E9\u05E8 \u05E0\u05E4\u05D2\u05E9 .", "\u05D4\u05D5\u05D0 \u05D7\u05D6\u05E8 ."}},
        {"\u0627\u0644\u0648\u0632\u064A\u0631\u060C \u0663 \u0648\u0641\u0648\u062F\u061F",
         {"\u0627\u0644\u0648\u0632\u064A\u0631 \u060C \u0663 \u0648\u0641\u0648\u062F \u061F"}},
        {"The \u202BHaifa\u202C port.", {"The Haifa port ."}},
        {"Le ministre s'est rendu \u00E0 Gen\u00E8ve. \u00C9mile l'attend.",
         {"Le ministre s'est rendu \u00E0 Gen\u00E8ve .", "\u00C9mile l'attend ."}},
        {"\u041C\u0438\u043D\u0438\u0441\u0442\u0440 \u0443\u0435\u0445\u0430\u043B. \u0422\u0435\u0447\u043A\u0430.",
         {"\u041C\u0438\u043D\u0438\u0441\u0442\u0440 \u0443\u0435\u0445\u0430\u043B .", "\u0422\u0435\u0447\u043A\u0430 ."}},
        {"\u5916\u4EA4\u90E8\u9577\u3002", {"\u5916\u4EA4\u90E8\u9577 \u3002"}},
    };
    for (const auto& [text, expected] : cases) {
        const Read read(text);
        EXPECT_EQ(sentences_of(read.document), expected) << text;
        expect_sound(read);
    }
}

}  // namespace
}  // namespace demarche::testing
