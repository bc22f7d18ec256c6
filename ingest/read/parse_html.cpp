// Tags to blocks with libxml2's HTML parser as a stream of events: no tree, so hostile nesting costs no memory.
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "clean/letters.hpp"
#include "read/html_page.hpp"

namespace demarche {

namespace {

// libxml2 walks the open elements for some end tags: a bound on them keeps the whole linear. Real pages stay below 200.
constexpr std::size_t deepest = 1000;
// It compares each attribute of a tag with all others.
constexpr std::size_t most_attributes = 5000;

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 21> skipped_elements{
    "script", "style",  "nav",      "footer", "aside", "form",  "figure", "figcaption", "noscript", "iframe", "svg",
    "button", "select", "template", "object", "video", "audio", "canvas", "textarea",   "dialog",   "menu"};
constexpr std::array<std::string_view, 27> block_elements{
    "p",          "div", "li", "ul", "ol", "dl",    "dt",      "dd",      "h1",   "h2",     "h3",   "h4",     "h5",     "h6",
    "blockquote", "pre", "td", "th", "tr", "table", "section", "article", "main", "header", "body", "center", "address"};
constexpr std::array<std::string_view, 14> void_elements{"br",   "img", "hr",    "input",  "meta",  "link", "area",
                                                         "base", "col", "embed", "source", "track", "wbr",  "param"};
// Words of class and id attributes, as newsrooms and their systems name the parts of a page.
constexpr std::array<std::string_view, 34> furniture_words{
    "comment",    "sidebar",    "related", "promo",   "newsletter", "share",      "social",    "footer",   "navbar",
    "breadcrumb", "caption",    "credit",  "sponsor", "advert",     "banner",     "recommend", "popular",  "trending",
    "subscribe",  "paywall",    "cookie",  "popup",   "modal",      "widget",     "toolbar",   "tag-list", "most-read",
    "byline",     "author-bio", "disqus",  "taboola", "outbrain",   "pagination", "rightrail"};
constexpr std::array<std::string_view, 14> text_words{"article",     "story",  "body", "content",   "entry",
                                                      "post",        "text",   "main", "paragraph", "news-detail",
                                                      "maincontent", "hentry", "blog", "page"};
constexpr std::array<std::string_view, 16> body_marks{"article-body",    "articlebody",      "article__body", "story-body",
                                                      "storybody",       "story__body",      "entry-content", "post-content",
                                                      "article-content", "article__content", "article-text",  "story-content",
                                                      "post-body",       "article_body",     "body-content",  "td-post-content"};

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text); }

int weight_of(std::string_view marks) {
    int weight = 0;
    for (const std::string_view word : furniture_words) {
        weight -= marks.find(word) != std::string_view::npos ? 25 : 0;
    }
    for (const std::string_view word : text_words) {
        if (marks.find(word) != std::string_view::npos) {
            return std::min(weight + 25, 25);
        }
    }
    return weight;
}

class Builder {
public:
    Builder(const MappedText& source, HtmlPage& page) : source_(source), page_(page) {
        page_.elements.push_back({});
        open_.push_back(0);
        block_owner_ = 0;
    }

    void attach(htmlParserCtxtPtr context) { context_ = context; }

