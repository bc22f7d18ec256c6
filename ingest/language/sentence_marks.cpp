#include "language/sentence_marks.hpp"

#include <algorithm>
#include <initializer_list>

#include "language/characters.hpp"
#include "language/marks.hpp"

namespace demarche::language {

namespace {

bool is_any(std::string_view form, std::initializer_list<std::string_view> forms) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

bool opens(std::string_view form) {
    return is_any(form, {"(", "[", "{", "\"", "``", "'", "`", "\u201C", "\u2018", "\u00AB", "\u201E"});
}

bool closes(std::string_view form) {
    return is_any(form, {")", "]", "}", "\"", "''", "'", "\u201D", "\u2019", "\u2019\u2019", "\u00BB"});
}

bool is_bullet(std::string_view form) {
    return is_any(form, {"*", "\u2022", "\u25CF", "\u25AA", "\u25A0", "\u2023", "\u00B7", "-", "\u2013", "\u2014"});
}

bool is_drawn_rule(std::string_view form) {
    constexpr std::string_view kDrawn = "-=_*+~#";
    constexpr std::size_t kShortest = 5;
    return form.size() >= kShortest && kDrawn.find(form[0]) != std::string_view::npos &&
           kDrawn.find(form[1]) != std::string_view::npos && kDrawn.find(form[4]) != std::string_view::npos;
}

bool is_web_address(std::string_view form) {
    const bool may_be = form.size() > 4 && (form[0] == 'h' || form[0] == 'w' || form[0] == 'H' || form[0] == 'W');
    return may_be && (equals_any_case(form.substr(0, 4), "http") || equals_any_case(form.substr(0, 4), "www.")) &&
           form.find('.') != std::string_view::npos;
}

End end_kind(std::string_view form, const WordLists& lists) {
    const char last = form.back();
    if (last != '.' && is_ascii_letter(form[0])) {
        return End::none;
    }
    if (form == ".") {
        return End::full_stop;
    }
    if ((last == '!' || last == '?') && (form[0] == '!' || form[0] == '?' || form[0] == '.')) {
        return End::strong;
    }
    if (last != '.') {
        return form.starts_with("\u2026") ? End::ellipsis : is_emoticon(form) ? End::emoticon : End::none;
    }
    if (form[0] == '.') {
        return End::ellipsis;
    }
    switch (lists.abbreviation(form)) {
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
    return form.size() > 2 ? End::abbreviation : End::none;  // an acronym, or an initial
}

bool is_whole_word(std::string_view form) {
    constexpr std::size_t kLongestAbbreviation = 3;
    return form.size() > kLongestAbbreviation || !is_ascii_letter(form[0]) ||
           is_any(form, {"all", "be", "do", "go", "her", "him", "in", "it", "me", "now", "off", "on", "one", "out", "so", "too",
                         "up", "us", "you"});
}

}  // namespace demarche::language
