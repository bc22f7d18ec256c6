// Time expressions as TimeML marks them (TIMEX3, TimeML 1.2.1): what `demarche when` shows and time taggers are compared in.
// Events are dated from Document::times, which holds fewer and joins ranges.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "when/match.hpp"

namespace demarche::when {

struct Timex {
    Span span;
    TimeType type = TimeType::date;
    std::string value;     // "1998-08-07", "P3D", "PRESENT_REF"; "XXXX-XX-XX" if it cannot be known
    std::string_view mod;  // "START", "APPROX" …; "" if there is none
    Anchored anchored = Anchored::none;
    DateSpan date;  // the days it is about; unknown for amounts and repetitions
};

// In text order, not overlapping. Linear time.
[[nodiscard]] std::vector<Timex> find_timexes(const Document& document);

[[nodiscard]] std::string_view to_string(TimeType type);  // "DATE"

}  // namespace demarche::when
