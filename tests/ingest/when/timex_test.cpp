#include "when/timex.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "documents.hpp"

namespace demarche {
namespace {

struct Case {
    std::string text;
    std::string expression;
    std::string type;
    std::string value;
    std::string mod;
    int line = 0;
};

std::vector<Case> cases() {
    std::vector<Case> read;
    for (const test::CaseRow& row : test::case_rows("timex.tsv", "text\t", 5)) {
        read.push_back({row.cells[0], row.cells[1], row.cells[2], row.cells[3], row.cells[4], row.line});
    }
    return read;
}

TEST(Timex, TableOfValues) {
    const std::vector<Case> all = cases();
    ASSERT_GE(all.size(), 90U);
    for (const Case& one : all) {
        const test::TimedText text(one.text, day_of(2025, 7, 11));
        const Document& document = text.document();
        const std::vector<when::Timex> found = when::find_timexes(document);
        std::string told;
        const when::Timex* match = nullptr;
        for (const when::Timex& timex : found) {
            const std::string_view words = timex.span.in(document.text());
            told += " [" + std::string(words) + " " + std::string(when::to_string(timex.type)) + " " + timex.value + "]";
            match = words == one.expression ? &timex : match;
        }
        const std::string where = "timex.tsv:" + std::to_string(one.line) + ": " + one.text + told;
        if (one.expression == "-") {
            EXPECT_TRUE(found.empty()) << where;
            continue;
        }
        if (match == nullptr) {
            ADD_FAILURE() << where;
            continue;
        }
        EXPECT_EQ(when::to_string(match->type), one.type) << where;
        EXPECT_EQ(match->value, one.value) << where;
        EXPECT_EQ(match->mod, one.mod) << where;
    }
}

TEST(Timex, ExpressionsAreInOrderAndApart) {
    for (const Case& one : cases()) {
        const test::TimedText text(one.text, std::nullopt);
        std::uint32_t end = 0;
        for (const when::Timex& timex : when::find_timexes(text.document())) {
            EXPECT_LE(end, timex.span.begin) << one.text;
            EXPECT_LT(timex.span.begin, timex.span.end) << one.text;
            end = timex.span.end;
        }
    }
}

// What is marked for annotation alone dates no event.
TEST(Timex, EventsAreDatedByFewerExpressions) {
    const test::TimedText text("Sales for the quarter fell. Now that the pact is signed, over the years, trade grew.",
                               day_of(2025, 7, 11));
    EXPECT_EQ(when::find_timexes(text.document()).size(), 3U);
    for (const TimeMention& time : text.document().times) {
        EXPECT_FALSE(time.date.known());
    }
}

}  // namespace
}  // namespace demarche
