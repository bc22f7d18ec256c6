#include "language/promote_verbs.hpp"

#include <algorithm>
#include <string_view>

#include "language/finite_verbs.hpp"

namespace demarche::language {

namespace {

bool is_finite(Penn tag) { return tag == Penn::vbd || tag == Penn::vbz || tag == Penn::vbp; }

bool modifies(std::string_view label) { return label == "amod" || label == "compound"; }

bool is_nominal(const ParsedWord& word) {
    return word.tag.upos == Upos::noun || word.tag.upos == Upos::propn || word.tag.upos == Upos::pron ||
           word.tag.upos == Upos::num;
}

bool is_subject_place(std::string_view label) { return label == "nsubj" || label == "nsubj:pass" || label == "csubj"; }

class Promoter {
public:
    Promoter(std::span<const Token> sentence, std::span<ParsedWord> words) : sentence_(sentence), words_(words) {}

    // A form that is past tense as well as participle: "called", not "taken".
    bool may_be_past(std::int32_t verb) {
        return at(verb).tag.penn == Penn::vbn && !is_participle_only(sentence_[static_cast<std::size_t>(verb)].lower);
    }

    // A participle with an auxiliary of its own is finite: "that it had imposed sanctions".
    // An auxiliary that hangs on the noun says the same: "has/aux since halted/amod broadcasts".
    bool has_auxiliary(std::int32_t verb) {
        for (std::int32_t word = verb - 1; word >= 0 && verb - word <= kAuxiliaryReach; --word) {
            if ((at(word).head == verb || at(word).head == at(verb).head) &&
                (at(word).label == "aux" || at(word).label == "aux:pass")) {
                return true;
            }
        }
        return false;
    }

    // "had/ccomp used/amod civilians/obj": the auxiliary was read as the verb.
    bool behind_auxiliary(std::int32_t verb) {
        const std::int32_t before = verb - 1;
        return before >= 0 && at(before).tag.upos == Upos::aux && at(at(verb).head).head == before && at(before).label != "aux";
    }

    void take_over_from(std::int32_t auxiliary, std::int32_t verb) {
        hang(at(verb).head, verb, "obj");
        hang(verb, at(auxiliary).head, at(auxiliary).label);
        for (std::int32_t word = 0; word < static_cast<std::int32_t>(words_.size()); ++word) {
            if (at(word).head == auxiliary) {
                at(word).head = verb;
            }
        }
        hang(auxiliary, verb, "aux");
    }

    // "The envoy called on Peru": a participle behind the root of a sentence without a finite verb, and nobody named who did it.
    void promote_behind_root(std::int32_t verb) {
        const std::int32_t noun = at(verb).head;
        at(verb).tag = {Penn::vbd, Upos::verb};
        hang(verb, at(noun).head, at(noun).label);
        subject_is_the_top(verb, noun, kNoWord);
    }

    // "President Lee, who has been in office since June, halted loudspeaker broadcasts": the root is a noun with a clause of its
    // own, and behind the comma that closes the clause stands a participle with an object.
    bool continues_root(std::int32_t verb) {
        const std::int32_t root = root_above(verb);
        bool clause = false;
        for (std::int32_t word = root + 1; word < verb; ++word) {
            clause = clause || (at(word).head == root && (at(word).label == "acl:relcl" || at(word).label == "appos"));
        }
        return clause && is_nominal(at(root)) && at(verb - 1).tag.penn == Penn::comma;
    }

    // "Uganda, which denies the charge, called for talks": the same with the verb hung on a word of the clause.
    bool closes_insertion(std::int32_t verb) {
        const std::int32_t inner = at(verb).head;
        return at(verb).label == "acl" && inner >= 0 && inner < verb && inner != root_above(verb) && continues_root(verb) &&
               !has_agent(verb);
    }

    void close_insertion(std::int32_t verb) {
        const std::int32_t root = root_above(verb);
        at(verb).tag = {Penn::vbd, Upos::verb};
        hang(verb, kNoWord, at(root).label);
        subject_is_the_top(verb, root, kNoWord);
    }

