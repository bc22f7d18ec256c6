// Verb groups: auxiliaries, negation and adverbs up to the main verb, with tense, voice, and modality.
#include <algorithm>
#include <array>

#include "what/shape.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 14> kModals{"will",  "would", "shall", "should", "can", "could", "may",
                                                   "might", "must",  "'ll",   "’ll",    "'d",  "wo",    "ca"};
constexpr std::array<std::string_view, 6> kNegations{"not", "n't", "n’t", "nt", "never", "no"};
constexpr std::array<std::string_view, 6> kFloating{"both", "all",     "each",
                                                    "also", "jointly", "since"};  // "have both been negotiating"

bool is_be(const Token& token) { return token.lemma == "be" || token.lower == "'s" || token.lower == "'re"; }
bool is_have(const Token& token) { return token.lemma == "have" || token.lower == "'ve"; }

bool is_auxiliary(const Token& token) {
    return token.upos == Upos::aux || (token.upos == Upos::verb && (one_of(token.lower, kModals) || token.lemma == "be" ||
                                                                    token.lemma == "have" || token.lemma == "do"));
}

bool inside_group(const Document& document, std::uint32_t index) {
    const Token& token = document.tokens[index];
    return token.upos == Upos::aux || token.upos == Upos::adv || (token.upos == Upos::part && token.lower != "'s") ||
           one_of(token.lower, kNegations) || one_of(token.lower, kFloating);
}

// Reads tense, voice and modality off the words of the group.
void read_group(const Document& document, Predicate& predicate) {
    bool have = false;
    bool be = false;
    bool be_past = false;
    bool do_past = false;
    bool get = false;
    for (std::uint32_t i = predicate.group.begin; i < predicate.verb; ++i) {
        const Token& token = document.tokens[i];
        if (one_of(token.lower, kModals) && token.upos != Upos::noun) {
            predicate.modal = token.lower == "wo" ? "will" : (token.lower == "ca" ? "can" : token.lower);
        } else if (is_have(token)) {
            have = true;
        } else if (is_be(token) && token.lower != "'s") {
            be = true;
            be_past = token.lower == "was" || token.lower == "were";
        } else if (token.lower == "'s" && token.upos == Upos::aux) {
            be = true;
        } else if (token.lemma == "do") {
            do_past = token.lower == "did";
        } else if (token.lemma == "get") {
            get = true;
        } else if (one_of(token.lower, kNegations) && document.tokens[i + 1].lower != "only") {
            predicate.negated = true;
        }
    }
    const Token& first = document.tokens[predicate.group.begin];
    const Token& verb = document.tokens[predicate.verb];
    const bool participle = has(verb.morph, Morph::participle);
    const bool gerund = has(verb.morph, Morph::gerund);
    predicate.passive = participle && (be || get) && !(have && !be);
    predicate.progressive = gerund && be;
    const bool bare =
        predicate.group.size() == 1 && has(verb.morph, Morph::base) && !has(verb.morph, Morph::present | Morph::past) &&
        predicate.group.begin > 0 &&
        (document.tokens[predicate.group.begin - 1].lower == "and" || document.tokens[predicate.group.begin - 1].lower == "or");
    if (bare) {  // "efforts to ease tensions and resume dialogue"
        predicate.form = VerbForm::infinitive;
    } else if (first.lower == "to") {
        predicate.form = VerbForm::infinitive;
        predicate.passive = participle && be;
        predicate.tense = have ? Tense::perfect : Tense::none;
    } else if (gerund && !be) {
        predicate.form = VerbForm::gerund;
    } else if (participle && !be && !have && !get && predicate.modal.empty()) {
        predicate.form = VerbForm::participle;
        predicate.passive = true;
    } else if (predicate.modal == "will" || predicate.modal == "shall" || predicate.modal == "'ll" || predicate.modal == "’ll") {
        predicate.tense = Tense::future;
    } else if (!predicate.modal.empty()) {
        predicate.tense = have ? Tense::perfect : Tense::future;  // "would visit"; status looks at the modal itself
    } else if (have) {
        predicate.tense = Tense::perfect;
    } else if (be) {
        predicate.tense = be_past ? Tense::past : Tense::present;
    } else if (do_past || has(verb.morph, Morph::past)) {
        predicate.tense = Tense::past;
    } else {
        predicate.tense = Tense::present;
    }
}

// The chunk before a relative clause between commas that ends at `comma`: "Lee, who has been in office since June, halted".
std::int32_t after_insertion(const Shape& shape, const Document& document, std::uint32_t comma) {
    for (std::uint32_t open = comma - 1; open > shape.tokens.begin; --open) {
        if (document.tokens[open].form == ",") {
            return document.tokens[open + 1].lower == "who" || document.tokens[open + 1].lower == "which"
                       ? shape.chunk_at(open - 1)
                       : kNone;
        }
    }
    return kNone;
}

