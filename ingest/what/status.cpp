// Whether an event happened: negation, modals and tense of its verb, then the predicates that embed it, from the inside out
// (a small version of the propagation of veridicality in Saurí & Pustejovsky 2009, "FactBank").
#include <algorithm>
#include <array>

#include "what/candidate.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 28> kPlans{"plan",   "schedule", "expect",  "agree",   "decide",  "intend",   "vow",
                                                  "pledge", "promise",  "prepare", "set",     "arrange", "due",      "slate",
                                                  "aim",    "commit",   "ready",   "appoint", "invite",  "announce", "book",
                                                  "leave",  "depart",   "head",    "bind",    "poise",   "resolve",  "confirm"};
constexpr std::array<std::string_view, 30> kWishes{
    "hope",     "want",    "seek",   "consider",  "ask",       "urge", "call",     "propose", "offer",   "suggest",
    "threaten", "try",     "push",   "demand",    "wish",      "mull", "likely",   "weigh",   "discuss", "request",
    "press",    "attempt", "appeal", "recommend", "encourage", "able", "advocate", "willing", "explore", "favor"};
constexpr std::array<std::string_view, 12> kRefusals{"refuse", "decline", "fail",   "reject",  "avoid", "deny",
                                                     "oppose", "rule",    "forbid", "prevent", "miss",  "exclude"};
constexpr std::array<std::string_view, 10> kOff{"cancel",  "call",    "scrap",  "postpone", "suspend",
                                                "boycott", "abandon", "shelve", "delay",    "put"};
constexpr std::array<std::string_view, 5> kPlannedNouns{"plan", "decision", "agreement", "pledge", "schedule"};
constexpr std::array<std::string_view, 12> kWishNouns{"effort", "proposal", "offer",  "call",       "attempt", "bid",
                                                      "push",   "request",  "demand", "invitation", "chance",  "threat"};
constexpr std::array<std::string_view, 10> kPlannedAdjectives{"planned", "scheduled", "upcoming", "forthcoming", "coming",
                                                              "next",    "looming",   "expected", "further",     "future"};
constexpr std::array<std::string_view, 8> kPossibleAdjectives{"proposed", "possible",  "potential",   "eventual",
                                                              "any",      "suggested", "prospective", "threatened"};
constexpr std::array<std::string_view, 6> kOngoingAdjectives{"ongoing",  "current",   "continuing",
                                                             "on-going", "prolonged", "protracted"};
constexpr std::array<std::string_view, 4> kConditions{"if", "whether", "unless", "lest"};

// "The forum opens on Friday", "the visit begins next week": a present tense with a day ahead is a timetable.
bool scheduled(const Document& document, const Predicate& predicate) {
    const auto published = document.published_day();
    return published && std::any_of(document.times.begin(), document.times.end(), [&](const TimeMention& time) {
               const DateSpan& reading = time.weekday && time.future.known() ? time.future : time.date;
               return predicate.clause.contains(time.tokens.begin) && reading.first && *reading.first > *published;
           });
}

Status planned_unless_denied(const Predicate& above, Status wanted) { return above.negated ? Status::denied : wanted; }

}  // namespace

