#include "language/tokenize.hpp"

#include "language/addresses.hpp"
#include "language/chunk.hpp"
#include "language/contractions.hpp"
#include "language/dotted_words.hpp"
#include "language/marks.hpp"
#include "language/numbers.hpp"

namespace demarche::language {

namespace {

class Scanner {
public:
    Scanner(std::string_view text, Span paragraph, const WordLists& lists, std::vector<Token>& tokens)
        : chunk_{text.substr(0, paragraph.end), 0, 0},
          lists_(lists),
          tokens_(tokens),
          at_(paragraph.begin),
          first_token_(tokens.size()) {}

    void run() {
        while (skip_space()) {
            chunk_.begin = at_;
            find_chunk_end();
            while (at_ < chunk_.end) {
                scan_one();
            }
        }
    }

private:
    bool skip_space() {
        const std::string_view text = chunk_.text;
        while (at_ < text.size()) {
            const Character character = character_at(text, at_);
            if (character.kind != CharClass::space) {
                return true;
            }
            at_ += character.length;
        }
        return false;
    }

    // A chunk is what stands between blanks. Notes whether it can hold an address at all.
    void find_chunk_end() {
        const std::string_view text = chunk_.text;
        std::size_t end = at_;
        bool dot = false;
        bool at_sign = false;
        bool colon_slash = false;
        while (end < text.size()) {
            const char c = text[end];
            if (is_ascii(c)) {
                if (ascii_class(c) == CharClass::space) {
                    break;
                }
                dot |= c == '.';
                at_sign |= c == '@';
                colon_slash |= c == '/' && end > at_ && text[end - 1] == ':';
                ++end;
                continue;
            }
            const Character character = character_at(text, end);
            if (character.kind == CharClass::space) {
                break;
            }
            end += character.length;
        }
        chunk_.end = end;
        may_be_address_ = dot || at_sign || colon_slash;
        address_from_ = at_;
    }

    void emit(std::size_t end) {
        Token token;
        token.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
        token.form = chunk_.text.substr(at_, end - at_);
        token.space_before = at_ == chunk_.begin && tokens_.size() > first_token_;
        tokens_.push_back(token);
        at_ = end;
    }

    void emit(const Cuts& cuts) {
        for (std::size_t i = 0; i < cuts.count; ++i) {
            emit(cuts.ends[i]);
        }
    }

    void scan_one() {
        if (may_be_address_ && at_ >= address_from_) {
            const AddressScan found = scan_address(chunk_.up_to_end(), at_);
            if (found.end != at_) {
                emit(found.end);
                return;
            }
            address_from_ = found.again;
        }
        const Character first = chunk_.peek(at_);
        switch (first.kind) {
            case CharClass::letter:
            case CharClass::joiner:
                scan_word();
                return;
            case CharClass::digit:
                scan_number();
                return;
            case CharClass::pictograph:
                scan_pictograph();
                return;
            case CharClass::invalid:
                scan_invalid();
                return;
            case CharClass::quote:
                scan_quote(first);
                return;
            default:
                scan_punctuation();
        }
    }

    void scan_invalid() {
        std::size_t end = at_;
        while (end < chunk_.end && chunk_.peek(end).kind == CharClass::invalid) {
            ++end;
        }
        emit(end);
    }

    void scan_pictograph() {
        std::size_t end = at_ + chunk_.peek(at_).length;
        bool joined = false;
        while (end < chunk_.end) {
            const Character next = chunk_.peek(end);
            const bool belongs = next.kind == CharClass::joiner || (joined && next.kind == CharClass::pictograph);
            if (!belongs) {
                break;
            }
            joined = next.code == 0x200D;
            end += next.length;
        }
        emit(end);
    }

    void scan_number() {
        const std::size_t end = number_end(chunk_.up_to_end(), at_, at_);
        const Character mark = chunk_.peek(end);
        if (is_apostrophe(mark) && ascii_lower(chunk_.byte(end + mark.length)) == 's' &&
            chunk_.letters_end(end + mark.length) == end + mark.length + 1) {
            emit(cut_at_apostrophe(chunk_, at_, end));  // "the 1990's", "2021's"
        } else {
            emit(end);
        }
    }

