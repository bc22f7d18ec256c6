#include <gtest/gtest.h>

#include <random>

#include "reading.hpp"

namespace demarche {
namespace {

using testing::broken_run;
using testing::published_text;
using testing::read_bytes;

Article read_line(std::string_view line) { return read_bytes(line, Format::jsonl); }

TEST(ReadJsonLine, TakesItsSixFields) {
    const Article article = read_line(
        R"({"id":"a/1","url":"https://example.org/x","outlet":"Example Wire","published":"2025-07-11T23:30:00+09:00","title":"Pact signed","text":"The envoys signed \"the pact\" on Monday.\n\nThey left.","section":["x",{"text":5}]})");
    EXPECT_EQ(article.rejected, "");
    EXPECT_EQ(article.info.id, "a-1");
    EXPECT_EQ(article.info.url, "https://example.org/x");
    EXPECT_EQ(article.info.outlet, "Example Wire");
    EXPECT_EQ(published_text(article), "2025-07-11T23:30:00+09:00");
    EXPECT_EQ(article.info.title, "Pact signed");
    EXPECT_EQ(article.text, "The envoys signed \"the pact\" on Monday.\n\nThey left.");
}

TEST(ReadJsonLine, CleansTheWireFurnitureOfItsText) {
    const Article article = read_line(
        R"j({"id":7,"published":"2026-06-02","title":"UPDATE 1-Pact signed","text":"MAPUTO, June 2 (Reuters) - (Adds quotes) The envoys signed the pact on Monday.\n\n(Reporting by A. Writer; Editing by B. Editor)"})j");
    EXPECT_EQ(article.info.id, "7");
    EXPECT_EQ(article.info.title, "Pact signed");
    EXPECT_EQ(article.info.outlet, "Reuters");
    EXPECT_EQ(article.text, "The envoys signed the pact on Monday.");
    ASSERT_TRUE(article.dateline.has_value());
    EXPECT_EQ(iso_date(*article.dateline->day), "2026-06-02");
}

TEST(ReadJsonLine, LooksForTheDateInTheTextIfThereIsNone) {
    const Article article = read_line(
        R"({"title":"Pact signed","published":null,"text":"Published: 2 June 2026, 10:00 GMT\n\nThe envoys signed the pact on Monday."})");
    EXPECT_EQ(published_text(article), "2026-06-02T10:00:00+00:00");
    EXPECT_EQ(article.text, "The envoys signed the pact on Monday.");
}

TEST(ReadJsonLine, PutsUtcTimesOnTheOutletsDay) {
    const Article home = read_line(R"({"outlet":"Yonhap","published":"2025-07-11T20:00:00Z","title":"Pact signed"})");
    EXPECT_EQ(published_text(home), "2025-07-12T05:00:00+09:00");
    const Article world = read_line(R"({"outlet":"AFP","published":"2025-07-11T20:00:00Z","title":"Pact signed"})");
    EXPECT_EQ(published_text(world), "2025-07-11T20:00:00+00:00");
}

TEST(ReadJsonLine, ReadsOtherWritingsOfADate) {
    EXPECT_EQ(published_text(read_line(R"({"title":"Pact signed","published":"Fri, 11 Jul 2025 23:30:00 +0900"})")),
              "2025-07-11T23:30:00+09:00");
    EXPECT_EQ(published_text(read_line(R"({"title":"Pact signed","published":"2025-07-11"})")), "2025-07-11");
    EXPECT_EQ(published_text(read_line(R"({"title":"Pact signed","published":"some day"})")), "");
}

TEST(ReadJsonLine, TakesTheTitleAsTextIfThereIsNoText) {
    const Article article = read_line(R"({"title":"Envoys sign pact in Oslo"})");
    EXPECT_EQ(article.rejected, "");
    EXPECT_EQ(article.text, "Envoys sign pact in Oslo");
}

TEST(ReadJsonLine, CountsTheLastOfTwoEqualKeys) {
    EXPECT_EQ(read_line(R"({"title":"First title","title":"Second title"})").info.title, "Second title");
}

struct Bad {
    std::string_view line;
    std::string_view says;
};
class BadJsonLine : public ::testing::TestWithParam<Bad> {};

TEST_P(BadJsonLine, IsRejectedWithASentence) {
    const Article article = read_line(GetParam().line);
    EXPECT_NE(article.rejected.find(GetParam().says), std::string::npos) << article.rejected;
    EXPECT_NE(article.rejected.find("sample, line 1"), std::string::npos) << article.rejected;
    EXPECT_EQ(article.text, "");
}

INSTANTIATE_TEST_SUITE_P(Lines, BadJsonLine,
                         ::testing::Values(Bad{R"({"id":"x","text":"The envoys met on)", "not valid JSON"},
                                           Bad{R"({"text":5})", "\"text\" is a number"},
                                           Bad{R"({"title":["x"],"text":"y"})", "\"title\" is an array"},
                                           Bad{R"({"text":{"text":"y"}})", "\"text\" is an object"},
                                           Bad{R"({"url":true,"text":"y"})", "\"url\" is true or false"},
                                           Bad{R"({"published":20250711,"text":"y"})", "\"published\" is a number"},
                                           Bad{R"(["text"])", "not a JSON object"}, Bad{"\"text\"", "not a JSON object"},
                                           Bad{"{}", "neither"}, Bad{R"({"text":"  ","title":""})", "neither"},
                                           Bad{R"({"text":"a"} {"text":"b"})", "not valid JSON"},
                                           Bad{R"({"text":"\ud800"})", "not valid JSON"}, Bad{"garbage", "not valid JSON"}));

TEST(ReadJsonLine, SurvivesTwoMillionBrackets) {
    EXPECT_NE(read_line(std::string(2'000'000, '[')).rejected, "");
    EXPECT_NE(read_line("{\"text\":" + std::string(2'000'000, '[')).rejected, "");
    std::string deep = "{\"x\":";
    deep.append(1'000'000, '[').append(1'000'000, ']').append(",\"title\":\"Pact signed\"}");
    EXPECT_EQ(read_line(deep).rejected, "");
}

// Random strings with every escape, characters of one to four bytes and broken lines: each run of the map must stand in the line.
TEST(ReadJsonLine, MapsEveryRunToEqualBytes) {
    std::mt19937 random(20250711);
    const std::vector<std::string> parts{"the ",
                                         "envoys ",
                                         "met",
                                         "\\n",
                                         "\\n\\n",
                                         "\\t",
                                         "\\\"",
                                         "\\\\",
                                         "\\/",
                                         "\\u00e9",
                                         "\\ud83d\\ude00",
                                         "\xC3\xA9",
                                         "\xE2\x80\x94",
                                         "\xF0\x9F\x98\x80",
                                         "\\u00a0",
                                         "\xC2\xA0",
                                         "  ",
                                         ". ",
                                         "A",
                                         "(END)",
                                         "\\u0000",
                                         "\\r\\n",
                                         "\\b",
                                         "\xE2\x80\x8B"};
    std::size_t mapped = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string line = R"({"title":"Pact signed","text":")";
        const std::size_t count = random() % 60;
        for (std::size_t i = 0; i < count; ++i) {
            line += parts[random() % parts.size()];
        }
        line += "\"}";
        const Article article = read_line(line);
        EXPECT_EQ(broken_run(article, line), "") << line;
        mapped += article.map.runs.size();
        // A byte that is in no run is none of the plain letters.
        for (std::uint32_t at = 0; at < article.text.size() && article.text != article.info.title; ++at) {
            if (article.text[at] >= 'a' && article.text[at] <= 'z') {
                EXPECT_TRUE(article.map.to_source(at).has_value()) << line;
            }
        }
    }
    EXPECT_GT(mapped, 2000U);
}

TEST(ReadJsonLine, RepairsBrokenUtf8AndKeepsTheMap) {
    const std::string line = "{\"title\":\"Pact signed\",\"text\":\"The envoys met in K\xF6ln on Monday.\"}";
    const Article article = read_line(line);
    EXPECT_EQ(article.text, "The envoys met in K\xC3\xB6ln on Monday.");
    EXPECT_EQ(broken_run(article, line), "");
}

}  // namespace
}  // namespace demarche
