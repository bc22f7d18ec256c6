// News pages of our own writing.
#include <gtest/gtest.h>

#include "reading.hpp"

namespace demarche {
namespace {

using testing::broken_run;
using testing::published_text;
using testing::read_bytes;

Article read_page(std::string_view page) { return read_bytes(page, Format::html); }

std::string page_with(std::string_view head, std::string_view body) {
    std::string page = "<!DOCTYPE html><html lang=\"en\"><head>";
    page.append(head).append("</head><body>").append(body).append("</body></html>");
    return page;
}

constexpr std::string_view article_markup =
    "<nav><a href=/>Home</a> <a href=/world>World</a></nav><h1>Envoys sign a pact in Oslo</h1>"
    "<div class=\"article-body\"><figure><img src=x><figcaption>The envoys at the table.</figcaption></figure>"
    "<p>OSLO, May 4 (Reuters) - The envoys of the two states signed the pact on Monday, they said, &amp; will meet again.</p>"
    "<p>They had been at odds for years over the <a href=/river>river&rsquo;s</a> water, which both of them need.</p>"
    "<aside><p>Read our newsletter, which has all of the news, every day, for all of our readers.</p></aside>"
    "<h2>What comes next</h2><p>The parliaments of the two states will vote on the pact in June,<br>the envoys said.</p></div>"
    "<footer><p>All rights reserved, and much more of it, in many words, as footers go.</p></footer>";

TEST(ReadHtml, FindsTitleDateOutletAndBody) {
    const std::string page = page_with(
        "<title>Envoys sign a pact in Oslo | Example</title><meta property=\"og:site_name\" content=\"Example Wire\">"
        "<meta property=\"article:published_time\" content=\"2026-05-04T10:00:00+02:00\"><link rel=canonical "
        "href=\"https://example.org/pact\">"
        "<script>var x = '<p>no text at all</p>';</script>",
        article_markup);
    const Article article = read_page(page);
    EXPECT_EQ(article.rejected, "");
    EXPECT_EQ(article.info.title, "Envoys sign a pact in Oslo");
    EXPECT_EQ(article.info.outlet, "Example Wire");
    EXPECT_EQ(article.info.url, "https://example.org/pact");
    EXPECT_EQ(published_text(article), "2026-05-04T10:00:00+02:00");
    ASSERT_TRUE(article.dateline.has_value());
    EXPECT_EQ(article.dateline->place, "OSLO");
    EXPECT_EQ(article.text,
              "The envoys of the two states signed the pact on Monday, they said, & will meet again.\n\n"
              "They had been at odds for years over the river\xE2\x80\x99s water, which both of them need.\n\n"
              "What comes next\n\n"
              "The parliaments of the two states will vote on the pact in June, the envoys said.");
    EXPECT_EQ(broken_run(article, page), "");
    const auto source = article.map.to_source(static_cast<std::uint32_t>(article.text.find("parliaments")));
    ASSERT_TRUE(source.has_value());
    EXPECT_EQ(page.substr(*source, 11), "parliaments");
}

TEST(ReadHtml, FindsTheDateWhereverPagesPutIt) {
    for (const std::string_view head :
         {"<meta name=\"date\" content=\"2026-05-04\">", "<meta itemprop=\"datePublished\" content=\"2026-05-04\">",
          "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\": \"2026-05-04\"}</script>",
          "<link rel=\"canonical\" href=\"https://example.org/2026/05/04/pact\">",
          "<meta name=\"parsely-pub-date\" content=\"2026-05-04\">"}) {
        EXPECT_EQ(published_text(read_page(page_with(head, article_markup))), "2026-05-04") << head;
    }
    const std::string time = "<time datetime=\"2026-05-04\" pubdate>4 May</time>" + std::string(article_markup);
    EXPECT_EQ(published_text(read_page(page_with("", time))), "2026-05-04");
    const std::string stamp = "<div>Published: 4 May 2026, 10:00 GMT</div>" + std::string(article_markup);
    EXPECT_EQ(published_text(read_page(page_with("", stamp))), "2026-05-04T10:00:00+00:00");
}

TEST(ReadHtml, DecodesWhatThePageDeclares) {
    const std::string koi8 =
        page_with("<meta charset=\"iso-8859-2\">",
                  "<p>The envoys met in the city of \xA3\xF3\x64\xBC on Monday and will meet again there.</p>");
    EXPECT_NE(read_page(koi8).text.find("\xC5\x81\xC3\xB3\x64\xC5\xBA"), std::string::npos);
    const std::string latin = page_with("", "<p>The envoys met in the city of K\xF6ln on Monday and will meet again there.</p>");
    EXPECT_NE(read_page(latin).text.find("K\xC3\xB6ln"), std::string::npos);
    EXPECT_EQ(broken_run(read_page(latin), latin), "");
}

TEST(ReadHtml, SurvivesHostilePages) {
    std::string deep = "<html><body>";
    for (int i = 0; i < 200'000; ++i) {
        deep += "<div>";
    }
    deep += "<p>The envoys met.</p>";
    EXPECT_NE(read_page(deep).rejected, "");
    std::string open = "<html><body><p>The envoys of the two states met on Monday, they said.</p>";
    for (int i = 0; i < 200'000; ++i) {
        open += "<span>";
    }
    for (int i = 0; i < 200'000; ++i) {
        open += "</div>";
    }
    EXPECT_EQ(read_page(open).text, "The envoys of the two states met on Monday, they said.");
    std::string attributes = "<html><body><p ";
    for (int i = 0; i < 200'000; ++i) {
        attributes.append("a").append(std::to_string(i)).append("=1 ");
    }
    EXPECT_NE(read_page(attributes + ">x</p>").rejected.find("attributes"), std::string::npos);
    EXPECT_NE(read_page(std::string("<html><!-- ").append(1'000'000, '-')).rejected, "");
    EXPECT_NE(read_page("<html><body></body></html>").rejected, "");
}

}  // namespace
}  // namespace demarche
