// When something happened, no more precisely than the text says: a closed interval of days with open ends allowed,
// its EDTF text (Extended Date/Time Format, levels 0 and 1, ISO 8601-2:2019), and on what ground it is known.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

namespace demarche {

// A calendar day. The same type as date::sys_days, written out so that this header does not pull in <date/date.h>.
using Day = std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<int, std::ratio<86400>>>;

enum class Precision : std::uint8_t { unknown, day, interval, month, year, open };

// A day is finer than a month; to choose among dates that agree.
[[nodiscard]] int fineness(Precision precision);

enum class DateBasis : std::uint8_t {
    none,       // no date at all
    published,  // nothing better than the publication date
    dateline,
    inferred,  // bounds from tense, order, or other events
    mention,   // given at another mention of the event
    relative,  // resolved against an anchor ("Friday", "last month")
    full,      // a full date in the text; written "explicit"
};

struct DateSpan {
    std::string edtf;          // "" if unknown
    std::optional<Day> first;  // absent: open or unknown
    std::optional<Day> last;
    Precision precision = Precision::unknown;
    DateBasis basis = DateBasis::none;
    std::string text;  // the words of the article that gave it, "" if none did

    friend bool operator==(const DateSpan&, const DateSpan&) = default;

    [[nodiscard]] bool known() const { return first.has_value() || last.has_value(); }
};

// When an article was published. The day is the outlet's local day; time and offset are kept only if the source gives them.
struct Published {
    Day day{};
    std::optional<int> second_of_day;   // 0 .. 86399
    std::optional<int> offset_minutes;  // east of UTC

    friend bool operator==(const Published&, const Published&) = default;
};

// --- days and their text; implemented in graph/values/date_text.cpp with Howard Hinnant's date. Thread-safe, no locale. ---

struct CivilDay {
    int year = 0;
    unsigned month = 0;  // 1 .. 12
    unsigned day = 0;    // 1 .. 31
};

[[nodiscard]] std::optional<Day> day_of(int year, unsigned month, unsigned day);  // empty for 31 February and the like
[[nodiscard]] CivilDay civil(Day day);
[[nodiscard]] Day last_day_of_month(int year, unsigned month);  // REQUIRES 1 <= month <= 12
[[nodiscard]] unsigned iso_weekday(Day day);                    // 1 = Monday .. 7 = Sunday
[[nodiscard]] std::string iso_date(Day day);                    // "2025-07-11"
[[nodiscard]] std::optional<Day> parse_iso_date(std::string_view text);

// "2025-07-11T23:30:00+09:00", "2025-07-11T23:30:00", "2025-07-11". parse_published also takes a space for the T, "Z", and
// fractions.
[[nodiscard]] std::string iso_published(const Published& published);
[[nodiscard]] std::optional<Published> parse_published(std::string_view text);

// Moment for ordering only: UTC seconds, with a missing time as start of day and a missing offset as UTC.
[[nodiscard]] std::int64_t utc_seconds(const Published& published);

// --- EDTF. Makers set edtf, bounds and precision; basis and text are the caller's. ---

[[nodiscard]] DateSpan span_of_day(Day day);
[[nodiscard]] DateSpan span_of_days(Day first,
                                    Day last);  // swapped if reversed; one day if equal; a whole month or year becomes one
[[nodiscard]] DateSpan span_of_month(int year, unsigned month);
[[nodiscard]] DateSpan span_of_year(int year);
[[nodiscard]] DateSpan span_until(Day last);   // "../2025-07-11"
[[nodiscard]] DateSpan span_since(Day first);  // "2025-07-11/.."
[[nodiscard]] DateSpan span_from_bounds(std::optional<Day> first, std::optional<Day> last);
[[nodiscard]] std::optional<DateSpan> parse_edtf(std::string_view text);  // "" gives an unknown date; empty optional if malformed

// The days both allow; empty if they contradict each other. Unknown dates constrain nothing.
[[nodiscard]] std::optional<DateSpan> intersect(const DateSpan& a, const DateSpan& b);

[[nodiscard]] std::string_view to_string(Precision precision);
[[nodiscard]] std::string_view to_string(DateBasis basis);  // none is ""
[[nodiscard]] std::optional<Precision> precision_from(std::string_view text);
[[nodiscard]] std::optional<DateBasis> basis_from(std::string_view text);

}  // namespace demarche
