// The forms in which English news writes dates and times of day, read from a line cut into numbers, words and marks.
// Internal to stamp.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/letters.hpp"
#include "clean/stamp.hpp"
#include "demarche/graph/date_span.hpp"

namespace demarche::date_forms {

struct Piece {
    enum class Kind : std::uint8_t { number, word, mark };
    Kind kind = Kind::mark;
    std::string_view text;
    int value = 0;  // of a number of at most 8 digits
    bool space_before = false;
};

inline std::vector<Piece> pieces_of(std::string_view line) {
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

}  // namespace demarche::date_forms
