#include "when/hang.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "when/attach_words.hpp"

namespace demarche::when {

namespace {

constexpr int kDepth = 40;  // steps up the tree; longer ways say nothing

std::optional<std::uint32_t> above(const Document& document, std::uint32_t token) {
    const std::int32_t head = document.tokens[token].head;
    return head < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(head));
}

// The word of a stretch by which it hangs on the rest.
std::uint32_t top_of(const Document& document, TokenRange tokens) {
    for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
        const auto head = above(document, at);
        if (!head || !tokens.contains(*head)) {
            return at;
        }
    }
    return tokens.begin;
}

// "were in talks", "is due": a copula makes a predicate of a noun.
bool predicate(const Document& document, std::uint32_t token) {
    constexpr std::uint32_t reach = 6;
    if (is_verb(document.tokens[token])) {
        return true;
    }
    for (std::uint32_t at = token; at > 0 && at + reach > token;) {
        --at;
        if (document.tokens[at].deprel == "cop" && document.tokens[at].head == static_cast<std::int32_t>(token)) {
            return true;
        }
    }
    return false;
}

// The nearest verb at or above a token, and the relation by which the way enters it.
struct Way {
    std::uint32_t verb = 0;
    std::string_view relation;
    bool through_trigger = false;
};

std::optional<Way> to_verb(const Document& document, std::uint32_t from, TokenRange trigger) {
    Way way;
    std::uint32_t at = from;
    for (int step = 0; step < kDepth; ++step) {
        way.through_trigger = way.through_trigger || trigger.contains(at);
        if ((at != from || !is_verb(document.tokens[at])) && predicate(document, at)) {
            way.verb = at;
            return way;
        }
        way.relation = document.tokens[at].deprel;
        const auto head = above(document, at);
        if (!head) {
            way.verb = at;
            return at == from ? std::nullopt : std::optional(way);
        }
        at = *head;
    }
    return std::nullopt;
}

// The conjunction or preposition that opens the clause of a verb.
std::string_view mark_of(const Document& document, std::uint32_t verb) {
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t at = verb; at > 0 && at + reach > verb;) {
        --at;
        const Token& word = document.tokens[at];
        if (word.head == static_cast<std::int32_t>(verb) && (word.deprel == "mark" || word.deprel == "advmod") &&
            any_of(word.lower, {"after", "before", "when", "while", "as", "because", "if", "unless", "since", "until", "once",
                                "that", "to", "so", "although", "though", "where", "whether"})) {
            return word.lower;
        }
    }
    return {};
}

bool relation_is(std::string_view relation, std::string_view wanted) { return relation.substr(0, relation.find(':')) == wanted; }

// A clause with a subject of its own has a time of its own.
bool has_subject(const Document& document, std::uint32_t verb) {
    constexpr std::uint32_t reach = 20;
    for (std::uint32_t at = verb; at > 0 && at + reach > verb;) {
        --at;
        if (document.tokens[at].head == static_cast<std::int32_t>(verb) && relation_is(document.tokens[at].deprel, "nsubj")) {
            return true;
        }
    }
    return false;
}

// The preposition before a noun.
std::string_view case_of(const Document& document, std::uint32_t noun) {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t at = noun; at > 0 && at + reach > noun;) {
        --at;
        if (document.tokens[at].deprel == "case" && document.tokens[at].head == static_cast<std::int32_t>(noun)) {
            return document.tokens[at].lower;
        }
    }
    return {};
}

// "In a statement issued on Monday", "at a meeting held in Bern": what is said of the occasion of a verb.
bool of_occasion(const Document& document, std::uint32_t participle) {
    const auto noun = above(document, participle);
    return noun && !has_subject(document, participle) && relation_is(document.tokens[*noun].deprel, "obl") &&
           any_of(case_of(document, *noun), {"in", "at", "during", "through"});
}

