// The finer CAMEO code and the PLOVER mode by what an act is about (data/subjects.tsv). subject_cases.tsv: KIND CAMEO MODE
// SENTENCE.
#include <gtest/gtest.h>

#include "support.hpp"
#include "what/rules.hpp"

namespace demarche::test {
namespace {

TEST(Subjects, AsTheWordsSay) {
    Document document;
    for (const Row& row : case_rows(tests_path("ingest/what/subject_cases.tsv"))) {
        ASSERT_EQ(row.cells.size(), 4U) << row.where;
        const Coding coding = code(article_of(row.cells[3]), program_data(), {}, document);
        const std::string mode = row.cells[2] == "-" ? "" : row.cells[2];
        const bool right = std::any_of(coding.events.begin(), coding.events.end(), [&](const Event& event) {
            return event.kind == row.cells[0] && event.cameo == row.cells[1] && event.mode == mode;
        });
        EXPECT_TRUE(right) << row.where << ": " << row.cells[0] << " " << row.cells[1] << ": " << row.cells[3]
                           << describe(coding);
    }
}

TEST(Subjects, RefineAndNeverContradict) {
    EXPECT_TRUE(refines("0253", "020", "020"));
    EXPECT_TRUE(refines("0231", "023", "020"));
    EXPECT_TRUE(refines("1831", "190", "190"));
    EXPECT_FALSE(refines("0253", "023", "020"));
    EXPECT_FALSE(refines("1384", "139", "130"));
    EXPECT_FALSE(refines("125", "125", "120"));
}

TEST(Subjects, ManyCodesAreWithinReach) { EXPECT_GE(program_data().rules().cameo_codes().size(), 150U); }

}  // namespace
}  // namespace demarche::test
