// Who took part together and who apart, who says what, and what a meeting is by who meets: whole texts and all their events.
#include <gtest/gtest.h>

#include <set>

#include "support.hpp"

namespace demarche::test {

namespace {

std::string attribution_of(const Event& event) {
    return event.attribution ? " said by " + event.attribution->claimed_by +
                                   (event.attribution->state.empty() ? "" : " of " + event.attribution->state)
                             : "";
}

}  // namespace

// Every row of the file: the events of the text are these and no others.
void expect_events(const std::string& file, bool with_attribution) {
    const std::vector<Row> rows = case_rows(tests_path("ingest/what/" + file));
    ASSERT_FALSE(rows.empty());
    Document document;
    for (const Row& row : rows) {
        ASSERT_EQ(row.cells.size(), 2U) << row.where;
        const Coding coding = code(article_of_paragraphs(row.cells[0], " || "), program_data(), {}, document);
        std::multiset<std::string> found;
        for (const Event& event : coding.events) {
            found.insert(event.kind + " " + std::string(to_string(event.status)) + ": " + parties_of(event) +
                         (with_attribution ? attribution_of(event) : ""));
        }
        std::multiset<std::string> expected;
        for (const std::string& event : split(row.cells[1], " ; ")) {
            if (event != "-") {
                expected.insert(event);
            }
        }
        EXPECT_EQ(found, expected) << row.where << ": " << row.cells[0] << describe(coding);
    }
}

TEST(Readings, CollectiveAndDistributive) { expect_events("distribution.tsv", false); }

TEST(Readings, MeetingsOfHeadsAreSummits) { expect_events("summits.tsv", false); }

TEST(Readings, WhoSaysIt) { expect_events("attribution.tsv", true); }

}  // namespace demarche::test
