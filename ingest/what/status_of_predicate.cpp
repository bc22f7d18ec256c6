// The status of a verb's event: its own tense, modal and negation, then what embeds it.
#include <algorithm>
#include <array>

#include "what/status.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 5> kConditions{"if", "whether", "unless", "lest", "provided"};
constexpr std::array<std::string_view, 4> kFuture{"will", "shall", "'ll", "’ll"};
constexpr std::array<std::string_view, 2> kWould{"would", "'d"};
constexpr int kDeepest = 24;  // embeddings; deeper ones change nothing that a reader could follow

std::string_view name_of(Reality reality) {
    switch (reality) {
        case Reality::same:
            return "as its own words have it";
        case Reality::occurred:
            return "occurred";
        case Reality::ongoing:
            return "ongoing";
        case Reality::planned:
            return "planned";
        case Reality::possible:
            return "possible";
        case Reality::denied:
            return "denied";
        case Reality::off:
            return "off";
    }
    return "";
}

// "The forum opens on Friday", "the visit begins next week": a present tense with a day ahead is a timetable.
bool scheduled(const Document& document, const Predicate& predicate) {
    const auto published = document.published_day();
    return published && std::any_of(document.times.begin(), document.times.end(), [&](const TimeMention& time) {
               const DateSpan& reading = time.weekday && time.future.known() ? time.future : time.date;
               return predicate.clause.contains(time.tokens.begin) && reading.first && *reading.first > *published;
           });
}

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

Reality reality_of(Status status) {
    switch (status) {
        case Status::planned:
            return Reality::planned;
        case Status::possible:
            return Reality::possible;
        case Status::denied:
            return Reality::denied;
        default:
            return Reality::same;
    }
}

}  // namespace

void StatusReader::note(Path* path, std::string_view word, std::string_view what) const {
    if (path != nullptr) {
        path->push_back(std::string(word) + ": " + std::string(what));
    }
}

bool StatusReader::has_child(std::uint32_t node, bool (*test)(std::string_view)) const {
    for (std::int32_t child = shape_.tree.first_child(node); child != kNone;
         child = shape_.tree.next_child(static_cast<std::uint32_t>(child))) {
        if (test(token(static_cast<std::uint32_t>(child)).lower)) {
            return true;
        }
    }
    return false;
}

// Does the clause stand under a condition, a question or an alternative?
bool StatusReader::irrealis(std::int32_t index) const {
    const Predicate& here = predicate(index);
    if (here.mark != kNone) {
        const auto mark = static_cast<std::uint32_t>(here.mark);
        const bool in_case = token(mark).lower == "in" && mark + 1 < shape_.tokens.end && token(mark + 1).lower == "case";
        if (in_case || one_of(token(mark).lower, kConditions)) {
            return true;
        }
    }
    if (here.relation == Relation::adverbial && here.form == VerbForm::finite && here.mark == kNone && here.modal == "should") {
        return true;  // "Should he travel to Oslo, …"
    }
    if (here.relation == Relation::main && token(shape_.tokens.end - 1).form == "?") {
        return true;
    }
    if (has_child(here.node, [](std::string_view word) { return word == "either"; })) {
        return true;
    }
    // "will withdraw if Togo does the same": what has a condition hanging on it. Not what has happened.
    const bool open = !here.modal.empty() || here.tense == Tense::present;
    return open && std::any_of(shape_.predicates.begin(), shape_.predicates.end(), [&](const Predicate& other) {
               const std::string_view mark =
                   other.mark == kNone ? std::string_view{} : token(static_cast<std::uint32_t>(other.mark)).lower;
               const bool even = other.mark > static_cast<std::int32_t>(shape_.tokens.begin) &&
                                 token(static_cast<std::uint32_t>(other.mark) - 1).lower == "even";
               const bool condition = ((mark == "if" || mark == "unless") && !even) ||
                                      ((token(other.verb).lower == "provided" || token(other.verb).lower == "providing") &&
                                       other.relation == Relation::adverbial);
               return other.governor == index && condition;
           });
}