    void continue_root(std::int32_t verb) {
        const std::int32_t root = root_above(verb);
        const std::int32_t object = at(verb).head;
        at(verb).tag = {Penn::vbd, Upos::verb};
        hang(verb, kNoWord, at(root).label);
        subject_is_the_top(verb, root, object);
    }

    // "Peru, where the two had worked, arrested a citizen": read as one more verb of the relative clause, without an "and".
    bool continues_over_clause(std::int32_t verb) {
        const std::int32_t inner = at(verb).head;
        if (at(verb).label != "conj" || inner < 0 || at(inner).label != "acl:relcl" || at(verb - 1).tag.penn != Penn::comma) {
            return false;
        }
        for (std::int32_t word = inner + 1; word < verb; ++word) {
            if (at(word).head == verb && (at(word).label == "cc" || at(word).label.starts_with("nsubj"))) {
                return false;
            }
        }
        return at(at(inner).head).head < 0 && is_nominal(at(at(inner).head));
    }

    void continue_over_clause(std::int32_t verb) {
        const std::int32_t noun = at(at(verb).head).head;
        hang(verb, kNoWord, at(noun).label);
        subject_is_the_top(verb, noun, kNoWord);
    }

    // "Chile and Peru each imposed sanctions": a determiner between two phrases belongs to the first.
    bool behind_each(std::int32_t verb) {
        const std::string_view word = sentence_[static_cast<std::size_t>(verb) - 1].lower;
        return verb >= 2 && (word == "each" || word == "both") && at(verb - 1).label == "det" &&
               at(verb - 1).head == at(verb).head && is_nominal(at(verb - 2));
    }

    // "Gujral also eased rules": over adverbs of the verb's own.
    bool behind_noun(std::int32_t verb) {
        std::int32_t before = verb - 1;
        while (before > 0 && at(before).tag.upos == Upos::adv && at(before).head == verb) {
            --before;
        }
        return is_nominal(at(before));
    }

    void promote_each(std::int32_t verb) {
        at(verb).tag = {Penn::vbd, Upos::verb};
        hang(verb - 1, verb, "advmod");
        if (at(at(verb).head).label == "conj") {  // taken for one more member of the list
            at(at(verb).head).label = "obj";
        }
        promote(verb);
    }

    bool has_agent(std::int32_t verb) {
        for (std::int32_t word = verb + 1; word < static_cast<std::int32_t>(words_.size()); ++word) {
            if (at(word).head == verb && at(word).label == "obl:agent") {
                return true;
            }
        }
        return false;
    }

    void promote(std::int32_t verb) {
        const std::int32_t phrase = at(verb).head;
        // The highest word of the phrase: it lies left of the verb ("Turkey proposed mediation" hangs on Turkey), or is the noun
        // that the verb was read into.
        std::int32_t top = phrase;
        std::int32_t below = kNoWord;  // on the way from the phrase to the top
        for (std::int32_t up = at(phrase).head; up >= 0 && up < verb && is_nominal(at(up)) && stays_nominal(at(top).label);
             up = at(up).head) {
            below = top;
            top = up;
        }
        if (is_subject_place(at(top).label) || at(top).label == "obl" || at(top).label == "nmod") {
            return;  // a clause around it has its verb: "the Norway imposed sanctions hurt"
        }
        const bool complement = at(top).label == "obj";  // "denied that it had imposed sanctions"
        hang(verb, at(top).head, complement ? "ccomp" : at(top).label);
        if (top < verb) {
            subject_is_the_top(verb, top, below);
        } else {
            phrase_is_the_top(verb, top);
        }
    }

private:
    static constexpr std::int32_t kNoWord = -1;
    static constexpr std::int32_t kAuxiliaryReach = 6;

    ParsedWord& at(std::int32_t word) { return words_[static_cast<std::size_t>(word)]; }

    std::int32_t root_above(std::int32_t word) {
        while (at(word).head >= 0) {
            word = at(word).head;
        }
        return word;
    }

