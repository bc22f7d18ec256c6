// Whether an event happened, as the words around its trigger say. What the trigger's own verb says (tense, modal, negation) is
// carried up the dependency tree through the predicates, nouns and adjectives that embed it, each with the signature that
// data/status.tsv gives it (Saurí & Pustejovsky 2012, "Are you sure that this happened?", section 4; Karttunen 1971).
#pragma once

#include <string>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "what/candidate.hpp"
#include "what/embedders.hpp"
#include "what/shape.hpp"

namespace demarche {

struct StatusReading {
    Status status = Status::occurred;
    bool dropped = false;            // called off, ruled out: another event's business
    std::int32_t predicate = kNone;  // the verb itself, or the one that carries the noun
    std::vector<std::string> path;   // from the trigger outward: "hold: infinitive", "agreed: planned"
};

// Reads one sentence; cheap to make. Not thread-safe, like the shape.
class StatusReader {
public:
    StatusReader(const Document& document, const Shape& shape, const Embedders& embedders)
        : document_(document), shape_(shape), embedders_(embedders) {}

    [[nodiscard]] StatusReading of_predicate(std::int32_t predicate) const;
    [[nodiscard]] StatusReading of_noun(std::uint32_t chunk) const;
    // By its own words, or by those of an argument: "no agreement was reached", "neither side signed".
    [[nodiscard]] bool negated(const Predicate& predicate) const;

private:
    using Path = std::vector<std::string>;

    [[nodiscard]] const Token& token(std::uint32_t index) const { return document_.tokens[index]; }
    [[nodiscard]] const Predicate& predicate(std::int32_t index) const {
        return shape_.predicates[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Chunk& chunk(std::int32_t index) const { return shape_.chunks[static_cast<std::size_t>(index)]; }

    Status whole(std::int32_t index, Path* path, int depth) const;
    [[nodiscard]] Status own(std::int32_t index, Path* path) const;
    [[nodiscard]] bool irrealis(std::int32_t index) const;
    [[nodiscard]] bool has_child(std::uint32_t node, std::string_view word) const;
    [[nodiscard]] const Signature* signature(const Predicate& above, Complement complement) const;
    [[nodiscard]] const Signature* signature_before(const Predicate& predicate) const;
    [[nodiscard]] std::int32_t embedding_noun(const Predicate& predicate) const;  // chunk
    [[nodiscard]] const Signature* signature_of_noun(std::int32_t noun) const;
    Reality embedded(const Predicate& predicate, Path* path, int depth) const;
    Reality embedded_like(const Predicate& first, Path* path, int depth) const;
    [[nodiscard]] bool accepted(const Predicate& predicate) const;
    Reality by_governor(const Predicate& predicate, const Signature& signature, Path* path, int depth) const;
    [[nodiscard]] bool of_modifiers(const Chunk& chunk, StatusReading& reading) const;
    [[nodiscard]] bool of_preposition(std::uint32_t index, StatusReading& reading) const;
    [[nodiscard]] bool of_noun_above(std::uint32_t index, StatusReading& reading) const;
    void of_carrier(bool is_object, StatusReading& reading) const;
    void of_phrase(std::uint32_t index, StatusReading& reading) const;
    void note(Path* path, std::string_view word, std::string_view what) const;

    const Document& document_;
    const Shape& shape_;
    const Embedders& embedders_;
};

}  // namespace demarche
