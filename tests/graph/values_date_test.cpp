// Days and their text, and EDTF: properties over many random values, and the edges by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "demarche/graph/date_span.hpp"

namespace demarche {
namespace {

constexpr int rounds = 20000;

class Random {
public:
    int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(engine_); }
    Day day() { return *day_of(number(1, 9999), static_cast<unsigned>(number(1, 12)), static_cast<unsigned>(number(1, 28))); }
    Day near_day() { return *day_of(2020, 1, 1) + std::chrono::duration<int, std::ratio<86400>>(number(0, 60)); }

    DateSpan span() {
        switch (number(0, 7)) {
            case 0:
                return span_of_day(near_day());
            case 1:
                return span_of_days(near_day(), near_day());
            case 2:
                return span_of_month(number(2019, 2021), static_cast<unsigned>(number(1, 12)));
            case 3:
                return span_of_year(number(2019, 2021));
            case 4:
                return span_until(near_day());
            case 5:
                return span_since(near_day());
            case 6:
                return span_of_days(day(), day());
            default:
                return DateSpan{};
        }
    }

private:
    std::mt19937 engine_{20250711};
};

TEST(Days, CivilAndDayAreInverse) {
    Random random;
    for (int i = 0; i < rounds; ++i) {
        const Day day = random.day();
        const CivilDay parts = civil(day);
        ASSERT_EQ(day_of(parts.year, parts.month, parts.day), day);
        ASSERT_EQ(parse_iso_date(iso_date(day)), day) << iso_date(day);
        ASSERT_EQ(iso_date(day).size(), 10U);
    }
}

TEST(Days, EveryDayOfFourCenturiesFollowsItsPredecessor) {
    Day day = *day_of(1800, 1, 1);
    unsigned weekday = iso_weekday(day);
    for (int i = 0; i < 146097; ++i) {
        day += std::chrono::duration<int, std::ratio<86400>>(1);
        const CivilDay parts = civil(day);
        ASSERT_EQ(day_of(parts.year, parts.month, parts.day), day);
        weekday = (weekday % 7) + 1;
        ASSERT_EQ(iso_weekday(day), weekday);
        ASSERT_LE(day, last_day_of_month(parts.year, parts.month));
    }
    EXPECT_EQ(iso_date(day), "2200-01-01");
}

TEST(Days, ImpossibleOnesAreEmpty) {
    EXPECT_FALSE(day_of(2025, 2, 31));
    EXPECT_FALSE(day_of(2025, 2, 29));
    EXPECT_TRUE(day_of(2024, 2, 29));
    EXPECT_FALSE(day_of(1900, 2, 29));
    EXPECT_TRUE(day_of(2000, 2, 29));
    EXPECT_FALSE(day_of(2025, 13, 1));
    EXPECT_FALSE(day_of(2025, 0, 1));
    EXPECT_FALSE(day_of(2025, 1, 0));
    EXPECT_FALSE(day_of(2025, 4, 31));
    EXPECT_FALSE(day_of(0, 1, 1));
    EXPECT_FALSE(day_of(10000, 1, 1));
    EXPECT_FALSE(day_of(-5, 1, 1));
    EXPECT_FALSE(day_of(100000, 1, 1));  // does not wrap round to a year that exists
    EXPECT_FALSE(day_of(2025, 257, 1));  // nor does a month
    EXPECT_FALSE(day_of(2025, 1, 257));  // nor a day
}

TEST(Days, TextThatIsNoDateIsEmpty) {
    for (const char* text : {"", "2025", "2025-07", "2025-7-11", "2025-07-1", "2025-07-111", "2025/07/11", " 2025-07-11",
                             "2025-07-11 ", "20250711", "abcd-ef-gh", "2025-02-30", "-025-07-11", "+025-07-11"}) {
        EXPECT_FALSE(parse_iso_date(text)) << text;
    }
}

TEST(PublishedText, RoundTrip) {
    Random random;
    for (int i = 0; i < rounds; ++i) {
        Published published;
        published.day = random.day();
        if (random.number(0, 2) != 0) {
            published.second_of_day = random.number(0, 86399);
            if (random.number(0, 1) == 1) {
                published.offset_minutes = random.number(-15 * 60, 15 * 60);
            }
        }
        const std::string text = iso_published(published);
        ASSERT_EQ(parse_published(text), published) << text;
    }
}

TEST(PublishedText, OtherSpellings) {
    Published expected;
    expected.day = *day_of(2025, 7, 11);
    expected.second_of_day = (23 * 3600) + (30 * 60);
    EXPECT_EQ(parse_published("2025-07-11 23:30"), expected);
    EXPECT_EQ(parse_published("2025-07-11T23:30:00.123"), expected);
    expected.offset_minutes = 0;
    EXPECT_EQ(parse_published("2025-07-11T23:30:00Z"), expected);
    expected.offset_minutes = 9 * 60;
    EXPECT_EQ(parse_published("2025-07-11T23:30:00+0900"), expected);
    EXPECT_EQ(parse_published("2025-07-11T23:30:00+09"), expected);
    EXPECT_EQ(parse_published("2025-07-11 23:30:00 +09:00"), expected);
    for (const char* text : {"2025-07-11T", "2025-07-11T24:00", "2025-07-11T23:60", "2025-07-11T23:30:61", "2025-07-11T23:30:00+",
                             "2025-07-11T23:30:00+9", "2025-07-11T23:30:00+09:", "2025-07-11T23:30:00+09:60",
                             "2025-07-11T23:30:00+09:00x", "2025-07-11x23:30", "2025-07-11T23:30:00X"}) {
        EXPECT_FALSE(parse_published(text)) << text;
    }
}

TEST(PublishedText, OrderIsByMoment) {
    const auto seconds = [](const char* text) { return utc_seconds(*parse_published(text)); };
    EXPECT_EQ(seconds("1970-01-01T00:00:00Z"), 0);
    EXPECT_EQ(seconds("2025-07-11T23:30:00+09:00"), seconds("2025-07-11T14:30:00Z"));
    EXPECT_LT(seconds("2025-07-11"), seconds("2025-07-11T00:00:01"));
    EXPECT_LT(seconds("1969-12-31T23:59:59Z"), 0);
}

TEST(Edtf, ParsingUndoesPrinting) {
    Random random;
    for (int i = 0; i < rounds; ++i) {
        const DateSpan span = random.span();
        const auto parsed = parse_edtf(span.edtf);
        ASSERT_TRUE(parsed) << span.edtf;
        ASSERT_EQ(*parsed, span) << span.edtf;
    }
}

TEST(Edtf, MakersKeepTheirBounds) {
    Random random;
    for (int i = 0; i < rounds; ++i) {
        const Day a = random.day();
        const Day b = random.day();
        const DateSpan span = span_of_days(a, b);
        ASSERT_EQ(span.first, std::min(a, b));
        ASSERT_EQ(span.last, std::max(a, b));
        ASSERT_EQ(span, span_of_days(b, a));
        ASSERT_EQ(span, span_from_bounds(span.first, span.last));
    }
    EXPECT_EQ(span_of_days(*day_of(2025, 6, 1), *day_of(2025, 6, 30)), span_of_month(2025, 6));
    EXPECT_EQ(span_of_days(*day_of(2025, 1, 1), *day_of(2025, 12, 31)), span_of_year(2025));
    EXPECT_EQ(span_of_days(*day_of(2024, 1, 1), *day_of(2025, 12, 31)).edtf, "2024-01-01/2025-12-31");
    EXPECT_EQ(span_from_bounds({}, {}), DateSpan{});
}

TEST(Edtf, Forms) {
    EXPECT_EQ(parse_edtf("../2025-08")->last, day_of(2025, 8, 31));
    EXPECT_EQ(parse_edtf("2001/..")->first, day_of(2001, 1, 1));
    EXPECT_EQ(parse_edtf("2024-02/2024-03-05")->first, day_of(2024, 2, 1));
    EXPECT_EQ(parse_edtf("2024-02")->last, day_of(2024, 2, 29));
    EXPECT_EQ(parse_edtf("2025")->precision, Precision::year);
    EXPECT_EQ(parse_edtf("2025-07/..")->precision, Precision::open);
    for (const char* text :
         {"/", "../..", "..", "2025-13", "2025-00", "0000", "2025-07-11/2025-07-10", "2025/2024", "2025-07-32", "2025-7", "25",
          "2025/", "/2025", "2025-07-11/2025-07-12/2025-07-13", "2025-07-11/..x", "yyyy", "2025-0a", "-025", "2025_07"}) {
        EXPECT_FALSE(parse_edtf(text)) << text;
    }
}

TEST(Edtf, PrecisionAndBasisNamesRoundTrip) {
    for (const Precision one :
         {Precision::unknown, Precision::day, Precision::interval, Precision::month, Precision::year, Precision::open}) {
        EXPECT_EQ(precision_from(to_string(one)), one);
    }
    for (const DateBasis one : {DateBasis::none, DateBasis::published, DateBasis::dateline, DateBasis::inferred,
                                DateBasis::mention, DateBasis::relative, DateBasis::full}) {
        EXPECT_EQ(basis_from(to_string(one)), one);
    }
    EXPECT_EQ(to_string(DateBasis::full), "explicit");
    EXPECT_FALSE(precision_from("decade"));
    EXPECT_FALSE(basis_from("guess"));
}

TEST(Intersect, CommutesInItsBounds) {
    Random random;
    int met = 0;
    int apart = 0;
    for (int i = 0; i < rounds; ++i) {
        const DateSpan a = random.span();
        const DateSpan b = random.span();
        const auto ab = intersect(a, b);
        const auto ba = intersect(b, a);
        ASSERT_EQ(ab.has_value(), ba.has_value()) << a.edtf << " " << b.edtf;
        if (!ab) {
            ++apart;
            continue;
        }
        ++met;
        ASSERT_EQ(ab->first, ba->first) << a.edtf << " " << b.edtf;
        ASSERT_EQ(ab->last, ba->last) << a.edtf << " " << b.edtf;
        // What is allowed lies in both, and the text says what the bounds say.
        for (const DateSpan* side : {&a, &b}) {
            ASSERT_TRUE(!side->first || (ab->first && *ab->first >= *side->first));
            ASSERT_TRUE(!side->last || (ab->last && *ab->last <= *side->last));
        }
        const auto parsed = parse_edtf(ab->edtf);
        ASSERT_TRUE(parsed);
        ASSERT_EQ(parsed->first, ab->first);
        ASSERT_EQ(parsed->last, ab->last);
    }
    EXPECT_GT(met, rounds / 10);
    EXPECT_GT(apart, rounds / 10);
}

TEST(Intersect, IsIdempotentAndKeepsUnknown) {
    Random random;
    for (int i = 0; i < rounds; ++i) {
        const DateSpan a = random.span();
        ASSERT_EQ(intersect(a, a), a);
        ASSERT_EQ(intersect(a, DateSpan{}), a);
        ASSERT_EQ(intersect(DateSpan{}, a), a);
    }
}

TEST(Intersect, PrefersTheSideThatAlreadySaysIt) {
    const DateSpan month = *parse_edtf("2025-06");
    const DateSpan until = *parse_edtf("../2025-07-11");
    EXPECT_EQ(intersect(month, until)->edtf, "2025-06");
    EXPECT_EQ(intersect(until, month)->edtf, "2025-06");
    EXPECT_EQ(intersect(*parse_edtf("2025-06-01/.."), until)->edtf, "2025-06-01/2025-07-11");
    EXPECT_FALSE(intersect(*parse_edtf("2025-07-12"), until));
}

}  // namespace
}  // namespace demarche