Status status_of_predicate(const Document& document, const Shape& shape, std::int32_t index) {
    // Walks up the chain of governors; each step can only make the inner event less certain. At most as many steps as predicates.
    if (index == kNone) {
        return Status::occurred;
    }
    const Predicate& predicate = shape.predicates[static_cast<std::size_t>(index)];
    const auto lemma_of = [&](std::int32_t at) {
        return document.tokens[shape.predicates[static_cast<std::size_t>(at)].verb].lemma;
    };
    if (predicate.negated) {
        return Status::denied;
    }
    if (predicate.mark != kNone && one_of(document.tokens[static_cast<std::size_t>(predicate.mark)].lower, kConditions)) {
        return Status::possible;
    }
    const std::string_view modal = predicate.modal;
    if (modal == "will" || modal == "shall" || modal == "'ll" || modal == "’ll") {
        return Status::planned;
    }
    if (modal == "would" || modal == "'d") {
        return predicate.relation == Relation::said ? Status::planned : Status::possible;
    }
    if (!modal.empty()) {
        return Status::possible;
    }
    const std::int32_t governor = predicate.governor;
    if (predicate.form == VerbForm::finite) {
        if (predicate.relation == Relation::said && governor != kNone && lemma_of(governor) == "deny") {
            return Status::denied;
        }
        if (predicate.tense == Tense::present && !predicate.passive && !predicate.progressive && scheduled(document, predicate)) {
            return Status::planned;
        }
        if (predicate.tense == Tense::present && predicate.passive) {
            return Status::occurred;
        }
        return predicate.progressive && predicate.tense != Tense::past ? Status::ongoing : Status::occurred;
    }
    if (predicate.relation == Relation::coordinate && predicate.form == VerbForm::infinitive) {
        return status_of_predicate(document, shape, governor);
    }
    if (predicate.form == VerbForm::infinitive) {
        const Token& before =
            document.tokens[predicate.group.begin > shape.tokens.begin ? predicate.group.begin - 1 : predicate.group.begin];
        if (predicate.noun != kNone &&
            document.tokens[shape.chunks[static_cast<std::size_t>(predicate.noun)].tokens.begin].lower == "no") {
            return Status::denied;  // "has no plans to visit"
        }
        if (one_of(before.lemma, kPlans) || before.lower == "about" || before.lower == "scheduled" ||
            before.lower == "expected" || before.lower == "set") {
            const bool denied = governor != kNone && shape.predicates[static_cast<std::size_t>(governor)].negated;
            return denied ? Status::denied : Status::planned;
        }
        if (one_of(before.lemma, kPlannedNouns)) {
            return Status::planned;
        }
        if (one_of(before.lemma, kWishes) || one_of(before.lemma, kWishNouns)) {
            return Status::possible;
        }
        if (governor == kNone || predicate.relation == Relation::relative) {
            return Status::planned;
        }
    }
    if (governor == kNone) {
        return Status::occurred;
    }
    if (predicate.form == VerbForm::infinitive && lemma_of(governor) == "be" &&
        shape.predicates[static_cast<std::size_t>(governor)].group.end == predicate.group.begin) {
        return shape.predicates[static_cast<std::size_t>(governor)].negated ? Status::denied
                                                                            : Status::planned;  // "was to address"
    }
    if (predicate.form == VerbForm::infinitive && lemma_of(governor) == "go" &&
        shape.predicates[static_cast<std::size_t>(governor)].progressive) {
        return Status::planned;  // "are going to hold talks"
    }
    const Predicate& above = shape.predicates[static_cast<std::size_t>(governor)];
    const std::string_view lemma = lemma_of(governor);
    if (predicate.form == VerbForm::participle && predicate.relation == Relation::relative) {
        return Status::occurred;  // "a forum hosted by": told as a fact whatever the main clause says
    }
    if (predicate.mark != kNone && document.tokens[static_cast<std::size_t>(predicate.mark)].lower == "without") {
        return Status::denied;
    }
    if (predicate.mark != kNone && (document.tokens[static_cast<std::size_t>(predicate.mark)].lower == "after" ||
                                    document.tokens[static_cast<std::size_t>(predicate.mark)].lower == "since")) {
        return status_of_predicate(document, shape, governor) == Status::planned ? Status::planned : Status::occurred;
    }
    if (predicate.relation == Relation::complement || predicate.form == VerbForm::infinitive || predicate.mark != kNone ||
        above.group.end == predicate.group.begin) {
        if (one_of(lemma, kRefusals)) {
            return Status::denied;
        }
        if (one_of(lemma, kPlans)) {
            return planned_unless_denied(above, Status::planned);
        }
        if (one_of(lemma, kWishes)) {
            return Status::possible;
        }
    }
    return status_of_predicate(document, shape, governor);
}

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

