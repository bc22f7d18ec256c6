// The status of a noun's event: its adjectives, the participle behind it, the noun or preposition before it, and the verb that
// carries it.
#include <algorithm>
#include <array>

#include "what/status.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

// "are in talks", "remains engaged in negotiations": what somebody is in, goes on. `preposition` is the token of "in".
bool stands_in(const Document& document, const Shape& shape, std::uint32_t preposition) {
    static constexpr std::array<std::string_view, 4> verbs{"be", "remain", "stay", "engage"};
    for (std::uint32_t at = preposition; at > shape.tokens.begin && preposition - at < 3; --at) {
        const Token& token = document.tokens[at - 1];
        if (one_of(token.lemma, verbs)) {
            return !has(token.morph, Morph::past);
        }
        if (token.upos != Upos::adv) {
            return false;
        }
    }
    return false;
}

}  // namespace

// "planned talks", "a possible visit", "no agreement". True if that settles it.
bool StatusReader::of_modifiers(const Chunk& chunk, StatusReading& reading) const {
    for (std::uint32_t at = chunk.tokens.begin; at < chunk.head; ++at) {
        const std::string_view word = token(at).lower;
        if (word == "no" || word == "neither") {
            note(&reading.path, word, "denied");
            reading.status = Status::denied;
        }
        const Signature* found = embedders_.find(word, Part::adjective, Complement::noun);
        if (found == nullptr || (word == "any" && at != chunk.tokens.begin)) {
            continue;
        }
        note(&reading.path, token(at).form, to_string(status_of(found->affirmed, Status::occurred)));
        reading.dropped = found->affirmed == Reality::off;
        reading.status = status_of(found->affirmed, reading.status);
        return true;
    }
    return false;
}

// "after the talks", "during a visit", "in talks", "ahead of the summit". True if that settles it.
bool StatusReader::of_preposition(std::uint32_t index, StatusReading& reading) const {
    const Chunk& here = shape_.chunks[index];
    if (here.prep == kNone) {
        return false;
    }
    const std::string_view word = token(static_cast<std::uint32_t>(here.prep)).lower;
    if (word == "in" && stands_in(document_, shape_, static_cast<std::uint32_t>(here.prep))) {
        note(&reading.path, word, "ongoing");
        reading.status = Status::ongoing;
        return true;
    }
    if (word == "after" || word == "following" || word == "during" || word == "since") {
        note(&reading.path, word, "told as a fact");
        return true;
    }
    if (word == "without") {
        note(&reading.path, word, "denied");
        reading.status = Status::denied;
        return true;
    }
    const bool ahead = word == "of" && here.prep > static_cast<std::int32_t>(shape_.tokens.begin) &&
                       token(static_cast<std::uint32_t>(here.prep) - 1).lower == "ahead";
    if (word == "before" || ahead) {
        note(&reading.path, ahead ? "ahead of" : word, "planned");
        reading.status = Status::planned;
        return true;
    }
    return false;
}

// "a proposal for talks", "the prospect of a visit", "plans for a summit". True if that settles it.
bool StatusReader::of_noun_above(std::uint32_t index, StatusReading& reading) const {
    const Chunk& here = shape_.chunks[index];
    if (index == 0 || here.prep == kNone || shape_.chunks[index - 1].tokens.end != static_cast<std::uint32_t>(here.prep)) {
        return false;
    }
    const Chunk& above = shape_.chunks[index - 1];
    const Signature* found = embedders_.find(token(above.head).lemma, Part::noun, Complement::noun);
    if (found == nullptr || found->affirmed == Reality::same) {
        return false;
    }
    const bool none = token(above.tokens.begin).lower == "no";
    const Reality reality = none ? found->negated : found->affirmed;
    note(&reading.path, token(above.head).form,
         reality == Reality::off ? "asked for" : to_string(status_of(reality, Status::occurred)));
    reading.dropped = reality == Reality::off;
    reading.status = status_of(reality, reading.status);
    return true;
}

