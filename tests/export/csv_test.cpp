// The tables read back by a strict reader of RFC 4180.
#include <gtest/gtest.h>

#include <map>
#include <utility>
#include <vector>

#include "../../export/text.hpp"
#include "hostile_texts.hpp"
#include "sample_world.hpp"

namespace demarche {
namespace {

struct Cell {
    std::string value;
    bool quoted = false;
};
using Row = std::map<std::string, Cell>;

std::vector<std::vector<Cell>> cells_of(std::string_view bytes) {
    EXPECT_TRUE(bytes.starts_with("\xEF\xBB\xBF"));
    bytes.remove_prefix(3);
    std::vector<std::vector<Cell>> rows(1);
    Cell cell;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '"' && cell.value.empty() && !cell.quoted) {
            cell.quoted = true;
            for (++i; i < bytes.size() && (bytes[i] != '"' || (i + 1 < bytes.size() && bytes[i + 1] == '"')); ++i) {
                i += bytes[i] == '"' ? 1U : 0U;
                cell.value += bytes[i];
            }
        } else if (bytes[i] == ',') {
            rows.back().push_back(std::exchange(cell, {}));
        } else if (bytes[i] == '\r') {
            EXPECT_EQ(bytes.substr(i, 2), "\r\n");
            ++i;
            rows.back().push_back(std::exchange(cell, {}));
            rows.emplace_back();
        } else {
            EXPECT_NE(bytes[i], '"') << "a quote outside a quoted cell";
            EXPECT_NE(bytes[i], '\n');
            cell.value += bytes[i];
        }
    }
    EXPECT_TRUE(rows.back().empty()) << "the last row ends with CRLF";
    rows.pop_back();
    return rows;
}

std::vector<Row> rows_of(const std::string& bytes) {
    const std::vector<std::vector<Cell>> cells = cells_of(bytes);
    std::vector<Row> rows;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        EXPECT_EQ(cells[i].size(), cells[0].size());
        Row row;
        for (std::size_t k = 0; k < cells[i].size() && k < cells[0].size(); ++k) {
            row[cells[0][k].value] = cells[i][k];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

TEST(EventsCsv, IsTheWorld) {
    std::vector<Row> rows = rows_of(sample::events_csv(sample::world(), sample::options(Quotes::full)));
    ASSERT_EQ(rows.size(), 5U);
    Row& talks = rows[0];
    EXPECT_EQ(talks["id"].value, "ev.1");
    EXPECT_EQ(talks["cameo"].value, "040");
    EXPECT_EQ(talks["start"].value, "2025-07-11");
    EXPECT_EQ(talks["lat"].value, "-6.25");  // a number keeps its minus and gets no apostrophe
    EXPECT_FALSE(talks["lat"].quoted);
    EXPECT_EQ(talks["states"].value, "ARL; BOR");
    EXPECT_EQ(talks["participant"].value, "Ana Example; Arland; Borland");
    EXPECT_EQ(talks["host"].value, "Arland");
    EXPECT_EQ(talks["articles"].value, "2");
    EXPECT_EQ(talks["outlets"].value, "Example Wire");
    EXPECT_EQ(talks["urls"].value, "https://example.org/a1?x=1&y=2");
    EXPECT_EQ(talks["claimed_by"].value, "a port official");
    EXPECT_EQ(talks["sentence"].value, "The whole sentence of ev.1.");
    EXPECT_NE(talks["attribution"].value.find("GeoNames"), std::string::npos);
    EXPECT_EQ(rows[1]["date"].value, "2025-06");
    EXPECT_EQ(rows[1]["end"].value, "2025-06-30");
    EXPECT_EQ(rows[3]["end"].value, "");
    EXPECT_EQ(rows[4]["start"].value, "");
}

TEST(ActorsCsv, IsTheWorld) {
    std::vector<Row> rows = rows_of(sample::actors_csv(sample::world(), sample::options()));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0]["names"].value, "Ana Example; Ana B. Example");
    EXPECT_EQ(rows[0]["acts_for"].value, "ARL: Foreign Minister (2025-06 to ?)");
    Row& arland = rows[1];
    EXPECT_EQ(arland["id"].value, "state.ARL");
    EXPECT_EQ(arland["events"].value, "3");
    EXPECT_EQ(arland["articles"].value, "2");
    EXPECT_EQ(arland["first"].value, "2025-06-01");
    EXPECT_EQ(arland["last"].value, "2025-08-01");
    EXPECT_EQ(arland["as_host"].value, "1");
    EXPECT_EQ(arland["as_participant"].value, "1");
    EXPECT_EQ(arland["as_target"].value, "1");
}

TEST(Csv, NoCellIsAFormula) {
    for (const std::string& words : sample::hostile_texts()) {
        const World world = sample::hostile(words);
        for (const std::string& bytes :
             {sample::events_csv(world, sample::options(Quotes::full)), sample::actors_csv(world, sample::options())}) {
            for (const std::vector<Cell>& row : cells_of(bytes)) {
                for (const Cell& cell : row) {
                    if (cell.quoted && !cell.value.empty()) {
                        EXPECT_EQ(std::string_view("=+-@\t\r").find(cell.value.front()), std::string_view::npos) << cell.value;
                        EXPECT_FALSE(cell.value.starts_with("＝"));
                    }
                }
            }
        }
        Row first = rows_of(sample::events_csv(world, sample::options()))[0];
        const std::string clean = text::clean(words);
        const std::string& title = first["title"].value;
        EXPECT_TRUE(title == clean || title == "'" + clean) << title;
    }
}

}  // namespace
}  // namespace demarche
