#include "language/split_sentences.hpp"

#include <array>
#include <span>

#include "language/characters.hpp"
#include "language/marks.hpp"
#include "language/sentence_layout.hpp"
#include "language/sentence_marks.hpp"

namespace demarche::language {

namespace {

class Splitter {
public:
    Splitter(Document& document, std::uint32_t first, const WordLists& lists, std::vector<std::uint32_t>& brackets)
        : all_(document.tokens),
          tokens_(std::span<const Token>(document.tokens).subspan(first)),
          first_(first),
          lists_(lists),
          closed_(brackets),
          text_(document.text()) {}

    template <class Emit>
    void run(Emit emit) {
        match_brackets();
        informal_ = all_.size() > first_ && starts_lower(form(first_));
        const auto count = static_cast<std::uint32_t>(all_.size());
        std::uint32_t begin = first_;
        std::uint32_t depth_end = 0;  // inside brackets opened in mid-sentence up to this token
        for (std::uint32_t at = first_; at < count; ++at) {
            if (at > begin && all_[at].space_before && layout_breaks(tokens_, begin - first_, at - first_, text_, lists_)) {
                emit(begin, at);
                begin = at;
            }
            if (at > begin && closed_[at - first_] > depth_end) {
                depth_end = closed_[at - first_];
            }
            if (at < depth_end) {
                continue;
            }
            const End kind = end_kind(form(at), lists_);
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

    // Skips what closes the sentence behind its end mark: quotation marks, brackets, emoticons, "[12]" of a reference.
    [[nodiscard]] std::uint32_t after_closing(std::uint32_t at) const {
        while (at < all_.size()) {
            const std::string_view mark = form(at);
            const bool closing = closes(mark) && (!all_[at].space_before || mark == ")" || mark == "]" || at + 1 == all_.size());
            if (closing || is_emoticon(mark)) {
                ++at;
            } else if (mark == "[" && at + 2 < all_.size() && is_ascii_digit(form(at + 1)[0]) && form(at + 2) == "]") {
                at += 3;
            } else {
                break;
            }
        }
        return at;
    }

    // "1. Item", "these: 1. Item": a small number that begins what stands there is a label.
    [[nodiscard]] bool is_label(std::uint32_t begin, std::uint32_t at) const {
        if (at == begin || !is_ascii_digit(form(at - 1)[0])) {
            return false;
        }
        return at == begin + 1 ||
               (form(at - 1).size() <= 2 && (form(at - 2) == ":" || opens(form(at - 2)) || is_bullet(form(at - 2))));
    }

    [[nodiscard]] bool is_boundary(End kind, std::uint32_t begin, std::uint32_t at, std::uint32_t next) const {
        const std::string_view next_form = form(next);
        if (!all_[next].space_before && !is_emoticon(form(next - 1))) {
            switch (kind) {
                case End::abbreviation:
                case End::last_abbreviation:
                    return false;
                case End::strong:  // "Really?thanks"
                    return starts_upper(next_form) || (next == at + 1 && starts_lower(next_form));
                default:
                    return starts_upper(next_form);
            }
        }
        if (kind == End::full_stop && is_label(begin, at)) {
            return false;
        }
        if (next_form == "." || next_form[0] == '?' || next_form[0] == '!') {  // ". . .", "? ?"
            return false;
        }
        if (kind == End::ellipsis && at == begin) {  // "... And more"
            return false;
        }
        std::uint32_t word = next;
        while (word < all_.size() && word < next + kMostOpening && opens(form(word))) {
            ++word;
        }
        if (word >= all_.size()) {
            return kind == End::full_stop || kind == End::strong;
        }
        const std::string_view first_word = form(word);
        const bool small = starts_lower(first_word) && !is_web_address(first_word);
        switch (kind) {
            case End::full_stop:
                return (!small || informal_ || small_starts(kind, begin, at, word)) && first_word != "," && first_word != ";" &&
                       first_word != ":";
            case End::strong:
                return (!small || informal_ || small_starts(kind, begin, at, word)) && first_word != "," && first_word != ";" &&
                       first_word != ":" && first_word != "\u2014" && first_word != "\u2013" && first_word != "--";
            case End::ellipsis:
            case End::emoticon:
            case End::last_abbreviation:
                return starts_upper(first_word);
            default:
                return starts_sentence(first_word);
        }
    }

    // Does a sentence begin with the small letter at `word`? Not behind a quotation ('"Who?" he asked'), an abbreviation that
    // is not listed, or a name with a mark ("Yahoo! said").
    [[nodiscard]] bool small_starts(End kind, std::uint32_t begin, std::uint32_t at, std::uint32_t word) const {
        if (word != at + 1 || at == begin) {
            return false;
        }
        const std::string_view last = form(at - 1);
        if (kind == End::full_stop) {
            return last.back() != '.' && is_whole_word(last);
        }
        return at > begin + 1 && (form(at) != "!" || !starts_upper(last));
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
    std::span<const Token> tokens_;  // of this paragraph
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
