// parse, and code --conllu: what one writes the other reads, and nothing of a given file is lost but what is written anew.
#include <gtest/gtest.h>

#include <regex>

#include "process.hpp"

namespace demarche::tests {
namespace {

constexpr const char* article =
    R"({"id":"oslo","url":"https://example.org/oslo","outlet":"Example Wire","published":"2025-03-10","title":"Talks in Oslo","text":)"
    R"("OSLO, March 10 (Example Wire) -- Norway and Kenya didn't hold talks in Oslo on Monday, a Norwegian official said. )"
    R"(The two sides will meet again.\n\nPresident Anders Holm of Norway visited Nairobi in February."})";

constexpr const char* words =
    "# newdoc id = given\n"
    "# a comment\n"
    "1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\tGloss=x\n"
    "1\tdid\told\tX\tXX\tOld=Yes\t0\troot\t0:root\tNote=a\n"
    "2\tn't\told\tX\tXX\tOld=Yes\t1\tdep\t1:dep\t_\n"
    "2.1\tthey\tthey\tPRON\tPRP\t_\t_\t_\t3:nsubj\t_\n"
    "3\tmeet\told\tX\tXX\tOld=Yes\t1\tdep\t1:dep\tSpaceAfter=No\n"
    "4\t.\told\tX\tXX\tOld=Yes\t1\tdep\t1:dep\t_\n"
    "\n"
    "# sent_id = second\n"
    "1\tTalks\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "\n";

// Events, links and roster of the records; places of spans and the article's source are not those of the text.
std::string comparable(const std::string& records) {
    static const std::regex source(R"("hash":"[^"]*","source":(null|\{[^}]*\}))");
    static const std::regex span(R"(\[\d+,\d+\])");
    return std::regex_replace(std::regex_replace(records, source, ""), span, "[]");
}

