#include "when/beside.hpp"

namespace demarche::when {

Meaning unit_beside(const std::optional<Day>& anchor, Unit unit, int step) {
    return calendar_unit(anchor ? unit_after(*anchor, unit, step) : std::nullopt, unit);
}

std::optional<Day> spoken_first(const Anchors& anchors) {
    return anchors.mentioned ? std::optional(anchors.mentioned->first) : anchors.published;
}

std::optional<Day> spoken_last(const Anchors& anchors) {
    return anchors.mentioned ? std::optional(anchors.mentioned->last) : anchors.published;
}

Meaning amount_beside(const Anchors& anchors, int count, Unit unit, bool back) {
    constexpr int limit = 100000;  // more of any unit leaves the calendar
    Meaning meaning = amount(count, unit);
    if (!anchors.published || count <= 0 || count > limit || !calendar(unit)) {
        return meaning;
    }
    const Day now = *anchors.published;
    const int steps = back ? -count : count;
    const int months = months_of(unit);
    const std::optional<Day> other =
        months != 0 ? add_months(now, steps * months) : std::optional(add_days(now, steps * (unit == Unit::day ? 1 : 7)));
    if (!other) {
        return meaning;
    }
    const Days days = back ? Days{*other, now} : Days{now, *other};
    if (in_calendar(days)) {
        meaning.days = days;
    }
    return meaning;
}

}  // namespace demarche::when
