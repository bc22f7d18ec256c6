// EDTF (ISO 8601-2:2019), levels 0 and 1 as far as an event's date needs them: days, months, years, and intervals of them
// with open ends.
#include <algorithm>
#include <utility>

#include "demarche/graph/date_span.hpp"

namespace demarche {

namespace {

std::string month_text(int year, unsigned month) { return iso_date(*day_of(year, month, 1)).substr(0, 7); }
std::string year_text(int year) { return iso_date(*day_of(year, 1, 1)).substr(0, 4); }

DateSpan make(std::string edtf, std::optional<Day> first, std::optional<Day> last, Precision precision) {
    DateSpan span;
    span.edtf = std::move(edtf);
    span.first = first;
    span.last = last;
    span.precision = precision;
    return span;
}

// One side of an interval: "2025", "2025-07" or "2025-07-11".
struct Side {
    Day first;
    Day last;
    Precision precision;
};

std::optional<Side> parse_side(std::string_view text) {
    const auto number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9') {
                return std::nullopt;
            }
            value = (value * 10) + (c - '0');
        }
        return value;
    };
    if (text.size() == 10) {
        const auto day = parse_iso_date(text);
        return day ? std::optional(Side{*day, *day, Precision::day}) : std::nullopt;
    }
    if (text.size() != 4 && !(text.size() == 7 && text[4] == '-')) {
        return std::nullopt;
    }
    const auto year = number(text.substr(0, 4));
    const auto month = text.size() == 7 ? number(text.substr(5)) : std::optional(1);
    if (!year || !month) {
        return std::nullopt;
    }
    const auto first = day_of(*year, static_cast<unsigned>(*month), 1);
    if (!first) {
        return std::nullopt;
    }
    if (text.size() == 4) {
        return Side{*first, *day_of(*year, 12, 31), Precision::year};
    }
    return Side{*first, last_day_of_month(*year, static_cast<unsigned>(*month)), Precision::month};
}

}  // namespace

int fineness(Precision precision) {
    switch (precision) {
        case Precision::day:
            return 5;
        case Precision::interval:
            return 4;
        case Precision::month:
            return 3;
        case Precision::year:
            return 2;
        case Precision::open:
            return 1;
        case Precision::unknown:
            break;
    }
    return 0;
}

DateSpan span_of_day(Day day) { return make(iso_date(day), day, day, Precision::day); }

DateSpan span_of_month(int year, unsigned month) {
    return make(month_text(year, month), day_of(year, month, 1), last_day_of_month(year, month), Precision::month);
}

DateSpan span_of_year(int year) { return make(year_text(year), day_of(year, 1, 1), day_of(year, 12, 31), Precision::year); }

DateSpan span_of_days(Day first, Day last) {
    if (last < first) {
        std::swap(first, last);
    }
    if (first == last) {
        return span_of_day(first);
    }
    const CivilDay a = civil(first);
    const CivilDay b = civil(last);
    if (a.year == b.year && a.day == 1) {
        if (a.month == b.month && last == last_day_of_month(b.year, b.month)) {
            return span_of_month(a.year, a.month);
        }
        if (a.month == 1 && b.month == 12 && b.day == 31) {
            return span_of_year(a.year);
        }
    }
    return make(iso_date(first) + "/" + iso_date(last), first, last, Precision::interval);
}

DateSpan span_until(Day last) { return make("../" + iso_date(last), std::nullopt, last, Precision::open); }

DateSpan span_since(Day first) { return make(iso_date(first) + "/..", first, std::nullopt, Precision::open); }

DateSpan span_from_bounds(std::optional<Day> first, std::optional<Day> last) {
    if (first && last) {
        return span_of_days(*first, *last);
    }
    if (first) {
        return span_since(*first);
    }
    return last ? span_until(*last) : DateSpan{};
}

std::optional<DateSpan> parse_edtf(std::string_view text) {
    if (text.empty()) {
        return DateSpan{};
    }
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        const auto side = parse_side(text);
        return side ? std::optional(make(std::string(text), side->first, side->last, side->precision)) : std::nullopt;
    }
    const std::string_view left = text.substr(0, slash);
    const std::string_view right = text.substr(slash + 1);
    const bool open_left = left == "..";
    const bool open_right = right == "..";
    const auto a = open_left ? std::nullopt : parse_side(left);
    const auto b = open_right ? std::nullopt : parse_side(right);
    if ((!open_left && !a) || (!open_right && !b) || (open_left && open_right) || (a && b && b->last < a->first)) {
        return std::nullopt;
    }
    return make(std::string(text), a ? std::optional(a->first) : std::nullopt, b ? std::optional(b->last) : std::nullopt,
                a && b ? Precision::interval : Precision::open);
}

std::optional<DateSpan> intersect(const DateSpan& a, const DateSpan& b) {
    if (!a.known()) {
        return b;
    }
    if (!b.known()) {
        return a;
    }
    const std::optional<Day> first = a.first && b.first ? std::max(a.first, b.first) : (a.first ? a.first : b.first);
    const std::optional<Day> last = a.last && b.last ? std::min(a.last, b.last) : (a.last ? a.last : b.last);
    if (first && last && *last < *first) {
        return std::nullopt;
    }
    if (first == a.first && last == a.last) {
        return a;
    }
    if (first == b.first && last == b.last) {
        return b;
    }
    DateSpan both = span_from_bounds(first, last);
    both.basis = std::max(a.basis, b.basis);
    return both;
}

}  // namespace demarche
