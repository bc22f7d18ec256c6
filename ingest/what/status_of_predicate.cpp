// The status of a verb's event: what the words that embed it make of its own status, from the inside out.
#include <algorithm>
#include <array>

#include "what/status.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr int kDeepest = 24;  // embeddings; deeper ones change nothing that a reader could follow

std::string_view words_of(Reality reality) { return reality == Reality::same ? "as its own words have it" : to_string(reality); }

// What somebody does for certain stays what it is; under a plan it is planned at best, under a possibility possible.
Reality weakened(Reality reality, Status by) {
    if (reality == Reality::denied || reality == Reality::off || reality == Reality::possible) {
        return reality;
    }
    if (by == Status::possible) {
        return Reality::possible;
    }
    return by == Status::planned ? Reality::planned : reality;
}

Status combined(Status own, Reality outer) {
    switch (outer) {
        case Reality::same:
        case Reality::occurred:
            return own;
        case Reality::ongoing:
            return own == Status::occurred ? Status::ongoing : own;
        case Reality::planned:
            return own == Status::denied || own == Status::possible ? own : Status::planned;
        case Reality::possible:
            return own == Status::denied ? Status::denied : Status::possible;
        case Reality::denied:
        case Reality::off:
            return own == Status::denied ? Status::occurred : Status::denied;
    }
    return own;
}

}  // namespace

void StatusReader::note(Path* path, std::string_view word, std::string_view what) const {
    if (path != nullptr) {
        path->push_back(std::string(word) + ": " + std::string(what));
    }
}

// By the verb with its particle ("rule_out"), else the verb.
const Signature* StatusReader::signature(const Predicate& above, Complement complement) const {
    const std::string_view lemma = token(above.verb).lemma;
    for (std::uint32_t at = above.verb + 1; at < std::min(above.verb + 3, shape_.tokens.end); ++at) {
        std::string phrase(lemma);
        phrase.append("_").append(token(at).lower);
        if (const Signature* found = embedders_.find(phrase, Part::verb, complement)) {
            return found;
        }
    }
    return embedders_.find(lemma, Part::verb, complement);
}

// "is ready to", "are due to", "is about to", "unlikely to": the word right before an infinitive.
const Signature* StatusReader::signature_before(const Predicate& predicate) const {
    if (predicate.form != VerbForm::infinitive || predicate.group.begin == shape_.tokens.begin) {
        return nullptr;
    }
    const Token& before = token(predicate.group.begin - 1);
    const Signature* found = embedders_.find(before.lower, Part::adjective, Complement::verb);
    return found != nullptr && (before.upos == Upos::adj || before.upos == Upos::adp || before.upos == Upos::verb ||
                                before.upos == Upos::adv || before.upos == Upos::sconj)
               ? found
               : nullptr;
}

// "a plan to", "its decision to", "efforts of the two to": the noun that an infinitive or gerund modifies; also where the tree
// hung it on the verb: "accepted an invitation" to visit.
std::int32_t StatusReader::embedding_noun(const Predicate& predicate) const {
    if (predicate.noun != kNone || predicate.form != VerbForm::infinitive || predicate.relation != Relation::adverbial ||
        predicate.governor == kNone || predicate.group.begin < shape_.tokens.begin + 2) {
        return predicate.relation == Relation::relative ? kNone : predicate.noun;
    }
    const bool quote = token(predicate.group.begin - 1).upos == Upos::punct;
    const std::int32_t before = shape_.chunk_at(predicate.group.begin - (quote ? 2 : 1));
    const Few& object = this->predicate(predicate.governor).object;
    const bool is_object =
        before != kNone && std::find(object.begin(), object.end(), static_cast<std::uint32_t>(before)) != object.end();
    return is_object ? before : kNone;
}

const Signature* StatusReader::signature_of_noun(std::int32_t noun) const {
    return noun == kNone ? nullptr : embedders_.find(token(chunk(noun).head).lemma, Part::noun, Complement::verb);
}

// "accepted an invitation to visit": what was only open is agreed.
bool StatusReader::accepted(const Predicate& predicate) const {
    if (predicate.governor == kNone) {
        return false;
    }
    const std::string_view verb = token(this->predicate(predicate.governor).verb).lemma;
    return verb == "accept" && reality_of(whole(predicate.governor, nullptr, kDeepest)) == Reality::same;
}

Reality StatusReader::by_governor(const Predicate& predicate, const Signature& signature, Path* path, int depth) const {
    const Status above = predicate.governor == kNone ? Status::occurred : whole(predicate.governor, nullptr, depth + 1);
    Reality reality = above == Status::denied ? signature.negated : weakened(signature.affirmed, above);
    if (reality == Reality::ongoing && predicate.governor != kNone && this->predicate(predicate.governor).tense == Tense::past) {
        reality = Reality::occurred;  // "began to withdraw" is over or not; "has begun", "continues" goes on
    }
    if (path != nullptr && predicate.governor != kNone) {
        const Predicate& governor = this->predicate(predicate.governor);
        std::string what = above == Status::denied ? "negated, " : (above == Status::possible ? "possible, " : "");
        note(path, token(governor.verb).form, what.append(words_of(reality)));
    }
    return reality == Reality::same ? (above == Status::denied ? Reality::same : reality_of(above)) : reality;
}

