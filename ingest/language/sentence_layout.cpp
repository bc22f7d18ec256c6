#include "language/sentence_layout.hpp"

#include "language/characters.hpp"
#include "language/sentence_marks.hpp"

namespace demarche::language {

namespace {

// "04/26/2001"
bool is_numeric_date(std::string_view form) {
    if (form.size() < 6 || form.size() > 10 || !is_ascii_digit(form[0])) {
        return false;
    }
    const std::size_t slash = form.find('/');
    return slash != std::string_view::npos && slash <= 2 && form.find('/', slash + 1) != std::string_view::npos;
}

// Date, time and "AM" or "PM" from tokens[at]: the line that mail programs write above what they forward.
bool is_date_line(std::span<const Token> tokens, std::size_t at) {
    return at + 2 < tokens.size() && is_numeric_date(tokens[at].form) && is_ascii_digit(tokens[at + 1].form[0]) &&
           tokens[at + 1].form.find(':') != std::string_view::npos &&
           (equals_any_case(tokens[at + 2].form, "pm") || equals_any_case(tokens[at + 2].form, "am"));
}

// An item of a list on a line of its own, inside a paragraph.
bool starts_item(std::span<const Token> tokens, std::size_t at, std::string_view text) {
    if (!is_bullet(tokens[at].form)) {
        return false;
    }
    const std::uint32_t from = tokens[at - 1].span.end;
    return text.substr(from, tokens[at].span.begin - from).find('\n') != std::string_view::npos;
}

// "Best regards," before a name.
bool closes_letter(std::span<const Token> tokens, std::size_t begin, std::size_t at, const WordLists& lists) {
    constexpr std::size_t kLongest = 4;
    const bool goes_on = tokens[at].form == "I" || (at + 1 < tokens.size() && tokens[at + 1].form == ".");
    return !goes_on && tokens[at - 1].form == "," && at - begin >= 2 && at - begin <= kLongest &&
           starts_upper(tokens[begin].form) && starts_upper(tokens[at].form) && lists.is_closing_phrase(tokens[at - 2].form);
}

}  // namespace

bool layout_breaks(std::span<const Token> tokens, std::size_t begin, std::size_t at, std::string_view text,
                   const WordLists& lists) {
    const std::string_view form = tokens[at].form;
    const std::string_view last = tokens[at - 1].form;
    if (is_ascii_letter(last[0])) {
        if (last.size() == 2 && (last[1] == 'm' || last[1] == 'M') && at >= 3 && is_date_line(tokens, at - 3)) {
            return true;
        }
        if (is_web_address(last) && (starts_upper(form) || is_web_address(form))) {
            return true;
        }
        if (is_ascii_letter(form[0])) {  // two words: by far the commonest case
            return false;
        }
    } else if (last == ",") {
        return closes_letter(tokens, begin, at, lists);
    } else if (last == ">" || last == ">>") {
        return starts_upper(form) || is_date_line(tokens, at);
    } else if (is_drawn_rule(last)) {
        return starts_upper(form) || is_ascii_digit(form[0]) || starts_item(tokens, at, text);
    }
    if (is_ascii_digit(form[0])) {
        return !starts_lower(last) && is_date_line(tokens, at);
    }
    return !is_ascii_letter(form[0]) && (is_drawn_rule(form) || starts_item(tokens, at, text));
}

}  // namespace demarche::language
