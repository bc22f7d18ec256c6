#include "language/tokenize.hpp"

#include <algorithm>
#include <array>

#include "language/addresses.hpp"
#include "language/characters.hpp"
#include "language/numbers.hpp"

namespace demarche::language {

namespace {

// Words that UD English cuts in two although nothing stands between the parts; `at` bytes go to the first.
struct Fused {
    std::string_view lower;
    std::size_t at;
};
constexpr std::array kFused{Fused{"cannot", 3}, Fused{"gonna", 3}, Fused{"wanna", 3},
                            Fused{"gotta", 3},  Fused{"dunno", 2}, Fused{"lemme", 3}};

std::size_t fused_at(std::string_view word) {
    if (word.size() < 5 || word.size() > 6) {
        return 0;
    }
    for (const Fused& fused : kFused) {
        if (equals_any_case(word, fused.lower)) {
            return fused.at;
        }
    }
    return 0;
}

class Scanner {
public:
    Scanner(std::string_view text, Span paragraph, const WordLists& lists, std::vector<Token>& tokens)
        : text_(text.substr(0, paragraph.end)),
          lists_(lists),
          tokens_(tokens),
          at_(paragraph.begin),
          first_token_(tokens.size()) {}

    void run() {
        while (skip_space()) {
            chunk_begin_ = at_;
            find_chunk_end();
            while (at_ < chunk_end_) {
                scan_one();
            }
        }
    }

private:
    [[nodiscard]] char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

    // A character inside the chunk; a blank if at its end.
    [[nodiscard]] Character peek(std::size_t at) const {
        return at < chunk_end_ ? character_at(text_, at) : Character{U' ', 1, CharClass::space};
    }

    bool skip_space() {
        while (at_ < text_.size()) {
            const Character character = character_at(text_, at_);
            if (character.kind != CharClass::space) {
                return true;
            }
            at_ += character.length;
        }
        return false;
    }

    // A chunk is what stands between blanks. Notes whether it can hold an address at all.
    void find_chunk_end() {
        std::size_t end = at_;
        bool dot = false;
        bool at_sign = false;
        bool colon_slash = false;
        while (end < text_.size()) {
            const char c = text_[end];
            if (is_ascii(c)) {
                if (ascii_class(c) == CharClass::space) {
                    break;
                }
                dot |= c == '.';
                at_sign |= c == '@';
                colon_slash |= c == '/' && end > at_ && text_[end - 1] == ':';
                ++end;
                continue;
            }
            const Character character = character_at(text_, end);
            if (character.kind == CharClass::space) {
                break;
            }
            end += character.length;
        }
        chunk_end_ = end;
        may_be_address_ = dot || at_sign || colon_slash;
        address_from_ = at_;
    }

    void emit(std::size_t end) {
        Token token;
        token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        token.form = text_.substr(at_, end - at_);
        token.space_before = at_ == chunk_begin_ && tokens_.size() > first_token_;
        tokens_.push_back(token);
        at_ = end;
    }

    void scan_one() {
        if (may_be_address_ && at_ >= address_from_) {
            const AddressScan found = scan_address(text_.substr(0, chunk_end_), at_);
            if (found.end != at_) {
                emit(found.end);
                return;
            }
            address_from_ = found.again;
        }
        const Character first = peek(at_);
        switch (first.kind) {
            case CharClass::letter:
            case CharClass::joiner:
                scan_word();
                return;
            case CharClass::digit:
                emit(number_end(text_.substr(0, chunk_end_), at_, at_));
                return;
            case CharClass::pictograph:
                scan_pictograph();
                return;
            case CharClass::invalid:
                scan_while([](Character c) { return c.kind == CharClass::invalid; });
                return;
            case CharClass::quote:
                scan_quote(first);
                return;
            default:
                scan_punctuation(first);
        }
    }

