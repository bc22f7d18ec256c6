// Datelines as wires write them: "KUALA LUMPUR, July 11 (Yonhap) --", "NAIROBI, Kenya (AP) _", "MOSCOW, April 13 -", "PARIS —",
// "MOSCOW, July 11. /TASS/.", "(Reuters) -", "NEW DELHI:".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "clean/outlets.hpp"
#include "clean/stamp.hpp"

namespace demarche {

struct DatelineFound {
    std::string place;
    std::optional<MonthDay> day;
    std::string agency;
    std::size_t end = 0;  // bytes of the paragraph that it takes, spaces after it too
};

// The dateline at the beginning of a paragraph with single spaces. Looks at its first 200 bytes only.
[[nodiscard]] std::optional<DatelineFound> find_dateline(std::string_view paragraph, const Outlets& outlets);

// "July 11" against a publication day: the latest such day not after the day after publication. Without publication only a date
// with a year is a day.
[[nodiscard]] std::optional<Day> resolve(const MonthDay& date, std::optional<Day> published);

}  // namespace demarche
