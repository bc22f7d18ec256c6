// Weekdays, and the part of the day that may follow any day.
#include "when/match.hpp"

namespace demarche::when {

namespace {

bool is_weekday(const Words& words, std::uint32_t at) {
    if (words.kind(at) != Kind::weekday || !words.capital(at)) {
        return false;
    }
    const std::string_view lower = words.lower(at);
    // "Sun" and "Sat" are words of their own
    return lower.size() > 5 || lower.back() == '.' || (words.is(at + 1, ".") && words.glued(at + 1));
}

bool holiday_name(const Words& words, std::uint32_t at) {
    return at > words.begin && words.capital(at - 1) &&
           words.is(at - 1, {"bloody", "black", "good", "ash", "palm", "easter", "super", "cyber", "maundy", "holy"});
}

}  // namespace

Match with_part_of_day(const Words& words, Match match) {
    std::uint32_t at = match.end;
    if (words.is(at, {"at", "in", ","})) {
        ++at;
        if (words.is(at, "the")) {
            ++at;
        }
    }
    const bool early = words.kind(at) == Kind::early || words.kind(at) == Kind::late || words.kind(at) == Kind::mid;
    if (early) {
        at = words.behind_hyphen(at + 1);
    }
    const bool direct = at == match.end || early;
    if (words.kind(at) != Kind::part) {
        return match;
    }
    const Part part = words.part(at);
    if (!direct && part != Part::noon && part != Part::midnight && !words.is(at - 1, "the")) {
        return match;
    }
    match.end = at + 1;
    match.meaning.part = part;
    if (match.future) {
        match.future->part = part;
    }
    return match;
}

std::optional<Match> read_weekday(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = at;
    Kind direction = Kind::none;
    if (words.is(from, "the") && words.kind(from + 1) != Kind::weekday) {
        ++from;
    }
    Mod mod = Mod::none;
    if (words.kind(from) == Kind::early || words.kind(from) == Kind::late) {
        mod = words.kind(from) == Kind::early ? Mod::start : Mod::end;
        ++from;  // "late Friday"
    }
    // "noon Friday", "midnight Friday"
    Part part = Part::none;
    if (words.kind(from) == Kind::part && (words.part(from) == Part::noon || words.part(from) == Part::midnight)) {
        part = words.part(from);
        ++from;
        if (words.is(from, "on")) {
            ++from;
        }
    }
    const std::uint32_t modifiers = from;
    from = words.behind_modifiers(from, [](Kind kind) {
        return kind == Kind::last || kind == Kind::next || kind == Kind::present_one || kind == Kind::coming ||
               kind == Kind::past || kind == Kind::previous || kind == Kind::following;
    });
    direction = from > modifiers ? words.kind(from - 1) : Kind::none;
    if (!is_weekday(words, from) || holiday_name(words, from)) {
        return std::nullopt;
    }
    const auto weekday = static_cast<unsigned>(words.value(from));
    std::uint32_t end = words.is(from + 1, ".") && words.glued(from + 1) && words.lower(from).size() <= 5 ? from + 2 : from + 1;

    // "Friday, July 11", "Friday the 11th of July", "Friday 11 July 2025"
    const std::uint32_t date = words.is(end, ",") ? end + 1 : end;
    if (const auto day = read_month(words, date, anchors);
        day && day->meaning.unit == Unit::day && words.kind(date) != Kind::weekday) {
        Match whole = *day;
        if (part != Part::none) {
            whole.meaning.part = part;
        }
        return whole;
    }
    Match match;
    match.end = end;
    if (!anchors.published) {
        match.meaning = calendar_day(std::nullopt);
        match.directed = direction == Kind::none;
    } else {
        const Day published = *anchors.published;
        const Day before = weekday_until(published, weekday);
        const Day from_now = weekday_from(published, weekday);
        const Kind behind = words.kind(end);
        const bool of_week = (behind == Kind::last || behind == Kind::next || behind == Kind::present_one) &&
                             words.kind(end + 1) == Kind::unit && words.unit(end + 1) == Unit::week;
        if (of_week) {  // "Friday last week"
            const int step = behind == Kind::last ? -1 : behind == Kind::next ? 1 : 0;
            const auto week = unit_after(published, Unit::week, step);
            match.meaning =
                calendar_day(week ? std::optional(add_days(week->first, static_cast<int>(weekday) - 1)) : std::nullopt);
            match.end = end + 2;
        } else if (direction == Kind::last || direction == Kind::previous) {
            match.meaning = calendar_day(before == published ? add_days(before, -7) : before);
        } else if (direction == Kind::past) {
            match.meaning = calendar_day(before);
        } else if (direction == Kind::following) {
            match.meaning =
                calendar_day(weekday_from(add_days(anchors.mentioned ? anchors.mentioned->last : published, 1), weekday));
        } else if (direction == Kind::next) {
            const auto week = unit_after(published, Unit::week, 1);
            match.meaning =
                calendar_day(week ? std::optional(add_days(week->first, static_cast<int>(weekday) - 1)) : std::nullopt);
        } else if (direction == Kind::coming || direction == Kind::present_one) {
            match.meaning = calendar_day(from_now);
        } else {
            match.meaning = calendar_day(before);
            match.directed = true;
            if (from_now != before) {
                match.future = calendar_day(from_now);
            }
        }
    }
    match.meaning.mod = mod;
    if (match.future) {
        match.future->mod = mod;
    }
    match = with_part_of_day(words, match);
    if (part != Part::none) {
        match.meaning.part = part;
        if (match.future) {
            match.future->part = part;
        }
    }
    return match;
}

}  // namespace demarche::when
