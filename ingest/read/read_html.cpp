// An ordinary news page: what its head says of title, date and outlet, and the paragraphs of its body.
#include <algorithm>

#include "clean/clean_article.hpp"
#include "clean/letters.hpp"
#include "clean/stamp.hpp"
#include "read/decode.hpp"
#include "read/formats.hpp"
#include "read/html_page.hpp"

namespace demarche {

namespace {

std::string meta_of(const HtmlPage& page, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        for (const auto& [key, content] : page.metas) {
            if (key == name && !trim(content).empty()) {
                return std::string(trim(content));
            }
        }
    }
    return {};
}

// The string value of a key anywhere in a JSON-LD script; newsrooms write them by template, often not as valid JSON, so no parser
// is asked.
std::string json_ld_value(const HtmlPage& page, std::string_view key) {
    std::string quoted(1, '"');
    quoted.append(key).push_back('"');
    for (const std::string& script : page.json_ld) {
        std::size_t at = script.find(quoted);
        if (at == std::string::npos) {
            continue;
        }
        at = script.find_first_not_of(" \t\r\n:", at + quoted.size());
        if (at == std::string::npos || script[at] != '"') {
            continue;
        }
        const std::size_t end = script.find('"', at + 1);
        if (end != std::string::npos && end - at < 300) {
            return script.substr(at + 1, end - at - 1);
        }
    }
    return {};
}

// "/2025/07/11/" in an address
std::optional<Published> published_in_url(std::string_view url) {
    for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
        const std::string_view rest = url.substr(at + 1);
        for (const char mark : {'/', '-'}) {
            if (rest.size() >= 10 && rest[4] == mark && rest[7] == mark && (rest.size() == 10 || !is_digit(rest[10]))) {
                std::string day(rest.substr(0, 10));
                std::replace(day.begin(), day.end(), '/', '-');
                if (const auto found = parse_iso_date(day)) {
                    return Published{*found, std::nullopt, std::nullopt};
                }
            }
        }
    }
    return std::nullopt;
}

std::string title_of(const HtmlPage& page) {
    std::string title = meta_of(page, {"og:title", "twitter:title"});
    if (title.empty()) {
        const std::string& text = page.text.text();
        for (const HtmlBlock& block : page.blocks) {
            if (block.title && count_words(block.span.in(text)) >= 2) {
                return std::string(trim(block.span.in(text)));
            }
        }
        title = json_ld_value(page, "headline");
    }
    return title.empty() ? page.title : title;
}

std::optional<Published> published_of(const HtmlPage& page, const Outlets& outlets, const ArticleInfo& info) {
    const auto read = [&](std::string_view text) { return published_from(text, outlets, info.outlet, info.url); };
    for (const std::string& text :
         {meta_of(page, {"article:published_time",
                         "og:published_time",
                         "article:published",
                         "datepublished",
                         "og:pubdate",
                         "og:article:published_time",
                         "parsely-pub-date",
                         "sailthru.date",
                         "pubdate",
                         "publishdate",
                         "publish-date",
                         "publish_date",
                         "publication_date",
                         "article.published",
                         "dc.date.issued",
                         "dcterms.issued",
                         "dcterms.created",
                         "dcterms.date",
                         "dc.date",
                         "dc.date.created",
                         "citation_publication_date",
                         "cxenseparse:recs:publishtime",
                         "article_date_original",
                         "originalpublicationdate",
                         "datecreated",
                         "date",
                         "rnews:datepublished",
                         "analyticsattributes.articledate",
                         "pdate",
                         "timestamp"}),
          json_ld_value(page, "datePublished"), json_ld_value(page, "dateCreated"), json_ld_value(page, "uploadDate")}) {
        if (const auto found = text.empty() ? std::nullopt : read(text)) {
            return found;
        }
    }
    for (const std::string_view cue : {"published", "", "updated"}) {
        for (const auto& [mark, value] : page.times) {
            if (mark == cue && !value.empty()) {
                if (const auto found = read(value)) {
                    return found;
                }
            }
        }
    }
    return published_in_url(info.url);
}

// A stamp in the page's text where its head has no date: the first one that says that it is the publication, else the first.
std::optional<Published> stamp_of(const HtmlPage& page, const Outlets& outlets, const ArticleInfo& info) {
    const Outlet* outlet = info.outlet.empty() ? nullptr : outlets.by_name(info.outlet);
    outlet = outlet == nullptr && !info.url.empty() ? outlets.by_domain(info.url) : outlet;
    std::optional<Stamp> best;
    for (const HtmlBlock& block : page.blocks) {
        const std::string_view line = trim(block.span.in(page.text.text()));
        if (line.size() > 160 || !std::any_of(line.begin(), line.end(), is_digit)) {
            continue;
        }
        const auto stamp = find_stamp(line, outlets, outlet);
        if (stamp && stamp->words_beside <= 8 && (!best || stamp->cue > best->cue)) {
            best = stamp;
        }
    }
    return best ? std::optional(best->published) : std::nullopt;
}

}  // namespace

void read_html(const RawArticle& raw, const Outlets& outlets, Article& article) {
    const MappedText source = decode(raw.bytes, raw.begin, declared_charset(raw.bytes));
    const HtmlPage page = parse_html(source);
    if (page.blocks.empty() && !page.error.empty()) {
        article.rejected = place_of(raw) + ": " + page.error;
        return;
    }
    ArticleInfo& info = article.info;
    if (info.url.empty()) {
        info.url = page.canonical.find("://") != std::string::npos ? page.canonical : meta_of(page, {"og:url"});
    }
    info.outlet = meta_of(page, {"og:site_name", "application-name"});
    if (const Outlet* known = outlets.by_name(info.outlet)) {
        info.outlet = known->name;
    } else if (const Outlet* host = info.url.empty() ? nullptr : outlets.by_domain(info.url)) {
        info.outlet = host->name;
    }
    info.title = title_of(page);
    info.published = published_of(page, outlets, info);
    if (!info.published) {
        info.published = stamp_of(page, outlets, info);
    }
    clean_article(body_of(page), Layout::blocks, info.title.empty() ? TitleFrom::text : TitleFrom::outside, outlets, article);
}

}  // namespace demarche