    template <class Predicate>
    void scan_while(Predicate predicate) {
        std::size_t end = at_ + peek(at_).length;
        while (end < chunk_end_) {
            const Character next = peek(end);
            if (!predicate(next)) {
                break;
            }
            end += next.length;
        }
        emit(end);
    }

    void scan_pictograph() {
        std::size_t end = at_ + peek(at_).length;
        bool joined = false;
        while (end < chunk_end_) {
            const Character next = peek(end);
            const bool belongs = next.kind == CharClass::joiner || (joined && next.kind == CharClass::pictograph);
            if (!belongs) {
                break;
            }
            joined = next.code == 0x200D;
            end += next.length;
        }
        emit(end);
    }

    [[nodiscard]] static bool is_apostrophe(Character c) { return c.code == U'\'' || c.code == 0x2019; }
    [[nodiscard]] static bool is_word(Character c) {
        return c.kind == CharClass::letter || c.kind == CharClass::joiner || c.kind == CharClass::digit;
    }

    // End of the run of letters (and digits after the first letter) from `at`.
    [[nodiscard]] std::size_t letters_end(std::size_t at) const {
        while (at < chunk_end_) {
            const char c = text_[at];
            if (is_ascii(c)) {
                const CharClass kind = ascii_class(c);
                if (kind != CharClass::letter && kind != CharClass::digit && c != '_') {
                    break;
                }
                ++at;
                continue;
            }
            const Character character = character_at(text_, at);
            if (!is_word(character)) {
                break;
            }
            at += character.length;
        }
        return at;
    }

    void scan_word() {
        std::size_t end = letters_end(at_);
        if (end == at_) {  // a joiner by itself
            emit(at_ + peek(at_).length);
            return;
        }
        if (end < chunk_end_) {
            const std::size_t dotted = byte(end) == '.' ? abbreviation_end(end) : at_;
            if (dotted != at_) {
                emit(dotted);
                return;
            }
            end = hyphen_prefix_end(end);
            if (is_apostrophe(peek(end))) {
                scan_apostrophe(end);
                return;
            }
            if (byte(end) == '&' && is_ascii_upper(byte(end + 1)) && end - at_ <= 3 && is_ascii_upper(byte(end - 1))) {
                emit(letters_end(end + 1));  // "R&D", "AT&T"
                return;
            }
            if (byte(end) == '$' && end - at_ <= 3 && is_ascii_upper(byte(end - 1))) {
                emit(end + 1);  // "US$", "HK$"
                return;
            }
        }
        const std::size_t cut = fused_at(text_.substr(at_, end - at_));
        if (cut != 0) {
            emit(at_ + cut);
        }
        emit(end);
    }

    // "anti" + "-" + "ship": the end of the whole if the word is a prefix, else `end`.
    [[nodiscard]] std::size_t hyphen_prefix_end(std::size_t end) const {
        if (byte(end) != '-' || end + 1 >= chunk_end_ || !is_word(peek(end + 1)) ||
            !lists_.is_prefix(text_.substr(at_, end - at_))) {
            return end;
        }
        return letters_end(end + 1);
    }

    // The word at_..dot is followed by a period; where the token ends if that is part of it, else at_.
    [[nodiscard]] std::size_t abbreviation_end(std::size_t dot) const {
        const std::string_view with_dot = text_.substr(at_, dot + 1 - at_);
        if (dot - at_ == 1 && is_ascii_letter(text_[at_])) {
            if (is_ascii_letter(byte(dot + 1))) {
                return acronym_end();
            }
        }
        if (byte(dot + 1) == '.') {  // an ellipsis
            return at_;
        }
        if (is_ascii_letter(byte(dot + 1))) {
            return short_parts_end(dot);
        }
        const Abbreviation kind = lists_.abbreviation(with_dot);
        if (kind == Abbreviation::number) {
            return number_follows(dot + 1) ? dot + 1 : at_;
        }
        if (kind != Abbreviation::none) {
            return dot + 1;
        }
        return dot - at_ == 1 && is_initial(dot) ? dot + 1 : at_;
    }

