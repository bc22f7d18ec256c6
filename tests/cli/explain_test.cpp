// explain, show, export and their filters, on an event that the test puts into a real record: so they hold whatever the rules
// find.
#include <gtest/gtest.h>

#include "demarche/graph/coding_json.hpp"
#include "demarche/graph/merge.hpp"
#include "demarche/graph/world_json.hpp"
#include "process.hpp"

namespace demarche::tests {
namespace {

constexpr const char* article =
    "Ministers meet in Oslo\n\nOSLO, March 10 (Example Wire) -- Norway and Kenya held talks on fishing quotas in Oslo on "
    "Monday.\n\n"
    "The two sides said that they would meet again in the summer.\n";

Span find(const std::string& text, const std::string& words) {
    const std::size_t at = text.find(words);
    EXPECT_NE(at, std::string::npos) << words << " in " << text;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

class WithEvents : public testing::Test {
protected:
    void SetUp() override {
        scratch.write("oslo.txt", article);
        const Ended coded = shell("\"$DEMARCHE\" code -q --with-text oslo.txt", scratch.path());
        ASSERT_EQ(coded.code, 0) << coded.err;
        Coding coding = parse_coding(coded.out);
        const std::string text = coding.article.text.value();
        coding.article.text.reset();
        coding.article.title = "Ministers\x1b[2J meet";  // an article must not clear the screen
        coding.events.clear();
        coding.links.clear();

        Event event;
        event.id = coding.article.id + ".e1";
        event.kind = "talks";
        event.plover = "CONSULT";
        event.cameo = "040";
        event.title = "Talks of Norway and Kenya in Oslo";
        event.date = parse_edtf("2025-03-10").value();
        event.date.basis = DateBasis::relative;
        event.date.text = "Monday";
        event.place = Place{"Oslo", "NOR", 59.91, 10.75, 3143244};
        event.actors = {{Role::participant, ActorKind::state, "state.KEN", "Kenya", "KEN", "", "Kenya", find(text, "Kenya")},
                        {Role::participant, ActorKind::state, "state.NOR", "Norway", "NOR", "", "Norway", find(text, "Norway")}};
        const std::string sentence = "Norway and Kenya held talks on fishing quotas in Oslo on Monday.";
        event.mentions = {{sentence, find(text, sentence), "talks", find(text, "talks")}};
        event.confidence = 0.8;
        event.why = {"talks.noun.held", {"held talks"}, {"past tense: occurred"}, {"held: past"}};
        coding.events = {event};

        std::string line;
        append_json_line(line, coding);
        scratch.write("out/records.jsonl", line);
        const World world = merge(std::vector<Coding>{coding});
        ASSERT_EQ(world.events.size(), 1U);
        id = world.events[0].event.id;
        std::string lines;
        append_json_lines(lines, world);
        scratch.write("out/world.jsonl", lines);
    }

    [[nodiscard]] Ended run(const std::string& arguments) const { return shell("\"$DEMARCHE\" " + arguments, scratch.path()); }

    Scratch scratch;
    std::string id;
};

TEST_F(WithEvents, AnEventIsExplainedWithEverythingItRestsOn) {
    const Ended ended = run("explain " + id + " out");
    ASSERT_EQ(ended.code, 0) << ended.err;
    for (const std::string words :
         {"Talks of Norway and Kenya in Oslo", "talks (PLOVER CONSULT, CAMEO 040)",
          "2025-03-10 (day; relative, from the words \"Monday\")", "Norway and Kenya held >>talks<< on fishing quotas",
          "rule: talks.noun.held", "words: \"held talks\"", "note: past tense: occurred", "Oslo, NOR", "status path: held: past",
          "participant: Kenya [state.KEN], from the words \"Kenya\""}) {
        EXPECT_NE(ended.out.find(words), std::string::npos) << words << "\n" << ended.out;
    }
    EXPECT_EQ(ended.out.find('\x1b'), std::string::npos);
}

TEST_F(WithEvents, TheSentenceIsDrawnAsATreeWithThePartsOfTheEvent) {
    const Ended ended = run("explain " + id + " out");
    ASSERT_EQ(ended.code, 0) << ended.err;
    for (const std::string words :
         {"      held  VERB  root  ← status past\n", "─ Norway  PROPN  nsubj  ← participant NOR\n",
          "─ and Kenya  conj  ← participant KEN\n", "─ talks  NOUN  obj  ← trigger\n", "─ on fishing quotas  ",
          "─ in Oslo  obl  ← place\n", "─ on Monday  obl  ← date 2025-03-10\n"}) {
        EXPECT_NE(ended.out.find(words), std::string::npos) << words << "\n" << ended.out;
    }
}

TEST_F(WithEvents, AMentionIsFoundInItsFile) {
    const Ended ended = run("explain " + id + " out");
    // Line 3; the column is that of "talks" in the file, dateline included.
    const std::string line = "OSLO, March 10 (Example Wire) -- Norway and Kenya held talks";
    EXPECT_NE(ended.out.find("oslo.txt:3:" + std::to_string(line.size() - 4) + "\n"), std::string::npos) << ended.out;

    scratch.write("oslo.txt", "something else\n");
    const Ended changed = run("explain " + id + " out");
    EXPECT_EQ(changed.code, 0);
    EXPECT_EQ(changed.out.find("oslo.txt:3:"), std::string::npos) << changed.out;
    EXPECT_NE(changed.out.find("changed"), std::string::npos) << changed.out;
}

TEST_F(WithEvents, PrefixesCodingsActorsPlacesAndEdges) {
    EXPECT_EQ(run("explain " + id.substr(0, 6) + " out").out, run("explain " + id + " -o out").out);
    EXPECT_NE(run("explain oslo.e1 out").out.find("oslo.e1 is in " + id), std::string::npos) << run("explain oslo.e1 out").out;
    EXPECT_NE(run("explain state.KEN out").out.find(">>talks<<"), std::string::npos);
    EXPECT_NE(run("explain place. out").out.find("Oslo"), std::string::npos);
    EXPECT_NE(run("explain 'state.KEN -> " + id + "' out").out.find("state.KEN takes part in it as participant"),
              std::string::npos);
    EXPECT_NE(run("explain 'state.KEN state.NOR' out").out.find("both take part in " + id), std::string::npos);
    const Ended unknown = run("explain ev.zzzz out");
    EXPECT_EQ(unknown.code, 1);
    EXPECT_NE(unknown.err.find("nothing in out has the id ev.zzzz"), std::string::npos) << unknown.err;
    const Ended several = run("explain state. out");
    EXPECT_EQ(several.code, 1);
    EXPECT_NE(several.err.find("is the beginning of 2 ids"), std::string::npos) << several.err;
}

TEST_F(WithEvents, TheTimelineFitsItsWidth) {
    for (const std::string columns : {"60", "100"}) {
        const Ended ended = shell("COLUMNS=" + columns + " \"$DEMARCHE\" show out | wc -L", scratch.path());
        EXPECT_LE(std::stoi(ended.out), std::stoi(columns));
    }
    const Ended ended = shell("COLUMNS=200 \"$DEMARCHE\" show out", scratch.path());
    EXPECT_NE(ended.out.find("2025-03-10"), std::string::npos);
    EXPECT_NE(ended.out.find("Kenya, Norway · Oslo, NOR · 1 article · " + id), std::string::npos) << ended.out;
    EXPECT_EQ(ended.out.find('\x1b'), std::string::npos);
}

TEST_F(WithEvents, Filters) {
    for (const std::string filter :
         {"--from 2025-03-10", "--to 2025-03", "--actor KEN", "--actor state.NOR", "--kind talks", "--kind consult",
          "--status occurred", "--min-confidence 0.1", "--from 2025 --to 2025 --actor kenya"}) {
        EXPECT_NE(run("show out " + filter).out.find(id), std::string::npos) << filter;
        EXPECT_EQ(lines_in(shell("\"$DEMARCHE\" export events-csv out -o e.csv " + filter + " && cat e.csv", scratch.path()).out),
                  2U)
            << filter;
    }
    for (const std::string filter :
         {"--from 2025-03-11", "--to 2025-02", "--actor FRA", "--kind visit", "--status planned", "--min-confidence 1"}) {
        EXPECT_EQ(run("show out " + filter).out, "no events that the filters let through\n") << filter;
        EXPECT_EQ(lines_in(shell("\"$DEMARCHE\" export events-csv out -o e.csv " + filter + " && cat e.csv", scratch.path()).out),
                  1U)
            << filter;
    }
}

TEST_F(WithEvents, ExportGivesAFolderTheUsualNames) {
    ASSERT_EQ(run("export gexf out -o out").code, 0);
    EXPECT_FALSE(scratch.read("out/graph.gexf").empty());
    ASSERT_EQ(shell("\"$DEMARCHE\" export vis - -o v.json < out/world.jsonl", scratch.path()).code, 0);
    EXPECT_NE(scratch.read("v.json").find(id), std::string::npos);
}

}  // namespace
}  // namespace demarche::tests
