// Plain text as saved from news pages. The articles are our own.
#include <gtest/gtest.h>

#include "reading.hpp"

namespace demarche {
namespace {

using testing::broken_run;
using testing::published_text;
using testing::read_plain;

constexpr std::string_view page =
    "Skip to content\n\n"
    "Home > World > Asia\n\n"
    "Ministers agree to reopen border crossing after two years\n\n"
    "All News 08:15 March 03, 2026\n\n"
    "By Han Ji-woo\n\n"
    "SEOUL, March 3 (Yonhap) -- The foreign ministers of the two countries agreed Tuesday to reopen a crossing.\n\n"
    "\"We will open it this month,\" one of them said.\n\n"
    "From L to R, the two ministers shake hands before their talks in Seoul on March 3, 2026. (PHOTO NOT FOR SALE) (Yonhap)\n\n"
    "The crossing has been closed since a dispute over tolls.\n\n"
    "\"We will open it this month,\" one of them said.\n\n"
    "jiwoo@yna.co.kr\n"
    "(END)\n\n"
    "Most Viewed\n"
    "Another story altogether is told on this line of the page.\n"
    "Send Feedback\n";

TEST(ReadText, FindsThePartsOfASavedPage) {
    const Article article = read_plain(page);
    EXPECT_EQ(article.rejected, "");
    EXPECT_EQ(article.info.title, "Ministers agree to reopen border crossing after two years");
    EXPECT_EQ(article.byline, "Han Ji-woo");
    EXPECT_EQ(published_text(article), "2026-03-03T08:15:00+09:00");
    EXPECT_EQ(article.info.outlet, "Yonhap News Agency");
    EXPECT_EQ(article.info.language, "en");
    ASSERT_TRUE(article.dateline.has_value());
    EXPECT_EQ(article.dateline->place, "SEOUL");
    EXPECT_EQ(article.dateline->agency, "Yonhap");
    EXPECT_EQ(iso_date(*article.dateline->day), "2026-03-03");
    EXPECT_EQ(article.text,
              "The foreign ministers of the two countries agreed Tuesday to reopen a crossing.\n\n"
              "\"We will open it this month,\" one of them said.\n\n"
              "The crossing has been closed since a dispute over tolls.");
    EXPECT_EQ(broken_run(article, page), "");
}

TEST(ReadText, ParagraphsAreTheTextWithoutItsJoints) {
    const Article article = read_plain(page);
    ASSERT_EQ(article.paragraphs.size(), 3U);
    std::string joined;
    for (const Span span : article.paragraphs) {
        joined += joined.empty() ? "" : "\n\n";
        joined += span.in(article.text);
    }
    EXPECT_EQ(joined, article.text);
}

TEST(ReadText, MapsBackToTheFile) {
    const Article article = read_plain(page);
    const std::size_t clean = article.text.find("tolls");
    const auto source = article.map.to_source(static_cast<std::uint32_t>(clean));
    ASSERT_TRUE(source.has_value());
    EXPECT_EQ(page.substr(*source, 5), "tolls");
    EXPECT_FALSE(article.map.to_source(article.paragraphs[0].end).has_value());  // the joint between paragraphs
    EXPECT_FALSE(article.map.to_source(static_cast<std::uint32_t>(article.text.size())).has_value());
}

TEST(ReadText, JoinsHardWrappedLines) {
    const std::string_view text =
        "Envoys of four states meet on fishing rights\n\n"
        "Published: 5 May 2026, 10:00 GMT\n\n"
        "PARIS, May 5 (AFP) - Envoys of four states met in Paris on Tuesday to\n"
        "talk about fishing rights in the waters that all of them claim, in four-\n"
        "way talks that none of them had expected to take place this year at\n"
        "all.\n\n"
        "They will meet again in June, a spokeswoman for the French foreign\n"
        "ministry said.\n";
    const Article article = read_plain(text);
    EXPECT_EQ(article.text,
              "Envoys of four states met in Paris on Tuesday to talk about fishing rights in the waters that all of them claim, "
              "in four-way "
              "talks that none of them had expected to take place this year at all.\n\n"
              "They will meet again in June, a spokeswoman for the French foreign ministry said.");
    EXPECT_EQ(article.info.outlet, "Agence France-Presse");
    EXPECT_EQ(published_text(article), "2026-05-05T10:00:00+00:00");
    EXPECT_EQ(broken_run(article, text), "");
}

TEST(ReadText, TakesOneParagraphALineApart) {
    const std::string_view text =
        "Trade talks open in Geneva\n"
        "Trade ministers from twelve countries opened two days of talks in Geneva on Monday, hoping to settle a row over grain "
        "exports that has "
        "gone on for years.\n"
        "They were to meet the head of the trade body in the evening.\n";
    const Article article = read_plain(text);
    EXPECT_EQ(article.info.title, "Trade talks open in Geneva");
    EXPECT_EQ(article.paragraphs.size(), 2U);
}

TEST(ReadText, MakesSpacesSingleAndDropsInvisibleCharacters) {
    const std::string_view text =
        "\xEF\xBB\xBFTalks open\r\n\r\nThe two\xC2\xA0sides   met\tin Os\xC2\xADlo on\xE2\x80\x8B Monday and agreed to meet "
        "again.\r\n\r\n"
        "They gave no details of what they had said to each other.\r\n";
    const Article article = read_plain(text);
    EXPECT_EQ(article.info.title, "Talks open");
    EXPECT_EQ(article.text,
              "The two sides met in Oslo on Monday and agreed to meet again.\n\n"
              "They gave no details of what they had said to each other.");
    EXPECT_EQ(broken_run(article, text), "");
}

TEST(ReadText, TakesLabelsOffTheTitleAndNotesOffTheText) {
    const Article update = read_plain(
        "UPDATE 2-Ministers sign pact on river water\n\nMAPUTO, June 2 (Reuters) - (Adds quotes, background) Ministers signed a "
        "pact on Monday.\n\n"
        "(Reporting by A. Writer; Editing by B. Editor)\n");
    EXPECT_EQ(update.info.title, "Ministers sign pact on river water");
    EXPECT_EQ(update.text, "Ministers signed a pact on Monday.");
    const Article lead = read_plain(
        "(2nd LD) Ministers sign pact on river water\n\nBy Jo Doe\n\nThe ministers signed a pact on Monday, they said.\n");
    EXPECT_EQ(lead.info.title, "Ministers sign pact on river water");
}

TEST(ReadText, KeepsBracketsThatBelongToTheText) {
    const Article article =
        read_plain("Pact signed\n\n(This was agreed last year.) The ministers signed it on Monday, they said.\n");
    EXPECT_EQ(article.text, "(This was agreed last year.) The ministers signed it on Monday, they said.");
}

TEST(ReadText, LeavesCaptionsOut) {
    for (const std::string_view caption :
         {"In this photo provided by the ministry, the two envoys sign the pact.", "FILE - The envoy speaks at a forum in May.",
          "File photo of the two envoys at the table.", "Image: The envoys at the table.",
          "The envoys at the table. Photo: A. Person/Getty Images", "The envoys sit at the table before their talks. (Yonhap)",
          "The envoys at the table in Oslo. Jane Doe/Reuters", "From left, the envoys of the three states at the table.",
          "The envoy (left) and the minister pose for photographs. (AP Photo/Jane Doe)"}) {
        const std::string text = "Pact signed in Oslo\n\nThe envoys signed the pact on Monday, they said.\n\n" +
                                 std::string(caption) + "\n\nThey will meet again in the spring of next year.\n";
        EXPECT_EQ(read_plain(text).text,
                  "The envoys signed the pact on Monday, they said.\n\nThey will meet again in the spring of next year.")
            << caption;
    }
}

TEST(ReadText, LeavesPageFurnitureOut) {
    for (const std::string_view line :
         {"Read more: Ministers part without a deal.", "Advertisement", "Share this article", "Sign up for our newsletter.",
          "Story continues below", "Editor's note: This is our own text.", "Jane Doe contributed to this report.",
          "Editing by Jane Doe."}) {
        const std::string text = "Pact signed in Oslo\n\nThe envoys signed the pact on Monday, they said.\n\n" +
                                 std::string(line) + "\n\nThey will meet again in the spring of next year.\n";
        EXPECT_EQ(read_plain(text).text,
                  "The envoys signed the pact on Monday, they said.\n\nThey will meet again in the spring of next year.")
            << line;
    }
    for (const std::string_view line :
         {"(END)", "ENDS", "###", "Related articles", "Most Viewed", "Copyright 2026 The Example Wire", "© 2026 Example"}) {
        const std::string text =
            "Pact signed in Oslo\n\nThe envoys signed the pact on Monday, they said, and will meet again.\n\n" +
            std::string(line) + "\n\nMinisters part without deal.\n";
        EXPECT_EQ(read_plain(text).text, "The envoys signed the pact on Monday, they said, and will meet again.") << line;
    }
}

TEST(ReadText, KeepsSentencesThatBeginLikeFurniture) {
    for (const std::string_view sentence :
         {"For more than a decade the two sides had not met at all.", "Related issues were not on the table, the envoys said.",
          "More people than ever have crossed the border this year.", "By Friday, talks had stalled over the price of gas.",
          "Trending towards war, the two sides halted their talks in May.",
          "Photos released by state media showed the two leaders."}) {
        const std::string text = "Pact signed in Oslo\n\nThe envoys signed the pact on Monday, they said.\n\n" +
                                 std::string(sentence) + "\n\nThey will meet again in the spring of next year.\n";
        EXPECT_NE(read_plain(text).text.find(sentence), std::string::npos) << sentence;
    }
}

TEST(ReadText, ReadsTheSignOffOfAnAgency) {
    const Article article = read_plain(
        "Pact signed in Oslo\n\nThe envoys signed the pact on Monday, they said.\n\nThey will meet again in May. Enditem\n");
    EXPECT_EQ(article.text, "The envoys signed the pact on Monday, they said.\n\nThey will meet again in May.");
    const Article credit = read_plain(
        "Pact signed in Oslo\n\nThe envoys signed the pact on Monday, they said.\n\nThey will meet again in May. (PTI)\n");
    EXPECT_EQ(credit.text, "The envoys signed the pact on Monday, they said.\n\nThey will meet again in May.");
}

TEST(ReadText, GivesADatelineWithoutPublicationNoYear) {
    const Article article =
        read_plain("Pact signed\n\nOSLO, May 4 (Reuters) - The envoys signed the pact on Monday, they said.\n");
    EXPECT_EQ(published_text(article), "");
    ASSERT_TRUE(article.dateline.has_value());
    EXPECT_FALSE(article.dateline->day.has_value());
}

TEST(ReadText, TakesTheYearOfADatelineFromTheSameDayInTheText) {
    const Article article = read_plain(
        "Pact signed\n\nOSLO, May 4 (Reuters) - The envoys signed the pact on Monday, they said.\n\n"
        "In this photo the envoys sign the pact on May 4, 2026.\n");
    EXPECT_EQ(published_text(article), "2026-05-04");
    EXPECT_EQ(iso_date(*article.dateline->day), "2026-05-04");
}

TEST(ReadText, UsesTheTitleIfThereIsNoBody) {
    const Article article = read_plain("Envoys sign pact in Oslo\n");
    EXPECT_EQ(article.text, "Envoys sign pact in Oslo");
    EXPECT_EQ(article.rejected, "");
}

TEST(ReadText, KnowsInventedOutletsByTheirStamp) {
    const Article article = read_plain(
        "Lagoon states sign ferry pact\n\nPublished: 14 September 2027, 18:20 EAT\n\nBy Asha Mwangi, Harbour Wire\n\n"
        "PORT SELA, Sept. 14 (Harbour Wire) -- Two lagoon states signed a pact on ferries on Tuesday, officials said.\n");
    EXPECT_EQ(article.info.outlet, "Harbour Wire");
    EXPECT_EQ(published_text(article), "2027-09-14T18:20:00+03:00");
    EXPECT_EQ(article.byline, "Asha Mwangi, Harbour Wire");
    EXPECT_EQ(iso_date(*article.dateline->day), "2027-09-14");
}

TEST(ReadText, IsAFunctionOfItsBytes) {
    const Article a = read_plain(page);
    const Article b = read_plain(page);
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.info, b.info);
    EXPECT_EQ(a.info.hash.substr(0, 5), "xxh3:");
    EXPECT_EQ(a.info.hash.size(), 21U);
}

}  // namespace
}  // namespace demarche