    // "U.S.", "a.m.", "U.S.S.R": single letters and periods, as far as they go; at_ if the parts are longer ("e.Mail").
    [[nodiscard]] std::size_t acronym_end() const {
        std::size_t at = at_;
        while (at + 1 < chunk_end_ && is_ascii_letter(text_[at]) && text_[at + 1] == '.') {
            at += 2;
        }
        if (at < chunk_end_ && is_ascii_letter(text_[at])) {
            const std::size_t end = letters_end(at);
            if (end == at + 1) {
                return end;  // "U.S" without its last period
            }
            const Abbreviation known = end < chunk_end_ && text_[end] == '.'
                                           ? lists_.abbreviation(text_.substr(at_, end + 1 - at_))
                                           : Abbreviation::none;
            if (known != Abbreviation::none) {
                return end + 1;  // "D.Phil."
            }
            return at - at_ >= 4 ? at : at_;  // "U.S.Navy", a blank left out
        }
        return at;
    }

    // "Ph.D.", "W.Va.": a listed abbreviation with a period inside.
    [[nodiscard]] std::size_t short_parts_end(std::size_t dot) const {
        constexpr std::size_t kLongestPart = 5;
        std::size_t at = dot + 1;
        while (at < chunk_end_ && at - dot <= kLongestPart && is_ascii_letter(text_[at])) {
            ++at;
        }
        return byte(at) == '.' && at < chunk_end_ && lists_.abbreviation(text_.substr(at_, at + 1 - at_)) != Abbreviation::none
                   ? at + 1
                   : at_;
    }

    [[nodiscard]] bool number_follows(std::size_t at) const {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '#')) {
            ++at;
        }
        return is_ascii_digit(byte(at));
    }

    // A capital and a period before a capitalised word: "J. Smith", "Kim J. Park"; not "Plan B. The", not "so did I. He".
    [[nodiscard]] bool is_initial(std::size_t dot) const {
        if (!is_ascii_upper(text_[at_]) || text_[at_] == 'I') {
            return false;
        }
        std::size_t next = dot + 1;
        if (byte(next) == ',') {  // "Smith, J., and"
            return tokens_.size() > first_token_ && tokens_.back().form == ",";
        }
        if (byte(next) != ' ') {
            return false;
        }
        while (byte(next) == ' ') {
            ++next;
        }
        if (next >= text_.size() || !is_upper(character_at(text_, next).code)) {
            return false;
        }
        std::size_t end = next;
        std::array<char, 16> lower{};
        while (end < text_.size() && end - next < lower.size() && is_ascii_letter(text_[end])) {
            lower[end - next] = ascii_lower(text_[end]);
            ++end;
        }
        return !lists_.starts_sentence(std::string_view(lower.data(), end - next));
    }

    // A word followed by an apostrophe: "don't", "minister's", "O'Brien", "ministers'".
    void scan_apostrophe(std::size_t end) {
        for (;;) {
            const std::size_t mark = end;
            const std::size_t after = mark + peek(mark).length;
            const std::size_t tail_end = letters_end(after);
            if (tail_end == after) {  // "ministers'": the apostrophe is the next token
                emit(mark);
                return;
            }
            const std::string_view tail = text_.substr(after, tail_end - after);
            const bool more = is_apostrophe(peek(tail_end)) && is_word(peek(tail_end + peek(tail_end).length));
            if (!more) {
                split_contraction(mark, tail, tail_end);
                return;
            }
            end = tail_end;  // "rock'n'roll", "couldn't've"
        }
    }

    void split_contraction(std::size_t mark, std::string_view tail, std::size_t tail_end) {
        const bool one = tail.size() == 1;
        const char first = ascii_lower(tail[0]);
        const char second = tail.size() == 2 ? ascii_lower(tail[1]) : '\0';
        if (one && first == 't' && mark - at_ >= 2 && ascii_lower(text_[mark - 1]) == 'n') {
            emit(mark - 1);  // "do" + "n't"
            emit(tail_end);
            return;
        }
        const bool clitic = (one && (first == 's' || first == 'm' || first == 'd')) || (first == 'r' && second == 'e') ||
                            (first == 'v' && second == 'e') || (first == 'l' && second == 'l');
        if (clitic) {
            emit(mark);
        }
        emit(tail_end);
    }

