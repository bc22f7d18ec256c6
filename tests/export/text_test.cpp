#include "../../export/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "../../export/timeline.hpp"
#include "hostile_texts.hpp"
#include "sample_world.hpp"

namespace demarche {
namespace {

std::string escaped(std::string_view words, const text::Escapes& escapes) {
    std::string out;
    text::append(out, words, escapes);
    return out;
}

TEST(Text, DropsWhatXmlForbidsAndRepairsUtf8) {
    EXPECT_EQ(text::clean(std::string_view("a\0b\x01"
                                           "c",
                                           5)),
              "abc");
    EXPECT_EQ(text::clean("caf\xE9!"), "caf\xEF\xBF\xBD!");
    EXPECT_EQ(text::clean("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a lone surrogate is three bad bytes
    EXPECT_EQ(text::clean("cut \xE2\x82"), "cut \xEF\xBF\xBD");
    EXPECT_EQ(text::clean("a\xEF\xBF\xBE"
                          "b\xEF\xBF\xBF"
                          "c"),
              "abc");
    EXPECT_EQ(text::clean("good \xEF\xBF\xBD stays"), "good \xEF\xBF\xBD stays");
    EXPECT_EQ(text::clean("x\xE2\x80\xAEy\xE2\x81\xA9z"), "xyz");
}

TEST(Text, LineBreaksAreOneSpace) {
    EXPECT_EQ(text::clean("a\r\nb\nc\td\re"), "a b c d e");
    EXPECT_EQ(text::clean("a\xE2\x80\xA8"
                          "b"),
              "a b");
}

TEST(Text, Escapes) {
    EXPECT_EQ(escaped("<a b=\"c\">&", text::kXml), "&lt;a b=&quot;c&quot;&gt;&amp;");
    EXPECT_EQ(escaped("\"\\</script>", text::kJson), "\\\"\\\\\\u003c/script>");
    EXPECT_EQ(escaped("<b>'\"\\", text::kHtmlJson), "&lt;b&gt;&#39;&quot;\\\\");
    EXPECT_EQ(escaped("say \"x\"", text::kCsv), "say \"\"x\"\"");
}

std::size_t characters(const std::string& utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

TEST(Text, ShortensBetweenWords) {
    EXPECT_EQ(text::shorten("short", 60), "short");
    EXPECT_EQ(text::shorten("one two three", 8), "one two…");
    EXPECT_EQ(text::shorten("one two three", 9), "one two…");
    EXPECT_EQ(text::shorten(std::string(100, 'x'), 10), std::string(9, 'x') + "…");
    EXPECT_EQ(text::shorten("대통령과 외교부 장관의 회담", 15), "대통령과 외교부 장관의 회담");
    for (const std::string& words : sample::hostile_texts()) {
        const std::string label = text::shorten(words);
        EXPECT_LE(characters(label), 60U) << label;
        EXPECT_EQ(label, text::clean(label));
    }
}

TEST(Text, IdsBecomeTokensAndStayApart) {
    const auto token = [](std::string_view id) {
        std::string out;
        text::append_nmtoken(out, id);
        return out;
    };
    EXPECT_EQ(token("person.park-yoon-joo.KOR"), "person.park-yoon-joo.KOR");
    EXPECT_EQ(token("이재명"), "이재명");
    EXPECT_EQ(token("place.xi’an.CHN"), "place.xi_x2019_an.CHN");
    std::set<std::string> all;
    const std::vector<std::string> ids{"a b",  "a_x20_b",  "a_b",          "a  b",   "",   "_x_",
                                       "\xE9", "\xC3\xA9", "\xEF\xBF\xBD", "_x5f_x", "_x", "é"};
    for (const std::string& id : ids) {
        all.insert(token(id));
        EXPECT_EQ(token(id).find_first_of(" \t\"<>&"), std::string::npos);
    }
    EXPECT_EQ(all.size(), ids.size() - 1);  // "\xC3\xA9" is "é"
}

TEST(Text, BoundsThatNoReaderTakesAreNone) {
    DateSpan reversed;
    reversed.first = sample::day(2025, 7, 11);
    reversed.last = sample::day(2025, 7, 1);
    EXPECT_FALSE(text::bounds_of(reversed).known());
    DateSpan far;
    far.first = Day(Day::duration(5'000'000));
    EXPECT_FALSE(text::bounds_of(far).known());
}

struct DateCase {
    DateSpan date;
    Status status = Status::occurred;
    std::string_view expected;
};

TEST(Text, DisplayDatesAreNeverMoreExactThanTheDate) {
    const auto with = [](DateSpan date, std::string words, DateBasis basis) {
        date.text = std::move(words);
        date.basis = basis;
        return date;
    };
    const Day june1 = sample::day(2025, 6, 1);
    const Day july11 = sample::day(2025, 7, 11);
    const std::vector<DateCase> cases{
        {span_of_day(july11), Status::occurred, "11 July 2025"},
        {span_of_month(2025, 6), Status::occurred, "June 2025"},
        {span_of_year(2025), Status::occurred, "2025"},
        {with(span_of_days(june1, sample::day(2025, 6, 10)), "early June", DateBasis::relative), Status::occurred,
         "early June 2025"},
        {with(span_of_days(sample::day(2025, 6, 11), sample::day(2025, 6, 20)), "mid-June", DateBasis::relative),
         Status::occurred, "mid-June 2025"},
        {with(span_of_days(sample::day(2025, 6, 21), sample::day(2025, 6, 30)), "late in June", DateBasis::full),
         Status::occurred, "late June 2025"},
        {span_of_days(june1, sample::day(2025, 6, 10)), Status::occurred, "1–10 June 2025"},
        {with(span_of_days(june1, july11), "", DateBasis::inferred), Status::occurred, "between 1 June and 11 July 2025"},
        {span_of_days(june1, july11), Status::occurred, "1 June – 11 July 2025"},
        {span_of_days(sample::day(2024, 12, 30), sample::day(2025, 1, 2)), Status::occurred, "30 December 2024 – 2 January 2025"},
        {*parse_edtf("2025-06/2025-07"), Status::occurred, "June – July 2025"},
        {span_until(july11), Status::occurred, "on or before 11 July 2025"},
        {span_since(july11), Status::planned, "on or after 11 July 2025"},
        {span_since(july11), Status::ongoing, "since 11 July 2025"},
        {DateSpan{}, Status::occurred, ""},
    };
    for (const DateCase& one : cases) {
        Event event;
        event.date = one.date;
        event.status = one.status;
        EXPECT_EQ(display_date(event), one.expected) << one.date.edtf;
    }
}

}  // namespace
}  // namespace demarche
