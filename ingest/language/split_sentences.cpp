#include "language/split_sentences.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

bool is_any(std::string_view form, std::initializer_list<std::string_view> forms) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool is_opening(std::string_view form) {
    return is_any(form, {"(", "[", "{", "\"", "``", "'", "`", "\u201C", "\u2018", "\u00AB", "\u201E"});
}
bool is_closing(std::string_view form) { return is_any(form, {")", "]", "}", "\"", "''", "'", "\u201D", "\u2019", "\u00BB"}); }
bool is_bullet(std::string_view form) {
    return is_any(form, {"*", "\u2022", "\u25CF", "\u25AA", "\u25A0", "\u2023", "\u00B7", "-", "\u2013", "\u2014"});
}

enum class End : std::uint8_t { none, full_stop, strong, ellipsis, abbreviation, last_abbreviation };

class Splitter {
public:
    Splitter(Document& document, std::uint32_t first, const WordLists& lists, std::vector<std::uint32_t>& brackets)
        : all_(document.tokens), first_(first), lists_(lists), closed_(brackets), text_(document.text()) {}

    template <class Emit>
    void run(Emit emit) {
        match_brackets();
        informal_ = all_.size() > first_ && starts_lower(form(first_));
        const auto count = static_cast<std::uint32_t>(all_.size());
        std::uint32_t begin = first_;
        std::uint32_t depth_end = 0;  // inside brackets opened in mid-sentence up to this token
        for (std::uint32_t at = first_; at < count; ++at) {
            if (at > begin && starts_bullet(at)) {
                emit(begin, at);
                begin = at;
            }
            if (at > begin && closed_[at - first_] > depth_end) {
                depth_end = closed_[at - first_];
            }
            if (at < depth_end) {
                continue;
            }
            const End kind = end_kind(at);
            if (kind == End::none) {
                continue;
            }
            const std::uint32_t next = after_closing(at + 1);
            if (next >= count) {
                break;
            }
            if (is_boundary(kind, begin, at, next)) {
                emit(begin, next);
                begin = next;
                at = next - 1;
            }
        }
        if (begin < count) {
            emit(begin, count);
        }
    }

private:
    [[nodiscard]] std::string_view form(std::uint32_t at) const { return all_[at].form; }

    // closed_[i] = token of the bracket that closes the one opened at i, 0 if none does. One pass with a chain of open brackets
    // kept in the same array, so that a megabyte of "(" costs no recursion and no search.
    void match_brackets() {
        const std::size_t count = all_.size() - first_;
        closed_.assign(count, 0);
        std::uint32_t open = 0;  // 1 + index of the innermost open bracket
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::string_view text = form(first_ + i);
            if (text == "(" || text == "[") {
                closed_[i] = open;
                open = i + 1;
            } else if ((text == ")" || text == "]") && open != 0) {
                const std::uint32_t opener = open - 1;
                open = closed_[opener];
                closed_[opener] = i - opener <= kLongestBracket ? first_ + i : 0;
            }
        }
        while (open != 0) {
            const std::uint32_t opener = open - 1;
            open = closed_[opener];
            closed_[opener] = 0;
        }
    }

    // An item of a list on a line of its own, inside a paragraph.
    [[nodiscard]] bool starts_bullet(std::uint32_t at) const {
        if (!is_bullet(form(at)) || at == first_) {
            return false;
        }
        const std::uint32_t from = all_[at - 1].span.end;
        return text_.substr(from, all_[at].span.begin - from).find('\n') != std::string_view::npos;
    }

    [[nodiscard]] End end_kind(std::uint32_t at) const {
        const std::string_view text = form(at);
        const char last = text.back();
        if (text == ".") {
            return End::full_stop;
        }
        if ((last == '!' || last == '?') && (text[0] == '!' || text[0] == '?')) {
            return End::strong;
        }
        if (last != '.') {
            return text.starts_with("\u2026") ? End::ellipsis : End::none;
        }
        if (text[0] == '.') {
            return End::ellipsis;
        }
        switch (lists_.abbreviation(text)) {
            case Abbreviation::title:
            case Abbreviation::inner:
            case Abbreviation::number:
                return End::none;
            case Abbreviation::last:
                return End::last_abbreviation;
            case Abbreviation::end:
                return End::abbreviation;
            case Abbreviation::none:
                break;
        }
        return text.size() > 2 ? End::abbreviation : End::none;  // an acronym, or an initial
    }

    // Skips the quotation marks and brackets that close what ended.
    [[nodiscard]] std::uint32_t after_closing(std::uint32_t at) const {
        while (at < all_.size() && !all_[at].space_before && is_closing(form(at))) {
            ++at;
        }
        return at;
    }

    [[nodiscard]] bool is_boundary(End kind, std::uint32_t begin, std::uint32_t at, std::uint32_t next) const {
        if (!all_[next].space_before) {
            return kind != End::abbreviation && kind != End::last_abbreviation && kind != End::ellipsis &&
                   starts_upper(form(next));
        }
        // "1. Item": a number that begins the line is a label.
        if (kind == End::full_stop && at == begin + 1 && is_ascii_digit(form(begin)[0])) {
            return false;
        }
        std::uint32_t word = next;
        while (word < all_.size() && word < next + kMostOpening && is_opening(form(word))) {
            ++word;
        }
        if (word >= all_.size()) {
            return kind == End::full_stop || kind == End::strong;
        }
        const std::string_view first_word = form(word);
        switch (kind) {
            case End::full_stop:
                return (informal_ || !starts_lower(first_word)) && !is_any(first_word, {",", ";", ":"});
            case End::strong:
                return (informal_ || !starts_lower(first_word)) && !is_any(first_word, {",", ";", ":", "\u2014", "--"});
            case End::ellipsis:
            case End::last_abbreviation:
                return starts_upper(first_word);
            default:
                return starts_sentence(first_word);
        }
    }

    // A capitalised word that is rarely part of a name. A word wholly in capitals says nothing: the line may be a headline.
    [[nodiscard]] bool starts_sentence(std::string_view word) const {
        std::array<char, 24> lower{};
        if (word.size() > lower.size() || !starts_upper(word) || (word.size() > 1 && is_ascii_upper(word[1]))) {
            return false;
        }
        return lists_.starts_sentence(std::string_view(lower.data(), lower_case(word, lower.data())));
    }

    static constexpr std::uint32_t kLongestBracket = 200;  // a bracket that closes later than that was hardly meant
    static constexpr std::uint32_t kMostOpening = 4;

    const std::vector<Token>& all_;
    std::uint32_t first_;
    const WordLists& lists_;
    std::vector<std::uint32_t>& closed_;
    std::string_view text_;
    bool informal_ = false;  // a paragraph that begins with a small letter begins its other sentences so as well
};

}  // namespace

void split_sentences(Document& document, std::uint32_t first, std::uint32_t paragraph, const WordLists& lists,
                     std::vector<std::uint32_t>& brackets) {
    Splitter(document, first, lists, brackets).run([&](std::uint32_t begin, std::uint32_t end) {
        document.sentences.push_back(
            {{document.tokens[begin].span.begin, document.tokens[end - 1].span.end}, {begin, end}, paragraph});
    });
}

}  // namespace demarche::language
