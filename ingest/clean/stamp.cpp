#include "clean/stamp.hpp"

#include <array>

#include "clean/letters.hpp"

namespace demarche {

namespace {

struct Piece {
    enum class Kind : std::uint8_t { number, word, mark };
    Kind kind = Kind::mark;
    std::string_view text;
    int value = 0;  // of a number of at most 8 digits
    bool space_before = false;
};

std::vector<Piece> pieces_of(std::string_view line) {
    std::vector<Piece> pieces;
    bool space = false;
    for (std::size_t i = 0; i < line.size();) {
        if (is_space(line[i])) {
            space = true;
            ++i;
            continue;
        }
        Piece piece;
        piece.space_before = space;
        space = false;
        std::size_t end = i + 1;
        if (is_digit(line[i])) {
            piece.kind = Piece::Kind::number;
            while (end < line.size() && is_digit(line[end])) {
                ++end;
            }
            if (end - i <= 8) {
                for (std::size_t k = i; k < end; ++k) {
                    piece.value = (piece.value * 10) + (line[k] - '0');
                }
            }
        } else if (is_alpha(line[i]) || is_high(line[i])) {
            piece.kind = Piece::Kind::word;
            while (end < line.size() && (is_alpha(line[end]) || is_high(line[end]))) {
                ++end;
            }
            if (end - i == 1 && end + 1 < line.size() && line[end] == '.' && to_lower(line[end + 1]) == 'm') {
                end += end + 2 < line.size() && line[end + 2] == '.' ? 3U : 2U;  // "p.m."
            }
        }
        piece.text = line.substr(i, end - i);
        pieces.push_back(piece);
        i = end;
    }
    return pieces;
}

struct Clock {
    int second = 0;
    std::size_t zone_at = 0;  // piece after the time, where a zone may stand
};

struct Dated {
    std::optional<Day> day;  // empty if only month and day are given
    MonthDay parts;
    bool ambiguous = false;  // 3/4/2025: parts holds day-month order
};

class Reader {
public:
    explicit Reader(std::string_view line) : pieces(pieces_of(line)) {}

    std::vector<Piece> pieces;

    [[nodiscard]] const Piece* at(std::size_t i) const { return i < pieces.size() ? &pieces[i] : nullptr; }
    [[nodiscard]] bool mark(std::size_t i, std::string_view text) const { return i < pieces.size() && pieces[i].text == text; }
    [[nodiscard]] bool number(std::size_t i, std::size_t fewest, std::size_t most) const {
        return i < pieces.size() && pieces[i].kind == Piece::Kind::number && pieces[i].text.size() >= fewest &&
               pieces[i].text.size() <= most;
    }
    [[nodiscard]] bool year(std::size_t i) const { return number(i, 4, 4) && pieces[i].value >= 1850 && pieces[i].value <= 2100; }
    [[nodiscard]] unsigned month(std::size_t i) const {
        return i < pieces.size() && pieces[i].kind == Piece::Kind::word ? month_from(pieces[i].text) : 0;
    }

    // A date at piece `i`, which moves behind it.
    std::optional<Dated> date(std::size_t& i) const {
        for (const auto form : {&Reader::year_first, &Reader::month_first, &Reader::day_first, &Reader::numbers}) {
            std::size_t behind = i;
            if (auto found = (this->*form)(behind)) {
                i = behind;
                return found;
            }
        }
        return std::nullopt;
    }

    std::optional<Clock> time(std::size_t& i) const {
        if (!number(i, 1, 4)) {
            return std::nullopt;
        }
        int hour = pieces[i].value;
        int minute = 0;
        int second = 0;
        std::size_t next = i + 1;
        bool sure = false;
        if (pieces[i].text.size() == 4) {  // "2330 GMT", "2330 hrs"
            const Piece* after = at(next);
            if (after == nullptr ||
                (after->text != "GMT" && after->text != "UTC" && after->text != "hrs" && after->text != "hours")) {
                return std::nullopt;
            }
            minute = hour % 100;
            hour /= 100;
            sure = true;
            next += after->text == "hrs" || after->text == "hours" ? 1U : 0U;
        } else if (pieces[i].text.size() <= 2 && (mark(next, ":") || mark(next, ".") || mark(next, "h")) &&
                   number(next + 1, 2, 2) && !pieces[next + 1].space_before) {
            minute = pieces[next + 1].value;
            sure = mark(next, ":") || mark(next, "h");
            next += 2;
            if (mark(next, ":") && number(next + 1, 2, 2)) {
                second = pieces[next + 1].value;
                next += 2;
                if (mark(next, ".") && number(next + 1, 1, 9) && !pieces[next + 1].space_before) {
                    next += 2;  // fractions of a second
                }
            }
        } else if (pieces[i].text.size() > 2) {
            return std::nullopt;
        }
        if (const Piece* half = at(next); half != nullptr && half->kind == Piece::Kind::word) {
            const std::string word = folded(half->text);
            if (word == "am" || word == "a.m." || word == "a.m" || word == "pm" || word == "p.m." || word == "p.m") {
                if (hour < 1 || hour > 23) {
                    return std::nullopt;
                }
                if (hour <= 12) {
                    hour = (hour % 12) + (word[0] == 'p' ? 12 : 0);
                }
                sure = true;
                ++next;
            }
        }
        if (!sure || hour > 23 || minute > 59 || second > 60) {
            return std::nullopt;
        }
        i = next;
        return Clock{(hour * 3600) + (minute * 60) + std::min(second, 59), next};
    }

private:
    [[nodiscard]] static std::optional<Dated> make(int year, unsigned month, unsigned day) {
        const auto found = day_of(year, month, day);
        if (!found) {
            return std::nullopt;
        }
        return Dated{found, {month, day, year}};
    }