    void scan_word() {
        std::size_t end = chunk_.letters_end(at_);
        if (end == at_) {  // a joiner by itself
            emit(at_ + chunk_.peek(at_).length);
            return;
        }
        if (end < chunk_.end) {
            const bool after_comma = tokens_.size() > first_token_ && tokens_.back().form == ",";
            const std::size_t dotted = chunk_.byte(end) == '.' ? dotted_word_end(chunk_, at_, end, lists_, after_comma) : at_;
            if (dotted != at_) {
                emit(dotted);
                return;
            }
            end = hyphen_prefix_end(end);
            if (is_apostrophe(chunk_.peek(end))) {
                emit(cut_at_apostrophe(chunk_, at_, end));
                return;
            }
            if (const std::size_t whole = joined_by_mark_end(end); whole != end) {
                emit(whole);
                return;
            }
        }
        const Contraction* fused = lists_.contraction(chunk_.text.substr(at_, end - at_));
        if (fused == nullptr) {
            emit(end);
        } else {
            emit(cut_fused(*fused, chunk_, at_, end, {tokens_.data() + first_token_, tokens_.size() - first_token_}));
        }
    }

    // "AT&T", "p&l", "b/c", "US$": the end of the whole, else `end`.
    [[nodiscard]] std::size_t joined_by_mark_end(std::size_t end) const {
        const std::size_t length = end - at_;
        const char mark = chunk_.byte(end);
        if (length > 3 || !is_ascii_letter(chunk_.byte(end - 1))) {
            return end;
        }
        const bool capital = is_ascii_upper(chunk_.byte(end - 1));
        if (mark == '$' && capital) {
            return end + 1;
        }
        if (mark == '&' && capital && is_ascii_upper(chunk_.byte(end + 1))) {
            return chunk_.letters_end(end + 1);
        }
        if (length == 1 && (mark == '&' || mark == '/') && end + 1 < chunk_.end) {
            const std::size_t whole = chunk_.letters_end(end + 1);
            const bool letter = whole == end + 2 && is_ascii_letter(chunk_.byte(end + 1));
            return letter && (mark == '&' || !capital) ? whole : end;
        }
        return end;
    }

    // "anti" + "-" + "ship": the end of the whole if the word is a prefix, else `end`.
    [[nodiscard]] std::size_t hyphen_prefix_end(std::size_t end) const {
        if (chunk_.byte(end) != '-' || end + 1 >= chunk_.end || !is_word(chunk_.peek(end + 1)) ||
            !lists_.is_prefix(chunk_.text.substr(at_, end - at_))) {
            return end;
        }
        return chunk_.letters_end(end + 1);
    }

    void scan_quote(Character first) {
        const std::size_t next = at_ + first.length;
        if (is_apostrophe(first) || first.code == 0x2018) {
            const char32_t second = chunk_.peek(next).code;
            if (second == first.code || (first.code == 0x2018 && second == 0x2019)) {  // '' and ``
                emit(next + chunk_.peek(next).length);
                return;
            }
            const std::size_t end = chunk_.letters_end(next);
            if (end != next && first.code != U'`' && first.code != 0x2018 &&
                is_clitic(chunk_.text.substr(next, end - next), at_ == chunk_.begin)) {
                emit(end);
                return;
            }
        }
        emit(next);
    }

    void scan_punctuation() {
        const char c = chunk_.text[at_];
        const bool more = at_ + 1 < chunk_.end;
        const bool sign = c == '+' || c == '.';  // a hyphen before a number is a token of its own
        const bool amount = c == '.' && at_ > chunk_.begin && chunk_.byte(at_ - 1) == '$';
        if (sign && (at_ == chunk_.begin || amount) && more && is_ascii_digit(chunk_.byte(at_ + 1))) {
            emit(number_end(chunk_.up_to_end(), at_, at_ + 1));  // "+6", ".9", "$.9"
            return;
        }
        if (const std::size_t end = emoticon_end(chunk_, at_, open_brackets_ > 0); end != at_) {
            emit(end);
            return;
        }
        if (c == '.' && more && may_be_address_) {
            if (const std::size_t end = bare_file_ending_end(chunk_.up_to_end(), at_); end != at_) {
                emit(end);  // ".doc" behind a name with blanks in it
                return;
            }
        }
        // "#summit", "@ministry"; but the number sign before a number is a token.
        if (((c == '#' && !is_ascii_digit(chunk_.byte(at_ + 1))) || c == '@') && is_word(chunk_.peek(at_ + 1))) {
            emit(chunk_.letters_end(at_ + 1));
            return;
        }
        open_brackets_ += c == '(' ? 1U : 0U;
        open_brackets_ -= c == ')' && open_brackets_ > 0 ? 1U : 0U;
        emit(mark_end(chunk_, at_));
    }

    Chunk chunk_;
    const WordLists& lists_;
    std::vector<Token>& tokens_;
    std::size_t at_;
    std::size_t first_token_;
    std::size_t address_from_ = 0;  // no address begins before it
    std::size_t open_brackets_ = 0;
    bool may_be_address_ = false;
};

}  // namespace

void tokenize(std::string_view text, Span paragraph, const WordLists& lists, std::vector<Token>& tokens) {
    Scanner(text, paragraph, lists, tokens).run();
}

}  // namespace demarche::language
