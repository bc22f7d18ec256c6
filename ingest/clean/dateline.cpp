#include "clean/dateline.hpp"

#include <algorithm>

#include "clean/letters.hpp"

namespace demarche {

namespace {

constexpr std::size_t longest_dateline = 200;

// Dash that ends a dateline at `at`: its length, 0 if none.
std::size_t dash_at(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    for (const std::string_view dash : {"---", "--", "\xE2\x80\x94", "\xE2\x80\x93", "\xE2\x80\x95", "-", "_"}) {
        if (rest.starts_with(dash)) {
            return dash.size();
        }
    }
    return 0;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
    return at;
}

// Capitals (or other scripts' letters), at least two, no small letter: "ST. PETERSBURG", "MEXICO CITY/WASHINGTON".
bool all_capitals(std::string_view text) {
    std::size_t capitals = 0;
    for (const char c : text) {
        if (is_lower(c) || is_digit(c)) {
            return false;
        }
        capitals += is_upper(c) || is_high(c) ? 1U : 0U;
    }
    return capitals >= 2;
}

// Every word begins with a capital, small joining words apart: "Kuala Lumpur", "Rio de Janeiro", "Port-au-Prince".
bool capitalised(std::string_view text) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) {
            continue;
        }
        ++words;
        const char first = word.front() == '\'' && word.size() > 1 ? word[1] : word.front();
        const bool joins = word == "de" || word == "del" || word == "la" || word == "of" || word == "the" || word == "and" ||
                           word == "al" || word == "da" || word == "do" || word == "le" || word == "los" || word == "on" ||
                           word == "an" || word == "upon" || word.starts_with("al-") || word.starts_with("el-");
        if (!is_upper(first) && !is_high(first) && !joins) {
            return false;
        }
        if (std::any_of(word.begin(), word.end(), is_digit)) {
            return false;
        }
    }
    return words >= 1 && words <= 6;
}

bool plausible_place(std::string_view place) {
    place = trim(place);
    if (place.size() < 2 || place.size() > 70) {
        return false;
    }
    for (const char c : place) {
        if (!is_alpha(c) && !is_high(c) && c != ' ' && c != '.' && c != ',' && c != '\'' && c != '-' && c != '/') {
            return false;
        }
    }
    // The city and what it lies in: "WASHINGTON, D.C.", "NAIROBI, Kenya", "ABOARD THE USS X".
    for (std::size_t at = 0, parts = 0; at <= place.size(); ++parts) {
        const std::size_t end = std::min(place.find(',', at), place.size());
        const std::string_view part = trim(place.substr(at, end - at));
        if (parts > 2 || !capitalised(part)) {
            return false;
        }
        at = end + 1;
    }
    return true;
}

// "In Paris", "On July 11": a phrase of a sentence, not a dateline.
bool begins_as_phrase(std::string_view place) {
    const std::string_view word = place.substr(0, place.find(' '));
    for (const std::string_view small :
         {"In", "On", "At", "By", "From", "For", "Since", "Until", "After", "Before", "The", "A", "An", "Between", "To"}) {
        if (word == small) {
            return true;
        }
    }
    return false;
}

// Nothing but weekday, month, day and year: "Friday, July 11", "11th July 2025".
bool only_date(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" ,.", at);
        if (begin == std::string_view::npos) {
            break;
        }
        const std::size_t end = std::min(text.find_first_of(" ,.", begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        at = end;
        if (!is_digit(word.front()) && month_from(word) == 0 && !is_weekday(word)) {
            return false;
        }
    }
    return true;
}

