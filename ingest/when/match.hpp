// The readers of time expressions: each looks at one token and says what expression of its sort begins there.
#pragma once

#include <cstdint>
#include <optional>

#include "when/meaning.hpp"
#include "when/words.hpp"

namespace demarche::when {

// What an expression is resolved against.
enum class Anchored : std::uint8_t { none, published, spoken };

struct Match {
    std::uint32_t end = 0;          // token behind the expression
    Meaning meaning;                // the past reading, if there are two
    std::optional<Meaning> future;  // the reading in a clause about the future, if it differs
    bool directed = false;          // a weekday, month or day of the year that could lie before or after publication
    bool nearest = false;           // a day of the year: without a hint of tense the nearer reading is the likelier
    DateBasis basis = DateBasis::relative;
    Anchored anchored = Anchored::published;
    bool compared = false;  // told in passing, "from 5 percent a year earlier": what follows does not go on from it
};

[[nodiscard]] std::optional<Match> read_figures(const Words& words, std::uint32_t at,
                                                const Anchors& anchors);  // 2025-07-11, 7/11/2025
[[nodiscard]] std::optional<Match> read_month(const Words& words, std::uint32_t at,
                                              const Anchors& anchors);  // early July; 11 July 2025
[[nodiscard]] std::optional<Match> read_weekday(const Words& words, std::uint32_t at,
                                                const Anchors& anchors);  // last Friday night
[[nodiscard]] std::optional<Match> read_year(const Words& words, std::uint32_t at,
                                             const Anchors& anchors);  // 2012; the 1970s; late 1998
[[nodiscard]] std::optional<Match> read_holiday(const Words& words, std::uint32_t at,
                                                const Anchors& anchors);  // Christmas Day 2024
[[nodiscard]] std::optional<Match> read_season(const Words& words, std::uint32_t at, const Anchors& anchors);  // last summer
[[nodiscard]] std::optional<Match> read_quarter(const Words& words, std::uint32_t at,
                                                const Anchors& anchors);  // the third quarter of 2024
[[nodiscard]] std::optional<Match> read_deictic(const Words& words, std::uint32_t at,
                                                const Anchors& anchors);  // today, this morning, now
[[nodiscard]] std::optional<Match> read_relative(const Words& words, std::uint32_t at,
                                                 const Anchors& anchors);  // last week, the 11th
[[nodiscard]] std::optional<Match> read_distance(const Words& words, std::uint32_t at,
                                                 const Anchors& anchors);  // two weeks ago; a day later
[[nodiscard]] std::optional<Match> read_amount(const Words& words, std::uint32_t at,
                                               const Anchors& anchors);  // five days; every Monday
[[nodiscard]] std::optional<Match> read_clock(const Words& words, std::uint32_t at, const Anchors& anchors);  // 3:30 p.m. Friday

// Only for annotation:
[[nodiscard]] std::optional<Match> read_business(const Words& words, std::uint32_t at,
                                                 const Anchors& anchors);  // the year-ago quarter
[[nodiscard]] std::optional<Match> read_loose(const Words& words, std::uint32_t at, const Anchors& anchors);  // over the years

// A part of the day behind a day: "Friday night", "Friday at noon".
[[nodiscard]] Match with_part_of_day(const Words& words, Match match);

// Where "early", "the end of", "mid-" put a reader: the token behind, and which third is meant.
struct Third {
    std::uint32_t end = 0;
    Kind kind = Kind::none;
};
[[nodiscard]] Third third_at(const Words& words, std::uint32_t at);

// A year that follows its month, season or holiday: ", 2025", " 2025", " of 2025", " '97", " of last year".
struct YearAfter {
    std::uint32_t end = 0;
    int year = 0;
    bool written = false;  // as a number
};
[[nodiscard]] std::optional<YearAfter> year_after(const Words& words, std::uint32_t at, const Anchors& anchors);

// The latest of a yearly thing not after publication, and the first not before it. `days_in(year)` gives optional<Days>.
template <typename DaysIn>
void set_yearly(Match& match, Unit unit, const Anchors& anchors, DaysIn days_in) {
    match.directed = true;
    if (!anchors.published) {
        match.meaning = calendar_unit(std::nullopt, unit);
        return;
    }
    const Day published = *anchors.published;
    const int year = civil(published).year;
    std::optional<Days> before;
    std::optional<Days> from;
    for (int y = year + 4; y >= year - 4; --y) {  // four years either way reach 29 February
        const std::optional<Days> days = days_in(y);
        if (!days) {
            continue;
        }
        if (days->last >= published) {
            from = days;
        }
        if (days->first <= published && !before) {
            before = days;
        }
    }
    match.meaning = calendar_unit(before, unit);
    if (from && from != before) {
        match.future = calendar_unit(from, unit);
    }
}

}  // namespace demarche::when
