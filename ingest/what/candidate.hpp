// One match of one rule in one sentence, before mentions of the same event are brought together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "what/rules.hpp"
#include "what/shape.hpp"

namespace demarche {

struct Party {
    Role role = Role::participant;
    std::uint32_t entity = 0;   // into Document::entities
    std::uint32_t mention = 0;  // into Document::actors
};

struct Candidate {
    const Rule* rule = nullptr;
    std::uint32_t sentence = 0;
    TokenRange trigger;
    TokenRange clause;
    std::int32_t predicate =
        kNone;  // in the shape of its sentence: of a verb trigger, or of the verb that carries a noun trigger
    std::int32_t caused_by = kNone;  // predicate that prompted it
    std::int32_t embedded = kNone;   // predicate whose infinitive it stands in: "agreed to | withdraw"
    bool noun = false;
    bool subject_set = false;  // "the three sides", with no name known
    bool since = false;        // "has since halted"
    bool after = false;        // its clause opens with "after" or "since"
    bool definite = false;     // "the talks", "this week's visit"
    std::uint8_t count = 0;    // "trilateral", "three-way": how many sides; 0 if not said
    Status status = Status::occurred;
    std::vector<std::string> status_path;  // what decided it, from the trigger outward: "held: past", "agreed to: planned"
    Tense tense = Tense::none;
    std::int32_t last_time = kNone;  // into Document::times: "have not met since May" tells when they last did
    std::string_view object;         // head lemma of the object that stops, resumes, …
    std::vector<Party> parties;
    std::string cue;  // "in response", …
    std::optional<Attribution> attribution;
};

// Who says what the predicate tells ("…, a Seoul official said"); kNone chunk if the article itself does.
struct Speaker {
    std::int32_t chunk = kNone;
    std::uint32_t verb = 0;  // token
};
[[nodiscard]] Speaker find_speaker(const Document& document, const Shape& shape, std::int32_t predicate);

// Sets what caused a match (`caused_by`) and the words that say so (`cue`). `end`: how far the verb's words reach.
void find_cause(const Document& document, const Shape& shape, const Predicate& predicate, std::uint32_t end,
                Candidate& candidate);

// The time when a negated verb's event last, or at last, took place: "have not met since May", "did not sign until Monday"; kNone
// if it is not told.
[[nodiscard]] std::int32_t last_time(const Document& document, const Predicate& predicate, std::uint32_t end);

// All matches in one sentence, in order of their triggers. `shape` is the sentence's.
void match_rules(const Document& document, std::uint32_t sentence, const Shape& shape, const Rules& rules,
                 std::vector<Candidate>& out);

// Mentions of actors by function, for match_rules.
class ArgumentFinder {
public:
    ArgumentFinder(const Document& document, const Shape& shape) : document_(document), shape_(shape) {}

    // Whether towns count as naming their states, from now on.
    void take_places(bool take) { places_ = take; }
    // Actors of a verb's argument: logical subject and object, prepositions after the verb, or anywhere later in the clause.
    void of_verb(const Predicate& predicate, Function function, std::vector<std::uint32_t>& mentions) const;
    // Actors of a noun's argument. `token` is the trigger.
    void of_noun(std::uint32_t chunk, std::uint32_t token, Function function, std::vector<std::uint32_t>& mentions) const;

    [[nodiscard]] const Few& logical_subject(const Predicate& predicate) const {
        return predicate.passive ? predicate.agent : predicate.subject;
    }
    // Of a passive its patient, and before it what the patient was given: "was offered a loan".
    [[nodiscard]] Few logical_object(const Predicate& predicate) const {
        Few objects = predicate.object;
        if (predicate.passive) {
            for (const std::uint32_t chunk : predicate.subject) {
                objects.add(chunk);
            }
        }
        return objects;
    }
    // The subjects of the clauses that the predicate tells: "said that | Kenya | had violated".
    [[nodiscard]] Few told_subjects(const Predicate& predicate) const;
    // Actors that the chunk itself names.
    void of_chunk(std::uint32_t chunk, std::vector<std::uint32_t>& mentions) const { actors_of(chunk, mentions); }
    // Chunks that hang on `chunk` by prepositions, in order: "talks | with Japan | on trade".
    [[nodiscard]] Few phrase_of(std::uint32_t chunk) const;
    // The predicate that has `chunk` as object, or as subject of a passive; kNone if none.
    [[nodiscard]] std::int32_t carrier(std::uint32_t chunk) const;
    [[nodiscard]] std::string_view preposition(const Chunk& chunk) const;
    [[nodiscard]] std::uint32_t end_of_reach(const Predicate& predicate) const;

private:
    void actors_of(std::uint32_t chunk, std::vector<std::uint32_t>& mentions) const;
    // Actors of a prepositional phrase; what is aimed at a thing is aimed at the state whose it is: "tariffs on Chinese cars".
    void actors_behind(std::string_view preposition, std::uint32_t chunk, std::vector<std::uint32_t>& mentions) const;
    // "a meeting here on Friday | between Chile and Peru": what the tree hangs on the noun behind other words.
    void of_tree(std::uint32_t noun, std::string_view wanted, std::vector<std::uint32_t>& mentions) const;
    void rest_of_list(std::vector<std::uint32_t>& mentions) const;
    [[nodiscard]] bool dangles_behind(std::uint32_t chunk, const Predicate& predicate) const;
    void actors_inside(TokenRange tokens, bool adjectives, std::vector<std::uint32_t>& mentions) const;

    const Document& document_;
    const Shape& shape_;
    bool places_ = false;
};

[[nodiscard]] bool is_support_verb(std::string_view lemma);

// The preposition that a function asks for, "" for others; and whether `text` is it or one that says the same ("among" for
// "between").
[[nodiscard]] std::string_view preposition_of(Function function);
[[nodiscard]] bool same_preposition(std::string_view text, std::string_view wanted);

}  // namespace demarche