// What stands in the brackets of a dateline: the names of agencies or papers.
bool plausible_agency(std::string_view text, const Outlets& outlets, bool dated) {
    text = trim(text);
    if (text.empty() || text.size() > 40) {
        return false;
    }
    if (outlets.by_name(text) != nullptr || outlets.by_name(text.substr(0, text.find_first_of("/-,"))) != nullptr) {
        return true;
    }
    std::size_t words = 1;
    bool start = true;
    for (const char c : text) {
        if (c == ' ') {
            ++words;
            start = true;
            continue;
        }
        if (!is_alpha(c) && !is_high(c) && c != '.' && c != '/' && c != '-' && c != '\'' && c != '&') {
            return false;
        }
        if (start && is_lower(c)) {
            return false;
        }
        start = false;
    }
    return words <= (dated ? 4U : 3U);
}

// Splits "KUALA LUMPUR, Friday, July 11, 2025" into place and day; false if what is no place is no date either.
bool split_place(std::string_view text, DatelineFound& found) {
    text = trim(text);
    while (!text.empty() && (text.back() == ',' || text.back() == '.')) {
        if (text.back() == '.' && text.size() >= 2 && is_upper(text[text.size() - 2]) &&
            (text.size() < 3 || text[text.size() - 3] == '.')) {
            break;  // "D.C."
        }
        text.remove_suffix(1);
    }
    // The date is the last part: find where it begins, at a comma or a space before a month name, a weekday or a number.
    std::size_t date_begin = text.size();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" ,", at), text.size());
        std::string_view word = text.substr(at, end - at);
        while (!word.empty() && word.back() == '.') {
            word.remove_suffix(1);
        }
        const std::size_t next = text.find_first_not_of(" ,", end);
        const bool number_follows = next != std::string_view::npos && is_digit(text[next]);
        if (!word.empty() &&
            (is_digit(word.front()) || (month_from(word) != 0 && number_follows) ||
             (at > 0 && is_weekday(word) && word.size() >= 6) || (at == 0 && month_from(word) != 0 && number_follows))) {
            date_begin = at;
            break;
        }
        at = next == std::string_view::npos ? text.size() : next;
    }
    std::string_view place = trim(text.substr(0, date_begin));
    const std::string_view day = text.substr(date_begin);
    while (!place.empty() && place.back() == ',') {
        place.remove_suffix(1);
    }
    if (!place.empty() && (!plausible_place(place) || begins_as_phrase(place))) {
        return false;
    }
    found.place = place;
    if (!day.empty()) {
        const std::vector<MonthDay> dates = find_dates(day);
        if (dates.size() > 1 || day.size() > 40 || !only_date(day)) {
            return false;
        }
        if (!dates.empty()) {
            found.day = dates.front();
        } else if (!is_weekday(trim(day).substr(0, trim(day).find_first_of(" ,.")))) {
            return false;
        }
    }
    return !place.empty() || found.day.has_value();
}

// "MOSCOW, July 11. /TASS/. Text", "MOSCOW, July 11 /TASS/ -", "SEOUL, July 11 /PRNewswire/ --"
std::optional<DatelineFound> slash_form(std::string_view head, const Outlets& outlets) {
    const std::size_t slash = head.find('/');
    if (slash == std::string_view::npos || slash < 3 || head[slash - 1] != ' ') {
        return std::nullopt;
    }
    const std::size_t close = head.find('/', slash + 1);
    if (close == std::string_view::npos || !plausible_agency(head.substr(slash + 1, close - slash - 1), outlets, true)) {
        return std::nullopt;
    }
    DatelineFound found;
    if (!split_place(head.substr(0, slash), found) || found.place.empty()) {
        return std::nullopt;
    }
    found.agency = head.substr(slash + 1, close - slash - 1);
    std::size_t at = close + 1;
    if (at < head.size() && head[at] == '.') {
        ++at;
    }
    at = skip_spaces(head, at);
    at += dash_at(head, at);
    found.end = skip_spaces(head, at);
    return found;
}

