// The parts of the program that need no process: arguments, terminal text, the pipeline.
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "arguments.hpp"
#include "explain_text.hpp"
#include "lines.hpp"
#include "pipeline.hpp"
#include "terminal.hpp"

namespace demarche::cli {
namespace {

TEST(Arguments, ValuesComeWithASpaceOrAnEqualsSign) {
    const Usage usage{"test", "", "", "", {{"data", "DIR", "", 0, true}, {"output", "DIR", "", 'o'}, {"quiet", "", "", 'q'}}, ""};
    const std::vector<std::string> words{"--data", "a", "in", "--data=b=c", "-oout", "-q", "-", "--", "--data"};
    const Arguments arguments = Arguments::parse(usage, words);
    EXPECT_EQ(arguments.values("data"), (std::vector<std::string>{"a", "b=c"}));
    EXPECT_EQ(arguments.value("output"), "out");
    EXPECT_TRUE(arguments.has("quiet"));
    EXPECT_EQ(arguments.words(), (std::vector<std::string>{"in", "-", "--data"}));
}

TEST(Arguments, NearestTakesSlipsOnly) {
    const std::vector<std::string_view> names{"threads", "format", "from", "to"};
    EXPECT_EQ(nearest("treads", names), "threads");
    EXPECT_EQ(nearest("fromat", names), "format");
    EXPECT_EQ(nearest("thr", names), "threads");
    EXPECT_EQ(nearest("colour", names), "");
}

TEST(Arguments, SizesHaveUnits) {
    EXPECT_EQ(parse_size("max-line", "16M"), 16U << 20U);
    EXPECT_EQ(parse_size("max-line", "100"), 100U);
    EXPECT_THROW((void)parse_size("max-line", "5G"), UsageError);
    EXPECT_THROW((void)parse_size("max-line", "0"), UsageError);
    EXPECT_THROW((void)parse_size("max-line", "M"), UsageError);
}

TEST(Terminal, NothingOfAnArticleSteersIt) {
    EXPECT_EQ(printable("a\x1b[31mb\x07\x7f"), "a[31mb");
    EXPECT_EQ(printable("C1 \xc2\x9b"
                        "31m"),
              "C1 31m");
    EXPECT_EQ(printable("right\xe2\x80\xaeleft"), "rightleft");
    EXPECT_EQ(printable("line\r\n\tnext"), "line next");
    EXPECT_EQ(printable("bad \xff\xe2\x82 end"), "bad \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd end");
    EXPECT_EQ(printable("café 서울 😀"), "café 서울 😀");
}

TEST(Terminal, WidthCountsColumns) {
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("café"), 4U);
    EXPECT_EQ(display_width("서울"), 4U);
    EXPECT_EQ(fit("Kuala Lumpur", 6), "Kuala…");
    EXPECT_EQ(fit("서울특별시", 5), "서울…");
    EXPECT_EQ(fit("ab", 4, true), "ab  ");
    EXPECT_EQ(fit("abcd", 4, true), "abcd");
    EXPECT_EQ(wrap("one two three", 8), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrap("", 8), std::vector<std::string>{""});
}

TEST(Explain, TriggerIsMarked) {
    const Mention mention{"Envoys met Friday for talks.", {85, 113}, "talks", {107, 112}};
    EXPECT_EQ(marked_sentence({}, mention), "Envoys met Friday for >>talks<<.");
    EXPECT_EQ(marked_sentence({true, true, 80}, mention), "Envoys met Friday for \x1b[1mtalks\x1b[0m.");
}

TEST(Lines, ColumnsCountCharacters) {
    const LineColumn place = line_column("one\ncafé x", 10);
    EXPECT_EQ(place.line, 2U);
    EXPECT_EQ(place.column, 6U);
}

std::optional<RawArticle> numbered(int& next, int count) {
    if (next == count) {
        return std::nullopt;
    }
    RawArticle article;
    article.line = static_cast<std::uint64_t>(next++);
    return article;
}

TEST(Pipeline, KeepsOrderWhateverTheWorkersDo) {
    int next = 0;
    Pipeline<std::uint64_t> pipeline(
        7, [&] { return numbered(next, 1000); },
        [] {
            return [](const RawArticle& raw) {
                if (raw.line % 97 == 0) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(3));
                }
                return raw.line;
            };
        });
    std::uint64_t expected = 0;
    pipeline.run([&](std::uint64_t number) { EXPECT_EQ(number, expected++); }, [] {});
    EXPECT_EQ(expected, 1000U);
}

TEST(Pipeline, CarriesAnExceptionOfAWorkerAfterTheResultsBeforeIt) {
    int next = 0;
    Pipeline<std::uint64_t> pipeline(
        3, [&] { return numbered(next, 1000); },
        [] {
            return [](const RawArticle& raw) {
                if (raw.line == 500) {
                    throw std::runtime_error("article 500");
                }
                return raw.line;
            };
        });
    std::uint64_t taken = 0;
    EXPECT_THROW(pipeline.run([&](std::uint64_t) { ++taken; }, [] {}), std::runtime_error);
    EXPECT_EQ(taken, 500U);
}

TEST(Pipeline, CarriesAnExceptionOfTheReaderAfterWhatItRead) {
    int next = 0;
    Pipeline<std::uint64_t> pipeline(
        2,
        [&]() -> std::optional<RawArticle> {
            if (next == 20) {
                throw std::runtime_error("disk");
            }
            return numbered(next, 1000);
        },
        [] { return [](const RawArticle& raw) { return raw.line; }; });
    int taken = 0;
    EXPECT_THROW(pipeline.run([&](std::uint64_t) { ++taken; }, [] {}), std::runtime_error);
    EXPECT_EQ(taken, 20);
}

TEST(Pipeline, ASlowSinkStopsTheReader) {
    int next = 0;
    std::atomic<int> read = 0;
    Pipeline<std::uint64_t> pipeline(
        1,
        [&] {
            ++read;
            return numbered(next, 500);
        },
        [] { return [](const RawArticle& raw) { return raw.line; }; });
    int taken = 0;
    pipeline.run(
        [&](std::uint64_t) {
            if (++taken == 1) {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                EXPECT_LT(read.load(), 100) << "the window is bounded";
            }
        },
        [] {});
    EXPECT_EQ(taken, 500);
}

TEST(Pipeline, CarriesAnExceptionOfTheSink) {
    int next = 0;
    Pipeline<std::uint64_t> pipeline(
        4, [&] { return numbered(next, 100000); }, [] { return [](const RawArticle& raw) { return raw.line; }; });
    EXPECT_THROW(pipeline.run([](std::uint64_t) { throw std::runtime_error("full"); }, [] {}), std::runtime_error);
}

}  // namespace
}  // namespace demarche::cli
