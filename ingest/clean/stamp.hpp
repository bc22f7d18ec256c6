// Publication stamps as news pages print them: "All News 23:30 July 11, 2025", "Published: 11 July 2025, 14:05 GMT",
// "Updated 9:30 p.m. ET, Tuesday May 2, 2023", "2025.07.11 23:30 KST".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "clean/outlets.hpp"
#include "demarche/graph/date_span.hpp"

namespace demarche {

enum class StampCue : std::uint8_t { updated, none, published };  // in order of trust

struct Stamp {
    Published published;
    StampCue cue = StampCue::none;
    std::size_t words_beside = 0;  // words of the line that belong neither to date, time, zone nor cue
};

// The date of a line, with its time and zone where given. `outlet` (may be null) decides ambiguous zones and 3/4/2025, and gives
// the zone of a time without one. Empty if the line has no full date. Linear in the line.
[[nodiscard]] std::optional<Stamp> find_stamp(std::string_view line, const Outlets& outlets, const Outlet* outlet);

struct MonthDay {
    unsigned month = 0;
    unsigned day = 0;
    std::optional<int> year;
};

// Every date with day and month in the text, years where given. Linear.
[[nodiscard]] std::vector<MonthDay> find_dates(std::string_view text);

// 1 .. 12 for an English month name or abbreviation without its full stop, any case; 0 otherwise.
[[nodiscard]] unsigned month_from(std::string_view word);
[[nodiscard]] bool is_weekday(std::string_view word);

}  // namespace demarche
