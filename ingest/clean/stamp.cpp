#include "clean/stamp.hpp"

#include <array>

#include "clean/date_forms.hpp"
#include "clean/letters.hpp"

namespace demarche {

namespace {

using date_forms::Clock;
using date_forms::Dated;
using date_forms::Piece;
using date_forms::Reader;

bool is_american_zone(std::string_view zone) {
    return zone == "et" || zone == "est" || zone == "edt" || zone == "ct" || zone == "cdt" || zone == "pt" || zone == "pst" ||
           zone == "pdt" || zone == "mdt" || zone == "mst";
}

std::optional<StampCue> cue_of(std::string_view word) {
    for (const std::string_view cue : {"updated", "update", "modified", "edited", "revised", "accessed"}) {
        if (word == cue) {
            return StampCue::updated;
        }
    }
    for (const std::string_view cue :
         {"published", "publication", "posted", "issued", "released", "release", "created", "dated", "filed"}) {
        if (word == cue) {
            return StampCue::published;
        }
    }
    return std::nullopt;
}

// "+09:00", "+0900", "+9" at piece i (the sign); moves i behind it.
std::optional<int> numeric_offset(const Reader& reader, std::size_t& i) {
    if ((!reader.mark(i, "+") && !reader.mark(i, "-")) || !reader.number(i + 1, 1, 4) || reader.at(i + 1)->space_before) {
        return std::nullopt;
    }
    const bool east = reader.mark(i, "+");
    const Piece& digits = *reader.at(i + 1);
    int minutes = digits.text.size() > 2 ? ((digits.value / 100) * 60) + (digits.value % 100) : digits.value * 60;
    std::size_t next = i + 2;
    if (digits.text.size() <= 2 && reader.mark(next, ":") && reader.number(next + 1, 2, 2)) {
        minutes += reader.at(next + 1)->value;
        next += 2;
    }
    if (minutes > 15 * 60) {
        return std::nullopt;
    }
    i = next;
    return east ? minutes : -minutes;
}

struct ZoneText {
    std::string name;            // folded; "" if none
    std::optional<int> minutes;  // numeric part
    std::size_t behind = 0;
};

ZoneText zone_at(const Reader& reader, std::size_t i, const Outlets& outlets) {
    ZoneText zone;
    zone.behind = i;
    std::size_t next = i;
    while (reader.mark(next, "(") || reader.mark(next, ",") || reader.mark(next, "[")) {
        ++next;
    }
    if (const auto minutes = numeric_offset(reader, next)) {
        zone.minutes = minutes;
        zone.behind = next;
        return zone;
    }
    const Piece* word = reader.at(next);
    if (word == nullptr || word->kind != Piece::Kind::word) {
        return zone;
    }
    std::string name = folded(word->text);
    const Piece* second = reader.at(next + 1);
    if (second != nullptr && second->kind == Piece::Kind::word && folded(second->text) == "time" &&
        outlets.offset(name + " time", "", Day{}, 0)) {
        zone.name = name + " time";
        zone.behind = next + 2;
        return zone;
    }
    // An abbreviation is written in capitals: "get", "pet" and "art" are words.
    if (!is_upper(word->text.front()) || (word->text.size() > 1 && !is_upper(word->text[1])) ||
        !outlets.offset(name, "", Day{}, 0)) {
        return zone;
    }
    ++next;
    if (name == "gmt" || name == "utc") {
        if (const auto minutes = numeric_offset(reader, next)) {
            zone.minutes = minutes;
            zone.behind = next;
            return zone;
        }
    }
    zone.name = std::move(name);
    zone.behind = next;
    return zone;
}

}  // namespace

unsigned month_from(std::string_view word) {
    static constexpr std::array<std::string_view, 12> months{
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};
    if (word.size() < 3 || word.size() > 9) {
        return 0;
    }
    const std::string lower = folded(word);
    for (unsigned m = 0; m < months.size(); ++m) {
        if (lower == months[m] || lower == months[m].substr(0, 3)) {
            return m + 1;
        }
    }
    return lower == "sept" ? 9 : 0;
}

bool is_weekday(std::string_view word) {
    const std::string lower = folded(word);
    for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}) {
        if (lower == day || (lower.size() >= 3 && lower.size() <= 5 && day.starts_with(lower))) {
            return true;
        }
    }
    return false;
}

