// Whether the words around a name of the gazetteer say that it is a place, something else, or nothing.
#pragma once

#include "demarche/ingest/document.hpp"
#include "where/place_tables.hpp"

namespace demarche {

struct PlaceEvidence {
    bool locative = false;     // a preposition of place before it
    bool region = false;       // "Washington state", "the state of Georgia"
    bool person_like = false;  // next to another capitalised word: "Denzel Washington", "Senator Lincoln", "Sydney Harper"
    bool other = false;        // "the Paris Agreement"
};

// `tokens` and `span` are the name's; it stands in one sentence of the document, whose actors are known already.
[[nodiscard]] PlaceEvidence evidence_of_place(const Document& document, const PlaceTables& tables, TokenRange tokens, Span span);

}  // namespace demarche
