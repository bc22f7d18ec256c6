// Links between the events of short articles of our own. links.tsv: the links that the article tells, each as KIND TYPE KIND, ";
// " between them and "-" for none; the article, published on Thursday 2026-01-15. All links must be told and no others.
// links_known_misses.tsv holds articles whose links do not come out yet; the test fails when one begins to, so that it is moved.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "support.hpp"

namespace demarche::test {
namespace {

std::string links_text(const Coding& coding) {
    std::map<std::string, std::string> kinds;
    for (const Event& event : coding.events) {
        kinds[event.id] = event.kind;
    }
    std::multiset<std::string> links;
    for (const Link& link : coding.links) {
        links.insert(kinds[link.from] + " " + std::string(to_string(link.type)) + " " + kinds[link.to]);
    }
    std::string text;
    for (const std::string& link : links) {
        text += (text.empty() ? "" : "; ") + link;
    }
    return text.empty() ? "-" : text;
}

// Why the case does not hold, "" if it does.
std::string complaint(const Row& row, Document& document) {
    const Coding coding = code(article_of(row.cells[1]), program_data(), {}, document);
    const std::string found = links_text(coding);
    return found == row.cells[0]
               ? ""
               : row.where + ": \"" + row.cells[1] + "\" tells " + found + ", not " + row.cells[0] + describe(coding);
}

std::vector<Row> cases() { return case_rows(tests_path("ingest/what/links.tsv")); }
std::vector<Row> misses() { return case_rows(tests_path("ingest/what/links_known_misses.tsv")); }

TEST(Links, AsTheWordsSay) {
    Document document;
    std::map<std::string, std::size_t> types;
    for (const Row& row : cases()) {
        ASSERT_EQ(row.cells.size(), 2U) << row.where;
        const std::string why = complaint(row, document);
        EXPECT_TRUE(why.empty()) << why;
        for (const std::string& link : split(row.cells[0], "; ")) {
            ++types[link == "-" ? link : split(link, " ").at(1)];
        }
    }
    for (const std::string type : {"response_to", "part_of", "about", "follows", "cancels", "-"}) {
        EXPECT_GE(types[type], 10U) << type;
    }
}

TEST(Links, KnownMissesAreStillMissed) {
    Document document;
    for (const Row& row : misses()) {
        ASSERT_EQ(row.cells.size(), 2U) << row.where;
        EXPECT_FALSE(complaint(row, document).empty()) << row.where << ": this holds now; move it to links.tsv";
    }
}

// Each link tells the words by which it was found, and they stand in the article.
TEST(Links, CuesStandInTheText) {
    Document document;
    for (const Row& row : cases()) {
        for (const Link& link : code(article_of(row.cells[1]), program_data(), {}, document).links) {
            EXPECT_FALSE(link.cue.empty()) << row.where;
            EXPECT_NE(row.cells[1].find(link.cue), std::string::npos) << row.where << ": " << link.cue;
        }
    }
}

}  // namespace
}  // namespace demarche::test