std::optional<Stamp> find_stamp(std::string_view line, const Outlets& outlets, const Outlet* outlet) {
    const Reader reader(line);
    struct Found {
        Dated dated;
        std::optional<Clock> clock;
        ZoneText zone;
        StampCue cue = StampCue::none;
    };
    std::vector<Found> found;
    std::optional<Clock> waiting;  // a time that stands before its date
    ZoneText waiting_zone;
    StampCue cue = StampCue::none;
    std::size_t words_beside = 0;
    for (std::size_t i = 0; i < reader.pieces.size();) {
        if (auto dated = reader.date(i)) {
            if (dated->day) {
                found.push_back({*dated, waiting, waiting_zone, cue});
                waiting.reset();
                waiting_zone = {};
                Found& last = found.back();
                if (last.zone.name.empty() && !last.zone.minutes) {  // "22:15 April 29, 2026 (SGT)"
                    last.zone = zone_at(reader, i, outlets);
                    i = last.zone.behind;
                }
            }
            continue;
        }
        if (const auto clock = reader.time(i)) {
            ZoneText zone = zone_at(reader, i, outlets);
            i = zone.behind;
            if (!found.empty() && !found.back().clock && found.back().cue == cue) {
                found.back().clock = clock;
                if (!zone.name.empty() || zone.minutes) {
                    found.back().zone = std::move(zone);
                }
            } else {
                waiting = clock;
                waiting_zone = std::move(zone);
            }
            continue;
        }
        const Piece& piece = reader.pieces[i++];
        if (piece.kind == Piece::Kind::word) {
            if (const auto word_cue = cue_of(folded(piece.text))) {
                cue = *word_cue;
            } else if (!is_weekday(piece.text) && piece.text != "T") {
                ++words_beside;
            }
        }
    }
    if (found.empty()) {
        return std::nullopt;
    }
    const Found* best = &found.front();
    for (const Found& candidate : found) {
        if (candidate.cue > best->cue) {
            best = &candidate;
        }
    }
    Stamp stamp;
    stamp.cue = best->cue;
    stamp.words_beside = words_beside;
    Dated dated = best->dated;
    const std::string_view country = outlet != nullptr ? std::string_view(outlet->country) : std::string_view();
    if (dated.ambiguous) {
        const bool american = country == "USA" || country == "PHL" || is_american_zone(best->zone.name);
        if (!american && country.empty()) {
            return std::nullopt;  // nothing tells 3 April from 4 March
        }
        if (american) {
            const auto swapped = day_of(*dated.parts.year, dated.parts.day, dated.parts.month);
            dated.day = swapped ? swapped : dated.day;
        }
    }
    stamp.published.day = *dated.day;
    if (best->clock) {
        const int second = best->clock->second;
        stamp.published.second_of_day = second;
        if (best->zone.minutes) {
            stamp.published.offset_minutes = best->zone.minutes;
        } else if (!best->zone.name.empty()) {
            stamp.published.offset_minutes = outlets.offset(best->zone.name, country, *dated.day, second);
        } else if (outlet != nullptr) {
            stamp.published.offset_minutes = Outlets::offset(*outlet, *dated.day, second);
        }
    }
    return stamp;
}

std::vector<MonthDay> find_dates(std::string_view text) {
    const Reader reader(text);
    std::vector<MonthDay> dates;
    for (std::size_t i = 0; i < reader.pieces.size();) {
        if (const auto dated = reader.date(i)) {
            if (!dated->ambiguous) {
                dates.push_back(dated->parts);
            }
        } else {
            ++i;
        }
    }
    return dates;
}

}  // namespace demarche
