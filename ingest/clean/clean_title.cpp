
#include "clean/clean_article.hpp"
#include "clean/letters.hpp"

namespace demarche {

namespace {

// "(LEAD)", "(2nd LD)", "UPDATE 2-", "WRAPUP 3 - ", "URGENT:": length with what parts it from the title, 0 if none.
std::size_t label_length(std::string_view title, const Furniture& furniture) {
    const bool bracket = title.starts_with('(') || title.starts_with('[');
    const std::size_t begin = bracket ? 1 : 0;
    const std::string lower = folded(title.substr(begin, 60));
    std::size_t at = furniture.headline_label(lower);
    if (at == 0) {
        return 0;
    }
    at += begin;
    if (bracket) {
        const std::size_t close = title.find(title.front() == '(' ? ')' : ']', at);
        if (close == std::string_view::npos || close > 40) {
            return 0;
        }
        at = close + 1;
    } else {
        while (at < title.size() && (title[at] == ' ' || is_digit(title[at]))) {
            ++at;
        }
        const bool parted = at < title.size() && (title[at] == '-' || title[at] == ':' || title[at] == '/' || title[at] == '|');
        if (!parted) {
            return title.substr(at).starts_with("\xE2\x80\x93") || title.substr(at).starts_with("\xE2\x80\x94") ? at + 3 : 0;
        }
        ++at;
    }
    while (at < title.size() && (title[at] == ' ' || title[at] == '-')) {
        ++at;
    }
    return at < title.size() ? at : 0;
}

std::string one_spaced(std::string_view text) {
    MappedText source;
    source.append_unmapped(text);
    const Blocks blocks = split_blocks(source, Layout::blocks);
    std::string out;
    for (const Span span : blocks.spans) {
        out += out.empty() ? "" : " ";
        out += span.in(blocks.text.text());
    }
    return out;
}

}  // namespace

std::string clean_title(std::string_view title, std::string_view outlet, const Outlets& outlets) {
    std::string spaced = one_spaced(title);
    std::string_view rest = spaced;
    for (int labels = 0; labels < 3; ++labels) {
        const std::size_t length = label_length(rest, outlets.furniture());
        if (length == 0) {
            break;
        }
        rest.remove_prefix(length);
    }
    for (const std::string_view bar : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB "}) {
        const std::size_t at = rest.rfind(bar);
        if (at == std::string_view::npos || at < 8) {
            continue;
        }
        const std::string_view name = rest.substr(at + bar.size());
        if (outlets.by_name(name) != nullptr || outlets.by_domain(name) != nullptr ||
            (!outlet.empty() && folded(name) == folded(outlet))) {
            rest = trim(rest.substr(0, at));
        }
    }
    return std::string(trim(rest));
}

}  // namespace demarche