    void start(std::string_view name, const xmlChar** attributes) {
        if (open_.size() > deepest) {
            page_.error = "tags are nested more than " + std::to_string(deepest) + " deep; read up to there";
            xmlStopParser(context_);
            return;
        }
        const auto attribute = [&](std::string_view wanted) -> std::string_view {
            for (std::size_t i = 0; attributes != nullptr && attributes[i] != nullptr; i += 2) {
                if (view(attributes[i]) == wanted) {
                    return view(attributes[i + 1]);
                }
            }
            return {};
        };
        const HtmlElement& parent = page_.elements[open_.back()];
        if (name == "meta") {
            meta(attribute("name"), attribute("property"), attribute("itemprop"), attribute("content"));
        } else if (name == "link" && attribute("rel") == "canonical") {
            page_.canonical = attribute("href");
        } else if (name == "html") {
            page_.language = attribute("lang");
        } else if (name == "br") {
            breaks_ = std::min(breaks_ + 1, 2);
            if (breaks_ == 2) {
                close_block();
            } else {
                text_.append_unmapped("\n");
            }
        }
        HtmlElement element;
        element.parent = open_.back();
        element.skipped = parent.skipped;
        element.link = parent.link || name == "a";
        element.body_mark = name == "article" || attribute("itemprop") == "articleBody" || attribute("property") == "articleBody";
        const bool block = one_of(name, block_elements);
        if (block || one_of(name, skipped_elements)) {
            close_block();
            const std::string marks = folded(attribute("class")) + " " + folded(attribute("id"));
            element.weight = weight_of(marks);
            const bool large = name == "body" || name == "article" || name == "main" || name == "html";
            for (const std::string_view mark : body_marks) {
                element.body_mark = element.body_mark || marks.find(mark) != std::string::npos;
            }
            const std::string style = folded(attribute("style"));
            const bool hidden = style.find("display:none") != std::string::npos ||
                                style.find("display: none") != std::string::npos || attribute("aria-hidden") == "true" ||
                                marks.find("visually-hidden") != std::string::npos || marks.find("sr-only") != std::string::npos;
            const bool header = name == "header" && inside("article") == false && inside("main") == false;
            const std::string_view role = attribute("role");
            element.skipped = element.skipped || one_of(name, skipped_elements) || (hidden && !large) || header ||
                              role == "navigation" || role == "complementary" || role == "contentinfo" || role == "dialog" ||
                              (element.weight <= -25 && !large && !element.body_mark);
        }
        if (name == "time" || !attribute("datetime").empty()) {
            const std::string marks = folded(attribute("class")) + " " + folded(attribute("itemprop"));
            const bool published = marks.find("publish") != std::string::npos || marks.find("pubdate") != std::string::npos ||
                                   marks.find("entry-date") != std::string::npos || attribute("pubdate").data() != nullptr;
            const bool updated = marks.find("updated") != std::string::npos || marks.find("modified") != std::string::npos;
            page_.times.emplace_back(published ? "published" : updated ? "updated" : "", attribute("datetime"));
        } else if (attribute("itemprop") == "datePublished" && !attribute("content").empty()) {
            page_.metas.emplace_back("datepublished", attribute("content"));
        }
        json_ld_ = name == "script" && folded(attribute("type")).find("ld+json") != std::string::npos;
        if (json_ld_) {
            page_.json_ld.emplace_back();
        }
        in_title_ = in_title_ || (name == "title" && page_.title.empty());
        if (one_of(name, void_elements)) {
            return;  // libxml2 tells the end of these at once; end() passes them over too
        }
        element.name = name;
        page_.elements.push_back(std::move(element));
        open_.push_back(static_cast<std::uint32_t>(page_.elements.size() - 1));
        if (block) {
            block_owner_ = open_.back();
        }
    }

    void end(std::string_view name) {
        if (one_of(name, void_elements)) {
            return;
        }
        in_title_ = in_title_ && name != "title";
        json_ld_ = json_ld_ && name != "script";
        // Ends come in order; only after stopping may one be missing.
        if (open_.size() > 1 && page_.elements[open_.back()].name == name) {
            const bool block = one_of(name, block_elements) || one_of(name, skipped_elements);
            if (block) {
                close_block();
            }
            open_.pop_back();
            if (block) {
                block_owner_ = open_.back();
                while (block_owner_ != 0 && !one_of(page_.elements[block_owner_].name, block_elements)) {
                    block_owner_ = page_.elements[block_owner_].parent;
                }
            }
        }
    }

    void characters(std::string_view text) {
        if (in_title_) {
            page_.title += text;
            return;
        }
        const HtmlElement& element = page_.elements[open_.back()];
        if (element.skipped || element.name == "head" || element.name == "html") {
            return;
        }
        if (trim(text).empty()) {
            if (text_.size() > begin_) {
                text_.append_unmapped(" ");
            }
            return;
        }
        breaks_ = 0;
        const std::uint32_t before = text_.size();
        append(text);
        if (element.link) {
            link_bytes_ += text_.size() - before;
        }
    }

    void raw(std::string_view text) {
        if (json_ld_ && !page_.json_ld.empty()) {
            page_.json_ld.back() += text;
        }
    }

    void finish() {
        close_block();
        page_.text = std::move(text_);
    }

private:
    [[nodiscard]] bool inside(std::string_view name) const {
        return std::any_of(open_.begin(), open_.end(), [&](std::uint32_t e) { return page_.elements[e].name == name; });
    }

    void meta(std::string_view name, std::string_view property, std::string_view item, std::string_view content) {
        for (const std::string_view key : {name, property, item}) {
            if (!key.empty() && !content.empty() && content.size() < 2000) {
                page_.metas.emplace_back(folded(key), content);
            }
        }
    }

