#include "demarche/graph/allen.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string_view>
#include <type_traits>
#include <vector>

#include "demarche/graph/span.hpp"

namespace demarche {
namespace {

// An event's date, a publication and a stretch of text cannot be taken for each other.
static_assert(!std::is_convertible_v<Published, DateSpan> && !std::is_convertible_v<DateSpan, Published>);
static_assert(!std::is_convertible_v<Span, DateSpan> && !std::is_convertible_v<DateSpan, Span>);
static_assert(!std::is_convertible_v<Day, DateSpan> && !std::is_convertible_v<Day, Published> &&
              !std::is_convertible_v<int, Day>);

Allen of(std::string_view a, std::string_view b) { return *allen(*parse_edtf(a), *parse_edtf(b)); }

TEST(Allen, EachRelationByExample) {
    EXPECT_EQ(of("2025-06", "2025-08"), Allen::before);
    EXPECT_EQ(of("2025-06", "2025-07"), Allen::meets);
    EXPECT_EQ(of("2025-06-30", "2025-07-01"), Allen::meets);
    EXPECT_EQ(of("2025-06/2025-07", "2025-07/2025-08"), Allen::overlaps);
    EXPECT_EQ(of("2025-07-01", "2025-07"), Allen::starts);
    EXPECT_EQ(of("2025-07-11", "2025-07"), Allen::during);
    EXPECT_EQ(of("2025-07-31", "2025-07"), Allen::finishes);
    EXPECT_EQ(of("2025-07", "2025-07-01/2025-07-31"), Allen::equals);
    EXPECT_EQ(of("2025", "2025-12"), Allen::finished_by);
    EXPECT_EQ(of("2025", "2025-07"), Allen::contains);
    EXPECT_EQ(of("2025", "2025-01"), Allen::started_by);
    EXPECT_EQ(of("2025-07/2025-08", "2025-06/2025-07"), Allen::overlapped_by);
    EXPECT_EQ(of("2025-07", "2025-06"), Allen::met_by);
    EXPECT_EQ(of("2025-08", "2025-06"), Allen::after);
}

TEST(Allen, OpenEndsReachFartherThanAnyDay) {
    EXPECT_EQ(of("../2025-07-11", "2025-07-12/.."), Allen::meets);
    EXPECT_EQ(of("../2025-07-11", "2025-07-11/.."), Allen::overlaps);
    EXPECT_EQ(of("../2025-07-11", "../2025-07-12"), Allen::starts);
    EXPECT_EQ(of("2025-07-11/..", "2025-07-12/.."), Allen::finished_by);
    EXPECT_EQ(of("2025-07-11/..", "2025-07-11"), Allen::started_by);
    EXPECT_EQ(of("2025-07-11", "../2025-07-11"), Allen::finishes);
    EXPECT_EQ(of("../2025-07-11", "../2025-07-11"), Allen::equals);
    EXPECT_FALSE(allen(DateSpan{}, *parse_edtf("2025")));
}

// All intervals over a few days, with open ends, against the definitions on the ends as numbers.
TEST(Allen, ExactlyOneHoldsAndTheInverseHoldsTheOtherWay) {
    const Day base = *day_of(2025, 6, 28);
    const auto day = [&](int i) { return base + std::chrono::duration<int, std::ratio<86400>>(i); };
    constexpr int days = 6;
    std::vector<DateSpan> spans;
    for (int first = -1; first < days; ++first) {
        for (int last = first < 0 ? 0 : first; last <= days; ++last) {
            const auto begin = first < 0 ? std::nullopt : std::optional(day(first));
            const auto end = last == days ? std::nullopt : std::optional(day(last));
            if (begin || end) {
                spans.push_back(span_from_bounds(begin, end));
            }
        }
    }
    const auto number = [&](const std::optional<Day>& end, int open) { return end ? (*end - base).count() * 2 : open; };
    std::map<Allen, int> seen;
    for (const DateSpan& a : spans) {
        for (const DateSpan& b : spans) {
            // days as half-open intervals on a line of numbers
            const int a1 = number(a.first, -1000);
            const int b1 = number(b.first, -1000);
            const int a2 = a.last ? number(a.last, 0) + 2 : 1000;
            const int b2 = b.last ? number(b.last, 0) + 2 : 1000;
            std::vector<Allen> holding;
            const auto holds = [&](bool is, Allen relation) {
                if (is) {
                    holding.push_back(relation);
                }
            };
            holds(a2 < b1, Allen::before);
            holds(a2 == b1, Allen::meets);
            holds(a1 < b1 && b1 < a2 && a2 < b2, Allen::overlaps);
            holds(a1 == b1 && a2 < b2, Allen::starts);
            holds(b1 < a1 && a2 < b2, Allen::during);
            holds(b1 < a1 && a2 == b2, Allen::finishes);
            holds(a1 == b1 && a2 == b2, Allen::equals);
            holds(a1 < b1 && a2 == b2, Allen::finished_by);
            holds(a1 < b1 && b2 < a2, Allen::contains);
            holds(a1 == b1 && b2 < a2, Allen::started_by);
            holds(b1 < a1 && a1 < b2 && b2 < a2, Allen::overlapped_by);
            holds(b2 == a1, Allen::met_by);
            holds(b2 < a1, Allen::after);
            ASSERT_EQ(holding.size(), 1U) << a.edtf << " " << b.edtf;
            const auto relation = allen(a, b);
            ASSERT_EQ(relation, holding.front()) << a.edtf << " " << b.edtf;
            ASSERT_EQ(allen(b, a), inverse(*relation)) << a.edtf << " " << b.edtf;
            const bool apart = *relation == Allen::before || *relation == Allen::meets || *relation == Allen::met_by ||
                               *relation == Allen::after;
            ASSERT_EQ(intersect(a, b).has_value(), !apart) << a.edtf << " " << b.edtf;
            ++seen[*relation];
        }
    }
    EXPECT_EQ(seen.size(), 13U);
}

TEST(Allen, NamesDiffer) {
    std::map<std::string_view, int> names;
    for (int i = 0; i <= static_cast<int>(Allen::after); ++i) {
        ++names[to_string(static_cast<Allen>(i))];
    }
    EXPECT_EQ(names.size(), 13U);
}

}  // namespace
}  // namespace demarche
