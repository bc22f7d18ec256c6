// Where an event happened, as the words around its mention say.
#pragma once

#include <cstdint>
#include <optional>

#include "demarche/ingest/document.hpp"

namespace demarche {

struct EventPlaceQuestion {
    std::uint32_t sentence = 0;
    TokenRange trigger;
    TokenRange clause;     // empty: the whole sentence
    bool visit = false;    // places reached by "to" or as an object count ("visited Hanoi", "a trip to Oslo")
    bool meeting = false;  // "the Geneva talks"; and the dateline may stand for it
    bool lead = false;     // the first sentence of the article
};

// The place in the event's clause that a preposition of place attaches to it, the nearest after the trigger first; a place in
// front of the trigger else; a city before a meeting noun; for a meeting, where the article is from, if the text says "here" or
// the meeting is the news itself, told within a day. Never a country merely named as a party, never a place that belongs to
// another predicate or to the subject that was discussed. Linear in the length of the clause.
[[nodiscard]] std::optional<Place> place_of_mention(const Document& document, const EventPlaceQuestion& question);

}  // namespace demarche
