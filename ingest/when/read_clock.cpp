// Dates in figures and times of the clock.
#include "when/match.hpp"

namespace demarche::when {

namespace {

bool digit(char c) { return '0' <= c && c <= '9'; }

// Up to three numbers with one kind of separator: "2025-07-11", "7/11/2025", "11.7.2025".
struct Numbers {
    int value[3] = {0, 0, 0};
    std::size_t digits[3] = {0, 0, 0};
    std::size_t count = 0;
    char separator = 0;
    std::string_view rest;
};

Numbers split_numbers(std::string_view text) {
    Numbers out;
    std::size_t at = 0;
    while (out.count < 3) {
        const std::size_t from = at;
        int value = 0;
        while (at < text.size() && digit(text[at]) && at - from < 5) {
            value = (value * 10) + (text[at] - '0');
            ++at;
        }
        if (at == from) {
            out.count = 0;
            return out;
        }
        out.value[out.count] = value;
        out.digits[out.count] = at - from;
        ++out.count;
        if (at < text.size() && out.count < 3 && (text[at] == '-' || text[at] == '/' || text[at] == '.' || text[at] == ':') &&
            (out.separator == 0 || out.separator == text[at])) {
            out.separator = text[at];
            ++at;
        } else {
            break;
        }
    }
    out.rest = text.substr(at);
    return out;
}

// Month first, as the American press writes it, unless that cannot be.
std::optional<Day> day_month_year(int a, int b, int year) {
    if (const auto day = day_of(year, static_cast<unsigned>(a), static_cast<unsigned>(b))) {
        return day;
    }
    return day_of(year, static_cast<unsigned>(b), static_cast<unsigned>(a));
}

std::optional<Day> day_of_numbers(const Numbers& numbers) {
    if (numbers.count != 3 || numbers.separator == ':') {
        return std::nullopt;
    }
    const auto* value = numbers.value;
    const auto* digits = numbers.digits;
    const auto small = [](int number) { return number >= 1 && number <= 31; };
    if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2 && small(value[1]) && small(value[2]) &&
        value[0] >= static_cast<int>(first_year) && value[0] <= static_cast<int>(last_year)) {
        return day_of(value[0], static_cast<unsigned>(value[1]), static_cast<unsigned>(value[2]));
    }
    if (digits[0] > 2 || digits[1] > 2 || !small(value[0]) || !small(value[1])) {
        return std::nullopt;
    }
    if (digits[2] == 4 && value[2] >= static_cast<int>(first_year) && value[2] <= static_cast<int>(last_year)) {
        if (numbers.separator == '.') {
            return day_of(value[2], static_cast<unsigned>(value[1]), static_cast<unsigned>(value[0]));
        }
        return day_month_year(value[0], value[1], value[2]);
    }
    if (digits[2] == 2 && numbers.separator == '/') {
        return day_month_year(value[0], value[1], value[2] < 50 ? 2000 + value[2] : 1900 + value[2]);
    }
    return std::nullopt;
}

struct Clock {
    int minute_of_day = 0;
    std::uint32_t end = 0;
};

// "3 p.m.", "3:30 p.m.", "15:30", "3pm", "0730 GMT", "three o'clock".
std::optional<Clock> clock_at(const Words& words, std::uint32_t at) {
    if (!words.inside(at)) {
        return std::nullopt;
    }
    if (words.kind(at) == Kind::cardinal && words.value(at) <= 12 && words.is(at + 1, {"o'clock", "o’clock"})) {
        return Clock{(words.value(at) % 12) * 60, at + 2};
    }
    const Cluster cluster = cluster_at(words, at);
    const Numbers numbers = split_numbers(cluster.text);
    if (numbers.count == 0 || numbers.count > 2) {
        return std::nullopt;
    }
    int hour = numbers.value[0];
    int minute = 0;
    const bool written_out = numbers.count == 2;
    if (written_out) {
        if ((numbers.separator != ':' && numbers.separator != '.') || numbers.digits[1] != 2 || numbers.digits[0] > 2) {
            return std::nullopt;
        }
        minute = numbers.value[1];
    } else if (numbers.digits[0] == 4) {
        hour = numbers.value[0] / 100;
        minute = numbers.value[0] % 100;
    } else if (numbers.digits[0] > 2) {
        return std::nullopt;
    }
    std::uint32_t end = cluster.end;
    bool certain = false;
    std::string_view half = numbers.rest;
    if (half.empty() && words.kind(end) == Kind::meridiem) {
        half = words.lower(end);
        ++end;
    }
    if (!half.empty()) {
        if ((half.front() != 'a' && half.front() != 'p' && half.front() != 'A' && half.front() != 'P') || half.size() > 4 ||
            hour < 1 || hour > 12 || numbers.digits[0] > 2) {
            return std::nullopt;
        }
        hour = (hour % 12) + (half.front() == 'p' || half.front() == 'P' ? 12 : 0);
        certain = true;
    } else if (words.is(end, {"o'clock", "o’clock"})) {
        ++end;
        certain = true;
    }
    if (words.kind(end) == Kind::zone) {
        certain = certain || written_out || numbers.digits[0] == 4;
        ++end;
    } else if (words.is(end, "local") && words.is(end + 1, "time")) {
        certain = certain || written_out;
        end += 2;
    }
    if (!certain) {
        // "10:30" alone could be a score or a verse: it needs a word of time before it
        const bool announced = at > words.begin && words.is(at - 1, {"at", "by", "until", "around", "about"});
        certain = written_out && numbers.separator == ':' && announced && numbers.digits[0] >= 1;
    }
    if (!certain || hour > 23 || minute > 59) {
        return std::nullopt;
    }
    return Clock{(hour * 60) + minute, end};
}

Match with_clock(Match match, int minute_of_day, std::uint32_t end) {
    match.end = end;
    match.meaning.minute_of_day = minute_of_day;
    match.meaning.part = Part::none;
    if (match.future) {
        match.future->minute_of_day = minute_of_day;
        match.future->part = Part::none;
    }
    return match;
}

}  // namespace

