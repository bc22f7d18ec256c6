// What many reports of one event say together about its date, place, and status: the best supported value, and the others beside
// it.
#pragma once

#include <optional>
#include <vector>

#include "demarche/graph/world.hpp"
#include "merge_member.hpp"

namespace demarche {

using MemberRefs = std::vector<const MergeMember*>;  // in canonical order, at least one

// Support is the number of articles whose date allows the value, so that "July" supports "8 July"; then the better basis,
// the finer precision, the earlier report. A conflict is a date that does not meet the chosen one, unless time zones explain it.
[[nodiscard]] DateSpan merged_date(const MemberRefs& members, std::vector<Conflict>& conflicts);

// Most articles, a named place before its country, the earlier report. Two named places are in conflict.
[[nodiscard]] std::optional<Place> merged_place(const MemberRefs& members, std::vector<Conflict>& conflicts);

// The furthest that the reports go in possible < planned < ongoing < occurred, where a later return to a plan, a denial of what
// others report, and a report from before the event's day need more articles than speak against them.
[[nodiscard]] Status merged_status(const MemberRefs& members, const DateSpan& date, std::vector<Conflict>& conflicts);

}  // namespace demarche