// "… (Agency) --", and "(Agency) --" alone
std::optional<DatelineFound> bracket_form(std::string_view head, const Outlets& outlets) {
    const std::size_t open = head.find('(');
    const std::size_t close = open == std::string_view::npos ? open : head.find(')', open);
    if (close == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view inside = trim(head.substr(open + 1, close - open - 1));
    DatelineFound found;
    const std::string_view before = trim(head.substr(0, open));
    if (!before.empty() && !split_place(before, found)) {
        return std::nullopt;
    }
    const bool known = outlets.by_name(inside) != nullptr;
    std::size_t at = skip_spaces(head, close + 1);
    std::size_t dash = dash_at(head, at);
    if (dash == 0 && at < head.size() && head[at] == ':') {
        dash = 1;
    }
    if (dash == 0) {
        // "(CNN)Text", "PARIS (AFP) Text": only a known agency may stand without a dash
        const bool text_follows = at < head.size() && (is_upper(head[at]) || head[at] == '"' || is_high(head[at]));
        if (!known || !(text_follows || at == head.size()) || (before.empty() && at > close + 1)) {
            return std::nullopt;
        }
    }
    if (before.empty() && !known) {
        return std::nullopt;
    }
    if (!plausible_agency(inside, outlets, found.day.has_value()) ||
        (!known && !found.day && !all_capitals(found.place.substr(0, found.place.find(','))))) {
        return std::nullopt;
    }
    found.agency = inside;
    found.end = skip_spaces(head, at + dash);
    return found;
}

// "MOSCOW, April 13 -", "PARIS —", "ISLAMABAD:"
std::optional<DatelineFound> plain_form(std::string_view head, const Outlets& outlets) {
    for (std::size_t at = 2; at < head.size() && at < 80; ++at) {
        const bool colon = head[at] == ':';
        const bool spaced = head[at - 1] == ' ';
        const std::size_t dash = colon ? 0 : dash_at(head, at);
        if (head[at] == '(' || head[at] == '"' || head[at] == ';') {
            return std::nullopt;
        }
        if (!colon && dash == 0) {
            continue;
        }
        const std::size_t behind = colon ? at + 1 : at + dash;
        const bool dash_like = colon ? behind >= head.size() || head[behind] == ' ' : spaced || dash >= 2;
        if (!dash_like) {
            continue;  // a hyphen inside a name: "PORT-AU-PRINCE"
        }
        DatelineFound found;
        std::string_view before = trim(head.substr(0, at));
        if (!split_place(before, found) || found.place.empty()) {
            return std::nullopt;
        }
        const std::string_view city = std::string_view(found.place).substr(0, found.place.find(','));
        if (!all_capitals(city) && !(found.day && !colon)) {
            return std::nullopt;
        }
        if (outlets.by_name(city) != nullptr) {
            return std::nullopt;  // "REUTERS -" names no place
        }
        if (!found.day && (city.size() < 4 || outlets.furniture().headline_label(folded(city)) == city.size() ||
                           outlets.furniture().kind_of(folded(city) + ":") != FurnitureKind::none)) {
            return std::nullopt;
        }
        if (colon && !found.day && (count_words(city) > 3 || found.place.find(',') != std::string::npos)) {
            return std::nullopt;
        }
        found.end = skip_spaces(head, behind);
        return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<DatelineFound> find_dateline(std::string_view paragraph, const Outlets& outlets) {
    const std::string_view head = paragraph.substr(0, longest_dateline);
    if (head.empty() || (!is_upper(head.front()) && !is_digit(head.front()) && !is_high(head.front()) && head.front() != '(')) {
        return std::nullopt;
    }
    for (const auto form : {&bracket_form, &slash_form, &plain_form}) {
        if (auto found = form(head, outlets)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Day> resolve(const MonthDay& date, std::optional<Day> published) {
    if (date.year) {
        return day_of(*date.year, date.month, date.day);
    }
    if (!published) {
        return std::nullopt;
    }
    const Day latest = *published + std::chrono::duration<int, std::ratio<86400>>{1};
    const int year = civil(latest).year;
    for (int y = year; y > year - 5; --y) {  // 29 February may be some years back
        const auto day = day_of(y, date.month, date.day);
        if (day && *day <= latest) {
            return day;
        }
    }
    return std::nullopt;
}

}  // namespace demarche
