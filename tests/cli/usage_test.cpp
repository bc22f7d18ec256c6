// Help and wrong usage: what is said, where, and with which exit code.
#include <gtest/gtest.h>

#include "process.hpp"

namespace demarche::tests {
namespace {

const std::vector<std::string> commands{"build", "show", "explain", "export", "read", "code", "merge", "parse", "when", "check"};

TEST(Usage, EveryCommandHasHelpWithAnExample) {
    const Scratch scratch;
    for (const std::string& command : commands) {
        const Ended ended = shell("\"$DEMARCHE\" " + command + " --help", scratch.path());
        EXPECT_EQ(ended.code, 0) << command;
        EXPECT_EQ(ended.err, "") << command;
        EXPECT_NE(ended.out.find("Usage: demarche " + command + " "), std::string::npos) << ended.out;
        EXPECT_NE(ended.out.find("\nExample:\n  demarche " + command), std::string::npos) << ended.out;
        EXPECT_EQ(shell("\"$DEMARCHE\" help " + command, scratch.path()).out, ended.out);
    }
}

TEST(Usage, TheOverviewNamesEveryCommand) {
    const Scratch scratch;
    const Ended ended = shell("\"$DEMARCHE\" --help", scratch.path());
    EXPECT_EQ(ended.code, 0);
    for (const std::string& command : commands) {
        EXPECT_NE(ended.out.find("\n  " + command + " "), std::string::npos) << command;
    }
    const Ended nothing = shell("\"$DEMARCHE\"", scratch.path());
    EXPECT_EQ(nothing.code, 2);
    EXPECT_EQ(nothing.out, "");
    EXPECT_EQ(nothing.err, ended.out);
}

struct Wrong {
    std::string arguments;
    std::string sentence;
};
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.arguments; }

class WrongUsage : public testing::TestWithParam<Wrong> {};

TEST_P(WrongUsage, EndsWithTwoAndOneSentence) {
    const Scratch scratch;
    const Ended ended = shell("\"$DEMARCHE\" " + GetParam().arguments, scratch.path());
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(lines_in(ended.err), 1U) << ended.err;
    EXPECT_TRUE(ended.err.starts_with("demarche")) << ended.err;
    EXPECT_NE(ended.err.find(GetParam().sentence), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("; "), std::string::npos) << "says what to do: " << ended.err;
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongUsage,
    testing::Values(Wrong{"biuld x", "did you mean demarche build?"}, Wrong{"code --thread 2 x", "did you mean --threads?"},
                    Wrong{"code --zzzz x", "see demarche code --help"}, Wrong{"code", "no input"},
                    Wrong{"code - -", "- is given twice"}, Wrong{"code x --threads", "--threads needs a value"},
                    Wrong{"code x --threads 0", "--threads 0 is not"}, Wrong{"code x --threads=two", "--threads two is not"},
                    Wrong{"code x --quiet=yes", "--quiet takes no value"}, Wrong{"code x --quiet --quiet", "given twice"},
                    Wrong{"code x --format pdf", "--format pdf is not known"},
                    Wrong{"code x --max-line 16X", "--max-line 16X is not a size"},
                    Wrong{"code x y --url u", "--url belongs to one input"}, Wrong{"build x", "no folder for the results"},
                    Wrong{"build x -o out --from 2025-02-31", "--from 2025-02-31 is not a date"},
                    Wrong{"build x -o out --from 2025-06 --to 2025-05", "--from is later than --to"},
                    Wrong{"build x -o out --status maybe", "--status maybe is not known"},
                    Wrong{"build x -o out --min-confidence 2", "--min-confidence 2 is not a number"},
                    Wrong{"build x -o out --min-confidence nan", "--min-confidence nan is not a number"},
                    Wrong{"build x -o out --quotes some", "--quotes some is not known"},
                    Wrong{"build x -o out --kind talk", "did you mean talks?"}, Wrong{"merge", "no records"},
                    Wrong{"code x --conllu --format text", "--conllu is given with"}, Wrong{"parse", "no input"},
                    Wrong{"when", "no input"}, Wrong{"when x --published soon", "is no day"},
                    Wrong{"when x y --timeml", "give a folder"}, Wrong{"when x --timeml --url u", "leave them out"},
                    Wrong{"parse x --articles --pretokenized", "exclude each other"},
                    Wrong{"parse x --format html", "add --articles"}, Wrong{"export gefx w -o o", "did you mean gexf?"},
                    Wrong{"export gexf w", "no place for the result"}, Wrong{"explain", "it takes an id"},
                    Wrong{"show", "it takes one world"}, Wrong{"check everything", "cannot check everything"}));

TEST(Usage, WrongUsageTouchesNoFile) {
    const Scratch scratch;
    EXPECT_EQ(shell("\"$DEMARCHE\" build x -o out --quotes some", scratch.path()).code, 2);
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "out"));
}

TEST(Usage, DashesEndOptions) {
    const Scratch scratch;
    scratch.write("-odd.jsonl", article_lines(1));
    const Ended ended = shell("\"$DEMARCHE\" code --quiet -- -odd.jsonl", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(lines_in(ended.out), 1U);
    EXPECT_EQ(ended.err, "");
}

}  // namespace
}  // namespace demarche::tests