std::optional<Match> read_figures(const Words& words, std::uint32_t at, const Anchors& anchors) {
    (void)anchors;
    if (words.form(at).empty() || !digit(words.form(at).front())) {
        return std::nullopt;
    }
    const Cluster cluster = cluster_at(words, at);
    if (cluster.text.size() < 6 || cluster.text.size() > 32) {
        return std::nullopt;
    }
    const Numbers numbers = split_numbers(cluster.text);
    const bool whole = numbers.rest.empty() || numbers.rest.front() == 'T';
    const auto day = whole ? day_of_numbers(numbers) : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    Match match;
    match.end = cluster.end;
    match.meaning = calendar_day(day);
    match.basis = DateBasis::full;
    return match;
}

std::optional<Match> read_clock(const Words& words, std::uint32_t at, const Anchors& anchors) {
    const auto clock = clock_at(words, at);
    if (!clock) {
        return std::nullopt;
    }
    std::uint32_t from = clock->end;
    if (words.is(from, {"on", ","})) {
        ++from;
    }
    // "3 p.m. Friday", "3 p.m. on July 11", "3 p.m. today"
    for (const auto reader : {read_weekday, read_deictic, read_month}) {
        if (const auto day = reader(words, from, anchors);
            day && day->meaning.unit == Unit::day && (day->meaning.sort == Meaning::Sort::calendar || day->directed)) {
            return with_clock(*day, clock->minute_of_day, day->end);
        }
    }
    Match match;
    match.meaning = calendar_day(
        anchors.mentioned && anchors.mentioned_unit == Unit::day ? std::optional(anchors.mentioned->first) : anchors.today);
    return with_clock(match, clock->minute_of_day, clock->end);
}

}  // namespace demarche::when
