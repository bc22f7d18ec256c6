// Bad input, end to end: a clear sentence, the other articles coded, nothing half-written, the right exit code.
#include <gtest/gtest.h>
#include <unistd.h>

#include "process.hpp"

namespace demarche::tests {
namespace {

constexpr const char* whole =
    R"({"id":"whole","published":"2025-03-10","title":"Talks","text":"France and Japan held talks in Paris on Monday, and the two countries said that they would meet again."})";

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) {
        ++found;
    }
    return found;
}

// One record is coded, the other rejected with a sentence, and the program is content.
void expect_one_of_two(const Ended& ended) {
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(lines_in(ended.out), 2U) << ended.out.substr(0, 2000);
    EXPECT_EQ(count(ended.out, "\"rejected\":null"), 1U) << ended.out.substr(0, 2000);
    EXPECT_EQ(count(ended.out, "\"id\":\"whole\""), 1U);
    EXPECT_NE(ended.err.find("1 coded, 1 rejected"), std::string::npos) << ended.err;
}

TEST(BadInput, EmptyFile) {
    const Scratch scratch;
    scratch.write("in/a.txt", "");
    scratch.write("in/b.jsonl", std::string(whole) + "\n");
    expect_one_of_two(shell("\"$DEMARCHE\" code in", scratch.path()));
}

TEST(BadInput, BinaryFile) {
    const Scratch scratch;
    scratch.write("in/a.txt", std::string("\x7f"
                                          "ELF\0\0\0\1\2\3\0\0",
                                          12) +
                                  std::string(5000, '\0'));
    scratch.write("in/b.jsonl", std::string(whole) + "\n");
    expect_one_of_two(shell("\"$DEMARCHE\" code in", scratch.path()));
}

TEST(BadInput, CutJsonLine) {
    const Scratch scratch;
    scratch.write("a.jsonl", R"({"id":"cut","text":"France and Ja)"
                             "\n" +
                                 std::string(whole) + "\n");
    expect_one_of_two(shell("\"$DEMARCHE\" code a.jsonl", scratch.path()));
}

TEST(BadInput, TwoMillionBrackets) {
    const Scratch scratch;
    scratch.write("a.jsonl", R"({"text":)" + std::string(2'000'000, '[') + "\n" + std::string(whole) + "\n");
    expect_one_of_two(shell("\"$DEMARCHE\" code --format jsonl a.jsonl", scratch.path()));
    scratch.write("b.jsonl", std::string(whole) + "\n" + std::string(2'000'000, '[') + "\n");
    expect_one_of_two(shell("\"$DEMARCHE\" code b.jsonl", scratch.path()));
}

TEST(BadInput, LineOfTwoHundredMegabytesThroughAPipe) {
    const Scratch scratch;
    scratch.write("whole.jsonl", std::string(whole) + "\n");
    const Ended ended = shell(
        "(printf '{\"id\":\"long\",\"text\":\"'; head -c 200000000 /dev/zero | tr '\\0' a; printf '\"}\\n'; cat whole.jsonl)"
        " | \"$DEMARCHE\" code --format jsonl -",
        scratch.path());
    expect_one_of_two(ended);
    EXPECT_NE(ended.out.find("--max-line"), std::string::npos);
}