    static bool stays_nominal(std::string_view label) {
        return label == "flat" || label == "obj" || label == "appos" || label == "nmod" || label == "compound" ||
               label == "nmod:desc" || label == "dep" || label == "list";
    }

    void hang(std::int32_t word, std::int32_t head, std::string_view label) {
        at(word).head = head;
        at(word).label = label;
    }

    // "Turkey | proposed | mediation": all of Turkey's that stands behind the verb is the verb's.
    void subject_is_the_top(std::int32_t verb, std::int32_t top, std::int32_t phrase) {
        hang(top, verb, "nsubj");
        for (std::int32_t word = verb + 1; word < static_cast<std::int32_t>(words_.size()); ++word) {
            if (at(word).head == top && word != phrase && word > verb) {
                hang(word, verb, at(word).label == "nmod" ? "obl" : at(word).label);
            }
        }
        if (phrase != kNoWord) {
            hang(phrase, verb, "obj");
        }
    }

    // "Norway | imposed | sanctions": what stands before the verb is its subject.
    void phrase_is_the_top(std::int32_t verb, std::int32_t phrase) {
        hang(phrase, verb, "obj");
        std::int32_t subject = kNoWord;
        for (std::int32_t word = verb - 1; word >= 0; --word) {
            if (at(word).head != phrase) {
                continue;
            }
            if (subject == kNoWord && is_nominal(at(word))) {
                subject = word;
                hang(word, verb, "nsubj");
            } else if (subject != kNoWord && (is_nominal(at(word)) || at(word).label == "det" || at(word).label == "amod")) {
                hang(word, subject, at(word).label);
            } else {
                hang(word, verb, at(word).label);
            }
        }
        for (std::int32_t word = phrase + 1; word < static_cast<std::int32_t>(words_.size()); ++word) {
            const bool whole_clause =
                at(word).label == "punct" || at(word).label == "nmod:unmarked" || at(word).label == "parataxis";
            if (at(word).head == phrase && whole_clause) {
                hang(word, verb, at(word).label == "nmod:unmarked" ? "obl:unmarked" : at(word).label);
            }
        }
    }

    std::span<const Token> sentence_;
    std::span<ParsedWord> words_;
};

}  // namespace

void promote_finite_verbs(std::span<const Token> sentence, std::span<ParsedWord> words) {
    Promoter promoter(sentence, words);
    const bool finite = std::any_of(words.begin(), words.end(),
                                    [](const ParsedWord& word) { return is_finite(word.tag.penn) || word.tag.penn == Penn::md; });
    for (std::int32_t i = 1; i < static_cast<std::int32_t>(words.size()); ++i) {
        const ParsedWord& word = words[static_cast<std::size_t>(i)];
        const ParsedWord& before = words[static_cast<std::size_t>(i) - 1];
        if (!finite && word.label == "acl" && promoter.may_be_past(i) && is_nominal(before) && before.tag.upos != Upos::num &&
            words[static_cast<std::size_t>(word.head)].head < 0 && word.head < i && !promoter.has_agent(i)) {
            promoter.promote_behind_root(i);
            break;
        }
        if (promoter.may_be_past(i) && promoter.closes_insertion(i)) {
            promoter.close_insertion(i);
            continue;
        }
        if (is_finite(word.tag.penn) && promoter.continues_over_clause(i)) {
            promoter.continue_over_clause(i);
            continue;
        }
        if (!modifies(word.label) || word.head <= i) {
            continue;
        }
        if (word.tag.penn == Penn::vbn && promoter.continues_root(i)) {
            promoter.continue_root(i);
        } else if (word.tag.penn == Penn::vbn && promoter.behind_auxiliary(i)) {
            promoter.take_over_from(i - 1, i);
        } else if (!finite && word.tag.penn == Penn::vbn && promoter.behind_each(i)) {
            promoter.promote_each(i);
        } else if ((is_finite(word.tag.penn) && promoter.behind_noun(i)) ||
                   (word.tag.penn == Penn::vbn && promoter.has_auxiliary(i))) {
            promoter.promote(i);
        }
    }
}

}  // namespace demarche::language