// Past tense and past participle look alike. A bare participle with an object right behind it, or the only verb of a sentence
// behind a noun, is a past tense: "Chile called on Peru", "Norway urged Kenya to".
void make_finite(const Document& document, Shape& shape) {
    const bool none_finite = std::none_of(shape.predicates.begin(), shape.predicates.end(),
                                          [](const Predicate& predicate) { return predicate.form == VerbForm::finite; });
    bool first = none_finite;
    for (Predicate& predicate : shape.predicates) {
        if (predicate.form != VerbForm::participle || predicate.group.size() != 1 ||
            predicate.group.begin == shape.tokens.begin) {
            continue;
        }
        std::uint32_t left = predicate.group.begin - 1;
        while (left > shape.tokens.begin && document.tokens[left].upos == Upos::adv && shape.chunk_at(left) == kNone) {
            --left;  // "Pyongyang then ceased its own"
        }
        const std::int32_t before =
            document.tokens[left].form == "," ? after_insertion(shape, document, left) : shape.chunk_at(left);
        const std::int32_t after = shape.chunk_at(std::min(predicate.group.end, shape.tokens.end - 1));
        const bool object =
            after != kNone && !shape.chunks[static_cast<std::size_t>(after)].time && predicate.group.end < shape.tokens.end;
        const bool agent = predicate.group.end + 1 < shape.tokens.end && document.tokens[predicate.group.end].lower == "by" &&
                           shape.chunk_at(predicate.group.end + 1) != kNone;  // "answered by halting" has none
        // ", and Pyongyang answered by": a subject behind a conjunction starts a clause
        const std::uint32_t subject = before == kNone ? 0 : shape.chunks[static_cast<std::size_t>(before)].tokens.begin;
        const bool clause = before != kNone && subject > shape.tokens.begin + 1 &&
                            document.tokens[subject - 1].upos == Upos::cconj && document.tokens[subject - 2].form == ",";
        // verbs that no noun undergoes: "the three sides agreed to hold"
        static constexpr std::array<std::string_view, 10> intransitive{"agree",  "decide", "refuse",  "vow",     "arrive",
                                                                       "travel", "vote",   "decline", "respond", "depart"};
        const bool active = one_of(document.tokens[predicate.verb].lemma, intransitive);
        if (before != kNone && !agent && (object || first || clause || active)) {
            predicate.form = VerbForm::finite;
            predicate.tense = Tense::past;
            predicate.passive = false;
            first = false;
        }
    }
}

}  // namespace

void find_verb_groups(const Document& document, Shape& shape) {
    shape.predicates.clear();
    shape.predicate_of.assign(shape.tokens.size(), kNone);
    const std::uint32_t end = shape.tokens.end;
    for (std::uint32_t token = shape.tokens.begin; token < end; ++token) {
        const Token& start = document.tokens[token];
        if (shape.chunk_at(token) != kNone) {
            continue;
        }
        const bool to_infinitive = start.lower == "to" && token + 1 < end && shape.chunk_at(token + 1) == kNone &&
                                   (document.tokens[token + 1].upos == Upos::verb ||
                                    document.tokens[token + 1].upos == Upos::aux || document.tokens[token + 1].upos == Upos::adv);
        if (start.upos != Upos::verb && start.upos != Upos::aux && !to_infinitive) {
            continue;
        }
        // The group runs over auxiliaries and what may stand between them; the last verb is the main one.
        std::uint32_t verb = end;
        std::uint32_t at = token;
        bool auxiliary = true;  // as long as another verb may follow
        while (at < end && auxiliary) {
            const Token& here = document.tokens[at];
            const bool verbal = here.upos == Upos::verb || here.upos == Upos::aux;
            if (at > token && !verbal && !inside_group(document, at) && here.lower != "to") {
                break;
            }
            if (at > token && here.lower == "to") {  // "used to", "have to": the infinitive is a predicate of its own
                break;
            }
            if (shape.chunk_at(at) != kNone) {
                break;
            }
            if (verbal) {
                verb = at;
                auxiliary = is_auxiliary(here);
            }
            ++at;
        }
        if (verb == end) {
            continue;
        }
        Predicate predicate;
        predicate.group = {token, verb + 1};
        predicate.verb = verb;
        // "not to meet": the negation stands before the group
        if (token > shape.tokens.begin && one_of(document.tokens[token - 1].lower, kNegations) &&
            document.tokens[token].lower != "only") {
            predicate.negated = true;
        }
        read_group(document, predicate);
        const auto index = static_cast<std::int32_t>(shape.predicates.size());
        for (std::uint32_t i = token; i <= verb; ++i) {
            shape.predicate_of[i - shape.tokens.begin] = index;
        }
        shape.predicates.push_back(predicate);
        token = verb;
    }
    make_finite(document, shape);
}

}  // namespace demarche
