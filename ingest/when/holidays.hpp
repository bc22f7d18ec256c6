// Holidays whose day can be computed for any year.
#pragma once

#include <cstdint>
#include <optional>

#include "when/words.hpp"

namespace demarche::when {

struct Holiday {
    std::uint32_t end = 0;  // token behind its name
    std::uint8_t rule = 0;  // for holiday_day
};

// The holiday whose name begins at the token; matched word by word, the longest name first.
[[nodiscard]] std::optional<Holiday> holiday_at(const Words& words, std::uint32_t at);

[[nodiscard]] std::optional<Day> holiday_day(std::uint8_t rule, int year);

}  // namespace demarche::when
