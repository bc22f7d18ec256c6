// The day of an event: which of the time expressions around a trigger is the event's, and what tense and status say if none is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "demarche/graph/date_span.hpp"
#include "demarche/ingest/document.hpp"

namespace demarche {

// What the event stage knows about a mention when it asks for its date.
struct EventDateQuestion {
    std::uint32_t sentence = 0;  // into Document::sentences
    TokenRange trigger;          // tokens of the trigger
    TokenRange clause;           // tokens of the clause that holds it (inside the sentence)
    Status status = Status::occurred;
    enum class Tense : std::uint8_t { past, perfect, present, future, none } tense = Tense::none;  // of the trigger's verb group
    bool speech_act = false;  // an act of speech: its date is the day of speaking
};

// Never more precise than the text; unknown if the article has no publication date and the text gives no full date.
// Pure, thread-safe, bounded by the words around the trigger (for a government's beginning, some thousand).
[[nodiscard]] DateSpan date_of_mention(const Document& document, const EventDateQuestion& question);

// Several mentions of one event: their intersection where they are compatible, otherwise the better supported (basis, then
// precision, then order). The basis is `mention` where the date came from another mention than the first.
[[nodiscard]] DateSpan combine_mentions(std::span<const DateSpan> dates);

// Short notes how date_of_mention found its answer, for Why::notes.
[[nodiscard]] std::vector<std::string> explain_date(const Document& document, const EventDateQuestion& question);

}  // namespace demarche