TEST(Parse, PlainTextBecomesSentencesAndParagraphs) {
    const Scratch scratch;
    scratch.write("notes.txt", "Norway and Kenya met. They didn't\nagree.\n\nTalks go on.\n");
    const Ended ended = shell("\"$DEMARCHE\" parse -q notes.txt", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_TRUE(
        ended.out.starts_with("# newdoc id = notes\n# newpar\n# sent_id = notes-1\n# text = Norway and Kenya met.\n1\tNorway\t"))
        << ended.out;
    EXPECT_NE(ended.out.find("\n\n# sent_id = notes-2\n# text = They didn't agree.\n"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\tSpaceAfter=No\n3\tn't\t"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\n\n# newpar\n# sent_id = notes-3\n"), std::string::npos) << ended.out;
    EXPECT_TRUE(ended.out.ends_with("\n\n"));
}

TEST(Parse, GivenWordsStay) {
    const Scratch scratch;
    scratch.write("words.conllu", words);
    const Ended ended = shell("\"$DEMARCHE\" parse -q --pretokenized words.conllu", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.out.find("old"), std::string::npos) << ended.out;
    EXPECT_EQ(ended.out.find("Old=Yes"), std::string::npos);
    EXPECT_TRUE(
        ended.out.starts_with("# newdoc id = given\n# a comment\n1-2\tdidn't\t_\t_\t_\t_\t_\t_\t_\tGloss=x\n1\tdid\tdo\t"));
    EXPECT_NE(ended.out.find("\tNote=a\n2\tn't\t"), std::string::npos);
    EXPECT_NE(ended.out.find("\n2.1\tthey\tthey\tPRON\tPRP\t_\t_\t_\t3:nsubj\t_\n"), std::string::npos);
    EXPECT_EQ(lines_in(ended.out), lines_in(words));
    // A second time changes nothing.
    scratch.write("again.conllu", ended.out);
    EXPECT_EQ(shell("\"$DEMARCHE\" parse -q --pretokenized - < again.conllu", scratch.path()).out, ended.out);
    // Files that do not end with an empty line stay apart.
    scratch.write("open.conllu", std::string(words).substr(0, std::string(words).size() - 2));
    EXPECT_EQ(shell("\"$DEMARCHE\" parse -q --pretokenized open.conllu words.conllu", scratch.path()).out, ended.out + ended.out);
}

TEST(Parse, SameBytesOnAnyNumberOfThreads) {
    const Scratch scratch;
    scratch.write("a.jsonl", article_lines(300));
    const std::string one = shell("\"$DEMARCHE\" parse -q --articles --threads 1 a.jsonl", scratch.path()).out;
    ASSERT_GT(one.size(), 200'000U);
    EXPECT_EQ(shell("\"$DEMARCHE\" parse -q --articles --threads 7 a.jsonl", scratch.path()).out, one);
    scratch.write("a.conllu", one);
    const std::string records = shell("\"$DEMARCHE\" code -q --conllu --threads 1 a.conllu", scratch.path()).out;
    EXPECT_EQ(lines_in(records), 300U);
    EXPECT_EQ(shell("\"$DEMARCHE\" code -q --conllu --threads 7 a.conllu", scratch.path()).out, records);
    // Words are given, and the parser is the same: so are its trees, however the file is cut.
    EXPECT_EQ(shell("\"$DEMARCHE\" parse -q --pretokenized --threads 3 a.conllu", scratch.path()).out, one);
}

TEST(Parse, WhatItWritesIsCodedAsTheTextIs) {
    const Scratch scratch;
    scratch.write("a.jsonl", std::string(article) + "\n" + article_lines(20));
    const Ended parsed =
        shell("\"$DEMARCHE\" parse -q --articles a.jsonl | \"$DEMARCHE\" code -q --with-text --conllu -", scratch.path());
    EXPECT_EQ(parsed.code, 0) << parsed.err;
    const Ended coded = shell("\"$DEMARCHE\" code -q --with-text a.jsonl", scratch.path());
    EXPECT_NE(coded.out.find("\"events\":[{"), std::string::npos) << "there is something to compare";
    EXPECT_EQ(comparable(parsed.out), comparable(coded.out));
}

TEST(CodeConllu, AnotherParsersTagsAndTreesAreUsed) {
    // Another tag set in XPOS, features for morphology, one document without an id and comments before "# newdoc".
    const Scratch scratch;
    scratch.write("a.conllu",
                  "# global.columns = ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC\n"
                  "# newdoc id = first one\n"
                  "# published = 2025-03-10\n"
                  "# title = Norway visit\n"
                  "1\tNorway\tNorway\tPROPN\tNE\tNumber=Sing\t2\tnsubj\t_\t_\n"
                  "2\theld\thold\tVERB\tVVFIN\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_\n"
                  "3\ttalks\ttalk\tNOUN\tNN\tNumber=Plur\t2\tobj\t_\t_\n"
                  "4\twith\twith\tADP\tAPPR\t_\t5\tcase\t_\t_\n"
                  "5\tKenya\tKenya\tPROPN\tNE\tNumber=Sing\t3\tnmod\t_\tSpaceAfter=No\n"
                  "6\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_\n"
                  "\n"
                  "# newdoc\n"
                  "1\tNothing\tnothing\tPRON\tPIS\t_\t2\tnsubj\t_\t_\n"
                  "2\thappened\thappen\tVERB\tVVFIN\tTense=Past\t0\troot\t_\t_\n"
                  "\n");
    const Ended ended = shell("\"$DEMARCHE\" code --conllu a.conllu", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(lines_in(ended.out), 2U);
    EXPECT_NE(ended.out.find("\"id\":\"first-one\""), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\"id\":\"a-2\""), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("state.NOR"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\"title\":\"Norway visit\",\"published\":\"2025-03-10\""), std::string::npos) << ended.out;
    EXPECT_NE(ended.err.find("2 coded, 0 rejected"), std::string::npos) << ended.err;
}

TEST(BadConllu, ParseStopsWithFileAndLine) {
    const Scratch scratch;
    scratch.write("a.conllu", std::string(words) + "1\tcut\n\n");
    const Ended ended = shell("\"$DEMARCHE\" parse --pretokenized a.conllu", scratch.path());
    EXPECT_EQ(ended.code, 1);
    EXPECT_EQ(ended.err,
              "demarche parse: a.conllu:13: a line of CoNLL-U has ten cells with tabs between them; correct the line\n");
    EXPECT_EQ(shell("\"$DEMARCHE\" parse --pretokenized nowhere.conllu", scratch.path()).code, 1);
    EXPECT_EQ(shell("\"$DEMARCHE\" code --conllu nowhere.conllu", scratch.path()).code, 1);
    EXPECT_EQ(shell("\"$DEMARCHE\" code --conllu .", scratch.path()).code, 1);
    scratch.write("empty.conllu", "");
    EXPECT_EQ(shell("\"$DEMARCHE\" parse --pretokenized empty.conllu", scratch.path()).code, 0);
    EXPECT_EQ(shell("\"$DEMARCHE\" code -q --conllu empty.conllu", scratch.path()).out, "");
}

TEST(BadConllu, OneBadArticleIsRejectedAndTheOthersCoded) {
    const Scratch scratch;
    const std::string circle = "# newdoc id = circle\n1\ta\t_\t_\t_\t_\t2\tdep\t_\t_\n2\tb\t_\t_\t_\t_\t1\tdep\t_\t_\n\n";
    const std::string outside = "# newdoc id = outside\n1\ta\t_\t_\t_\t_\t9\tdep\t_\t_\n\n";
    const std::string bytes = "# newdoc id = bytes\n1\t\xff\xfe\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    const std::string control = "# newdoc id = control\n1\ta\x01\x1b[2J\x7f\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    scratch.write("a.conllu", circle + outside + bytes + control + words);
    const Ended ended = shell("\"$DEMARCHE\" code --conllu a.conllu", scratch.path());
    EXPECT_EQ(ended.code, 0);
    EXPECT_EQ(lines_in(ended.out), 5U);
    EXPECT_NE(ended.err.find("5 articles read, 2 coded, 3 rejected"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("first a.conllu:2: the heads lead from word 1 in a circle; correct them"), std::string::npos)
        << ended.err;
    EXPECT_NE(ended.err.find("a.conllu:6: the head of word 1"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("a.conllu:9: the line is not in UTF-8"), std::string::npos) << ended.err;
}

// Sanitizers reserve more addresses than any limit would leave them.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr const char* kLimit = "";
#else
constexpr const char* kLimit = "ulimit -v 2000000; ";
#endif

TEST(BadConllu, LongLinesAndDocumentsNeedNoMemory) {
    const Scratch scratch;
    scratch.write("words.conllu", words);
    const Ended line =
        shell("(printf '# newdoc\\n1\\t'; head -c 200000000 /dev/zero | tr '\\0' a; printf '\\t_\\n\\n'; cat words.conllu) | (" +
                  std::string(kLimit) + "\"$DEMARCHE\" code --threads 2 --conllu -)",
              scratch.path());
    EXPECT_EQ(line.code, 0) << line.err;
    EXPECT_NE(line.err.find("1 coded, 1 rejected"), std::string::npos) << line.err;
    EXPECT_NE(line.err.find("standard input:2: the line is longer than 4 MB"), std::string::npos) << line.err;

    const Ended document = shell(
        "(cat words.conllu; for i in $(seq 400); do tail -n 3 words.conllu; done; cat words.conllu) > long.conllu;"
        " \"$DEMARCHE\" code --max-line 4K --conllu long.conllu",
        scratch.path());
    EXPECT_EQ(document.code, 0) << document.err;
    EXPECT_NE(document.err.find("1 coded, 1 rejected"), std::string::npos) << document.err;
    EXPECT_NE(document.err.find("--max-line"), std::string::npos) << document.err;
}

}  // namespace
}  // namespace demarche::tests