// What the words above make of it.
Reality StatusReader::embedded(const Predicate& predicate, Path* path, int depth) const {
    const std::string_view mark =
        predicate.mark == kNone ? std::string_view{} : token(static_cast<std::uint32_t>(predicate.mark)).lower;
    const bool instead = mark == "instead" || mark == "rather" || mark == "than" || has_child(predicate.node, "rather") ||
                         has_child(predicate.node, "instead");
    if (mark == "without" || (instead && predicate.form != VerbForm::finite)) {
        note(path, mark, "denied");
        return Reality::denied;
    }
    if (const Signature* found = signature_before(predicate)) {
        return by_governor(predicate, *found, path, depth);
    }
    const std::int32_t noun = embedding_noun(predicate);
    if (const Signature* found = signature_of_noun(noun)) {
        const bool none = token(chunk(noun).tokens.begin).lower == "no";
        Reality reality = none ? found->negated : by_governor(predicate, *found, nullptr, depth);
        if (reality == Reality::possible && accepted(predicate)) {
            reality = Reality::planned;
        }
        note(path, token(chunk(noun).head).form, words_of(reality));
        return reality;
    }
    if (predicate.governor == kNone) {
        const bool headline = predicate.form == VerbForm::infinitive;  // "Kenya to host talks", "tariffs to be imposed"
        return headline ? Reality::planned : Reality::same;
    }
    const Predicate& above = this->predicate(predicate.governor);
    const bool nonfinite = predicate.form != VerbForm::finite;
    switch (predicate.relation) {
        case Relation::main:
            return Reality::same;
        case Relation::coordinate: {
            const bool shares = nonfinite || (predicate.group.size() == 1 && !above.modal.empty() &&
                                              has(token(predicate.verb).morph, Morph::base));
            return shares ? reality_of(whole(predicate.governor, path, depth + 1)) : embedded_like(above, path, depth);
        }
        case Relation::relative:
            return predicate.form == VerbForm::infinitive ? Reality::planned : Reality::same;
        case Relation::said: {
            const Signature* found = signature(above, Complement::clause);
            if (found == nullptr && predicate.noun == kNone) {
                found = embedders_.find(token(above.node).lemma, Part::adjective, Complement::clause);
            }
            if (found == nullptr) {
                return Reality::same;
            }
            const Status told = whole(predicate.governor, nullptr, depth + 1);
            const Reality reality = told == Status::denied ? found->negated : found->affirmed;
            if (reality != Reality::same) {
                note(path, token(above.verb).form, words_of(reality));
            }
            return reality;
        }
        case Relation::complement:
        case Relation::adverbial:
            break;
    }
    if (!nonfinite) {  // "after Lee was sworn in", "because Peru withdrew"
        return Reality::same;
    }
    const std::string_view verb = token(above.verb).lemma;
    const bool adjacent = predicate.form == VerbForm::infinitive && above.group.end == predicate.group.begin;
    if (adjacent && verb == "be") {  // "was to address", "are to hold", "was to have met"
        const bool missed = above.negated || predicate.tense == Tense::perfect;  // "was to have met"
        note(path, token(above.verb).form, missed ? "not to, denied" : "to, planned");
        return missed ? Reality::denied : Reality::planned;
    }
    if (predicate.form == VerbForm::infinitive && verb == "go" && above.progressive) {  // "are going to hold talks"
        return above.negated ? Reality::denied : Reality::planned;
    }
    if (mark == "after" || mark == "since" || mark == "following") {
        return whole(predicate.governor, nullptr, depth + 1) == Status::planned ? Reality::planned : Reality::same;
    }
    const bool governed = predicate.relation == Relation::complement || predicate.form == VerbForm::infinitive ||
                          above.group.end == predicate.group.begin || mark == "of" || mark == "from" || mark == "on" ||
                          mark == "in" || mark == "to" || mark == "for" || mark == "about" || mark == "against";
    // "is thought to have tested": what is believed of the past is told as past.
    if (governed && predicate.form == VerbForm::infinitive && predicate.tense == Tense::perfect && above.passive) {
        return Reality::same;
    }
    if (governed) {
        if (const Signature* found = signature(above, Complement::verb)) {
            return by_governor(predicate, *found, path, depth);
        }
    }
    return reality_of(whole(predicate.governor, path, depth + 1));
}

// What stands beside a clause is told by whoever tells the clause: "denied that it had met Kenya and had signed".
Reality StatusReader::embedded_like(const Predicate& first, Path* path, int depth) const {
    return first.relation == Relation::said && depth < kDeepest ? embedded(first, path, depth + 1) : Reality::same;
}

Status StatusReader::whole(std::int32_t index, Path* path, int depth) const {
    if (index == kNone || depth > kDeepest) {
        return Status::occurred;
    }
    const Predicate& here = predicate(index);
    const Status status = own(index, path);
    return combined(status, embedded(here, path, depth));
}

StatusReading StatusReader::of_predicate(std::int32_t index) const {
    StatusReading reading;
    reading.predicate = index;
    reading.status = whole(index, &reading.path, 0);
    return reading;
}

}  // namespace demarche
