// What a verb says of itself: tense, modal, negation, condition, question.
#include <algorithm>
#include <array>

#include "what/status.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 5> kConditions{"if", "whether", "unless", "lest", "provided"};
constexpr std::array<std::string_view, 4> kFuture{"will", "shall", "'ll", "’ll"};
constexpr std::array<std::string_view, 2> kWould{"would", "'d"};

// "The forum opens on Friday", "the visit begins next week": a present tense with a day ahead is a timetable.
bool scheduled(const Document& document, const Predicate& predicate) {
    const auto published = document.published_day();
    return published && std::any_of(document.times.begin(), document.times.end(), [&](const TimeMention& time) {
               const DateSpan& reading = time.weekday && time.future.known() ? time.future : time.date;
               return predicate.clause.contains(time.tokens.begin) && reading.first && *reading.first > *published;
           });
}

}  // namespace

bool StatusReader::has_child(std::uint32_t node, std::string_view word) const {
    for (const std::uint32_t child : shape_.tree.children(node)) {
        if (token(child).lower == word) {
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
    if (has_child(here.node, "either")) {
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
    for (const std::uint32_t at : shape_.tree.children(predicate.node)) {
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
        has_child(predicate.node, "had") && predicate.verb > shape_.tokens.begin &&
        token(shape_.tokens.begin).lower == "had") {  // "Had Peru signed, …"
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

}  // namespace demarche