    // "2025-07-11", "2025.07.11", "2025. 7. 11.", "2025/07/11", "20250711"
    std::optional<Dated> year_first(std::size_t& i) const {
        if (number(i, 8, 8) && pieces[i].value / 10000 >= 1850 && pieces[i].value / 10000 <= 2100) {
            const auto value = static_cast<unsigned>(pieces[i].value);
            ++i;
            return make(static_cast<int>(value / 10000), value / 100 % 100, value % 100);
        }
        if (!year(i) || !number(i + 2, 1, 2) || !number(i + 4, 1, 2)) {
            return std::nullopt;
        }
        const std::string_view mark_text = pieces[i + 1].text;
        if ((mark_text != "-" && mark_text != "." && mark_text != "/") || pieces[i + 3].text != mark_text) {
            return std::nullopt;
        }
        const auto found =
            make(pieces[i].value, static_cast<unsigned>(pieces[i + 2].value), static_cast<unsigned>(pieces[i + 4].value));
        i += 5;
        return found;
    }

    std::size_t skip_ordinal(std::size_t i) const {
        const Piece* suffix = at(i);
        if (suffix != nullptr && !suffix->space_before &&
            (suffix->text == "st" || suffix->text == "nd" || suffix->text == "rd" || suffix->text == "th")) {
            return i + 1;
        }
        return i;
    }

    // "July 11, 2025", "Jul. 11 2025", "July 11"
    std::optional<Dated> month_first(std::size_t& i) const {
        const unsigned m = month(i);
        std::size_t next = i + 1;
        next += mark(next, ".") ? 1U : 0U;
        if (m == 0 || !number(next, 1, 2)) {
            return std::nullopt;
        }
        const auto day = static_cast<unsigned>(pieces[next].value);
        next = skip_ordinal(next + 1);
        const std::size_t without_year = next;
        next += mark(next, ",") || mark(next, ".") ? 1U : 0U;
        if (year(next) && !mark(next + 1, ":")) {
            const auto found = make(pieces[next].value, m, day);
            i = next + 1;
            return found;
        }
        if (day < 1 || day > 31 || mark(without_year, ":")) {
            return std::nullopt;
        }
        i = without_year;
        return Dated{std::nullopt, {m, day, std::nullopt}};
    }

    // "11 July 2025", "11th of July, 2025", "11-Jul-2025", "11 July"
    std::optional<Dated> day_first(std::size_t& i) const {
        if (!number(i, 1, 2)) {
            return std::nullopt;
        }
        const auto day = static_cast<unsigned>(pieces[i].value);
        std::size_t next = skip_ordinal(i + 1);
        next += mark(next, "-") || mark(next, "of") || mark(next, "/") || mark(next, ".") ? 1U : 0U;
        const unsigned m = month(next);
        if (m == 0 || day < 1 || day > 31) {
            return std::nullopt;
        }
        ++next;
        const std::size_t without_year = next;
        while (mark(next, ".") || mark(next, ",") || mark(next, "-") || mark(next, "/")) {
            ++next;
        }
        if (year(next) && !mark(next + 1, ":")) {
            const auto found = make(pieces[next].value, m, day);
            i = next + 1;
            return found;
        }
        i = without_year;
        return Dated{std::nullopt, {m, day, std::nullopt}};
    }

    // "11/07/2025", "11.07.2025", "07-11-2025": which comes first depends on the country
    std::optional<Dated> numbers(std::size_t& i) const {
        if (!number(i, 1, 2) || !number(i + 2, 1, 2) || !year(i + 4)) {
            return std::nullopt;
        }
        const std::string_view mark_text = pieces[i + 1].text;
        if ((mark_text != "-" && mark_text != "." && mark_text != "/") || pieces[i + 3].text != mark_text) {
            return std::nullopt;
        }
        const auto a = static_cast<unsigned>(pieces[i].value);
        const auto b = static_cast<unsigned>(pieces[i + 2].value);
        const int y = pieces[i + 4].value;
        i += 5;
        if (a > 12 || a == b || mark_text == ".") {
            return make(y, b, a);
        }
        if (b > 12) {
            return make(y, a, b);
        }
        auto found = make(y, b, a);
        if (found) {
            found->ambiguous = true;
        }
        return found;
    }
};

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
            }
            continue;
        }
        if (const auto clock = reader.time(i)) {
            ZoneText zone = zone_at(reader, i, outlets);
            i = zone.behind;
            if (!found.empty() && !found.back().clock && found.back().cue == cue) {
                found.back().clock = clock;
                found.back().zone = std::move(zone);
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
