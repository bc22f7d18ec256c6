// Words around a trigger that say how its time stands to the day that the sentence gives. All look at a few words only.
#pragma once

#include "when/event_date.hpp"

namespace demarche::when {

[[nodiscard]] int days_of_trigger(const Document& document, TokenRange trigger);
[[nodiscard]] bool ends(const Document& document, TokenRange trigger);
[[nodiscard]] bool told_as_before(const Document& document, TokenRange trigger);
[[nodiscard]] bool told_as_earlier(const Document& document, const EventDateQuestion& question);
[[nodiscard]] bool named_act(const Document& document, TokenRange trigger);

}  // namespace demarche::when
