#include "what/conditions.hpp"

#include <algorithm>
#include <array>

#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kWithinReach = 12;

bool listed(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool any_in(const Document& document, TokenRange tokens, const std::vector<std::string>& list) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        if (listed(list, document.tokens[i].lemma) || listed(list, document.tokens[i].lower)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool Conditions::verb(const Predicate& predicate, const Rules::VerbEntry& entry, Candidate& candidate) const {
    const Rule& rule = *entry.rule;
    if (!entry.trigger->particle.empty()) {
        const std::int64_t particle = find_particle(predicate, entry.trigger->particle);
        if (particle < 0) {
            return false;
        }
        if (static_cast<std::uint32_t>(particle) <= predicate.verb + 2) {
            candidate.trigger.end = static_cast<std::uint32_t>(particle) + 1;
        }
    }
    if (rule.negated && (!statuses_.negated(predicate) || (!rule.modals.empty() && !listed(rule.modals, predicate.modal)))) {
        return false;
    }
    if (!rule.subject.empty() && !match_subject(predicate, rule)) {
        return false;
    }
    if (!rule.object.empty() && !match_object(predicate, entry, candidate)) {
        return false;
    }
    if (!rule.within.empty()) {
        const std::uint32_t end = std::min(predicate.verb + 1 + kWithinReach, shape_.tokens.end);
        if (!any_in(document_, {predicate.verb + 1, end}, rule.within) && !in_patient(predicate, rule.within)) {
            return false;
        }
    }
    if (!rule.without.empty()) {
        for (const std::uint32_t chunk : finder_.logical_object(predicate)) {
            if (any_in(document_, shape_.chunks[chunk].tokens, rule.without)) {
                return false;
            }
        }
        if (!rule.within.empty() || rule.object.empty()) {
            const std::uint32_t end = std::min(predicate.verb + 4, shape_.tokens.end);
            if (any_in(document_, {predicate.verb + 1, end}, rule.without)) {
                return false;
            }
        }
    }
    return true;
}

bool Conditions::noun(std::uint32_t token, const Rules::NounEntry& entry) const {
    const Rule& rule = *entry.rule;
    const std::int32_t at = shape_.chunk_at(token);
    const bool plural = has(document_.tokens[token].morph, Morph::plural) || document_.tokens[token].upos == Upos::verb;
    if (at == kNone || (entry.trigger->plural && !plural)) {
        return false;
    }
    const auto index = static_cast<std::uint32_t>(at);
    const Chunk& chunk = shape_.chunks[index];
    if (chunk.head != token && !rule.inside) {
        return false;
    }
    if (any_in(document_, chunk.tokens, rule.without)) {
        return false;
    }
    if (!rule.with.empty()) {
        bool found = any_in(document_, chunk.tokens, rule.with);
        if (chunk.possessor != kNone) {  // "foreign ministers' meetings"
            found = found || any_in(document_, shape_.chunks[static_cast<std::size_t>(chunk.possessor)].tokens, rule.with);
        }
        for (const std::uint32_t part : finder_.phrase_of(index)) {
            found = found || any_in(document_, shape_.chunks[part].tokens, rule.with);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

// What somebody asks, proposes, promises or threatens, and what he says should be, is no event of its own: "urged Kenya to
// sign the treaty", "demanded that Norway release the trawler", "said that Togo must withdraw".
bool Conditions::asked_for(const Predicate& predicate) const {
    static constexpr std::array<std::string_view, 25> requests{
        "urge",    "ask",   "call",    "appeal",  "press",    "push",      "request",   "demand", "propose",
        "suggest", "offer", "promise", "pledge",  "threaten", "encourage", "recommend", "plead",  "want",
        "vow",     "swear", "insist",  "implore", "beg",      "exhort",    "warn"};
    static constexpr std::array<std::string_view, 12> asking{"promise", "pledge", "vow",      "threat", "demand", "request",
                                                             "call",    "offer",  "proposal", "appeal", "plea",   "ultimatum"};
    if (predicate.noun != kNone && predicate.relation == Relation::complement) {
        const std::string_view noun = document_.tokens[shape_.chunks[static_cast<std::size_t>(predicate.noun)].head].lemma;
        return one_of(noun, asking);
    }
    if (predicate.governor == kNone) {
        return false;
    }
    const std::string_view lemma = document_.tokens[shape_.predicates[static_cast<std::size_t>(predicate.governor)].verb].lemma;
    const bool asks = one_of(lemma, requests);
    if (predicate.relation == Relation::said) {
        const bool bare = has(document_.tokens[predicate.verb].morph, Morph::base) && predicate.group.size() == 1;
        return predicate.modal == "should" || predicate.modal == "must" || (asks && (bare || !predicate.modal.empty()));
    }
    return predicate.form == VerbForm::infinitive && asks;
}

std::int64_t Conditions::find_particle(const Predicate& predicate, std::string_view particle) const {
    const std::uint32_t end = std::min(finder_.end_of_reach(predicate), predicate.group.end + 8);
    for (std::uint32_t i = predicate.group.end; i < end; ++i) {
        const Token& token = document_.tokens[i];
        if (token.lower == particle && token.upos != Upos::verb) {
            return i;
        }
        // Only the verb's own object, adverbs and times may stand between: "swear the minister in", "returned overnight from".
        const std::int32_t chunk = shape_.chunk_at(i);
        const bool object = chunk != kNone && std::find(predicate.object.begin(), predicate.object.end(),
                                                        static_cast<std::uint32_t>(chunk)) != predicate.object.end();
        const bool time = chunk != kNone && shape_.chunks[static_cast<std::size_t>(chunk)].time;
        if (!object && !time && token.upos != Upos::adv) {
            return -1;
        }
    }
    return -1;
}

// The head of the logical subject: "a car bomb killed".
bool Conditions::match_subject(const Predicate& predicate, const Rule& rule) const {
    const Few& subject = finder_.logical_subject(predicate);
    return std::any_of(subject.begin(), subject.end(), [&](std::uint32_t index) {
        const Token& head = document_.tokens[shape_.chunks[index].head];
        return listed(rule.subject, head.lemma) || listed(rule.subject, head.lower);
    });
}

// What a passive says stands before it: "restrictions on broadcasters were removed".
bool Conditions::in_patient(const Predicate& predicate, const std::vector<std::string>& words) const {
    return predicate.passive && std::any_of(predicate.subject.begin(), predicate.subject.end(), [&](std::uint32_t index) {
               return any_in(document_, shape_.chunks[index].tokens, words);
           });
}

bool Conditions::match_object(const Predicate& predicate, const Rules::VerbEntry& entry, Candidate& candidate) const {
    const auto accept = [&](std::uint32_t index) {
        const Chunk& chunk = shape_.chunks[index];
        const Token& head = document_.tokens[chunk.head];
        if (!listed(entry.rule->object, head.lemma) && !listed(entry.rule->object, head.lower)) {
            return false;
        }
        candidate.object = document_.tokens[chunk.head].lemma;
        const TokenRange whole{std::min(predicate.verb, chunk.head), std::max(predicate.verb, chunk.head) + 1};
        if (whole.size() <= 8) {
            candidate.trigger = whole;
        }
        return true;
    };
    const auto any = [&](const Few& chunks) { return std::any_of(chunks.begin(), chunks.end(), accept); };
    // The last: "said it would help".
    if (any(finder_.logical_object(predicate)) || any(predicate.predicative) || any(finder_.told_subjects(predicate))) {
        return true;
    }
    // The first prepositional phrase counts too: "halt to the drills", "agreed on a pact".
    for (std::uint32_t index = 0; index < shape_.chunks.size(); ++index) {
        const Chunk& chunk = shape_.chunks[index];
        if (chunk.tokens.begin >= predicate.group.end && chunk.tokens.begin <= predicate.group.end + 4 && chunk.prep != kNone &&
            accept(index)) {
            return true;
        }
    }
    return false;
}

}  // namespace demarche