// What a step from a clause to the verb above it means for the time of the lower clause.
Hang step_up(const Document& document, std::uint32_t lower, bool speech) {
    const std::string_view relation = document.tokens[lower].deprel;
    const std::string_view mark = mark_of(document, lower);
    if (relation_is(relation, "advcl") || relation_is(relation, "acl")) {
        if (mark == "to") {
            return Hang::purpose;
        }
        if (relation_is(relation, "acl")) {
            return of_occasion(document, lower) ? Hang::frame : Hang::other;
        }
        if (mark == "after" || mark == "before") {
            return mark == "after" ? Hang::before : Hang::after;  // "in March, after he had agreed": the agreeing came before
        }
        if (mark == "since") {
            return Hang::other;
        }
        return mark == "when" || mark == "while" || mark == "as" || (mark.empty() && !has_subject(document, lower)) ? Hang::frame
                                                                                                                    : Hang::other;
    }
    if (relation_is(relation, "xcomp")) {
        return complement_verb(document.tokens[*above(document, lower)]) ? Hang::other : Hang::frame;
    }
    if (relation_is(relation, "conj")) {
        return has_subject(document, lower) ? Hang::other : Hang::frame;
    }
    return speech && relation_is(relation, "ccomp") ? Hang::frame : Hang::other;
}

// From a word up to a verb, through what lies between; `unknown` if the verb is not above it.
Hang climb(const Document& document, std::uint32_t from, std::uint32_t to, bool speech) {
    Hang hang = Hang::own;
    std::uint32_t at = from;
    for (int step = 0; step < kDepth; ++step) {
        if (at == to) {
            return hang;
        }
        const auto head = above(document, at);
        if (!head) {
            return Hang::unknown;
        }
        if (predicate(document, at) || at == from) {
            const Hang one = step_up(document, at, speech);
            hang = one == Hang::frame                         ? (hang == Hang::own ? Hang::frame : hang)
                   : hang == Hang::own || hang == Hang::frame ? one
                                                              : Hang::other;
        }
        at = *head;
    }
    return Hang::unknown;
}

// "Has closed the port since the rebels came in 2007", "have fought three wars since independence in 1947".
bool under_since(const Document& document, std::uint32_t from, std::uint32_t to) {
    std::uint32_t at = from;
    for (int step = 0; step < kDepth && at != to; ++step) {
        if (mark_of(document, at) == "since" || case_of(document, at) == "since") {
            return true;
        }
        const auto head = above(document, at);
        if (!head) {
            return false;
        }
        at = *head;
    }
    return false;
}

}  // namespace

Hung hang(const Document& document, TokenRange trigger, TokenRange time, bool speech) {
    const std::uint32_t node = top_of(document, trigger);
    const std::uint32_t hung = top_of(document, time);
    if (document.tokens[node].deprel.empty() || trigger.contains(hung)) {
        return {};
    }
    const auto way = to_verb(document, hung, trigger);
    if (!way) {
        return {};
    }
    if (under_since(document, hung, way->verb) || under_since(document, way->verb, node)) {
        return predicate(document, node) && (way->verb == node || climb(document, way->verb, node, false) != Hang::unknown)
                   ? Hung{Hang::since, way->verb}
                   : Hung{Hang::other, way->verb};
    }
    if (way->through_trigger || trigger.contains(way->verb)) {
        return {Hang::own, way->verb};
    }
    std::uint32_t carrier = node;
    if (!predicate(document, node)) {
        const auto carried = to_verb(document, node, {});
        if (!carried) {
            return {};
        }
        carrier = carried->verb;
        const Token& verb = document.tokens[carrier];
        const bool holds = holding_verb(verb) || (relation_is(carried->relation, "nsubj") && !reporting_verb(verb));
        if (carrier == way->verb || !holds) {
            return holds ? Hung{Hang::own, carrier} : Hung{};
        }
    }
    if (const Hang up = climb(document, carrier, way->verb, speech); up != Hang::unknown) {
        return {up, way->verb};
    }
    // "Meeting on Thursday, they condemned": the clause is the frame; one with a conjunction or a complement is not.
    const Hang below = climb(document, way->verb, carrier, false);
    const std::string_view mark = mark_of(document, way->verb);
    const bool framing = below == Hang::frame && !relation_is(document.tokens[way->verb].deprel, "xcomp") &&
                         !relation_is(document.tokens[way->verb].deprel, "conj") && (mark.empty() || mark == "when");
    return {framing || below == Hang::unknown ? below : Hang::other, way->verb};
}

}  // namespace demarche::when
