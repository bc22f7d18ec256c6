// Whether something happened: sentences of our own for negation, modals, tense, plans, refusals, conditions and denials.
// status_cases.tsv: KIND STATUS SENTENCE, each read as an article published on Thursday 2026-01-15. KIND with "no " before it:
// the sentence tells no event of this kind. status_known_misses.tsv holds cases that do not come out yet; the test fails when one
// begins to, so that it is moved to where it belongs.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "support.hpp"

namespace demarche::test {
namespace {

// Why the case does not hold, "" if it does.
std::string complaint(const Row& row, Document& document) {
    const bool none = row.cells[0].starts_with("no ");
    const std::string kind = none ? row.cells[0].substr(3) : row.cells[0];
    const Coding coding = code(article_of(row.cells[2]), program_data(), {}, document);
    std::size_t count = 0;
    bool right = false;
    for (const Event& event : coding.events) {
        if (event.kind == kind) {
            ++count;
            right = to_string(event.status) == row.cells[1];
        }
    }
    const bool holds = none ? count == 0 : count == 1 && right;
    return holds ? "" : row.where + ": " + row.cells[0] + " " + row.cells[1] + ": " + row.cells[2] + describe(coding);
}

std::vector<Row> cases() { return case_rows(tests_path("ingest/what/status_cases.tsv")); }
std::vector<Row> misses() { return case_rows(tests_path("ingest/what/status_known_misses.tsv")); }

TEST(Status, AsTheWordsSay) {
    Document document;
    std::set<std::string> statuses;
    std::set<std::string> kinds;
    for (const Row& row : cases()) {
        ASSERT_EQ(row.cells.size(), 3U) << row.where;
        ASSERT_TRUE(row.cells[0].starts_with("no ") || status_from(row.cells[1])) << row.where;
        statuses.insert(row.cells[1]);
        kinds.insert(row.cells[0]);
        const std::string why = complaint(row, document);
        EXPECT_TRUE(why.empty()) << why;
    }
    EXPECT_GE(cases().size(), 160U);
    EXPECT_GE(statuses.size(), 5U);  // occurred, ongoing, planned, possible, denied
    EXPECT_GE(kinds.size(), 10U);
}

TEST(Status, KnownMissesAreStillMissed) {
    Document document;
    for (const Row& row : misses()) {
        ASSERT_EQ(row.cells.size(), 3U) << row.where;
        EXPECT_FALSE(complaint(row, document).empty())
            << row.where << ": this holds now; move it to status_cases.tsv: " << row.cells[2];
    }
}

}  // namespace
}  // namespace demarche::test
