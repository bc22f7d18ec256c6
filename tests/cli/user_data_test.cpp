// A user's own tables, good and bad, end to end.
#include <gtest/gtest.h>

#include "process.hpp"

namespace demarche::tests {
namespace {

constexpr const char* persons = "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\n";
constexpr const char* orgs = "id\tname\tnames\tkind\tstate\n";

TEST(UserData, CheckNamesEveryBadRow) {
    const Scratch scratch;
    scratch.write("mine/who/persons.tsv", std::string(persons) + "Ada Brink\t\tKEN\tKing\n" + "x\n");
    scratch.write("mine/who/orgs.tsv",
                  std::string(orgs) + "A1\tA one\tA one\torganisation\tB1\nB1\tB one\tB one\torganisation\tA1\n");
    const Ended ended = shell("\"$DEMARCHE\" check data --data mine", scratch.path());
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.out.find("mine/who/persons.tsv:2: 4 cells where the header has 8"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("mine/who/orgs.tsv:2: organisations act for each other in a circle"), std::string::npos)
        << ended.out;
    EXPECT_NE(ended.out.find(" 2 problems"), std::string::npos) << ended.out;
}

TEST(UserData, CodeStopsAtABrokenRowWithFileAndLine) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(1));
    scratch.write("mine/who/persons.tsv", std::string(persons) + "Ada Brink\t\tKEN\tKing\thead_of_state\tBrink\t2020\t2021\n");
    const Ended ended = shell("\"$DEMARCHE\" code a.jsonl --data mine", scratch.path());
    EXPECT_EQ(ended.code, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(lines_in(ended.err), 1U) << ended.err;
    EXPECT_NE(ended.err.find("mine/who/persons.tsv:2: first and last must be days"), std::string::npos) << ended.err;
}

TEST(UserData, ACircleOfOrganisationsDoesNotStopCoding) {
    const Scratch scratch;
    scratch.write("a.jsonl",
                  R"({"id":"a","published":"2025-03-10","title":"x","text":"The Alfa Council condemned Kenya on Monday."})"
                  "\n");
    scratch.write("mine/who/orgs.tsv", std::string(orgs) +
                                           "A1\tAlfa Council\tAlfa Council\torganisation\tB1\n"
                                           "B1\tBravo Council\tBravo Council\torganisation\tA1\n");
    const Ended ended = shell("\"$DEMARCHE\" build -q a.jsonl --data mine -o out", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
}

TEST(UserData, RowsOfEveryKindAreAdded) {
    const Scratch scratch;
    scratch.write(
        "a.jsonl",
        R"({"id":"a","published":"2025-03-10","title":"x","text":"King Rudolf Elphberg of Ruritania met Kenyan President William Ruto in Zenda on Monday."})"
        "\n");
    scratch.write("mine/who/states.tsv",
                  "id\tname\tnames\tadjectives\tpeople\tseats\tcombining\n"
                  "RUR\tRuritania\tRuritania\tRuritanian\tRuritanians\tStrelsau\t\n");
    scratch.write("mine/where/countries.tsv", "iso3\tname\talt\tlat\tlon\tcaution\nRUR\tRuritania\t\t48.5\t14.5\t\n");
    scratch.write("mine/where/places.tsv",
                  "geonameid\tname\talt\tshort\tcountry\tadmin1\tlat\tlon\tpop\tfeature\tcaution\n"
                  "\tZenda\t\t\tRUR\t\t48.6\t14.6\t900\tcity\t\n");
    EXPECT_NE(shell("\"$DEMARCHE\" check data --data mine", scratch.path()).out.find(" 0 problems"), std::string::npos);
    const std::string coded = shell("\"$DEMARCHE\" code -q a.jsonl --data mine", scratch.path()).out;
    EXPECT_NE(coded.find("person.rudolf-elphberg.RUR"), std::string::npos) << coded;
    EXPECT_NE(coded.find(R"("name":"Zenda","country":"RUR")"), std::string::npos) << coded;
    EXPECT_EQ(shell("\"$DEMARCHE\" code -q a.jsonl", scratch.path()).out.find("RUR"), std::string::npos);
}

TEST(UserData, RowsTakeThePlaceOfTheProgramsOwn) {
    const Scratch scratch;
    scratch.write("a.jsonl",
                  R"({"id":"a","published":"2025-03-10","title":"x","text":"William Ruto condemned Norway on Monday."})"
                  "\n");
    EXPECT_NE(shell("\"$DEMARCHE\" code -q a.jsonl", scratch.path()).out.find("\"office\":\"President\""), std::string::npos);
    scratch.write("mine/who/persons.tsv",
                  std::string(persons) + "William Ruto\t\tKEN\tPresident\thead_of_state\tRuto\t2022-09-13\t2024-12-31\n");
    const std::string coded = shell("\"$DEMARCHE\" code -q a.jsonl --data mine", scratch.path()).out;
    EXPECT_NE(coded.find("person.william-ruto.KEN"), std::string::npos) << coded;
    EXPECT_EQ(coded.find("\"office\":\"President\""), std::string::npos) << coded;
}

// Many persons make loading slower and nothing else: names beside them mean what they meant.
TEST(UserData, HundredThousandMorePersons) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(3));
    std::string table = persons;
    for (int i = 0; i < 100'000; ++i) {
        const std::string number = std::to_string(i);
        table += "Arvo" + number + " Quell" + number + "\t\tEST\tMinister of Peat\tminister\tQuell" + number +
                 "\t2024-01-01\t2026-01-01\n";
    }
    scratch.write("mine/who/persons.tsv", table);
    const std::string with = shell("\"$DEMARCHE\" code -q a.jsonl --data mine | sed 's/xxh3:[0-9a-f]*//g'", scratch.path()).out;
    const std::string without = shell("\"$DEMARCHE\" code -q a.jsonl | sed 's/xxh3:[0-9a-f]*//g'", scratch.path()).out;
    EXPECT_EQ(with, without);
    EXPECT_FALSE(with.empty());
}

}  // namespace
}  // namespace demarche::tests
