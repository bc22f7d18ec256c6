#include "clean/classify.hpp"

#include <algorithm>

#include "clean/dateline.hpp"
#include "clean/letters.hpp"
#include "clean/stamp.hpp"

namespace demarche {

namespace {

// Closing quotes, brackets and spaces at the end.
std::string_view without_closers(std::string_view text) {
    for (;;) {
        if (text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\x99")) {
            text.remove_suffix(3);
        } else if (!text.empty() && (text.back() == '"' || text.back() == '\'' || text.back() == ')' || text.back() == ']' ||
                                     text.back() == ' ')) {
            text.remove_suffix(1);
        } else {
            return text;
        }
    }
}

bool has_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 >= text.size()) {
        return false;
    }
    const auto part = [](char c) { return is_alpha(c) || is_digit(c) || c == '.' || c == '_' || c == '-'; };
    const std::size_t dot = text.find('.', at);
    return part(text[at - 1]) && part(text[at + 1]) && dot != std::string_view::npos && dot + 1 < text.size() &&
           is_alpha(text[dot + 1]);
}

// "Home > World > Asia", "News | Politics"
bool is_breadcrumb(std::string_view text) {
    return text.find(" > ") != std::string_view::npos || text.find(" \xE2\x80\xBA ") != std::string_view::npos ||
           text.find(" \xC2\xBB ") != std::string_view::npos || std::count(text.begin(), text.end(), '|') >= 2;
}

}  // namespace

bool ends_sentence(std::string_view block) {
    block = without_closers(block);
    return !block.empty() &&
           (block.back() == '.' || block.back() == '!' || block.back() == '?' || block.ends_with("\xE2\x80\xA6"));
}

std::string_view byline_names(std::string_view block) {
    std::string_view rest;
    for (const std::string_view by : {"By ", "BY ", "by ", "By: ", "Author: ", "Written by ", "Reported by "}) {
        if (block.starts_with(by)) {
            rest = trim(block.substr(by.size()));
        }
    }
    if (rest.empty() || !(is_upper(rest.front()) || is_high(rest.front())) || count_words(rest) > 14) {
        return {};
    }
    const bool abbreviated_end =
        rest.size() >= 3 && rest.back() == '.' && rest[rest.size() - 3] == ' ';  // "… Jr." is rare, "Kim K." is not
    if (ends_sentence(rest) && !abbreviated_end && count_words(rest) > 4) {
        return {};
    }
    // Names and posts: "By Friday, talks had stalled" has small words that names do not have.
    const std::string_view head = rest.substr(0, rest.find_first_of(",|/"));
    std::size_t small = 0;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find(' ', at), head.size());
        const std::string_view word = head.substr(at, end - at);
        at = end + 1;
        if (!word.empty() && is_lower(word.front()) && word != "and" && word != "in" && word != "for" && word != "with" &&
            word != "at" && word != "de" && word != "van" && word != "der" && word != "von" && word != "al" && word != "el" &&
            word != "bin" && word != "da" && word != "di" && word != "la" && word != "ul" && !word.starts_with("al-") &&
            !word.starts_with("el-")) {
            ++small;
        }
    }
    if (small > 0 || is_weekday(head.substr(0, head.find(' ')))) {
        return {};
    }
    return rest;
}

