// Attribution: who is said to say it.
#include "what/candidate.hpp"
#include "what/sayings.hpp"

namespace demarche {

namespace {
bool reports(const Document& document, const Predicate& predicate) {
    return is_reporting_verb(document.tokens[predicate.verb].lemma) && !predicate.passive;
}
// "According to a Kenyan official, …", "…, according to Yonhap"
Speaker according_to(const Document& document, const Shape& shape) {
    for (std::uint32_t token = shape.tokens.begin; token + 2 < shape.tokens.end; ++token) {
        if (document.tokens[token].lower == "according" && document.tokens[token + 1].lower == "to") {
            return {shape.chunk_at(token + 2), token};
        }
    }
    return {};
}

}  // namespace

Speaker find_speaker(const Document& document, const Shape& shape, std::int32_t index) {
    if (index == kNone) {
        return {};
    }
    const auto& predicates = shape.predicates;
    const auto speaker_of = [&](const Predicate& predicate) -> Speaker {
        return {predicate.subject.empty() ? kNone : static_cast<std::int32_t>(predicate.subject.front()), predicate.verb};
    };
    // "Park said the talks would resume": up the governors.
    for (std::int32_t at = index, steps = 0; at != kNone && steps < 8; ++steps) {
        const Predicate& predicate = predicates[static_cast<std::size_t>(at)];
        if (predicate.relation == Relation::said && predicate.governor != kNone &&
            reports(document, predicates[static_cast<std::size_t>(predicate.governor)])) {
            return speaker_of(predicates[static_cast<std::size_t>(predicate.governor)]);
        }
        at = predicate.governor;
    }
    // "…, the official said Friday": a reporting verb behind a comma closes the sentence; inverted, "said the minister".
    for (std::size_t later = static_cast<std::size_t>(index) + 1; later < predicates.size(); ++later) {
        const Predicate& predicate = predicates[later];
        if (!reports(document, predicate) || predicate.form != VerbForm::finite) {
            continue;
        }
        const std::uint32_t begin =
            predicate.subject.empty() ? predicate.group.begin : shape.chunks[predicate.subject.front()].tokens.begin;
        const std::uint32_t before = begin > shape.tokens.begin ? begin - 1 : begin;
        const std::string_view mark = document.tokens[before].form;
        const bool closes = mark == "," || mark == "\"" || mark == "”" || mark == "''" || mark == "'";
        if (closes && begin > predicates[static_cast<std::size_t>(index)].verb) {
            if (predicate.subject.empty() && !predicate.object.empty()) {
                return {static_cast<std::int32_t>(predicate.object.front()), predicate.verb};
            }
            return speaker_of(predicate);
        }
    }
    return according_to(document, shape);
}

}  // namespace demarche