    // The parser stands behind the text it has just told, give or take a character; the bytes themselves decide.
    void append(std::string_view text) {
        const std::string_view source = source_.text();
        const auto read =
            static_cast<std::size_t>(std::max<long>(0, static_cast<long>(context_->input->cur - context_->input->base))) +
            static_cast<std::size_t>(context_->input->consumed);
        const std::size_t guess = read >= text.size() ? read - text.size() : 0;
        for (std::size_t back = 0; back <= 4; ++back) {
            for (const std::size_t at : {guess - std::min(back, guess), guess + back}) {
                if (at <= source.size() && source.substr(at).starts_with(text)) {
                    text_.append_from(source_, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())});
                    return;
                }
            }
        }
        text_.append_unmapped(text);
    }

    void close_block() {
        breaks_ = 0;
        const Span span{begin_, text_.size()};
        const std::uint32_t links = std::exchange(link_bytes_, 0U);
        begin_ = text_.size();
        if (trim(span.in(text_.text())).empty()) {
            return;
        }
        HtmlBlock block;
        block.element = block_owner_;
        block.span = span;
        block.link_bytes = links;
        const std::string_view name = page_.elements[block_owner_].name;
        block.title = name == "h1";
        block.heading = name.size() == 2 && name[0] == 'h' && is_digit(name[1]);
        block.paragraph = name == "p" || name == "blockquote" || name == "pre";
        block.item = name == "li" || name == "td" || name == "th" || name == "dt" || name == "dd";
        page_.blocks.push_back(block);
        text_.append_unmapped("\n");
        begin_ = text_.size();
    }

    const MappedText& source_;
    HtmlPage& page_;
    htmlParserCtxtPtr context_ = nullptr;
    MappedText text_;
    std::vector<std::uint32_t> open_;
    std::uint32_t block_owner_ = 0;
    std::uint32_t begin_ = 0;
    std::uint32_t link_bytes_ = 0;
    int breaks_ = 0;
    bool in_title_ = false;
    bool json_ld_ = false;
};

Builder& builder(void* user) { return *static_cast<Builder*>(user); }

// Quotes seen as HTML sees them; a tag with thousands of attributes is no page's.
bool too_many_attributes(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        if (++at >= text.size() || !is_alpha(text[at])) {
            continue;
        }
        std::size_t attributes = 0;
        char quote = '\0';
        for (; at < text.size() && (quote != '\0' || text[at] != '>'); ++at) {
            const char c = text[at];
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
                quote = c;
            } else if (is_space(c) && !is_space(text[at - 1])) {
                ++attributes;
            }
        }
        if (attributes > most_attributes) {
            return true;
        }
    }
    return false;
}

struct FreeContext {
    void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

HtmlPage parse_html(const MappedText& source) {
    static const bool ready = [] {
        xmlInitParser();  // once, before threads parse
        return true;
    }();
    (void)ready;
    HtmlPage page;
    const std::string& text = source.text();
    if (too_many_attributes(text)) {
        page.error = "a tag has more than " + std::to_string(most_attributes) + " attributes; this is no news page";
        return page;
    }
    Builder events(source, page);
    htmlSAXHandler handler{};
    handler.startElement = [](void* user, const xmlChar* name, const xmlChar** attributes) {
        builder(user).start(view(name), attributes);
    };
    handler.endElement = [](void* user, const xmlChar* name) { builder(user).end(view(name)); };
    handler.characters = [](void* user, const xmlChar* data, int size) {
        builder(user).characters({reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)});
    };
    handler.ignorableWhitespace = handler.characters;
    handler.cdataBlock = [](void* user, const xmlChar* data, int size) {
        builder(user).raw({reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)});
    };
    const std::unique_ptr<htmlParserCtxt, FreeContext> context(
        htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
    if (!context) {
        page.error = "the HTML parser could not start";
        return page;
    }
    htmlSAXHandler* const own = context->sax;
    context->sax = &handler;
    context->userData = &events;
    events.attach(context.get());
    htmlCtxtUseOptions(context.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context.get());
    events.finish();
    context->sax = own;
    return page;
}

std::string declared_charset(std::string_view bytes) {
    const std::string head = folded(bytes.substr(0, 4096));
    for (std::size_t at = head.find("charset"); at != std::string::npos; at = head.find("charset", at)) {
        at += 7;
        while (at < head.size() && (is_space(head[at]) || head[at] == '=' || head[at] == '"' || head[at] == '\'')) {
            ++at;
        }
        const std::size_t end = head.find_first_of("\"'; />", at);
        if (end != std::string::npos && end > at && end - at < 24) {
            return head.substr(at, end - at);
        }
    }
    return {};
}

}  // namespace demarche