std::size_t sign_off(std::string_view block, const Outlets& outlets) {
    for (const std::string_view mark : {"(END)", "(End)", "(ENDS)", "Enditem", "ENDITEM", "-END-", "ENDS", "###"}) {
        if (block.ends_with(mark) && block.size() > mark.size()) {
            const char before = block[block.size() - mark.size() - 1];
            if (before == ' ' || before == '.' || before == '"') {
                std::string_view rest = block.substr(0, block.size() - mark.size());
                rest = trim(rest);
                if (ends_sentence(rest)) {
                    return block.size() - rest.size();
                }
            }
        }
    }
    std::string_view name;
    std::string_view before;
    if (block.ends_with(')')) {
        const std::size_t open = block.rfind('(');
        if (open == std::string_view::npos || open == 0) {
            return 0;
        }
        name = block.substr(open + 1, block.size() - open - 2);
        before = block.substr(0, open);
    } else {  // "… he said. - AFP", "… — Reuters"
        const std::string_view tail = block.substr(block.size() - std::min<std::size_t>(block.size(), 40));
        for (const std::string_view dash : {" - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
            if (const std::size_t at = tail.rfind(dash); at != std::string_view::npos) {
                name = tail.substr(at + dash.size());
                before = block.substr(0, block.size() - tail.size() + at);
            }
        }
    }
    before = trim(before);
    if (name.empty() || !ends_sentence(before)) {
        return 0;
    }
    const bool known = outlets.by_name(name) != nullptr || outlets.by_name(name.substr(0, name.find_first_of("/-,"))) != nullptr;
    return known ? block.size() - before.size() : 0;
}

bool ends_with_credit(std::string_view block, const Outlets& outlets) {
    const std::string_view tail = block.substr(block.size() - std::min<std::size_t>(block.size(), 80));
    const std::string_view bare = without_closers(tail);
    // "Dado Name/Reuters", "AP Photo/Name"
    if (const std::size_t slash = bare.rfind('/'); slash != std::string_view::npos && slash > 0 && slash + 1 < bare.size()) {
        const std::string_view after = bare.substr(slash + 1);
        const bool name_before = is_alpha(bare[slash - 1]) || is_high(bare[slash - 1]);
        if (name_before && outlets.by_name(after) != nullptr) {
            return true;
        }
    }
    if (block.ends_with(')')) {
        const std::size_t open = tail.rfind('(');
        if (open != std::string_view::npos) {
            const std::string_view name = tail.substr(open + 1, tail.size() - open - 2);
            return outlets.by_name(name) != nullptr || folded(name).starts_with("photo");
        }
    }
    return false;
}

Classified classify(std::string_view block, const Outlets& outlets) {
    Classified result;
    result.words = count_words(block);
    const std::size_t off = sign_off(block, outlets);
    const bool sentence = off > 0 || ends_sentence(block);
    constexpr std::size_t longest_line = 1000;  // furniture is short; a long paragraph is looked at no further
    if (block.size() > longest_line) {
        result.kind = BlockKind::prose;
        return result;
    }
    const std::string lower = folded(block);
    switch (outlets.furniture().kind_of(lower)) {
        case FurnitureKind::drop:
            result.kind = BlockKind::drop;
            return result;
        case FurnitureKind::footer:
            result.kind = BlockKind::footer;
            return result;
        case FurnitureKind::end:
            result.kind = BlockKind::end;
            return result;
        case FurnitureKind::caption:
            result.kind = BlockKind::caption;
            return result;
        default:
            break;
    }
    if (!byline_names(block).empty()) {
        result.kind = BlockKind::byline;
        return result;
    }
    if (result.words <= 8 && has_mail_address(block)) {
        result.kind = BlockKind::mail;
        return result;
    }
    if (result.words == 0 || block.starts_with("http://") || block.starts_with("https://") || block.starts_with("www.") ||
        (result.words <= 12 && is_breadcrumb(block))) {
        result.kind = BlockKind::drop;
        return result;
    }
    if (result.words <= 24 && std::any_of(block.begin(), block.end(), is_digit)) {
        const auto stamp = find_stamp(block, outlets, nullptr);
        if (stamp && (stamp->words_beside <= 4 || (stamp->cue != StampCue::none && stamp->words_beside <= 10 && !sentence))) {
            result.kind = BlockKind::stamp;
            return result;
        }
    }
    if (!sentence && ends_with_credit(block, outlets) && !find_dateline(block, outlets)) {
        result.kind = BlockKind::caption;
        return result;
    }
    constexpr std::size_t long_line = 20;  // a paragraph cut off before its full stop; few titles are as long
    result.kind = (sentence && result.words >= 4) || result.words >= long_line ? BlockKind::prose : BlockKind::line;
    return result;
}

}  // namespace demarche
