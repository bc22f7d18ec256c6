// when: the table, and TimeML that comes out as it went in but for the tags.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "process.hpp"

namespace demarche::tests {
namespace {

constexpr const char* report =
    "<?xml version=\"1.0\" ?>\r\n<TimeML>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2025-07-11\" "
    "functionInDocument=\"CREATION_TIME\">07/11/2025</TIMEX3></DCT>\n"
    "<TEXT>\nNorway &amp; Kenya met on  Friday,\n\t<s>two weeks ago</s>, over the &#x201C;oil&#8221; price.  They meet every "
    "Monday.\n</TEXT>\n"
    "<!-- Friday --></TimeML>\n\n";

constexpr const char* tagged =
    "<?xml version=\"1.0\" ?>\r\n<TimeML>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2025-07-11\" "
    "functionInDocument=\"CREATION_TIME\">07/11/2025</TIMEX3></DCT>\n"
    "<TEXT>\nNorway &amp; Kenya met on  <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-07-11\" "
    "functionInDocument=\"NONE\">Friday</TIMEX3>"
    ",\n\t<s><TIMEX3 tid=\"t2\" type=\"DATE\" value=\"2025-W26\" functionInDocument=\"NONE\">two weeks ago</TIMEX3></s>, over "
    "the "
    "&#x201C;oil&#8221; price.  They meet <TIMEX3 tid=\"t3\" type=\"SET\" value=\"XXXX-WXX-1\" functionInDocument=\"NONE\">every "
    "Monday</TIMEX3>.\n</TEXT>\n<!-- Friday --></TimeML>\n\n";

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(When, ATableForPeople) {
    const Scratch scratch;
    scratch.write("notes.txt", "Norway and Kenya met on Friday. They had met two weeks earlier for three days.\n");
    const Ended ended = shell("\"$DEMARCHE\" when -q --published 2025-07-11 notes.txt", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.err, "");
    EXPECT_EQ(ended.out,
              "# notes, published 2025-07-11\n"
              "expression                         type      value              anchor     first..last\n"
              "Friday                             DATE      2025-07-11         published  2025-07-11\n"
              "two weeks earlier                  DATE      2025-W26           spoken of  2025-06-23..2025-06-29\n"
              "three days                         DURATION  P3D                -          -\n\n");
}

TEST(When, NoDayIsInventedForAnArticleWithoutDate) {
    const Scratch scratch;
    scratch.write("notes.txt", "Norway and Kenya met on Friday. They had met two weeks earlier.\n");
    const Ended ended = shell("\"$DEMARCHE\" when -q notes.txt", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_NE(ended.out.find("published on a day not told\n"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\nFriday                             DATE      XXXX-XX-XX         -          -\n"),
              std::string::npos)
        << ended.out;
}

TEST(When, TimemlKeepsItsBytes) {
    const Scratch scratch;
    scratch.write("report.tml", report);
    const Ended ended = shell("\"$DEMARCHE\" when --timeml report.tml", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(ended.out, tagged);
    EXPECT_EQ(shell("\"$DEMARCHE\" when --timeml - < report.tml", scratch.path()).out, tagged);
}

TEST(When, SeveralTimemlFilesGoIntoAFolder) {
    const Scratch scratch;
    scratch.write("report.tml", report);
    scratch.write("plain.tml", "<TimeML><DCT>20250711</DCT><TEXT>They met today.</TEXT></TimeML>");
    const Ended ended = shell("\"$DEMARCHE\" when --timeml report.tml plain.tml -o out", scratch.path());
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(contents(scratch.path() / "out/report.tml"), tagged);
    EXPECT_EQ(
        contents(scratch.path() / "out/plain.tml"),
        "<TimeML><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2025-07-11\" "
        "functionInDocument=\"CREATION_TIME\">20250711</TIMEX3>"
        "</DCT><TEXT>They met <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-07-11\" functionInDocument=\"NONE\">today</TIMEX3>."
        "</TEXT></TimeML>");
}

struct Bad {
    std::string file;
    std::string sentence;
};

TEST(When, BadTimemlIsOneSentence) {
    const Scratch scratch;
    for (const Bad& bad : {Bad{"", "nothing"}, Bad{"They met on Friday.", "bad.tml:1: "},
                           Bad{"<TimeML>\n<TEXT>They met on Friday.\n</TimeML>", "bad.tml:3: this is no well-formed XML"},
                           Bad{"<TimeML><BODY>They met on Friday.</BODY></TimeML>", "bad.tml:1: there is no <TEXT>"},
                           Bad{"<TimeML>\n<TEXT>They met on <TIMEX3 tid=\"t1\">Friday</TIMEX3>.</TEXT></TimeML>",
                               "bad.tml:2: the text has TIMEX3 tags already"}}) {
        scratch.write("bad.tml", bad.file);
        const Ended ended = shell("\"$DEMARCHE\" when --timeml bad.tml -o out", scratch.path());
        EXPECT_EQ(ended.code, 1) << bad.file;
        EXPECT_EQ(ended.out, "");
        EXPECT_EQ(std::count(ended.err.begin(), ended.err.end(), '\n'), 1) << ended.err;
        EXPECT_TRUE(ended.err.starts_with("demarche when: ")) << ended.err;
        EXPECT_TRUE(bad.sentence == "nothing" || ended.err.find(bad.sentence) != std::string::npos) << ended.err;
        EXPECT_FALSE(std::filesystem::exists(scratch.path() / "out"));
    }
}

}  // namespace
}  // namespace demarche::tests