TEST(BadInput, BrokenUtf8StaysOutOfTheRecords) {
    const Scratch scratch;
    scratch.write("a.jsonl", std::string(R"({"id":"broken","title":"x)") + "\xff\xc3\x28" +
                                 R"(","text":"France and Japan held talks in Paris.)" + "\xe2\x82" + "\"}\n" + whole + "\n");
    const Ended ended =
        shell("\"$DEMARCHE\" code a.jsonl | python3 -c 'import sys; sys.stdin.buffer.read().decode()'", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_NE(ended.err.find("2 articles read"), std::string::npos) << ended.err;
}

TEST(BadInput, DuplicateIds) {
    const Scratch scratch;
    scratch.write("a.jsonl", std::string(whole) + "\n" + article_lines(1) + whole + "\n");
    const Ended ended = shell("\"$DEMARCHE\" code a.jsonl", scratch.path());
    EXPECT_EQ(ended.code, 0);
    EXPECT_EQ(lines_in(ended.out), 3U);
    EXPECT_NE(ended.out.find("duplicate id whole, first seen in a.jsonl:1; give it another id"), std::string::npos) << ended.out;
    EXPECT_NE(ended.err.find("1 rejected: duplicate id; first a.jsonl:3"), std::string::npos) << ended.err;

    // The rejected second does not hide the first from a merge.
    EXPECT_EQ(shell("cat a.jsonl | \"$DEMARCHE\" code -q - | \"$DEMARCHE\" merge -q -", scratch.path()).out,
              shell("head -n 2 a.jsonl | \"$DEMARCHE\" code -q - | \"$DEMARCHE\" merge -q -", scratch.path()).out);
}

TEST(BadInput, UnreadableFile) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root reads every file";
    }
    const Scratch scratch;
    scratch.write("in/a.txt", "x");
    scratch.write("in/b.jsonl", std::string(whole) + "\n");
    std::filesystem::permissions(scratch.path() / "in/a.txt", std::filesystem::perms::none);
    expect_one_of_two(shell("\"$DEMARCHE\" code in", scratch.path()));
    EXPECT_EQ(shell("\"$DEMARCHE\" code in/a.txt", scratch.path()).code, 1);
}

TEST(BadInput, MissingFolder) {
    const Scratch scratch;
    for (const std::string command : {"code nowhere", "read nowhere", "build nowhere -o out", "show nowhere", "explain x nowhere",
                                      "merge nowhere", "export gexf nowhere -o x", "check --data nowhere"}) {
        const Ended ended = shell("\"$DEMARCHE\" " + command, scratch.path());
        EXPECT_EQ(ended.code, 1) << command;
        EXPECT_EQ(ended.out, "") << command;
        EXPECT_EQ(lines_in(ended.err), 1U) << ended.err;
        EXPECT_NE(ended.err.find("nowhere"), std::string::npos) << ended.err;
    }
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "out")) << "a build without input leaves no folder";
}

TEST(BadInput, FolderWithoutArticlesKeepsTheOldOutput) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(3));
    std::filesystem::create_directory(scratch.path() / "empty");
    ASSERT_EQ(shell("\"$DEMARCHE\" build a.jsonl -o out", scratch.path()).code, 0);
    const std::string before = scratch.read("out/records.jsonl");
    EXPECT_EQ(shell("\"$DEMARCHE\" build empty -o out", scratch.path()).code, 1);
    EXPECT_EQ(scratch.read("out/records.jsonl"), before);
}

TEST(BadInput, BrokenRecordNamesFileAndLine) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(2));
    const Ended ended = shell(
        "(\"$DEMARCHE\" code -q a.jsonl; echo '{\"schema\":') > r.jsonl; \"$DEMARCHE\" merge r.jsonl -o w.jsonl", scratch.path());
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.err.find("r.jsonl:3 is not a coding record"), std::string::npos) << ended.err;
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / "w.jsonl"));
}

TEST(BadInput, FullDisk) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(5));
    ASSERT_EQ(shell("\"$DEMARCHE\" build -q a.jsonl -o out", scratch.path()).code, 0);
    for (const std::string command :
         {"code a.jsonl > /dev/full", "code a.jsonl -o /dev/full", "read a.jsonl > /dev/full", "read a.jsonl -o /dev/full",
          "merge --partial out/records.jsonl > /dev/full", "merge --partial out/records.jsonl -o /dev/full",
          "show out > /dev/full", "export gexf out -o /dev/full", "export events-csv out -o /dev/full", "check kinds > /dev/full",
          "--help > /dev/full"}) {
        const Ended ended = shell("\"$DEMARCHE\" " + command, scratch.path());
        EXPECT_EQ(ended.code, 1) << command;
        EXPECT_NE(ended.err.find("No space left"), std::string::npos) << command << ": " << ended.err;
    }
}

TEST(BadInput, ClosedPipeEndsQuietly) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(2000));
    const Ended ended = shell("\"$DEMARCHE\" code -q a.jsonl | head -n 1 | wc -l; exit ${PIPESTATUS[0]}", scratch.path());
    EXPECT_EQ(ended.code, 128 + 13);
    EXPECT_EQ(ended.err, "");
}

}  // namespace
}  // namespace demarche::tests
