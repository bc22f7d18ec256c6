#include <gtest/gtest.h>

#include "clean/stamp.hpp"
#include "reading.hpp"

namespace demarche {
namespace {

using testing::outlets;

struct Case {
    std::string_view line;
    std::string_view outlet;
    std::string_view published;
};

class StampForms : public ::testing::TestWithParam<Case> {};

TEST_P(StampForms, GivesDayTimeAndZone) {
    const Case& expected = GetParam();
    const auto stamp = find_stamp(expected.line, outlets(), outlets().by_name(expected.outlet));
    ASSERT_TRUE(stamp.has_value()) << expected.line;
    EXPECT_EQ(iso_published(stamp->published), expected.published) << expected.line;
}

INSTANTIATE_TEST_SUITE_P(
    Pages, StampForms,
    ::testing::Values(
        Case{"All News 23:30 July 11, 2025", "Yonhap", "2025-07-11T23:30:00+09:00"},
        Case{"All News 23:30 July 11, 2025", "", "2025-07-11T23:30:00"},
        Case{"Published: 11 July 2025, 14:05 GMT", "", "2025-07-11T14:05:00+00:00"},
        Case{"Updated 9:30 p.m. ET, Tuesday May 2, 2023", "", "2023-05-02T21:30:00-04:00"},
        Case{"Updated 9:30 p.m. ET, Tuesday January 3, 2023", "", "2023-01-03T21:30:00-05:00"},
        Case{"2025-07-11 23:30", "", "2025-07-11T23:30:00"}, Case{"2025.07.11 23:30 KST", "", "2025-07-11T23:30:00+09:00"},
        Case{"Posted on July 11th, 2025 at 9 AM", "", "2025-07-11T09:00:00"},
        Case{"Published 12:05 a.m. 1 Jan. 2024", "", "2024-01-01T00:05:00"},
        Case{"Fri, 11 Jul 2025 23:30:00 +0900", "", "2025-07-11T23:30:00+09:00"},
        Case{"11-Jul-2025 10:15 UTC+3", "", "2025-07-11T10:15:00+03:00"},
        Case{"Issued: 2025-07-11 18:00 (GMT+5:30)", "", "2025-07-11T18:00:00+05:30"},
        Case{"2330 GMT, 11 July 2025", "", "2025-07-11T23:30:00+00:00"},
        Case{"Last updated 12 July 2025 08:00 GMT. Published 11 July 2025 14:05 GMT.", "", "2025-07-11T14:05:00+00:00"},
        Case{"July 11, 2025", "Yonhap", "2025-07-11"}, Case{"03/04/2025 10:00 AM EST", "", "2025-03-04T10:00:00-05:00"},
        Case{"03/04/2025", "BBC", "2025-04-03"}, Case{"03/04/2025", "The Washington Post", "2025-03-04"},
        Case{"25/12/2024", "", "2024-12-25"}, Case{"11.07.2025 08:15", "", "2025-07-11T08:15:00"},
        Case{"Published 10:00 IST, 2 March 2024", "Press Trust of India", "2024-03-02T10:00:00+05:30"},
        Case{"Published 10:00 IST, 2 March 2024", "Haaretz", "2024-03-02T10:00:00+02:00"},
        Case{"2024-03-02 10:00 Beijing time", "", "2024-03-02T10:00:00+08:00"},
        Case{"Published: 14 September 2027, 18:20 EAT", "", "2027-09-14T18:20:00+03:00"},
        Case{"July 1, 2024 10:00", "BBC", "2024-07-01T10:00:00+01:00"},
        Case{"All News 22:15 April 29, 2026 (SGT)", "", "2026-04-29T22:15:00+08:00"},
        Case{"April 29, 2026 KST 22:15", "", "2026-04-29T22:15:00+09:00"},
        Case{"2025-07-11T23:30:00.000+09:00", "", "2025-07-11T23:30:00+09:00"}));

TEST(Stamp, IsNotMadeOfWhatIsNoFullDate) {
    for (const std::string_view line :
         {"July 11", "23:30", "The year 2025 was quiet", "03/04/2025", "31 February 2025", "call 2025-55-99", "", "()"}) {
        EXPECT_FALSE(find_stamp(line, outlets(), nullptr).has_value()) << line;
    }
}

TEST(FindDates, GivesEveryDayOfAText) {
    const auto dates = find_dates("They met on July 11, 2025, again on 3 August and on 2025-09-02.");
    ASSERT_EQ(dates.size(), 3U);
    EXPECT_EQ(dates[0].year, 2025);
    EXPECT_EQ(dates[1].month, 8U);
    EXPECT_FALSE(dates[1].year.has_value());
    EXPECT_EQ(dates[2].day, 2U);
}

}  // namespace
}  // namespace demarche