    void scan_quote(Character first) {
        const std::size_t next = at_ + first.length;
        if (is_apostrophe(first) || first.code == U'`') {
            if (peek(next).code == first.code) {  // '' and ``
                emit(next + peek(next).length);
                return;
            }
            const std::size_t end = letters_end(next);
            if (first.code != U'`' && end != next && is_clitic_after(next, end)) {
                emit(end);
                return;
            }
        }
        emit(next);
    }

    // What follows a lone apostrophe: "'s" after a quotation mark or bracket, "'em", "'90s".
    [[nodiscard]] bool is_clitic_after(std::size_t begin, std::size_t end) const {
        const std::string_view tail = text_.substr(begin, end - begin);
        if (at_ > chunk_begin_) {
            return tail == "s" || tail == "S";
        }
        const bool years = tail.size() >= 2 && tail.size() <= 3 && is_ascii_digit(tail[0]) && is_ascii_digit(tail[1]) &&
                           (tail.size() == 2 || tail[2] == 's');
        return years || tail == "s" || tail == "em" || tail == "til" || tail == "cause" || tail == "ll" || tail == "re" ||
               tail == "ve";
    }

    void scan_punctuation(Character first) {
        const char c = text_[at_];
        const bool sign = c == '+' || c == '.';  // a hyphen before a number is a token of its own
        if (sign && at_ == chunk_begin_ && at_ + 1 < chunk_end_ && is_ascii_digit(byte(at_ + 1))) {
            emit(number_end(text_.substr(0, chunk_end_), at_, at_ + 1));  // "+6", ".9"
            return;
        }
        if (const std::size_t end = emoticon_end(); end != at_) {
            emit(end);
            return;
        }
        if (c == '!' || c == '?') {
            scan_while([](Character next) { return next.code == U'!' || next.code == U'?'; });
            return;
        }
        if ((c == '#' || c == '@') && is_word(peek(at_ + 1))) {  // "#summit", "@ministry"
            emit(letters_end(at_ + 1));
            return;
        }
        constexpr std::string_view kRepeated = ".-_=*~+#<>|^";
        if (kRepeated.find(c) != std::string_view::npos || first.code == 0x2026 || first.code == 0x2014) {
            scan_while([&](Character next) { return next.code == first.code; });
            return;
        }
        std::size_t end = at_ + first.length;
        while (end < chunk_end_ && peek(end).kind == CharClass::joiner) {
            end += peek(end).length;  // a variation selector
        }
        emit(end);
    }

    // ":)", ";-)", ":D" where nothing else stands around.
    [[nodiscard]] std::size_t emoticon_end() const {
        if (at_ != chunk_begin_ || (text_[at_] != ':' && text_[at_] != ';')) {
            return at_;
        }
        std::size_t end = at_ + 1;
        end += byte(end) == '-' ? 1U : 0U;
        constexpr std::string_view kMouths = ")(DPpO/|";
        return end + 1 == chunk_end_ && kMouths.find(text_[end]) != std::string_view::npos ? end + 1 : at_;
    }

    std::string_view text_;
    const WordLists& lists_;
    std::vector<Token>& tokens_;
    std::size_t at_;
    std::size_t first_token_;
    std::size_t chunk_begin_ = 0;
    std::size_t chunk_end_ = 0;
    std::size_t address_from_ = 0;  // no address begins before it
    bool may_be_address_ = false;
};

}  // namespace

void tokenize(std::string_view text, Span paragraph, const WordLists& lists, std::vector<Token>& tokens) {
    Scanner(text, paragraph, lists, tokens).run();
}

}  // namespace demarche::language
