// Since when the government of a state is in office, as the article tells it: a lower bound for what that government has done.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "when/event_date.hpp"

namespace demarche::when {

struct OfficeStart {
    std::uint32_t at = 0;      // token of the words that tell it
    std::string_view surname;  // of the one who took office; "" if the article does not say
    std::string_view state;
    DateSpan date;
};

// "President X, who took office in early June", "since taking office in 2019", "was sworn in on June 4". Looks at the sentences
// around a token.
[[nodiscard]] std::vector<OfficeStart> office_starts(const Document& document, std::uint32_t around);

// The start of the government that is the subject of the trigger's clause, if the article gives it.
[[nodiscard]] std::optional<OfficeStart> government_of(const Document& document, const EventDateQuestion& question);

}  // namespace demarche::when
