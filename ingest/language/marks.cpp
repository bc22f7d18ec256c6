#include "language/marks.hpp"

#include <algorithm>
#include <array>

namespace demarche::language {

namespace {

bool is_one_of(std::string_view set, char c) { return c != '\0' && set.find(c) != std::string_view::npos; }

// Length of the emoticon at the beginning of `text`, 0 if there is none.
std::size_t emoticon_length(std::string_view text) {
    constexpr std::array<std::string_view, 4> kWhole{"^_^", "^^", "-_-", "(:"};
    for (const std::string_view whole : kWhole) {
        if (text.starts_with(whole)) {
            return whole.size();
        }
    }
    std::size_t at = 0;
    const auto byte = [&] { return at < text.size() ? text[at] : '\0'; };
    at += byte() == '>' ? 1U : 0U;
    if (!is_one_of(":;=", byte())) {
        return 0;
    }
    const bool equals = byte() == '=';
    ++at;
    at += byte() == '\'' ? 1U : 0U;
    const std::size_t nose = at;
    at += byte() == '-' ? 1U : 0U;
    if (!is_one_of(equals ? ")(DPp]" : ")(DPpOo/|]", byte())) {
        return 0;
    }
    if (is_one_of("/|", byte()) && nose == at && at == 1 && text.size() > at + 1) {
        return 0;  // "://"
    }
    return at + 1;
}

template <class Predicate>
std::size_t run_end(const Chunk& chunk, std::size_t at, Predicate predicate) {
    while (at < chunk.end) {
        const Character next = chunk.peek(at);
        if (!predicate(next)) {
            break;
        }
        at += next.length;
    }
    return at;
}

// A line drawn from several marks, in mail and forums: "----==", "|------>". At least four of them.
std::size_t drawn_rule_end(const Chunk& chunk, std::size_t at) {
    constexpr std::string_view kDrawn = "-=_*+~<>|";
    std::size_t end = at;
    bool mixed = false;
    while (end < chunk.end && is_one_of(kDrawn, chunk.text[end])) {
        mixed |= chunk.text[end] != chunk.text[at];
        ++end;
    }
    return mixed && end - at >= 4 ? end : at;
}

}  // namespace

std::size_t emoticon_end(const Chunk& chunk, std::size_t at, bool open_bracket) {
    constexpr std::string_view kFirst = ":;=^(>-";
    if (!is_one_of(kFirst, chunk.text[at])) {
        return at;
    }
    constexpr std::size_t kLongest = 8;
    const std::string_view rest = chunk.text.substr(at, std::min(chunk.end - at, kLongest));
    const std::size_t length = emoticon_length(rest);
    if (length == 0) {
        return at;
    }
    const std::size_t end = at + length;
    if (at != chunk.begin && (open_bracket || !is_one_of(")(^", chunk.text[end - 1]))) {
        return at;  // behind a word only the plain faces
    }
    const Character next = chunk.peek(end);
    return next.kind == CharClass::space || is_one_of(".,!?)", chunk.byte(end)) ? end : at;
}

bool is_emoticon(std::string_view form) {
    return form.size() >= 2 && form.size() <= 5 && !is_ascii_letter(form[0]) && emoticon_length(form) == form.size();
}

std::size_t mark_end(const Chunk& chunk, std::size_t at) {
    const Character first = chunk.peek(at);
    const char c = chunk.text[at];
    const auto strong = [](Character next) { return next.code == U'!' || next.code == U'?'; };
    if (strong(first)) {
        return run_end(chunk, at, strong);
    }
    constexpr std::string_view kRepeated = ".,-_=*~+#<>|^$\\/";
    if (is_one_of(kRepeated, c) || first.code == 0x2026 || first.code == 0x2014) {
        for (const std::string_view arrow : {"-->", "==>", "->", "=>", "<-", "<=", ">="}) {
            if (chunk.up_to_end().substr(at).starts_with(arrow) && !is_one_of("-=<>", chunk.byte(at + arrow.size()))) {
                return at + arrow.size();
            }
        }
        const std::size_t rule = drawn_rule_end(chunk, at);
        if (rule != at) {
            return rule;
        }
        const std::size_t end = run_end(chunk, at, [&](Character next) { return next.code == first.code; });
        return c == '.' && end - at <= 2 ? run_end(chunk, end, strong) : end;  // ".?"
    }
    return run_end(chunk, at + first.length, [](Character next) { return next.kind == CharClass::joiner; });
}

}  // namespace demarche::language
