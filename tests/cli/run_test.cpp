// The commands at work: the same bytes on any number of threads, filters, streams, signals.
#include <gtest/gtest.h>

#include <csignal>
#include <thread>

#include "process.hpp"

namespace demarche::tests {
namespace {

const std::vector<std::string> built{"records.jsonl", "world.jsonl", "graph.graphml", "actors.graphml", "graph.gexf",
                                     "timeline.json", "vis.json",    "events.csv",    "actors.csv"};

TEST(Code, SameBytesOnAnyNumberOfThreads) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(400));
    const std::string one = shell("\"$DEMARCHE\" code --with-text --threads 1 a.jsonl", scratch.path()).out;
    EXPECT_EQ(lines_in(one), 400U);
    for (const std::string threads : {"2", "7"}) {
        EXPECT_EQ(shell("\"$DEMARCHE\" code --with-text --threads " + threads + " a.jsonl", scratch.path()).out, one);
    }
}

TEST(Code, RecordsComeInInputOrder) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(300));
    const Ended ended =
        shell("\"$DEMARCHE\" code -q --threads 7 a.jsonl | grep -o '\"article\":{\"id\":\"a[0-9]*' | grep -o '[0-9]*$'",
              scratch.path());
    std::string expected;
    for (int i = 0; i < 300; ++i) {
        expected += std::to_string(i) + "\n";
    }
    EXPECT_EQ(ended.out, expected);
}

TEST(Code, EmptyInputIsNoError) {
    const Scratch scratch;
    scratch.write("a.jsonl", "");
    EXPECT_EQ(shell("\"$DEMARCHE\" code -q - < a.jsonl", scratch.path()).code, 0);
}

TEST(Code, AFilterAnswersEachLineAtOnce) {
    Running filter({"code", "--quiet", "--format", "jsonl", "-"});
    const std::string lines = article_lines(2);
    const std::size_t second = lines.find('\n') + 1;
    filter.type(lines.substr(0, second));
    EXPECT_NE(filter.read_line(20000).find("\"id\":\"a0\""), std::string::npos) << "the record must not wait for more input";
    filter.type(lines.substr(second));
    EXPECT_NE(filter.read_line(20000).find("\"id\":\"a1\""), std::string::npos);
}

TEST(Read, ItsLinesCanBeCoded) {
    const Scratch scratch;
    scratch.write("a.txt",
                  "Ministers meet in Oslo\n\nOSLO, March 10 (Example Wire) -- Norway and Kenya held talks on fishing quotas in "
                  "Oslo on Monday.\n\n"
                  "The two sides said that they would meet again in the summer.\n");
    const Ended read = shell("\"$DEMARCHE\" read -q a.txt", scratch.path());
    EXPECT_EQ(read.code, 0);
    EXPECT_EQ(lines_in(read.out), 1U);
    const Ended ended =
        shell("\"$DEMARCHE\" read -q a.txt | python3 -c 'import json, sys; print(sorted(json.loads(sys.stdin.readline())))'",
              scratch.path());
    EXPECT_EQ(ended.out, "['byline', 'dateline', 'id', 'outlet', 'published', 'source', 'text', 'title', 'url']\n");
    EXPECT_EQ(lines_in(shell("\"$DEMARCHE\" read -q a.txt | \"$DEMARCHE\" code -q -", scratch.path()).out), 1U);
}

TEST(Build, WritesAllFilesAndTheSameTwice) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(60));
    const Ended ended =
        shell("\"$DEMARCHE\" build a.jsonl -o one --threads 1 && \"$DEMARCHE\" build a.jsonl -o two --threads 7", scratch.path());
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("60 articles read, 60 coded, 0 rejected"), std::string::npos) << ended.err;
    for (const std::string& file : built) {
        EXPECT_TRUE(std::filesystem::exists(scratch.path() / "one" / file)) << file;
        EXPECT_EQ(scratch.read("one/" + file), scratch.read("two/" + file)) << file;
    }
    EXPECT_EQ(shell("ls -A one | wc -l", scratch.path()).out, std::to_string(built.size()) + "\n") << "nothing but the results";
}

TEST(Build, AgreesWithCodeMergeExport) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(60));
    const Ended ended = shell(
        "\"$DEMARCHE\" build -q a.jsonl -o out && \"$DEMARCHE\" code -q a.jsonl -o r.jsonl && \"$DEMARCHE\" merge -q r.jsonl -o "
        "w.jsonl && "
        "\"$DEMARCHE\" export all w.jsonl -o again",
        scratch.path());
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(scratch.read("r.jsonl"), scratch.read("out/records.jsonl"));
    EXPECT_EQ(scratch.read("w.jsonl"), scratch.read("out/world.jsonl"));
    for (const std::string& file : built) {
        if (!file.ends_with(".jsonl")) {
            EXPECT_EQ(scratch.read("again/" + file), scratch.read("out/" + file)) << file;
        }
    }
}

