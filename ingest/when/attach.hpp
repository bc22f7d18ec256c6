// Which time expression of a sentence belongs to a trigger.
#pragma once

#include <cstdint>
#include <optional>

#include "when/event_date.hpp"
#include "when/hang.hpp"

namespace demarche::when {

enum class Tie : std::uint8_t {
    own,        // dates the trigger
    reporting,  // the day of speaking: ", an official said Friday"
    other,      // dates another verb, or the event that this one is before or after
};

// A word right before the expression that makes a bound of it.
enum class Bound : std::uint8_t { none, before, after, by };

struct Attached {
    std::uint32_t time = 0;  // into Document::times
    Tie tie = Tie::other;
    Bound bound = Bound::none;
    bool direct = false;    // no verb, comma or conjunction between time and trigger
    bool at_start = false;  // "since August, when he was named": the trigger is what happened then
    Hang hang = Hang::unknown;
    std::uint32_t governor = 0;  // the verb that the time hangs on, if the tree says
    int score = 0;
};

// The expression that dates the trigger; the nearest of those that may, the same clause first.
[[nodiscard]] std::optional<Attached> own_time(const Document& document, const EventDateQuestion& question);

// The expression that dates the clause in whose time the trigger's lies, by the dependency tree.
[[nodiscard]] std::optional<Attached> frame_time(const Document& document, const EventDateQuestion& question);

// The expression that dates the speaking in the sentence.
[[nodiscard]] std::optional<Attached> reporting_time(const Document& document, const EventDateQuestion& question);

}  // namespace demarche::when