NounStatus status_of_noun(const Document& document, const Shape& shape, std::uint32_t index) {
    const ArgumentFinder finder(document, shape);
    const Chunk& chunk = shape.chunks[index];
    NounStatus result;
    result.predicate = finder.carrier(index);
    const bool aside =
        result.predicate != kNone && shape.predicates[static_cast<std::size_t>(result.predicate)].relation == Relation::relative;
    if (result.predicate == kNone || aside) {  // subject of an active verb: "talks began", "a forum hosted by ASEAN opens"
        for (std::size_t i = 0; i < shape.predicates.size(); ++i) {
            const Few& subject = shape.predicates[i].subject;
            if (std::find(subject.begin(), subject.end(), index) != subject.end() &&
                shape.predicates[i].relation != Relation::relative) {
                result.predicate = static_cast<std::int32_t>(i);
                break;
            }
        }
    }
    for (std::uint32_t token = chunk.tokens.begin; token < chunk.head; ++token) {
        const std::string_view word = document.tokens[token].lower;
        if (one_of(word, kPlannedAdjectives)) {
            result.status = Status::planned;
            return result;
        }
        if (one_of(word, kPossibleAdjectives)) {
            result.status = Status::possible;
            return result;
        }
        if (one_of(word, kOngoingAdjectives)) {
            result.status = Status::ongoing;
            return result;
        }
        if (word == "no") {
            result.status = Status::denied;
        }
    }
    for (const Predicate& predicate : shape.predicates) {  // "talks scheduled for May", "a visit planned for"
        if (predicate.noun == static_cast<std::int32_t>(index) && one_of(document.tokens[predicate.verb].lemma, kPlans) &&
            predicate.passive) {
            result.status = Status::planned;
            return result;
        }
    }
    const std::string_view preposition = finder.preposition(chunk);
    if (preposition == "in" && stands_in(document, shape, static_cast<std::uint32_t>(chunk.prep))) {
        result.status = Status::ongoing;
        return result;
    }
    if (preposition == "after" || preposition == "following" || preposition == "during" || preposition == "since") {
        return result;
    }
    if (result.predicate != kNone) {
        const Predicate& predicate = shape.predicates[static_cast<std::size_t>(result.predicate)];
        const std::string_view lemma = document.tokens[predicate.verb].lemma;
        const bool is_object = finder.carrier(index) == result.predicate;  // not where the main verb replaced a relative clause
        if (is_object && (one_of(lemma, kOff) || one_of(lemma, kRefusals))) {
            const bool called_off = lemma != "call" && lemma != "put";
            const bool off = predicate.group.end < shape.tokens.end && (document.tokens[predicate.group.end].lower == "off");
            result.dropped = called_off || off;
        }
        if (is_object && one_of(lemma, kWishes)) {
            result.status = Status::possible;
            return result;
        }
        if (is_object && one_of(lemma, kPlans) && lemma != "leave" && lemma != "announce") {
            result.status = predicate.negated ? Status::denied : Status::planned;
            return result;
        }
        if (!is_object && lemma == "be") {  // "negotiations are under way"
            for (std::uint32_t i = predicate.verb; i < std::min(predicate.verb + 3, shape.tokens.end); ++i) {
                const std::string_view word = document.tokens[i].lower;
                if (word == "way" || word == "underway" || word == "ongoing" || word == "progress") {
                    result.status = Status::ongoing;
                    return result;
                }
            }
        }
        if (is_support_verb(lemma) || !is_object || predicate.form == VerbForm::infinitive) {
            const Status status = status_of_predicate(document, shape, result.predicate);
            result.status = result.status == Status::denied && status == Status::occurred ? Status::denied : status;
            return result;
        }
        return result;
    }
    // Inside a prepositional phrase: "will travel to Tokyo for talks" is as planned as the travel.
    if (preposition == "for" || preposition == "to" || preposition == "in" || preposition == "on") {
        for (std::size_t i = 0; i < shape.predicates.size(); ++i) {
            if (shape.predicates[i].clause.contains(chunk.head)) {
                const Status status = status_of_predicate(document, shape, static_cast<std::int32_t>(i));
                const std::string_view lemma = document.tokens[shape.predicates[i].verb].lemma;
                if (one_of(lemma, kWishes) && status != Status::denied) {
                    result.status = Status::possible;
                } else if (one_of(lemma, kPlans) && status != Status::denied && lemma != "announce") {
                    result.status = Status::planned;
                } else if (status == Status::planned || status == Status::possible) {
                    result.status = status;
                }
                result.predicate = static_cast<std::int32_t>(i);
            }
        }
    } else if (preposition == "before" || (preposition == "of" && chunk.prep > 0 &&
                                           document.tokens[static_cast<std::size_t>(chunk.prep) - 1].lower == "ahead")) {
        result.status = Status::planned;
    }
    return result;
}

}  // namespace demarche
