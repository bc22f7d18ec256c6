// From an article that names a minister in full to one that does not: the roster on its way through code, merge, explain and
// export, and back as a user's table.
#include <gtest/gtest.h>

#include "process.hpp"

namespace demarche::tests {
namespace {

constexpr const char* teaches =
    R"({"id":"teaches","published":"2031-03-04","title":"Visit","text":"Slovak Foreign Minister Zdenka Marova met Norwegian officials in Oslo on Tuesday to discuss fish quotas."})";
constexpr const char* learns =
    R"({"id":"learns","published":"2031-03-05","title":"Reaction","text":"Foreign Minister Zdenka Marova condemned Norway on Wednesday over the seizure of a trawler."})";

class Roster : public ::testing::Test {
protected:
    void SetUp() override {
        scratch_.write("teaches.jsonl", std::string(teaches) + "\n");
        scratch_.write("learns.jsonl", std::string(learns) + "\n");
    }
    std::string run(const std::string& command) const {
        const Ended ended = shell("\"$DEMARCHE\" " + command, scratch_.path());
        EXPECT_EQ(ended.code, 0) << command << ": " << ended.err;
        return ended.out;
    }
    Scratch scratch_;
};

TEST_F(Roster, CodeTeachesAndLeavesOpenWhatItDoesNotKnow) {
    EXPECT_NE(run("code -q teaches.jsonl")
                  .find(R"("roster":[{"name":"Zdenka Marova","state":"SVK","office":"Foreign Minister","seen":"2031-03-04"}])"),
              std::string::npos)
        << run("code -q teaches.jsonl");
    const std::string open = run("code -q learns.jsonl");
    EXPECT_NE(open.find(R"("state":null)"), std::string::npos) << open;
    EXPECT_NE(open.find("person.zdenka-marova\""), std::string::npos) << open;
    // A pure function of its article: what another one teaches in the same run changes nothing.
    EXPECT_NE(run("code -q teaches.jsonl learns.jsonl").find(open.substr(open.find("\"events\""))), std::string::npos);
}

TEST_F(Roster, MergeResolvesAndExplainNamesTheArticle) {
    run("build -q teaches.jsonl learns.jsonl -o out");
    const std::string world = scratch_.read("out/world.jsonl");
    EXPECT_EQ(world.find("person.zdenka-marova\""), std::string::npos) << "nobody is left without a state";
    const std::string actor = run("explain person.zdenka-marova.SVK out");
    EXPECT_NE(actor.find("acts for: SVK, Foreign Minister"), std::string::npos) << actor;
    EXPECT_NE(actor.find("in teaches"), std::string::npos) << actor;
    const std::string learned = run("explain learns.e1 out");
    EXPECT_NE(learned.find("learned: Zdenka Marova is Zdenka Marova, SVK, Foreign Minister"), std::string::npos) << learned;
    EXPECT_NE(learned.find("teaches", learned.find("learned: ")), std::string::npos) << learned;
}

TEST_F(Roster, ExportedItIsATableThatDataTakes) {
    run("build -q teaches.jsonl learns.jsonl -o out");
    scratch_.write("mine/who/none", "");
    run("export roster out -o mine/who/persons.tsv");
    EXPECT_EQ(scratch_.read("mine/who/persons.tsv"),
              "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\tarticles\n"
              "Zdenka Marova\t\tSVK\tForeign Minister\tforeign_minister\tMarova\t2031-03-04\t2031-03-04\tteaches\n");
    EXPECT_NE(run("check data --data mine").find(" 0 problems"), std::string::npos);
    const std::string coded = run("code -q learns.jsonl --data mine");
    EXPECT_NE(coded.find("person.zdenka-marova.SVK"), std::string::npos) << coded;
}

TEST_F(Roster, FromRecordsThroughAPipe) {
    const std::string table =
        shell("\"$DEMARCHE\" code -q teaches.jsonl | \"$DEMARCHE\" export roster - -o -", scratch_.path()).out;
    EXPECT_EQ(lines_in(table), 2U) << table;
}

TEST_F(Roster, FiltersAndMissingRecordsAreErrors) {
    EXPECT_EQ(shell("\"$DEMARCHE\" export roster out --kind talks -o x", scratch_.path()).code, 2);
    scratch_.write("empty/none", "");
    const Ended ended = shell("\"$DEMARCHE\" export roster empty -o x", scratch_.path());
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.err.find("empty has no records.jsonl"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace demarche::tests
