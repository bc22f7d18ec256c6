#include <gtest/gtest.h>

#include "clean/dateline.hpp"
#include "reading.hpp"

namespace demarche {
namespace {

using testing::outlets;

struct Case {
    std::string_view paragraph;
    std::string_view place;
    unsigned month;
    unsigned day;
    std::string_view agency;
    std::string_view rest;
};

class DatelineForms : public ::testing::TestWithParam<Case> {};

TEST_P(DatelineForms, IsCutFromTheText) {
    const Case& expected = GetParam();
    const auto found = find_dateline(expected.paragraph, outlets());
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->place, expected.place);
    EXPECT_EQ(found->agency, expected.agency);
    EXPECT_EQ(found->day ? found->day->month : 0U, expected.month);
    EXPECT_EQ(found->day ? found->day->day : 0U, expected.day);
    EXPECT_EQ(expected.paragraph.substr(found->end), expected.rest);
}

INSTANTIATE_TEST_SUITE_P(
    Wires, DatelineForms,
    ::testing::Values(
        Case{"KUALA LUMPUR, July 11 (Yonhap) -- Envoys met.", "KUALA LUMPUR", 7, 11, "Yonhap", "Envoys met."},
        Case{"MOSCOW, April 13 - Envoys met.", "MOSCOW", 4, 13, "", "Envoys met."},
        Case{"NAIROBI, Kenya (AP) _ Envoys met.", "NAIROBI, Kenya", 0, 0, "AP", "Envoys met."},
        Case{"NAIROBI, Kenya (AP) _", "NAIROBI, Kenya", 0, 0, "AP", ""},
        Case{"BEIJING, Nov. 12 (Xinhua) -- Envoys met.", "BEIJING", 11, 12, "Xinhua", "Envoys met."},
        Case{"WASHINGTON (Reuters) - Envoys met.", "WASHINGTON", 0, 0, "Reuters", "Envoys met."},
        Case{"PARIS \xE2\x80\x94 Envoys met.", "PARIS", 0, 0, "", "Envoys met."},
        Case{"PORT-AU-PRINCE, Haiti (AP) \xE2\x80\x94 Envoys met.", "PORT-AU-PRINCE, Haiti", 0, 0, "AP", "Envoys met."},
        Case{"ST. PETERSBURG, Russia, June 20 (Reuters) - Envoys met.", "ST. PETERSBURG, Russia", 6, 20, "Reuters",
             "Envoys met."},
        Case{"WASHINGTON/BEIJING, Nov 12 (Reuters) - Envoys met.", "WASHINGTON/BEIJING", 11, 12, "Reuters", "Envoys met."},
        Case{"MOSCOW, July 11. /TASS/. Envoys met.", "MOSCOW", 7, 11, "TASS", "Envoys met."},
        Case{"Pyongyang, July 11 (KCNA) -- Envoys met.", "Pyongyang", 7, 11, "KCNA", "Envoys met."},
        Case{"Paris (AFP) - Envoys met.", "Paris", 0, 0, "AFP", "Envoys met."},
        Case{"BRUSSELS, 11 July 2025 \xE2\x80\x93 Envoys met.", "BRUSSELS", 7, 11, "", "Envoys met."},
        Case{"LONDON, Friday, July 11 \xE2\x80\x94 Envoys met.", "LONDON", 7, 11, "", "Envoys met."},
        Case{"ISLAMABAD: Envoys met.", "ISLAMABAD", 0, 0, "", "Envoys met."},
        Case{"WASHINGTON, D.C. (AP) \xE2\x80\x94 Envoys met.", "WASHINGTON, D.C.", 0, 0, "AP", "Envoys met."},
        Case{"LAGOON CITY, March 3 (Harbour Wire) -- Envoys met.", "LAGOON CITY", 3, 3, "Harbour Wire", "Envoys met."},
        Case{"(Reuters) - Envoys met.", "", 0, 0, "Reuters", "Envoys met."},
        Case{"(CNN)Envoys met.", "", 0, 0, "CNN", "Envoys met."},
        Case{"July 11 (Reuters) - Envoys met.", "", 7, 11, "Reuters", "Envoys met."}));

class NoDateline : public ::testing::TestWithParam<std::string_view> {};

TEST_P(NoDateline, LeavesTextAlone) { EXPECT_FALSE(find_dateline(GetParam(), outlets()).has_value()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(Prose, NoDateline,
                         ::testing::Values("The minister (who arrived on Friday) - a former envoy - spoke.",
                                           "NATO (North Atlantic Treaty Organisation) members met.",
                                           "On July 11 the two sides met - for the first time.", "BREAKING: The two sides met.",
                                           "UPDATE: The two sides met.", "NATO's chief said - twice - that the talks were off.",
                                           "In Paris, July 11 - a holiday eve - was quiet in the streets.",
                                           "President Lee - in office since June - called for talks.",
                                           "Two envoys -- both of them new -- met.", "",
                                           "U.S. President - or so it seemed - agreed.",
                                           "May 5 - the day of the vote - was quiet.", "(The two sides met) - and parted."));

TEST(ResolveDay, TakesTheLatestDayNotAfterTheDayAfterPublication) {
    const MonthDay july{7, 11, std::nullopt};
    EXPECT_EQ(iso_date(*resolve(july, day_of(2025, 7, 11))), "2025-07-11");
    EXPECT_EQ(iso_date(*resolve(july, day_of(2025, 7, 10))), "2025-07-11");
    EXPECT_EQ(iso_date(*resolve(july, day_of(2025, 7, 9))), "2024-07-11");
    EXPECT_EQ(iso_date(*resolve({12, 31, std::nullopt}, day_of(2025, 1, 1))), "2024-12-31");
    EXPECT_EQ(iso_date(*resolve({1, 1, std::nullopt}, day_of(2024, 12, 31))), "2025-01-01");
    EXPECT_EQ(iso_date(*resolve({2, 29, std::nullopt}, day_of(2025, 3, 1))), "2024-02-29");
    EXPECT_FALSE(resolve(july, std::nullopt).has_value());
    EXPECT_EQ(iso_date(*resolve({7, 11, 2020}, std::nullopt)), "2020-07-11");
}

}  // namespace
}  // namespace demarche