TEST(Build, LeavesOtherFilesOfTheFolderAlone) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(3));
    scratch.write("out/mine.gephi", "mine");
    scratch.write("out/.demarche-part/graph.gexf", "left by a crash");
    ASSERT_EQ(shell("\"$DEMARCHE\" build -q a.jsonl -o out", scratch.path()).code, 0);
    EXPECT_EQ(scratch.read("out/mine.gephi"), "mine");
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "out/.demarche-part"));
}

TEST(Build, ACommitThatWasCutShortIsFinishedByTheNextReader) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(30));
    scratch.write("b.jsonl", article_lines(2));
    ASSERT_EQ(shell("\"$DEMARCHE\" build -q a.jsonl -o out && \"$DEMARCHE\" build -q b.jsonl -o new", scratch.path()).code, 0);
    // As after a crash between the two halves of a commit: some files moved, the rest not yet.
    ASSERT_EQ(shell("mkdir out/.demarche-commit && cp new/*.* out/.demarche-commit/ && mv out/.demarche-commit/actors.csv out/",
                    scratch.path())
                  .code,
              0);
    EXPECT_EQ(shell("\"$DEMARCHE\" show out", scratch.path()).code, 0);
    for (const std::string& file : built) {
        EXPECT_EQ(scratch.read("out/" + file), scratch.read("new/" + file)) << file;
    }
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "out/.demarche-commit"));
}

class Stops : public testing::TestWithParam<int> {};

TEST_P(Stops, InTheMiddleAndLeavesTheOldOutputWhole) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(10));
    ASSERT_EQ(shell("\"$DEMARCHE\" build -q a.jsonl -o out", scratch.path()).code, 0);
    const std::string before = scratch.read("out/records.jsonl");

    Running build({"build", "--format", "jsonl", "-", "-o", (scratch.path() / "out").string()});
    build.type(article_lines(200));
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    build.signal(GetParam());
    EXPECT_EQ(build.wait(), 128 + GetParam());
    EXPECT_EQ(scratch.read("out/records.jsonl"), before);
    EXPECT_EQ(shell("ls -A out | wc -l", scratch.path()).out, std::to_string(built.size()) + "\n");
}

INSTANTIATE_TEST_SUITE_P(Signals, Stops, testing::Values(SIGINT, SIGTERM));

TEST(Stops, AFirstBuildThatIsStoppedLeavesNoFolder) {
    const Scratch scratch;
    Running build({"build", "--format", "jsonl", "-", "-o", (scratch.path() / "out").string()});
    build.type(article_lines(20));
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    build.signal(SIGINT);
    EXPECT_EQ(build.wait(), 130);
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "out"));
}

TEST(Check, KindsAreListed) {
    const Scratch scratch;
    const Ended ended = shell("\"$DEMARCHE\" check data kinds", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
    EXPECT_NE(ended.out.find("data: every table of "), std::string::npos);
    EXPECT_NE(ended.out.find("kinds: rules find "), std::string::npos);
}

TEST(Check, RulesDecideTheExitCode) {
    const Scratch scratch;
    const Ended ended = shell("\"$DEMARCHE\" check rules", scratch.path());
    const bool sound = ended.out.find(" examples, 0 problems\n") != std::string::npos;
    EXPECT_EQ(ended.code, sound ? 0 : 1) << ended.out << ended.err;
    EXPECT_EQ(lines_in(ended.out) == 2U, sound) << "a line for each problem, and two that count: " << ended.out;
}

TEST(Check, CoverageCountsRulesAndExamplesOfEveryKind) {
    const Scratch scratch;
    scratch.write("mine/rules/own.rules",
                  "rule own.weighing\nkind weighing\nverb outweigh\nargs source=subject\nno The fish outweighed the bird.\n");
    scratch.write("mine/kinds.tsv", "kind\tplover\tcameo\tdirection\tdefinition\nweighing\tCONSULT\t040\tsymmetric\tA test.\n");
    const Ended ended = shell("\"$DEMARCHE\" check rules --coverage --data mine", scratch.path());
    EXPECT_NE(ended.out.find(" well (at least 8 that match and 4 that do not)\n"), std::string::npos) << ended.out << ended.err;
    EXPECT_NE(ended.out.find("  weighing                    1      0      1  too few\n"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find(" CAMEO codes:\n  010 020 "), std::string::npos) << ended.out;
    EXPECT_EQ(shell("\"$DEMARCHE\" check kinds --coverage", scratch.path()).code, 2);
}

TEST(Check, ABrokenTableIsNamedWithFileAndLine) {
    const Scratch scratch;
    scratch.write("mine/kinds.tsv", "kind\tplover\tcameo\tdirection\tdefinition\nnonsense\n");
    const Ended ended = shell("\"$DEMARCHE\" check kinds --data mine", scratch.path());
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.err.find("kinds.tsv:2"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace demarche::tests
