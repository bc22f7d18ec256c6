// A news page on its way from tags to blocks: what the parser's events leave behind, flat and without recursion.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "clean/mapped_text.hpp"

namespace demarche {

struct HtmlElement {
    std::uint32_t parent = 0;
    std::string name;
    bool skipped = false;    // it or one around it is navigation, script, hidden …
    bool link = false;       // inside <a>
    bool body_mark = false;  // itemprop="articleBody", <article>, class "article-body" …
    int weight = 0;          // what class and id say: > 0 text, < 0 furniture
};

struct HtmlBlock {
    std::uint32_t element = 0;  // the block element that holds it
    Span span;                  // of HtmlPage::text, with the page's own white space
    std::uint32_t link_bytes = 0;
    bool heading = false;
    bool paragraph = false;  // <p>, <blockquote>, <pre>
    bool item = false;       // <li>, <td>
    bool title = false;      // <h1>
};

struct HtmlPage {
    MappedText text;
    std::vector<HtmlElement> elements;  // the first is the page itself
    std::vector<HtmlBlock> blocks;      // in order of the page
    std::string title;                  // <title>
    std::string canonical;
    std::string language;
    std::string error;                                       // "" or why the page was read only in part or not at all
    std::vector<std::pair<std::string, std::string>> metas;  // name or property (lower case), content
    std::vector<std::pair<std::string, std::string>> times;  // "pubdate", "published", "updated" or "", value of <time datetime>
    std::vector<std::string> json_ld;
};

// Parses UTF-8 text whose charset declarations no longer matter. Time is linear in the text; nesting is bounded.
[[nodiscard]] HtmlPage parse_html(const MappedText& source);

// The blocks that are the article, in order, one a line. Falls back to all paragraphs if nothing stands out.
[[nodiscard]] MappedText body_of(const HtmlPage& page);

// Charset that a page declares in its first bytes, "" if none.
[[nodiscard]] std::string declared_charset(std::string_view bytes);

}  // namespace demarche