bool StatusReader::negated(const Predicate& predicate) const {
    static constexpr std::array<std::string_view, 9> negations{"neither", "nor",    "never", "hardly", "scarcely",
                                                               "almost",  "nearly", "not",   "n't"};
    bool by_adverb = false;
    for (std::int32_t child = shape_.tree.first_child(predicate.node); child != kNone;
         child = shape_.tree.next_child(static_cast<std::uint32_t>(child))) {
        const auto at = static_cast<std::uint32_t>(child);
        const bool only = at + 1 < shape_.tokens.end && token(at + 1).lower == "only";  // "not only signed"
        by_adverb = by_adverb || (one_of(token(at).lower, negations) && !only && at < predicate.verb + 2);
    }
    if (predicate.negated || by_adverb) {
        return true;
    }
    const auto none = [&](const Few& chunks) {
        return std::any_of(chunks.begin(), chunks.end(), [&](std::uint32_t at) {
            const std::uint32_t begin = shape_.chunks[at].tokens.begin;
            const std::string_view word = token(begin).lower;
            const std::string_view before = begin > shape_.tokens.begin ? token(begin - 1).lower : std::string_view{};
            return word == "no" || word == "neither" || word == "nobody" || word == "none" || before == "neither";
        });
    };
    return none(predicate.subject) || none(predicate.object);
}

Status StatusReader::own(std::int32_t index, Path* path) const {
    const Predicate& predicate = this->predicate(index);
    const std::string_view word = token(predicate.verb).form;
    const bool perfect = predicate.tense == Tense::perfect;
    if (predicate.relation == Relation::adverbial && predicate.form == VerbForm::finite && predicate.mark == kNone &&
        has_child(predicate.node, [](std::string_view child) { return child == "had"; }) &&
        predicate.verb > shape_.tokens.begin && token(shape_.tokens.begin).lower == "had") {  // "Had Peru signed, …"
        note(path, word, "contrary to fact, denied");
        return Status::denied;
    }
    if (irrealis(index)) {
        note(path, word, "conditional or asked, possible");
        return Status::possible;
    }
    if (perfect && (one_of(predicate.modal, kWould) || predicate.modal == "could" || predicate.modal == "should")) {
        note(path, word, "contrary to fact, denied");
        return Status::denied;
    }
    if (negated(predicate)) {
        const bool maybe =
            predicate.modal == "may" || predicate.modal == "might" || predicate.modal == "should" || predicate.modal == "must";
        note(path, word, maybe ? "may not, possible" : "negated");
        return maybe ? Status::possible : Status::denied;
    }
    if (one_of(predicate.modal, kFuture)) {
        note(path, word, "future");
        return Status::planned;
    }
    if (one_of(predicate.modal, kWould)) {
        note(path, word, predicate.relation == Relation::said ? "future as told, planned" : "would, possible");
        return predicate.relation == Relation::said ? Status::planned : Status::possible;
    }
    if (!predicate.modal.empty()) {
        note(path, word, "modal, possible");
        return Status::possible;
    }
    if (predicate.form != VerbForm::finite) {
        return Status::occurred;
    }
    if (predicate.tense == Tense::present && !predicate.passive && !predicate.progressive && scheduled(document_, predicate)) {
        note(path, word, "present with a day ahead, planned");
        return Status::planned;
    }
    if (predicate.progressive && predicate.tense != Tense::past) {
        note(path, word, "in progress");
        return Status::ongoing;
    }
    note(path, word, predicate.tense == Tense::present ? "present" : (perfect ? "perfect" : "past"));
    return Status::occurred;
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

// "a plan to", "its decision to", "efforts of the two to": the noun that an infinitive or gerund modifies.
const Signature* StatusReader::signature_of_noun(const Predicate& predicate) const {
    if (predicate.noun == kNone || predicate.relation == Relation::relative) {
        return nullptr;
    }
    return embedders_.find(token(chunk(predicate.noun).head).lemma, Part::noun, Complement::verb);
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
        note(path, token(governor.verb).form, what.append(name_of(reality)));
    }
    return reality == Reality::same ? (above == Status::denied ? Reality::same : reality_of(above)) : reality;
}

// What the words above make of it.
Reality StatusReader::embedded(const Predicate& predicate, Path* path, int depth) const {
    const std::string_view mark =
        predicate.mark == kNone ? std::string_view{} : token(static_cast<std::uint32_t>(predicate.mark)).lower;
    const bool instead = (mark == "instead" || mark == "rather" || mark == "than") && predicate.form != VerbForm::finite;
    const bool rather = has_child(predicate.node, [](std::string_view word) { return word == "rather" || word == "instead"; }) &&
                        predicate.form != VerbForm::finite;
    if (mark == "without" || instead || rather) {
        note(path, mark, "denied");
        return Reality::denied;
    }
    if (const Signature* found = signature_before(predicate)) {
        return by_governor(predicate, *found, path, depth);
    }
    if (const Signature* found = signature_of_noun(predicate)) {
        const bool none = token(chunk(predicate.noun).tokens.begin).lower == "no";
        const Reality reality = none ? found->negated : by_governor(predicate, *found, nullptr, depth);
        note(path, token(chunk(predicate.noun).head).form, name_of(reality));
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
                note(path, token(above.verb).form, name_of(reality));
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
