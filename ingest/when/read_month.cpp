// Months and days of months: "July", "early July", "July 11", "11 July 2025", "the 11th of July", "July 10-11".
#include <algorithm>

#include "when/match.hpp"

namespace demarche::when {

namespace {

// "may" the modal and "march" the verb, "Mar", "Sun" and "Sat" the names: a month is capitalised, and the doubtful ones need a
// number or a word beside them that only a date has.
bool is_month(const Words& words, std::uint32_t at) {
    if (words.kind(at) != Kind::month || !words.capital(at)) {
        return false;
    }
    const std::string_view lower = words.lower(at);
    const Kind after = words.kind(at + 1);
    const bool figure_after =
        after == Kind::digits || after == Kind::ordinal || (words.is(at + 1, ".") && words.kind(at + 2) == Kind::digits);
    const bool figure_before = at > words.begin && (words.kind(at - 1) == Kind::digits || words.kind(at - 1) == Kind::ordinal);
    if (figure_after || figure_before) {
        return true;
    }
    const bool short_form = lower.size() <= 4 && lower != "may" && lower != "june" && lower != "july";
    if (short_form) {
        return lower.back() == '.' || words.is(at + 1, ".");
    }
    const Kind before = at > words.begin ? words.kind(at - 1) : Kind::none;
    const bool time_before = before == Kind::early || before == Kind::mid || before == Kind::late || before == Kind::last ||
                             before == Kind::next || before == Kind::present_one || before == Kind::coming ||
                             before == Kind::previous || before == Kind::before || before == Kind::after ||
                             before == Kind::every ||
                             (at > words.begin + 1 && words.dash(at - 1) && words.kind(at - 2) == Kind::mid);
    const bool preposition = at > words.begin && words.is(at - 1, {"in", "since", "until", "till", "by", "from", "to", "through",
                                                                   "during", "of", "between", "for"});
    if (time_before || preposition) {
        // "for May", "to June": a name goes on with another name
        const bool name_goes_on = words.upos(at + 1) == Upos::propn && words.capital(at + 1) &&
                                  words.kind(at + 1) == Kind::none && !words.glued(at + 1);
        const bool doubtful = lower == "may" || lower == "march" || lower == "april" || lower == "june" || lower == "august";
        return !(doubtful && name_goes_on);
    }
    if (lower == "may" || lower == "march") {
        // "the March accord"
        const bool of_thing = at > words.begin && words.is(at - 1, {"the", "a", "last", "'s"}) &&
                              words.upos(at + 1) == Upos::noun && !words.capital(at + 1);
        return of_thing || words.possessive(at + 1) ||
               (at > words.begin && words.is(at - 1, {"and", "or"}) && words.kind(at - 2) == Kind::month) ||
               year_at(words, at + 1) || (words.is(at + 1, ",") && year_at(words, at + 2));
    }
    const bool after_name = at > words.begin && words.upos(at - 1) == Upos::propn && words.kind(at - 1) == Kind::none;
    const bool before_name = words.upos(at + 1) == Upos::propn && words.capital(at + 1) && words.kind(at + 1) == Kind::none;
    const bool first_name = lower == "april" || lower == "june" || lower == "august";
    return !(first_name && (after_name || before_name));
}

std::uint32_t behind_month(const Words& words, std::uint32_t at) {
    const bool short_form = words.lower(at).size() <= 4 && !words.is(at, {"may", "june", "july"});
    return short_form && words.is(at + 1, ".") && words.glued(at + 1) ? at + 2 : at + 1;
}

struct DayRange {
    unsigned first = 0;
    unsigned last = 0;
    std::uint32_t end = 0;
};

std::optional<unsigned> day_number(int value) {
    return value >= 1 && value <= 31 ? std::optional(static_cast<unsigned>(value)) : std::nullopt;
}

// "11", "11th", "eleventh", "10-11", "10–11", "10 to 11", "10 and 11".
std::optional<DayRange> days_at(const Words& words, std::uint32_t at) {
    const std::string_view form = words.form(at);
    // A range that the tokenizer left whole.
    const std::size_t split = form.find_first_of("-\xE2");
    if (!form.empty() && form.front() >= '0' && form.front() <= '9' && split != std::string_view::npos && split <= 2) {
        const std::size_t rest = form[split] == '-' ? split + 1 : split + 3;
        const auto number = [](std::string_view digits) -> int {
            if (digits.empty() || digits.size() > 2 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
                return 0;
            }
            return digits.size() == 1 ? digits[0] - '0' : ((digits[0] - '0') * 10) + (digits[1] - '0');
        };
        const auto a = day_number(number(form.substr(0, split)));
        const auto b = day_number(rest < form.size() ? number(form.substr(rest)) : 0);
        return a && b && *a < *b ? std::optional(DayRange{*a, *b, at + 1}) : std::nullopt;
    }
    std::optional<Number> number = ordinal_at(words, at);
    if (!number && words.kind(at) == Kind::digits && words.form(at).size() <= 2 &&
        words.form(at).find_first_not_of("0123456789") == std::string_view::npos) {
        number = Number{words.value(at), at + 1, false, true};
    }
    const auto first = number ? day_number(number->value) : std::nullopt;
    if (!first) {
        return std::nullopt;
    }
    DayRange range{*first, *first, number->end};
    const bool joined = words.dash(range.end) || words.is(range.end, {"to", "and", "through", "&", "or"});
    const std::uint32_t second = range.end + 1;
    if (joined && (words.kind(second) == Kind::digits || words.kind(second) == Kind::ordinal) && words.form(second).size() <= 4) {
        const auto last = day_number(words.value(second));
        const Kind behind = words.kind(second + 1);
        const bool counts =
            words.is(range.end, {"and", "or"}) && (words.upos(second + 1) == Upos::noun || words.upos(second + 1) == Upos::adj);
        const bool not_a_day = behind == Kind::units || behind == Kind::unit || behind == Kind::meridiem ||
                               words.is(second + 1, {":", "%", "percent"}) || counts;
        if (last && *last > *first && !not_a_day && !words.is(range.end - 1, "$")) {
            range.last = *last;
            range.end = second + 1;
        }
    }
    return range;
}

// The days of that month in that year, or what is left of an impossible date: nothing.
std::optional<Days> days_of(int year, unsigned month, const DayRange& range) {
    const auto first = day_of(year, month, range.first);
    const auto last = day_of(year, month, range.last);
    return first && last ? std::optional(Days{*first, *last}) : std::nullopt;
}

bool possible_day(unsigned month, unsigned day) { return day_of(2024, month, day).has_value(); }  // a leap year

std::optional<Match> finish_day(const Words& words, unsigned month, const DayRange& range, std::uint32_t end,
                                const Anchors& anchors) {
    Match match;
    match.end = end;
    if (const auto year = year_after(words, end, anchors)) {
        match.end = year->end;
        match.meaning = calendar_unit(days_of(year->year, month, range), Unit::day);
        match.basis = year->written ? DateBasis::full : DateBasis::relative;
        if (!match.meaning.days) {
            return std::nullopt;  // 31 February
        }
        return with_part_of_day(words, match);
    }
    if (!possible_day(month, range.first) || !possible_day(month, range.last)) {
        return std::nullopt;
    }
    set_yearly(match, Unit::day, anchors, [&](int year) { return days_of(year, month, range); });
    match.nearest = true;
    return with_part_of_day(words, match);
}

std::optional<Match> finish_month(const Words& words, std::uint32_t at, unsigned month, std::uint32_t end,
                                  const Anchors& anchors) {
    Match match;
    match.end = end;
    if (const auto year = year_after(words, end, anchors)) {
        match.end = year->end;
        match.meaning = calendar_unit(month_days(year->year, month), Unit::month);
        match.basis = year->written ? DateBasis::full : DateBasis::relative;
        return match;
    }
    const Kind before = at > words.begin ? words.kind(at - 1) : Kind::none;
    set_yearly(match, Unit::month, anchors, [&](int year) { return month_days(year, month); });
    match.nearest = true;
    if (!anchors.published) {
        return match;
    }
    const CivilDay published = civil(*anchors.published);
    const bool backward = before == Kind::last || before == Kind::previous || (before == Kind::past);
    const bool forward = before == Kind::next || before == Kind::coming || before == Kind::following;
    if (backward || forward || before == Kind::present_one) {
        // "last June" said in June is that of the year before; "this June" is the one of the year.
        int year = published.year;
        if (backward && month >= published.month) {
            --year;
        } else if (forward && month <= published.month) {
            ++year;
        }
        match.directed = false;
        match.future.reset();
        match.meaning = calendar_unit(month_days(year, month), Unit::month);
    }
    return match;
}

}  // namespace

Third third_at(const Words& words, std::uint32_t at) {
    std::uint32_t from = at;
    if (words.is(from, "the")) {
        ++from;
    }
    if (words.mid(from)) {
        return {from, Kind::mid};
    }
    switch (words.kind(from)) {
        case Kind::early:
        case Kind::late: {
            std::uint32_t end = words.behind_hyphen(from + 1);
            if (words.is(end, "in")) {
                ++end;
            }
            return {end, words.kind(from)};
        }
        case Kind::mid:
            return {words.behind_hyphen(from + 1), Kind::mid};
        case Kind::beginning:
        case Kind::end:
        case Kind::middle:
            if (words.is(from + 1, "of")) {
                return {from + 2, words.kind(from) == Kind::middle ? Kind::mid : words.kind(from)};
            }
            break;
        default:
            break;
    }
    return {};
}

std::optional<YearAfter> year_after(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = at;
    if (words.is(from, ",") || words.is(from, "of") || words.is(from, "in")) {
        ++from;
    }
    if (const auto year = year_at(words, from)) {
        return YearAfter{from + 1, *year, true};
    }
    // "'97", which the tokenizer may cut
    const std::string_view form = words.form(from);
    if (form.size() == 3 && form.front() == '\'' && form.find_first_not_of("0123456789", 1) == std::string_view::npos) {
        const int two = ((form[1] - '0') * 10) + (form[2] - '0');
        return YearAfter{from + 1, two < 50 ? 2000 + two : 1900 + two, true};
    }
    const Kind kind = words.kind(from);
    const bool relative =
        kind == Kind::last || kind == Kind::next || kind == Kind::present_one || kind == Kind::coming || kind == Kind::that;
    if (relative && words.kind(from + 1) == Kind::unit && words.unit(from + 1) == Unit::year && anchors.published) {
        const int step = kind == Kind::last ? -1 : kind == Kind::next || kind == Kind::coming ? 1 : 0;
        const Day base = kind == Kind::that && anchors.mentioned ? anchors.mentioned->first : *anchors.published;
        return YearAfter{from + 2, civil(base).year + step, false};
    }
    return std::nullopt;
}

std::optional<Match> read_month(const Words& words, std::uint32_t at, const Anchors& anchors) {
    // "the 11th of July", "11 July", "11th July"
    std::uint32_t from = words.is(at, "the") ? at + 1 : at;
    if (words.kind(from) == Kind::digits || words.kind(from) == Kind::ordinal || words.kind(from) == Kind::cardinal ||
        (!words.form(from).empty() && words.form(from).front() <= '9' && words.form(from).front() >= '0')) {
        const auto range = days_at(words, from);
        if (!range) {
            return std::nullopt;
        }
        const std::uint32_t month = words.is(range->end, "of") ? range->end + 1 : range->end;
        if (!is_month(words, month) || words.glued(month)) {
            return std::nullopt;
        }
        // "7 May said": a figure before a doubtful month that goes on like a verb
        return finish_day(words, static_cast<unsigned>(words.value(month)), *range, behind_month(words, month), anchors);
    }
    const Third third = third_at(words, at);
    from = third.kind != Kind::none ? third.end : at;
    // "last July", "this coming July"
    from = words.behind_modifiers(from, [](Kind kind) {
        return kind == Kind::last || kind == Kind::next || kind == Kind::present_one || kind == Kind::coming ||
               kind == Kind::past || kind == Kind::previous;
    });
    if (!is_month(words, from)) {
        return std::nullopt;
    }
    const bool impossible = third.kind == Kind::none && at > words.begin && words.kind(at - 1) == Kind::digits &&
                            words.form(at - 1).size() <= 2;  // "31 February"
    if (impossible) {
        return std::nullopt;
    }
    const auto month = static_cast<unsigned>(words.value(from));
    const std::uint32_t behind = behind_month(words, from);
    if (third.kind == Kind::none && !words.glued(behind)) {
        std::uint32_t day = behind;
        if (words.is(day, "the")) {
            ++day;
        }
        if (const auto range = days_at(words, day)) {
            const Kind next = words.kind(range->end);
            if (next != Kind::units && next != Kind::meridiem &&
                !(words.is(range->end, {"%", "percent", "million", "billion"}))) {
                return finish_day(words, month, *range, range->end, anchors);
            }
        }
    }
    auto match = finish_month(words, from, month, behind, anchors);
    if (match && third.kind != Kind::none) {
        match->meaning = narrowed(match->meaning, third.kind);
        if (match->future) {
            match->future = narrowed(*match->future, third.kind);
        }
        if (match->directed && anchors.published && match->meaning.days && match->meaning.days->first > *anchors.published) {
            // "late July" said early in July: the past reading is last year's
            match->future = match->meaning;
            const CivilDay days = civil(match->meaning.days->first);
            match->meaning = narrowed(calendar_unit(month_days(days.year - 1, days.month), Unit::month), third.kind);
            match->nearest = true;
        }
    }
    return match;
}

}  // namespace demarche::when
