// find_places on a table of texts, and the tables themselves.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "make_document.hpp"

namespace demarche::test {
namespace {

std::string listed(const Document& document) {
    std::string list;
    for (const PlaceMention& mention : document.places) {
        list += list.empty() ? "" : ";";
        list += (mention.country ? "*" : "") + mention.place.name + "/" + mention.place.country;
    }
    return list.empty() ? "-" : list;
}

TEST(FindPlaces, ListsWhatTheTextNames) {
    const Table table =
        Table::load({DEMARCHE_TESTS_DIR, {}}, "ingest/where/places.tsv", {"expected", "dateline", "persons", "states", "text"});
    ASSERT_GE(table.rows(), 50U);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        TestDocument document(std::string(table.at(row, 4)), std::string(table.at(row, 1)));
        for (const std::string_view person : split_cell(table.at(row, 2))) {
            document.add_person(person);
        }
        for (const std::string_view iso3 : split_cell(table.at(row, 3))) {
            Entity entity;
            entity.state = iso3;
            document->entities.push_back(entity);
        }
        document.find_places();
        EXPECT_EQ(listed(*document), table.at(row, 0)) << table.at(row, 4);
    }
}

TEST(FindPlaces, SpansAreTheWordsOfTheText) {
    TestDocument document("They met in Kuala Lumpur, Malaysia, and then at Beijing-based firms in Sana’a.", "");
    document.find_places();
    ASSERT_EQ(document->places.size(), 4U);
    EXPECT_EQ(document->places[0].span.in(document->text()), "Kuala Lumpur");
    EXPECT_EQ(document->places[0].tokens.size(), 2U);
    EXPECT_EQ(document->places[3].span.in(document->text()), "Sana’a");
    for (const PlaceMention& mention : document->places) {
        EXPECT_LE(document->tokens[mention.tokens.begin].span.begin, mention.span.begin);
        EXPECT_GE(document->tokens[mention.tokens.end - 1].span.end, mention.span.end);
    }
}

TEST(FindPlaces, DatelineComesFirstAndHasNoWords) {
    TestDocument document("Officials in Hanoi were pleased.", "MEXICO CITY");
    document.find_places();
    ASSERT_EQ(document->places.size(), 2U);
    EXPECT_TRUE(document->places[0].dateline);
    EXPECT_TRUE(document->places[0].span.empty());
    EXPECT_EQ(document->places[0].place.country, "MEX");
    EXPECT_FALSE(document->places[1].dateline);
}

TEST(FindPlaces, PlacesCarryCoordinatesAndGeoNamesId) {
    TestDocument document("They met in Kuala Lumpur.", "");
    document.find_places();
    ASSERT_EQ(document->places.size(), 1U);
    const Place& place = document->places[0].place;
    ASSERT_TRUE(place.lat && place.lon && place.geonameid);
    EXPECT_NEAR(*place.lat, 3.14, 0.05);
    EXPECT_NEAR(*place.lon, 101.69, 0.05);
    EXPECT_EQ(*place.geonameid, 1735161);
}

TEST(FindPlaces, AdjectivesOfStatesAreNoPlaces) {
    TestDocument document("The U.S. envoy landed in Oslo.", "");
    document.add_state("U.S.", "USA", true);
    document.find_places();
    EXPECT_EQ(listed(*document), "Oslo/NOR");
}

TEST(FindPlaces, EmptyAndOddTextsGiveNothing) {
    for (const char* text : {"", "   ", "\xE2\x80\x99", "A", "Ñ", "Of"}) {
        TestDocument document(text, "");
        document.find_places();
        EXPECT_EQ(listed(*document), "-") << text;
    }
    TestDocument document("Nobody spoke.", "NOWHERE AT ALL, \xC3");
    document.find_places();
    EXPECT_EQ(listed(*document), "-");
}

TEST(PlaceTables, UserRowsAddPlacesAndBrokenRowsSayWhere) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::path(testing::TempDir()) / "demarche_where";
    fs::create_directories(folder / "where");
    const std::string header = "geonameid\tname\talt\tshort\tcountry\tadmin1\tlat\tlon\tpop\tfeature\tcaution\n";
    const auto write = [&](const std::string& row) { std::ofstream(folder / "where/places.tsv") << header << row; };

    write("\tGlass Pavilion\tthe Glass Pavilion\t\tAUT\tVienna\t48.2000\t16.3700\t0\tvenue\t\n");
    const auto tables = PlaceTables::load({DEMARCHE_DATA_DIR, {folder.string()}});
    const auto match = tables->match("Glass Pavilion, Vienna", 0);
    ASSERT_TRUE(match);
    EXPECT_EQ(tables->place(tables->entry(match->entries.front())).country, "AUT");

    const auto message = [&](const std::string& row) {
        write(row);
        try {
            (void)PlaceTables::load({DEMARCHE_DATA_DIR, {folder.string()}});
        } catch (const DataError& error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    EXPECT_NE(message("\tX Hall\t\t\tZZZ\t\t1\t1\t0\tvenue\t\n").find("places.tsv:2: no country \"ZZZ\""), std::string::npos);
    EXPECT_NE(message("\tX Hall\t\t\tAUT\t\t99\t1\t0\tvenue\t\n").find("is no latitude or longitude"), std::string::npos);
    EXPECT_NE(message("\tX Hall\t\t\tAUT\t\t1\t1\t0\tpalace\t\n").find("unknown feature \"palace\""), std::string::npos);
    EXPECT_NE(message("\t\t\t\tAUT\t\t1\t1\t0\tvenue\t\n").find("a place needs a name"), std::string::npos);
    fs::remove_all(folder);
}

TEST(PlaceTables, NamesMatchAsWrittenOrInCapitals) {
    const PlaceTables& tables = place_tables();
    EXPECT_TRUE(tables.match("Hanoi", 0));
    EXPECT_TRUE(tables.match("HANOI said", 0));
    EXPECT_FALSE(tables.match("hanoi", 0));
    EXPECT_FALSE(tables.match("Hanoian", 0));
    EXPECT_TRUE(tables.match("US forces", 0));
    EXPECT_FALSE(tables.match("Us forces", 0));
    EXPECT_EQ(tables.match("New York City streets", 0)->length, 13U);
    EXPECT_EQ(tables.match("SÃO PAULO", 0)->length, std::string_view("SÃO PAULO").size());
}

}  // namespace
}  // namespace demarche::test
