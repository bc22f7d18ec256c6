// What `check data` says about tables: every bad row by file and line, and nothing about good ones.
#include "demarche/ingest/check_tables.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace demarche {
namespace {

namespace fs = std::filesystem;

class CheckTables : public ::testing::Test {
protected:
    void SetUp() override {
        root_ = fs::path(::testing::TempDir()) /
                ("check_" + std::to_string(::getpid()) + "_" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(root_);
    }
    void TearDown() override { fs::remove_all(root_); }

    void put(const std::string& table, const std::string& content) const {
        fs::create_directories((root_ / table).parent_path());
        std::ofstream(root_ / table, std::ios::binary) << content;
    }
    std::vector<std::string> problems() const { return check_tables({DEMARCHE_DATA_DIR, {root_.string()}}).problems; }
    // The one problem that names this line; "" if none or several do.
    std::string only(const std::string& where) const {
        std::string found;
        for (const std::string& problem : problems()) {
            if (problem.find(where + ": ") != std::string::npos) {
                found = found.empty() ? problem.substr(problem.find(where)) : "several";
            }
        }
        return found;
    }

private:
    fs::path root_;
};

constexpr const char* kPersons = "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\n";
constexpr const char* kOrgs = "id\tname\tnames\tkind\tstate\n";
constexpr const char* kPlaces = "geonameid\tname\talt\tshort\tcountry\tadmin1\tlat\tlon\tpop\tfeature\tcaution\n";

TEST_F(CheckTables, TheProgramsOwnTablesAreSound) {
    const TableReport report = check_tables({DEMARCHE_DATA_DIR, {}});
    EXPECT_GT(report.tables, 30U);
    EXPECT_GT(report.rows, 50'000U);
    for (const std::string& problem : report.problems) {
        ADD_FAILURE() << problem;
    }
}

TEST_F(CheckTables, ValuesOfTheWrongType) {
    put("who/persons.tsv", std::string(kPersons) +
                               "Ada Brink\t\tKEN\tKing\thead_of_state\tBrink\t2020-02-31\t2021-01-01\n"
                               "Ada Brink\t\tQQQ\tKing\thead_of_state\tBrink\t2020-01-01\t2021-01-01\n"
                               "Ada Brink\t\tKEN\tKing\tboss\tBrink\t2020-01-01\t2021-01-01\n"
                               "Ada Brink\t\tKEN\tKing\thead_of_state\tBrink\t2022-01-01\t2021-01-01\n"
                               "Ada Brink\t\tKEN\tKing\thead_of_state\t\t2023-01-01\t2023-01-01\n");
    EXPECT_EQ(only("persons.tsv:2"), "persons.tsv:2: \"2020-02-31\" in the column \"first\" is no day; write it as 2025-06-10");
    EXPECT_NE(only("persons.tsv:3").find("\"QQQ\" in the column \"state\" is neither a state nor an organisation"),
              std::string::npos);
    EXPECT_NE(only("persons.tsv:4").find("\"boss\" in the column \"class\" is no class of office"), std::string::npos);
    EXPECT_EQ(only("persons.tsv:5"), "persons.tsv:5: the last day is before the first; change the two");
    EXPECT_EQ(only("persons.tsv:6"), "persons.tsv:6: the column \"surname\" is empty; fill it");
    EXPECT_EQ(problems().size(), 5U);

    put("who/persons.tsv", kPersons);
    put("where/places.tsv", std::string(kPlaces) + "\tZenda\t\t\tAUT\t\t91\t13\tmany\ttown\t\n");
    const std::vector<std::string> found = problems();
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NE(found[0].find("\"91\" in the column \"lat\" is no latitude"), std::string::npos);
    EXPECT_NE(found[1].find("\"many\" in the column \"pop\" is no number"), std::string::npos);
    EXPECT_NE(found[2].find("\"town\" in the column \"feature\" is not allowed; use one of city,"), std::string::npos);
}

TEST_F(CheckTables, BrokenRowsAndHeaders) {
    put("who/orgs.tsv", std::string(kOrgs) + "X\tX\n");
    put("who/seats.tsv", "name\nBabel\n");
    put("who/names.tsv", "");
    const std::vector<std::string> found = problems();
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NE(found[0].find("who/names.tsv: no header line"), std::string::npos);
    EXPECT_NE(found[1].find("who/orgs.tsv:2: 2 cells where the header has 5"), std::string::npos);
    EXPECT_NE(found[2].find("who/seats.tsv:1: the header has no column \"organisation\""), std::string::npos);
}

TEST_F(CheckTables, DuplicateKeysInOneFileOnly) {
    const std::string row = "red-hand\tRed Hand\tRed Hand\tgroup\tKEN\n";
    put("who/orgs.tsv", std::string(kOrgs) + row + "# note\n" + row);
    const std::string found = only("orgs.tsv:4");
    EXPECT_NE(found.find("the same as "), std::string::npos);
    EXPECT_NE(found.find("orgs.tsv:2 in its key columns"), std::string::npos);
    put("who/orgs.tsv", std::string(kOrgs) + "hamas\tHamas\tGreen Banner\tgroup\tPSE\n");  // adds a name to the program's row
    EXPECT_TRUE(problems().empty());
}

TEST_F(CheckTables, CirclesOfOrganisations) {
    put("who/orgs.tsv",
        std::string(kOrgs) +
            "C1\tC one\tC one\torganisation\tA1\nA1\tA one\tA one\torganisation\tB1\nB1\tB one\tB one\torganisation\tC1\n"
            "TAIL\tTail\tTail\torganisation\tA1\nOWN\tOwn\tOwn\torganisation\tOWN\n");
    const std::vector<std::string> found = problems();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("who/orgs.tsv:3: organisations act for each other in a circle (A1 -> B1 -> C1 -> A1)"),
              std::string::npos)
        << found[0];
}

TEST_F(CheckTables, FilesThatNobodyReads) {
    put("who/person.tsv", kPersons);
    const std::vector<std::string> found = problems();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].find("who/person.tsv: no table has this name"), std::string::npos);
}

}  // namespace
}  // namespace demarche
