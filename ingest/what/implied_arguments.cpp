// Who does what a verb says, where the tree leaves it unsaid: whoever control, raising or coordination makes the subject
// (Huddleston & Pullum 2002, ch. 14), and the object of a gap.
#include <algorithm>
#include <array>

#include "what/chunk_lists.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

// Verbs whose infinitive is done by their subject, though an object may stand between: "promised Kenya to help".
constexpr std::array<std::string_view, 12> kSubjectControl{"promise", "threaten", "vow",  "pledge", "agree", "use",
                                                           "swear",   "need",     "wait", "travel", "go",    "come"};
// Verbs whose object does what the gerund behind them says: "accused Togo of violating".
constexpr std::array<std::string_view, 16> kObjectOfGerund{"accuse",  "blame",   "stop",      "prevent",   "keep",   "prohibit",
                                                           "suspect", "condemn", "criticize", "criticise", "charge", "ban",
                                                           "thank",   "praise",  "denounce",  "fault"};
// Verbs with the one who is to do it behind a preposition: "called on Peru to withdraw".
constexpr std::array<std::string_view, 6> kObliqueControl{"call", "appeal", "plead", "pressure", "prevail", "look"};
constexpr std::array<std::string_view, 5> kControlPrepositions{"on", "upon", "to", "with", "for"};

class Implier {
public:
    Implier(const Document& document, Shape& shape) : document_(document), shape_(shape) {}

    // "tariffs that Peru plans to impose": the object of the last verb of the chain, not of the first.
    void pass_down_object(Predicate& predicate) {
        if (predicate.governor == kNone || predicate.relation != Relation::complement || !predicate.object.empty() ||
            predicate.form != VerbForm::infinitive || predicate.passive) {
            return;
        }
        Predicate& above = at(predicate.governor);
        const bool gap = above.noun != kNone && above.object.size() == 1 &&
                         above.object.front() == static_cast<std::uint32_t>(above.noun) &&
                         shape_.chunks[above.object.front()].tokens.end <= above.group.begin;
        if (gap) {
            predicate.object = above.object;
            above.object = {};
        }
    }

    void imply_subject(Predicate& predicate) {
        if (predicate.governor == kNone) {
            return;
        }
        const Predicate& above = at(predicate.governor);
        const bool finite = predicate.form == VerbForm::finite;
        if (predicate.form == VerbForm::infinitive && predicate.relation != Relation::coordinate) {
            predicate.subject = controller(predicate, above);
        } else if (predicate.relation == Relation::adverbial && !finite) {
            predicate.subject = doer_of_gerund(predicate, above);
        } else if (predicate.relation == Relation::coordinate || predicate.relation == Relation::complement) {
            predicate.subject = above.subject;
        }
    }

    // "accused Togo of violating", "blamed Chad for": the object's doing; otherwise that of the subject.
    [[nodiscard]] Few doer_of_gerund(const Predicate& predicate, const Predicate& above) const {
        if (predicate.mark == kNone || !one_of(token(above.verb).lemma, kObjectOfGerund)) {
            return above.subject;
        }
        const std::string_view mark = token(static_cast<std::uint32_t>(predicate.mark)).lower;
        const bool of_object = mark == "of" || mark == "for" || mark == "from";
        return of_object && !above.passive && !above.object.empty() ? above.object : above.subject;
    }

private:
    // Who does what the infinitive says.
    [[nodiscard]] Few controller(const Predicate& predicate, const Predicate& above) const {
        if (predicate.noun != kNone &&
            predicate.relation == Relation::complement) {  // "Norway's plan to send", "its decision to"
            const std::int32_t possessor = chunk(predicate.noun).possessor;
            if (possessor != kNone) {
                Few owner;
                owner.add(static_cast<std::uint32_t>(possessor));
                return owner;
            }
            const auto next = static_cast<std::size_t>(predicate.noun) + 1;
            if (next < shape_.chunks.size() && shape_.chunks[next].tokens.end <= predicate.group.begin &&
                shape_.chunks[next].prep != kNone && token(static_cast<std::uint32_t>(shape_.chunks[next].prep)).lower == "of") {
                Few owner;  // "the refusal of Hungary to ratify"
                add_list(document_, shape_, owner, predicate.noun + 1);
                return owner;
            }
            return above.subject;
        }
        if (above.passive || above.verb > predicate.verb) {
            return above.subject;
        }
        if (predicate.relation == Relation::complement && !above.object.empty() &&
            !one_of(token(above.verb).lemma, kSubjectControl) &&
            shape_.chunks[above.object.front()].tokens.begin < predicate.verb) {
            return above.object;
        }
        if (one_of(token(above.verb).lemma, kObliqueControl)) {
            const Few oblique = called_upon(above, predicate);
            if (!oblique.empty()) {
                return oblique;
            }
        }
        return above.subject;
    }

    // "called on Peru and Chile to withdraw", "appealed to Togo to stop": between the verb and the infinitive.
    [[nodiscard]] Few called_upon(const Predicate& above, const Predicate& below) const {
        Few list;
        for (std::uint32_t at = above.verb + 1; at < below.verb; ++at) {
            const std::int32_t here = shape_.chunk_at(at);
            if (here == kNone || chunk(here).time || at != chunk(here).head) {
                continue;
            }
            const bool governed = chunk(here).prep != kNone &&
                                  one_of(token(static_cast<std::uint32_t>(chunk(here).prep)).lower, kControlPrepositions);
            const bool possessed = chunk(here).possessor != kNone && chunk(here).possessor == here - 1;
            if (list.empty() ? governed : chunk(here).joined_to != kNone || possessed) {
                list.add(static_cast<std::uint32_t>(here));
            }
        }
        return list;
    }

    [[nodiscard]] const Token& token(std::uint32_t index) const { return document_.tokens[index]; }
    [[nodiscard]] const Chunk& chunk(std::int32_t index) const { return shape_.chunks[static_cast<std::size_t>(index)]; }
    [[nodiscard]] Predicate& at(std::int32_t index) { return shape_.predicates[static_cast<std::size_t>(index)]; }

    const Document& document_;
    Shape& shape_;
};

}  // namespace

void imply_arguments(const Document& document, Shape& shape, Predicate& predicate) {
    Implier implier(document, shape);
    implier.pass_down_object(predicate);
    if (predicate.subject.empty()) {
        implier.imply_subject(predicate);
    }
}

}  // namespace demarche