void StatusReader::of_carrier(bool is_object, StatusReading& reading) const {
    const Predicate& carrier = predicate(reading.predicate);
    const std::string_view lemma = token(carrier.verb).lemma;
    if (is_object) {
        const Signature* found = signature(carrier, Complement::noun);
        const bool left = lemma == "leave" || lemma == "announce";
        if (found != nullptr && !left && (found->affirmed != Reality::same || found->negated != Reality::same)) {
            const Status above = whole(reading.predicate, nullptr, 0);
            Reality reality = above == Status::denied ? found->negated : found->affirmed;
            if (reality == Reality::planned && above == Status::possible) {
                reality = Reality::possible;
            }
            note(&reading.path, token(carrier.verb).form,
                 reality == Reality::off ? "called off or ruled out" : to_string(status_of(reality, Status::occurred)));
            reading.dropped = reality == Reality::off;
            reading.status = status_of(reality, reading.status);
            return;
        }
    } else if (lemma == "be") {  // "negotiations are under way"
        for (std::uint32_t at = carrier.verb; at < std::min(carrier.verb + 3, shape_.tokens.end); ++at) {
            const std::string_view word = token(at).lower;
            if (word == "way" || word == "underway" || word == "ongoing" || word == "progress") {
                note(&reading.path, word, "ongoing");
                reading.status = Status::ongoing;
                return;
            }
        }
    }
    if (is_support_verb(lemma) || !is_object || carrier.form == VerbForm::infinitive) {
        Path path;
        const Status status = whole(reading.predicate, &path, 0);
        const bool none = reading.status == Status::denied;
        reading.path.insert(reading.path.end(), path.begin(), path.end());
        reading.status = none ? Status::denied : status;
    }
}

// "will travel to Tokyo for talks" is as planned as the travel.
void StatusReader::of_phrase(std::uint32_t index, StatusReading& reading) const {
    const Chunk& here = shape_.chunks[index];
    const std::string_view word = token(static_cast<std::uint32_t>(here.prep)).lower;
    if (word != "for" && word != "to" && word != "in" && word != "on" && word != "at") {
        return;
    }
    if (word == "at" && embedders_.find(token(here.head).lemma, Part::noun, Complement::noun) != nullptr) {
        return;  // "will meet at the suggestion of Togo": why, not where
    }
    std::int32_t found = kNone;
    for (std::int32_t at = shape_.tree.head(here.head); at != kNone && found == kNone;
         at = shape_.tree.head(static_cast<std::uint32_t>(at))) {
        found = shape_.node_of[static_cast<std::uint32_t>(at) - shape_.tokens.begin];
    }
    if (found == kNone) {
        return;
    }
    reading.predicate = found;
    const Status status = whole(found, nullptr, 0);
    const Signature* signature_here =
        word == "on" || word == "to" || word == "for" ? signature(predicate(found), Complement::noun) : nullptr;
    if (signature_here != nullptr && signature_here->affirmed == Reality::off && word == "for") {  // "called for a halt"
        note(&reading.path, token(predicate(found).verb).form, "asked for");
        reading.dropped = true;
        return;
    }
    const bool told = token(predicate(found).verb).lemma == "announce";
    if (signature_here != nullptr && !told && status != Status::denied && signature_here->affirmed != Reality::same &&
        signature_here->affirmed != Reality::off && signature_here->affirmed != Reality::denied) {
        reading.status = status_of(signature_here->affirmed, reading.status);
        note(&reading.path, token(predicate(found).verb).form, to_string(reading.status));
    } else if (status == Status::planned || status == Status::possible) {
        reading.status = status;
        note(&reading.path, token(predicate(found).verb).form, to_string(status));
    }
}

StatusReading StatusReader::of_noun(std::uint32_t index) const {
    const ArgumentFinder finder(document_, shape_);
    StatusReading reading;
    reading.predicate = finder.carrier(index);
    const bool carried = reading.predicate != kNone;
    const bool aside = carried && predicate(reading.predicate).relation == Relation::relative;
    if (!carried || aside) {  // subject of an active verb: "talks began", "a forum hosted by ASEAN opens"
        for (std::size_t i = 0; i < shape_.predicates.size(); ++i) {
            const Few& subject = shape_.predicates[i].subject;
            if (std::find(subject.begin(), subject.end(), index) != subject.end() &&
                shape_.predicates[i].relation != Relation::relative) {
                reading.predicate = static_cast<std::int32_t>(i);
                break;
            }
        }
    }
    if (of_modifiers(shape_.chunks[index], reading)) {
        return reading;
    }
    for (const Predicate& participle : shape_.predicates) {  // "talks scheduled for May", "a visit planned for"
        if (participle.noun == static_cast<std::int32_t>(index) && participle.passive) {
            const Signature* found = embedders_.find(token(participle.verb).lemma, Part::verb, Complement::noun);
            if (found != nullptr && (found->affirmed == Reality::planned || found->affirmed == Reality::possible)) {
                note(&reading.path, token(participle.verb).form, to_string(status_of(found->affirmed, Status::occurred)));
                reading.status = status_of(found->affirmed, reading.status);
                return reading;
            }
        }
    }
    if (of_preposition(index, reading) || of_noun_above(index, reading)) {
        return reading;
    }
    if (reading.predicate != kNone) {
        of_carrier(finder.carrier(index) == reading.predicate, reading);
    } else if (shape_.chunks[index].prep != kNone) {
        of_phrase(index, reading);
    }
    return reading;
}

}  // namespace demarche
