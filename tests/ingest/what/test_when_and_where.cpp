// When and where events happened, through all stages: tests/ingest/when/event_dates.tsv and tests/ingest/where/event_places.tsv.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "demarche/ingest/table.hpp"
#include "support.hpp"

namespace demarche::test {
namespace {

// The first event of the kind in a text whose paragraphs "//" parts.
const Event* event_in(std::string_view text, std::string_view kind, Coding& coding) {
    Article article = article_of("");
    article.paragraphs.clear();
    for (const std::string& paragraph : split(text, " // ")) {
        article.text += article.text.empty() ? "" : "\n\n";
        const auto begin = static_cast<std::uint32_t>(article.text.size());
        article.text += paragraph;
        article.paragraphs.push_back({begin, static_cast<std::uint32_t>(article.text.size())});
    }
    Document document;
    coding = code(article, program_data(), {}, document);
    const auto found =
        std::find_if(coding.events.begin(), coding.events.end(), [&](const Event& event) { return event.kind == kind; });
    return found == coding.events.end() ? nullptr : &*found;
}

std::string notes_of(const Event& event) {
    std::string notes;
    for (const std::string& note : event.why.notes) {
        notes += "\n  " + note;
    }
    return notes;
}

TEST(WhenAndWhere, DatesThroughAllStages) {
    const Table table = Table::load({DEMARCHE_TESTS_DIR, {}}, "ingest/when/event_dates.tsv", {"expected", "kind", "text"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Coding coding;
        const Event* event = event_in(table.at(row, 2), table.at(row, 1), coding);
        if (event == nullptr) {
            ADD_FAILURE() << "no " << table.at(row, 1) << ": " << table.at(row, 2);
            continue;
        }
        EXPECT_EQ(event->date.edtf.empty() ? "-" : event->date.edtf, table.at(row, 0)) << table.at(row, 2) << notes_of(*event);
    }
}

TEST(WhenAndWhere, PlacesThroughAllStages) {
    const Table table = Table::load({DEMARCHE_TESTS_DIR, {}}, "ingest/where/event_places.tsv", {"expected", "kind", "text"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Coding coding;
        const Event* event = event_in(table.at(row, 2), table.at(row, 1), coding);
        if (event == nullptr) {
            ADD_FAILURE() << "no " << table.at(row, 1) << ": " << table.at(row, 2);
            continue;
        }
        const std::string place = event->place ? event->place->name + "/" + event->place->country : "-";
        EXPECT_EQ(place, table.at(row, 0)) << table.at(row, 2) << notes_of(*event);
    }
}

}  // namespace
}  // namespace demarche::test
