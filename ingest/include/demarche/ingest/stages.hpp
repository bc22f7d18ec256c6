// The stages of code(), in order. Each fills its own fields of the Document and never throws on content.
// All are thread-safe as long as each thread has its own Document; the tables are immutable.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "demarche/ingest/document.hpp"
#include "demarche/ingest/table.hpp"

namespace demarche {

class LanguageTables;
class ActorTables;
class NameTables;
class PlaceTables;
class Rules;

// language: tokens (with lemma, upos, xpos, morph) and sentences of the article's text. Linear time.
void read_language(Document& document, const LanguageTables& tables);

// what: marks the sentences that may hold an event (Sentence::may_hold_event), because a rule knows one of their words. Linear.
void find_triggers(Document& document, const Rules& rules);

// language: heads and relations of the sentences that may hold an event, or of all, but not of those that have them already;
// tags, lemmas and morphology are set again from the parser's better tags. Linear time.
void parse(Document& document, const LanguageTables& tables, bool all = false);

// who: entities, actor mentions, roster.
void find_actors(Document& document, const ActorTables& tables);

// where: place mentions; the dateline's place first.
void find_places(Document& document, const PlaceTables& tables);

// who: gives bodies of a town ("a Lahore court") the state of the town. Needs actors and places. Linear for ordinary articles.
void place_bodies(Document& document);

// who: a town stands for its state as what is visited ("flew to Lima"). Needs actors and places.
void name_states_of_places(Document& document, const ActorTables& tables);

// who: every name of a person, state, organisation or party, with its kind. No part of code(), which asks only who acts; for
// callers who want the names of an article. Needs actors and places. Linear time.
void find_names(Document& document, const ActorTables& actors, const NameTables& names);

// when: time mentions, resolved against publication and dateline.
void find_times(Document& document);

// what: events with roles, status, date, place, attribution, links. Needs all of the above.
void find_events(Document& document, const Rules& rules);

}  // namespace demarche
