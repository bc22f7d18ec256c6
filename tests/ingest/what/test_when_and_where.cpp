// When and where events happened, through all stages: tests/ingest/when/event_dates.tsv and tests/ingest/where/event_places.tsv.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "demarche/ingest/table.hpp"
#include "support.hpp"

namespace demarche::test {
namespace {

std::string notes_of(const Event& event) {
    std::string notes;
    for (const std::string& note : event.why.notes) {
        notes += "\n  " + note;
    }
    return notes;
}

// Every row of the file: the first event of its kind in its text, whose paragraphs "//" parts, has what `told` reads off it.
template <typename Told>
void expect_told(const std::string& file, const Told& told) {
    const Table table = Table::load({DEMARCHE_TESTS_DIR, {}}, file, {"expected", "kind", "text"});
    ASSERT_GT(table.rows(), 0U) << file;
    Document document;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const Coding coding = code(article_of_paragraphs(table.at(row, 2), " // "), program_data(), {}, document);
        const auto event = std::find_if(coding.events.begin(), coding.events.end(),
                                        [&](const Event& one) { return one.kind == table.at(row, 1); });
        if (event == coding.events.end()) {
            ADD_FAILURE() << "no " << table.at(row, 1) << ": " << table.at(row, 2);
            continue;
        }
        EXPECT_EQ(told(*event), table.at(row, 0)) << table.at(row, 2) << notes_of(*event);
    }
}

TEST(WhenAndWhere, DatesThroughAllStages) {
    expect_told("ingest/when/event_dates.tsv",
                [](const Event& event) { return event.date.edtf.empty() ? std::string("-") : event.date.edtf; });
}

TEST(WhenAndWhere, PlacesThroughAllStages) {
    expect_told("ingest/where/event_places.tsv", [](const Event& event) {
        return event.place ? event.place->name + "/" + event.place->country : std::string("-");
    });
}

}  // namespace
}  // namespace demarche::test
