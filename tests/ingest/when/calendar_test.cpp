#include "when/calendar.hpp"

#include <gtest/gtest.h>

#include <random>

namespace demarche::when {
namespace {

Day day(int year, unsigned month, unsigned of_month) { return *day_of(year, month, of_month); }

TEST(Calendar, UnitsHoldTheirDayAndFollowEachOther) {
    std::mt19937 engine(7);
    std::uniform_int_distribution<int> any(0, 80000);
    for (int i = 0; i < 5000; ++i) {
        const Day one = add_days(day(1900, 1, 1), any(engine));
        for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::season, Unit::quarter, Unit::half, Unit::year,
                                Unit::decade, Unit::century}) {
            const Days here = unit_of(one, unit);
            ASSERT_TRUE(here.contains(one)) << iso_date(one) << " " << static_cast<int>(unit);
            ASSERT_EQ(unit_of(here.first, unit), here);
            ASSERT_EQ(unit_of(here.last, unit), here);
            const auto next = unit_after(one, unit, 1);
            ASSERT_TRUE(next);
            ASSERT_EQ(next->first, add_days(here.last, 1)) << iso_date(one) << " " << static_cast<int>(unit);
            ASSERT_EQ(unit_after(next->first, unit, -1), here);
        }
    }
}

TEST(Calendar, WeeksRunFromMondayToSunday) {
    EXPECT_EQ(unit_of(day(2025, 7, 11), Unit::week), (Days{day(2025, 7, 7), day(2025, 7, 13)}));
    EXPECT_EQ(unit_of(day(2025, 7, 7), Unit::weekend), (Days{day(2025, 7, 12), day(2025, 7, 13)}));
    EXPECT_EQ(unit_of(day(2025, 1, 20), Unit::season), (Days{day(2024, 12, 1), day(2025, 2, 28)}));
}

TEST(Calendar, MovingLeavesTheCalendarEmptyHanded) {
    EXPECT_FALSE(unit_after(day(2025, 7, 11), Unit::century, 100000));
    EXPECT_FALSE(unit_after(day(2025, 7, 11), Unit::year, -2025));
    EXPECT_FALSE(unit_after(day(2025, 7, 11), Unit::year, 65536));  // a year of 16 bits would come round
    EXPECT_FALSE(unit_after(day(2025, 7, 11), Unit::month, 1000000));
    EXPECT_FALSE(add_months(day(9999, 12, 31), 1));
    EXPECT_EQ(add_months(day(2025, 1, 31), 1), day(2025, 2, 28));
    EXPECT_EQ(add_months(day(2025, 1, 31), -11), day(2024, 2, 29));
    EXPECT_FALSE(in_calendar({add_days(day(1, 1, 1), -1), day(1, 1, 1)}));
}

TEST(Calendar, WeekdaysBeforeAndAfter) {
    const Day friday = day(2025, 7, 11);
    EXPECT_EQ(weekday_until(friday, 5), friday);
    EXPECT_EQ(weekday_from(friday, 5), friday);
    EXPECT_EQ(weekday_until(friday, 6), day(2025, 7, 5));
    EXPECT_EQ(weekday_from(friday, 4), day(2025, 7, 17));
    EXPECT_EQ(nth_weekday(2025, 11, 4, 4), day(2025, 11, 27));
    EXPECT_EQ(nth_weekday(2025, 5, 1, -1), day(2025, 5, 26));
    EXPECT_FALSE(nth_weekday(2025, 2, 1, 5));
}

TEST(Calendar, EasterSundays) {
    // Dates of the Western church as published in its calendars.
    EXPECT_EQ(easter_sunday(1998), day(1998, 4, 12));
    EXPECT_EQ(easter_sunday(2000), day(2000, 4, 23));
    EXPECT_EQ(easter_sunday(2008), day(2008, 3, 23));
    EXPECT_EQ(easter_sunday(2011), day(2011, 4, 24));
    EXPECT_EQ(easter_sunday(2024), day(2024, 3, 31));
    EXPECT_EQ(easter_sunday(2025), day(2025, 4, 20));
    EXPECT_EQ(easter_sunday(2038), day(2038, 4, 25));
}

}  // namespace
}  // namespace demarche::when
