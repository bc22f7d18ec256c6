#include "article_json.hpp"

#include <string_view>

#include "terminal.hpp"

namespace demarche::cli {

namespace {

// RFC 8259: a quoted string with what must be escaped; everything else as UTF-8.
void append_string(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    const std::string repaired = valid_utf8(text);
    out += '"';
    for (const char c : repaired) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 0xFU];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
    out += out.back() == '{' ? "\"" : ",\"";
    out += name;
    out += "\":";
    append_string(out, text);
}

}  // namespace

void append_article_line(std::string& out, const Article& article) {
    const ArticleInfo& info = article.info;
    out += '{';
    append_member(out, "id", info.id);
    append_member(out, "url", info.url);
    append_member(out, "outlet", info.outlet);
    if (info.published) {
        append_member(out, "published", iso_published(*info.published));
    } else {
        out += ",\"published\":null";
    }
    append_member(out, "title", info.title);
    append_member(out, "text", article.text);
    if (article.dateline) {
        out += ",\"dateline\":{";
        append_member(out, "place", article.dateline->place);
        append_member(out, "day", article.dateline->day ? iso_date(*article.dateline->day) : "");
        append_member(out, "agency", article.dateline->agency);
        out += '}';
    } else {
        out += ",\"dateline\":null";
    }
    append_member(out, "byline", article.byline);
    out += ",\"source\":{";
    append_member(out, "path", info.source.path);
    append_member(out, "format", info.source.format);
    out += ",\"begin\":" + std::to_string(info.source.begin) + ",\"end\":" + std::to_string(info.source.end) + "}}\n";
}

}  // namespace demarche::cli
