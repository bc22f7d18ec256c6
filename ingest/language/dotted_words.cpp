#include "language/dotted_words.hpp"

#include <array>

namespace demarche::language {

namespace {

// "U.S.", "a.m.", "U.S.S.R": single letters and periods, as far as they go; `begin` if the parts are longer ("e.Mail").
std::size_t acronym_end(const Chunk& chunk, std::size_t begin, const WordLists& lists) {
    std::size_t at = begin;
    while (at + 1 < chunk.end && is_ascii_letter(chunk.text[at]) && chunk.text[at + 1] == '.') {
        at += 2;
    }
    if (at < chunk.end && is_ascii_letter(chunk.text[at])) {
        const std::size_t end = chunk.letters_end(at);
        if (end == at + 1) {
            return end;  // "U.S" without its last period
        }
        const Abbreviation known = end < chunk.end && chunk.text[end] == '.'
                                       ? lists.abbreviation(chunk.text.substr(begin, end + 1 - begin))
                                       : Abbreviation::none;
        if (known != Abbreviation::none) {
            return end + 1;  // "D.Phil."
        }
        return at - begin >= 4 ? at : begin;  // "U.S.Navy", a blank left out
    }
    return at;
}

// A listed abbreviation with a period inside ("Ph.D.", "W.Va."), or a title without a blank behind ("Dr.Okoro").
std::size_t short_parts_end(const Chunk& chunk, std::size_t begin, std::size_t dot, const WordLists& lists) {
    constexpr std::size_t kLongestPart = 5;
    std::size_t at = dot + 1;
    while (at < chunk.end && at - dot <= kLongestPart && is_ascii_letter(chunk.text[at])) {
        ++at;
    }
    if (chunk.byte(at) == '.' && at < chunk.end &&
        lists.abbreviation(chunk.text.substr(begin, at + 1 - begin)) != Abbreviation::none) {
        return at + 1;
    }
    const bool title = is_ascii_upper(chunk.byte(dot + 1)) &&
                       lists.abbreviation(chunk.text.substr(begin, dot + 1 - begin)) == Abbreviation::title;
    return title ? dot + 1 : begin;
}

// "No. 5", "Vol. #2", "Tel. (020)".
bool number_follows(const Chunk& chunk, std::size_t at) {
    at = chunk.over_blanks(at);
    if (chunk.byte(at) == '#' || chunk.byte(at) == '(') {
        ++at;
    }
    return is_ascii_digit(chunk.byte(at));
}

// A capital and a period before a capitalised word: "J. Smith", "Kim J. Park"; not "Plan B. The", not "so did I. He".
bool is_initial(const Chunk& chunk, char letter, std::size_t dot, const WordLists& lists, bool after_comma) {
    if (!is_ascii_upper(letter) || letter == 'I') {
        return false;
    }
    if (chunk.byte(dot + 1) == ',') {  // "Smith, J., and"
        return after_comma;
    }
    if (chunk.byte(dot + 1) != ' ') {
        return false;
    }
    const std::size_t next = chunk.over_blanks(dot + 1);
    if (next >= chunk.text.size()) {
        return false;
    }
    if (is_ascii_digit(chunk.text[next])) {  // "S. 10th Street"
        return letter == 'N' || letter == 'S' || letter == 'E' || letter == 'W';
    }
    if (!is_upper(character_at(chunk.text, next).code)) {
        return false;
    }
    std::size_t end = next;
    std::array<char, 16> lower{};
    while (end < chunk.text.size() && end - next < lower.size() && is_ascii_letter(chunk.text[end])) {
        lower[end - next] = ascii_lower(chunk.text[end]);
        ++end;
    }
    return !lists.starts_sentence(std::string_view(lower.data(), end - next));
}

// Nothing follows in the paragraph but a capital, or nothing at all.
bool sentence_ends(const Chunk& chunk, std::size_t at) {
    if (at < chunk.end) {
        return false;
    }
    const std::size_t next = chunk.over_blanks(at);
    return next >= chunk.text.size() || (next > at && is_upper(character_at(chunk.text, next).code));
}

}  // namespace

std::size_t dotted_word_end(const Chunk& chunk, std::size_t begin, std::size_t dot, const WordLists& lists, bool after_comma) {
    const std::string_view with_dot = chunk.text.substr(begin, dot + 1 - begin);
    const bool letter = dot - begin == 1 && is_ascii_letter(chunk.text[begin]);
    const char after = chunk.byte(dot + 1);
    if (is_ascii_letter(after)) {
        return letter ? acronym_end(chunk, begin, lists) : short_parts_end(chunk, begin, dot, lists);
    }
    if (after == '.' && chunk.byte(dot + 2) == '.') {  // an ellipsis
        return begin;
    }
    switch (lists.abbreviation(with_dot)) {
        case Abbreviation::none:
            return after != '.' && letter && is_initial(chunk, chunk.text[begin], dot, lists, after_comma) ? dot + 1 : begin;
        case Abbreviation::number:
            return number_follows(chunk, dot + 1) ? dot + 1 : begin;
        case Abbreviation::last:  // the period of "etc." at the end of a sentence is the sentence's
            return sentence_ends(chunk, dot + 1) ? begin : dot + 1;
        default:
            return dot + 1;
    }
}

}  // namespace demarche::language
