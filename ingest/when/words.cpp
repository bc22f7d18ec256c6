#include "when/words.hpp"

namespace demarche::when {

namespace {

bool joins_figures(std::string_view form) {
    return !form.empty() && form.find_first_not_of("0123456789-/:.") == std::string_view::npos;
}

}  // namespace

std::optional<Number> number_at(const Words& words, std::uint32_t at) {
    switch (words.kind(at)) {
        case Kind::digits:
            if (words.form(at).find_first_not_of("0123456789") != std::string_view::npos || words.value(at) > 100000) {
                return std::nullopt;
            }
            return Number{words.value(at), at + 1, false, true};
        case Kind::article: {
            // "a few", "a couple of", "a dozen", "a hundred"
            const Kind next = words.kind(at + 1);
            if (next == Kind::some || (next == Kind::cardinal && words.value(at + 1) >= 12)) {
                return number_at(words, at + 1);
            }
            return Number{1, at + 1, true, false};
        }
        case Kind::some: {
            const bool of = words.is(at + 1, "of");
            return Number{words.value(at), of ? at + 2 : at + 1, false, false};
        }
        case Kind::cardinal:
            break;
        default:
            return std::nullopt;
    }
    int value = words.value(at);
    std::uint32_t end = at + 1;
    if (value >= 20 && value < 100) {
        const std::uint32_t ones = words.behind_hyphen(end);
        if (words.kind(ones) == Kind::cardinal && words.value(ones) < 10) {
            value += words.value(ones);
            end = ones + 1;
        }
    }
    if (value < 100 && words.is(end, "hundred")) {
        value *= 100;
        ++end;
    }
    return Number{value, end, false, false};
}

std::optional<Number> ordinal_at(const Words& words, std::uint32_t at) {
    if (words.kind(at) == Kind::ordinal) {
        return Number{words.value(at), at + 1, false, words.form(at).front() <= '9'};
    }
    if (words.kind(at) == Kind::cardinal && (words.value(at) == 20 || words.value(at) == 30)) {
        const std::uint32_t ones = words.behind_hyphen(at + 1);
        if (words.kind(ones) == Kind::ordinal && words.value(ones) < 10 && words.form(ones).front() > '9') {
            return Number{words.value(at) + words.value(ones), ones + 1, false, false};
        }
    }
    return std::nullopt;
}

std::optional<int> year_at(const Words& words, std::uint32_t at) {
    if (words.kind(at) != Kind::digits || words.form(at).size() != 4) {
        return std::nullopt;
    }
    const int value = words.value(at);
    const bool fits = value >= static_cast<int>(first_year) && value <= static_cast<int>(last_year);
    return fits ? std::optional(value) : std::nullopt;
}

Cluster cluster_at(const Words& words, std::uint32_t at) {
    if (!words.inside(at)) {
        return {};
    }
    constexpr std::uint32_t longest = 16;  // tokens; the longest date in figures has five
    std::uint32_t end = at + 1;
    while (end < at + longest && words.glued(end) && (joins_figures(words.form(end)) || words.is(end, "–"))) {
        ++end;
    }
    // A full stop that ends the sentence or an abbreviation is not part of it.
    while (end > at + 1 && !words.form(end - 1).empty() &&
           words.form(end - 1).find_first_of("0123456789") == std::string_view::npos) {
        --end;
    }
    const std::uint32_t from = words.tokens[at].span.begin;
    return {words.text.substr(from, words.tokens[end - 1].span.end - from), end};
}

}  // namespace demarche::when
