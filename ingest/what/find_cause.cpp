// What prompted an act, as the words around its verb say: "prompting the North to stop", "answered by halting", "in response".
#include <array>

#include "what/candidate.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 14> kCauses{"prompt", "trigger", "provoke",  "lead", "cause", "force",     "push",
                                                   "spark",  "compel",  "pressure", "spur", "drive", "encourage", "oblige"};

}  // namespace

void find_cause(const Document& document, const Shape& shape, const Predicate& predicate, std::uint32_t end,
                Candidate& candidate) {
    for (std::int32_t at = predicate.governor; at != kNone; at = shape.predicates[static_cast<std::size_t>(at)].governor) {
        const Predicate& above = shape.predicates[static_cast<std::size_t>(at)];
        const std::string_view lemma = document.tokens[above.verb].lemma;
        if (one_of(lemma, kCauses) && above.form == VerbForm::gerund) {
            candidate.caused_by = above.governor;
            candidate.cue = document.tokens[above.verb].lower;
            candidate.status = candidate.status == Status::denied ? Status::denied : Status::occurred;
            return;
        }
    }
    static constexpr std::array<std::string_view, 6> answers{"answer", "respond", "reply", "retaliate", "reciprocate", "react"};
    if (predicate.governor != kNone) {
        const Token& above = document.tokens[shape.predicates[static_cast<std::size_t>(predicate.governor)].verb];
        if (one_of(above.lemma, answers)) {
            candidate.cue = above.lower;
        }
    }
    const std::uint32_t begin = shape.tokens.begin;
    if (begin + 1 < shape.tokens.end && document.tokens[begin].lower == "in" &&
        (document.tokens[begin + 1].lower == "response" || document.tokens[begin + 1].lower == "retaliation")) {
        candidate.cue = "in " + std::string(document.tokens[begin + 1].lower);
    }
    for (std::uint32_t i = predicate.verb; i + 1 < end; ++i) {
        const std::string_view next = document.tokens[i + 1].lower;
        if (document.tokens[i].lower == "in" && (next == "response" || next == "retaliation" || next == "return")) {
            candidate.cue = "in " + std::string(next);
        }
    }
}

}  // namespace demarche
