// From matches to events: mentions of the same thing become one.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "what/candidate.hpp"
#include "when/event_date.hpp"
#include "where/event_place.hpp"

namespace demarche {

// One event of the article and the matches that mention it, in text order.
struct Gathered {
    std::vector<std::uint32_t> mentions;  // into the candidates
    std::vector<Party> parties;
    std::vector<DateSpan> dates;  // of each mention
    DateSpan date;
    std::optional<Place> place;
    Status status = Status::occurred;
    std::uint8_t count = 0;
    bool summit = false;             // talks between heads of state or government
    std::int32_t part_of = kNone;    // the talks from which its parties were filled
    std::vector<std::string> notes;  // for Why::notes: why a summit, how others told its date or place
};

// What the rule of at least one mention asks for is there.
[[nodiscard]] bool stands(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event);

[[nodiscard]] std::vector<Gathered> gather(const Document& document, const std::vector<Candidate>& candidates);

// Leaves out, of the matches of the same words, the more general ones and what a side only binds itself to.
void keep_most_specific(const Document& document, std::vector<Candidate>& candidates);

// Targets that the sentence leaves unsaid: who stops second stops toward who stopped first; duties aim at those who bargain over
// them.
void aim_responses(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);
void aim_tariffs(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);

// A forum's day by the talks on its sidelines; bounds of a government's acts by when it took office.
void date_by_part(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);
void date_by_office(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);

// Sets `summit` of talks whose every side is spoken for by its head.
void raise_to_summits(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);

// Dates and places that events give each other: order ("before the test"), one speaker's occasion, a visit and its talks; the
// scene of what is said and done at it. REQUIRES gathered events; cost is their number times a bounded number of neighbours.
void date_by_others(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);
void date_by_order(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);
void place_by_others(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered);

// Mends slips of the tagger that actors and rules betray.
void mend_tags(Document& document, const Rules& rules);

// Adds persons whom only a verb of office makes known ("X was named foreign minister").
void adopt_persons(Document& document);

// What the date of a match is asked with.
[[nodiscard]] EventDateQuestion date_question(const Candidate& candidate);

// And its place; not yet as the lead, for which the dateline may speak.
[[nodiscard]] EventPlaceQuestion place_question(const Candidate& candidate);

[[nodiscard]] bool has_role(const std::vector<Party>& parties, Role role);

// The events told near the one at `index`, itself among them: as many as may tell its date or place.
[[nodiscard]] std::span<const Gathered> around(const std::vector<Gathered>& events, std::size_t index);
constexpr std::size_t kNear = 64;

// The words of a trigger, for notes.
[[nodiscard]] std::string_view trigger_words(const Document& document, const Candidate& candidate);

// States and organisations of the parties, each once, sorted.
[[nodiscard]] std::vector<std::string_view> states_of(const Document& document, const std::vector<Party>& parties);

// They come from a set with a name of its own: "the six-party talks" are no meeting of fewer.
[[nodiscard]] bool named_set(const Document& document, const std::vector<Party>& parties);

// Something says that `candidate` is not the event of these parties, first mentioned as `first`.
[[nodiscard]] bool set_apart(const Document& document, const Candidate& first, const std::vector<Party>& parties,
                             const Candidate& candidate);

// "the talks on the sidelines of the forum": both in one sentence, the smaller first, with such words between them.
[[nodiscard]] bool on_the_sidelines(const Document& document, const Candidate& smaller, const Candidate& larger);

// Writes the events of the document, in order of their first mention.
void write_events(Document& document, const std::vector<Candidate>& candidates, const std::vector<Gathered>& gathered);
void write_links(Document& document, const Rules& rules, const std::vector<Candidate>& candidates,
                 const std::vector<Gathered>& gathered);

[[nodiscard]] std::string title_of(const Document& document, const Candidate& first, const Gathered& event,
                                   const std::vector<Actor>& actors);
[[nodiscard]] double salience_of(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event);
[[nodiscard]] double confidence_of(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event);

}  // namespace demarche
