#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "documents.hpp"

namespace demarche {
namespace {

struct Case {
    std::string published;
    std::string text;
    std::string expression;
    std::string edtf;
    std::string future;
    int line = 0;
};

std::vector<Case> cases() {
    std::vector<Case> read;
    for (const test::CaseRow& row : test::case_rows("times.tsv", "published\t", 5)) {
        read.push_back({row.cells[0], row.cells[1], row.cells[2], row.cells[3], row.cells[4], row.line});
    }
    return read;
}

std::string all_of(const Document& document) {
    std::string text;
    for (const TimeMention& time : document.times) {
        text += " [" + std::string(time.span.in(document.text())) + " = " + time.date.edtf + " | " + time.future.edtf + "]";
    }
    return text;
}

TEST(Times, TableOfExpressions) {
    const std::vector<Case> all = cases();
    ASSERT_GE(all.size(), 120U);
    for (const Case& one : all) {
        const test::TimedText text(one.text, parse_iso_date(one.published));
        const Document& document = text.document();
        const std::string where = "times.tsv:" + std::to_string(one.line) + ": " + one.text + " found:" + all_of(document);
        if (one.expression == "-") {
            for (const TimeMention& time : document.times) {
                EXPECT_FALSE(time.date.known() || time.future.known()) << where;
            }
            continue;
        }
        const TimeMention* found = nullptr;
        for (const TimeMention& time : document.times) {
            if (time.span.in(document.text()) == one.expression) {
                found = &time;
            }
        }
        if (found == nullptr) {
            ADD_FAILURE() << where;
            continue;
        }
        EXPECT_EQ(found->date.edtf, one.edtf) << where;
        EXPECT_EQ(found->future.edtf, one.future) << where;
        EXPECT_EQ(found->date.text, found->date.known() ? one.expression : "") << where;
    }
}

TEST(Times, MentionsAreInOrderAndApart) {
    for (const Case& one : cases()) {
        const test::TimedText text(one.text, parse_iso_date(one.published));
        std::uint32_t end = 0;
        for (const TimeMention& time : text.document().times) {
            EXPECT_LE(end, time.tokens.begin) << one.text;
            EXPECT_LT(time.tokens.begin, time.tokens.end) << one.text;
            end = time.tokens.end;
        }
    }
}

TEST(Times, NothingIsInventedWithoutPublication) {
    for (const Case& one : cases()) {
        const test::TimedText text(one.text, std::nullopt);
        for (const TimeMention& time : text.document().times) {
            if (time.date.known()) {
                // what is known must be written: some year in figures or in words
                const bool written =
                    one.text.find_first_of("0123456789") != std::string::npos || one.text.find("ties") != std::string::npos;
                EXPECT_TRUE(written) << one.text << all_of(text.document());
            }
        }
    }
}

TEST(Times, BasisTellsFullDatesFromRelativeOnes) {
    const auto basis = [](std::string_view text) {
        const test::TimedText timed(text, day_of(2025, 7, 11));
        return timed.document().times.empty() ? DateBasis::none : timed.document().times.front().date.basis;
    };
    EXPECT_EQ(basis("They met on July 4, 2025, in Bern."), DateBasis::full);
    EXPECT_EQ(basis("They met on 2025-07-04 in Bern."), DateBasis::full);
    EXPECT_EQ(basis("They met on July 4 in Bern."), DateBasis::relative);
    EXPECT_EQ(basis("They met on Friday in Bern."), DateBasis::relative);
    EXPECT_EQ(basis("They met last week in Bern."), DateBasis::relative);
    EXPECT_EQ(basis("They met for three days in Bern."), DateBasis::none);
}

TEST(Times, TodayIsTheDayOfTheDateline) {
    const test::TimedText timed("The envoys met today. They will meet again on Saturday.", day_of(2025, 7, 12),
                                day_of(2025, 7, 11));
    ASSERT_EQ(timed.document().times.size(), 2U);
    EXPECT_EQ(timed.document().times[0].date.edtf, "2025-07-11");
    EXPECT_EQ(timed.document().times[1].date.edtf, "2025-07-12");
}

TEST(Times, TypesFollowTheExpression) {
    const auto type = [](std::string_view text) {
        const test::TimedText timed(text, day_of(2025, 7, 11));
        EXPECT_FALSE(timed.document().times.empty()) << text;
        return timed.document().times.empty() ? TimeType::date : timed.document().times.front().type;
    };
    EXPECT_EQ(type("They met on Friday in Bern."), TimeType::date);
    EXPECT_EQ(type("They met at 3 p.m. on Friday in Bern."), TimeType::time);
    EXPECT_EQ(type("They met Friday night in Bern."), TimeType::time);
    EXPECT_EQ(type("They met for three days in Bern."), TimeType::duration);
    EXPECT_EQ(type("They meet every Friday in Bern."), TimeType::set);
}

}  // namespace
}  // namespace demarche
