// How the predicates of a sentence hang on each other: the relation of each to its governor, the noun that it modifies, and the
// word that opens it, by the labels of the dependency tree (Universal Dependencies 2, "clausal" relations).
#include <array>

#include "what/shape.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 27> kClauseOpeners{
    "that",   "if",     "when",    "while", "because", "after",   "before",  "as",      "although",
    "though", "unless", "until",   "since", "where",   "whether", "so",      "once",    "but",
    "how",    "why",    "whereas", "than",  "lest",    "for",     "without", "despite", "following"};

constexpr int kDeepest = 512;

class ClauseReader {
public:
    ClauseReader(const Document& document, Shape& shape) : document_(document), shape_(shape) {}

    void run() {
        find_nodes();
        join_auxiliaries();
        for (Predicate& predicate : shape_.predicates) {
            predicate.governor = above(predicate.node);
            predicate.mark = opener(predicate);
            set_relation(predicate);
        }
        hang_on_copulas();
        lift_adjuncts();
        lift_times();
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t index) const { return document_.tokens[index]; }
    [[nodiscard]] std::string_view label(std::uint32_t index) const { return document_.tokens[index].deprel; }

    void find_nodes() {
        shape_.node_of.assign(shape_.tokens.size(), kNone);
        for (std::size_t i = 0; i < shape_.predicates.size(); ++i) {
            Predicate& predicate = shape_.predicates[i];
            predicate.node = predicate.verb;
            const std::string_view own = label(predicate.verb);
            if ((own == "cop" || own == "aux" || own == "aux:pass") && shape_.tree.head(predicate.verb) != kNone) {
                predicate.node = static_cast<std::uint32_t>(shape_.tree.head(predicate.verb));
            }
            // A verb is its own node before any auxiliary claims it.
            std::int32_t& node = shape_.node_of[predicate.node - shape_.tokens.begin];
            if (node == kNone || predicate.node == predicate.verb) {
                node = static_cast<std::int32_t>(i);
            }
        }
    }

    // "Will Sudan release", "has neither expelled": an auxiliary that words part from its verb still gives it tense and modal.
    void join_auxiliaries() {
        for (const Predicate& auxiliary : shape_.predicates) {
            const std::int32_t owner = shape_.node_of[auxiliary.node - shape_.tokens.begin];
            if (!label(auxiliary.verb).starts_with("aux") || owner == kNone) {
                continue;
            }
            Predicate& verb = shape_.predicates[static_cast<std::size_t>(owner)];
            if (verb.verb != auxiliary.node || verb.verb <= auxiliary.verb || token(verb.group.begin).lower == "to") {
                continue;
            }
            const std::string_view lemma = token(auxiliary.verb).lemma;
            verb.negated = verb.negated || auxiliary.negated;
            verb.modal = upper_modal(auxiliary.verb);
            verb.passive = verb.passive && lemma == "be";
            verb.tense = verb.modal.empty() ? (lemma == "have" ? Tense::perfect : auxiliary.tense) : Tense::future;
            verb.form = VerbForm::finite;
        }
    }

    [[nodiscard]] std::string_view upper_modal(std::uint32_t auxiliary) const {
        static constexpr std::array<std::string_view, 9> modals{"will",  "would", "shall", "should", "can",
                                                                "could", "may",   "might", "must"};
        return one_of(token(auxiliary).lower, modals) ? token(auxiliary).lower : std::string_view{};
    }

    // "are to hold", "are due to hold": the tree has the copula below the verb; the verb is its complement.
    void hang_on_copulas() {
        for (std::size_t i = 0; i < shape_.predicates.size(); ++i) {
            const Predicate& copula = shape_.predicates[i];
            const std::int32_t owner = shape_.node_of[copula.node - shape_.tokens.begin];
            if (owner != static_cast<std::int32_t>(i) && owner != kNone) {
                Predicate& verb = shape_.predicates[static_cast<std::size_t>(owner)];
                const bool governs = label(copula.verb) == "cop" || token(verb.group.begin).lower == "to";
                if (governs && verb.verb == copula.node && verb.governor != static_cast<std::int32_t>(i) &&
                    copula.verb < verb.verb) {
                    verb.relation = Relation::complement;
                    verb.governor = static_cast<std::int32_t>(i);
                }
            }
        }
    }

    // "outlined efforts to ease tensions, calling for": a participle behind a comma belongs to the clause, not to what modifies a
    // noun in it.
    void lift_adjuncts() {
        for (Predicate& predicate : shape_.predicates) {
            const bool adjunct = predicate.relation == Relation::adverbial && predicate.mark == kNone &&
                                 (predicate.form == VerbForm::gerund || predicate.form == VerbForm::participle) &&
                                 predicate.group.begin > shape_.tokens.begin && token(predicate.group.begin - 1).form == ",";
            while (adjunct && predicate.governor != kNone) {
                const Predicate& above = shape_.predicates[static_cast<std::size_t>(predicate.governor)];
                const bool inside_phrase = above.form != VerbForm::finite && above.governor != kNone && above.noun != kNone;
                if (!inside_phrase) {
                    break;
                }
                predicate.governor = above.governor;
            }
        }
    }

    // "eased the rules for firms entering Peru before holding talks": what comes before or after is told of the clause, not of a
    // participle that only tells which firms.
    void lift_times() {
        static constexpr std::array<std::string_view, 5> openers{"before", "after", "while", "since", "without"};
        for (Predicate& predicate : shape_.predicates) {
            const bool time = predicate.relation == Relation::adverbial && predicate.mark != kNone &&
                              predicate.form == VerbForm::gerund &&
                              one_of(token(static_cast<std::uint32_t>(predicate.mark)).lower, openers);
            for (int steps = 0; time && predicate.governor != kNone && steps < kDeepest; ++steps) {
                const Predicate& above = shape_.predicates[static_cast<std::size_t>(predicate.governor)];
                const bool reduced =
                    above.relation == Relation::relative && above.form != VerbForm::finite && above.governor != kNone;
                if (!reduced) {
                    break;
                }
                predicate.governor = above.governor;
            }
        }
    }

    // The predicate of the nearest ancestor that is one. Sentences are parsed in pieces of 512 words; a deeper tree is no
    // sentence.
    [[nodiscard]] std::int32_t above(std::uint32_t node) const {
        std::int32_t at = shape_.tree.head(node);
        for (int steps = 0; at != kNone && steps < kDeepest; ++steps, at = shape_.tree.head(static_cast<std::uint32_t>(at))) {
            const std::int32_t predicate = shape_.node_of[static_cast<std::uint32_t>(at) - shape_.tokens.begin];
            if (predicate != kNone) {
                return predicate;
            }
        }
        return kNone;
    }

    // "that", "after", "if" in front of the clause.
    [[nodiscard]] std::int32_t opener(const Predicate& predicate) const {
        for (const std::uint32_t at : shape_.tree.children(predicate.node)) {
            if (at >= predicate.verb) {
                break;
            }
            const bool opens = label(at) == "mark" || label(at) == "case" || label(at) == "advmod";
            if (opens && token(at).lower != "to" && (label(at) != "advmod" || one_of(token(at).lower, kClauseOpeners))) {
                return static_cast<std::int32_t>(at);
            }
        }
        return kNone;
    }

    // The chunk of the noun that the node modifies.
    [[nodiscard]] std::int32_t modified(const Predicate& predicate) const {
        const std::int32_t head = shape_.tree.head(predicate.node);
        return head == kNone ? kNone : shape_.chunk_at(static_cast<std::uint32_t>(head));
    }

    void set_relation(Predicate& predicate) const {
        const std::string_view own = label(predicate.node);
        if (own == "conj") {
            conjoin(predicate);
        } else if (own == "xcomp") {
            predicate.relation = Relation::complement;
        } else if (own == "ccomp" || own == "csubj" || own == "csubj:pass") {
            predicate.relation = predicate.form == VerbForm::finite ? Relation::said : Relation::complement;
        } else if (own == "acl:relcl" || own == "acl" || own == "amod") {
            modify(predicate);
        } else if (own == "advcl" && predicate.passive && predicate.form == VerbForm::infinitive &&
                   noun_before(predicate) != kNone) {
            predicate.relation = Relation::relative;  // "negotiating over tariffs to be imposed by Washington"
            predicate.noun = noun_before(predicate);
        } else if (own == "advcl" || own == "advcl:relcl" || own == "nmod" || own == "obl") {
            predicate.relation = Relation::adverbial;
        } else if (predicate.form == VerbForm::finite || own == "root") {
            predicate.relation = Relation::main;
            if (own == "parataxis") {
                predicate.governor = kNone;
            }
        } else {
            predicate.relation = predicate.form == VerbForm::infinitive ? Relation::complement : Relation::adverbial;
        }
        if (predicate.governor == kNone && predicate.relation != Relation::relative) {
            predicate.relation = predicate.form == VerbForm::finite ? Relation::main : Relation::adverbial;
        }
    }

    // The chunk right before the group, if it is no time.
    [[nodiscard]] std::int32_t noun_before(const Predicate& predicate) const {
        const std::int32_t before =
            predicate.group.begin > shape_.tokens.begin ? shape_.chunk_at(predicate.group.begin - 1) : kNone;
        return before != kNone && !shape_.chunks[static_cast<std::size_t>(before)].time ? before : kNone;
    }

    void conjoin(Predicate& predicate) const {
        const std::int32_t head = shape_.tree.head(predicate.node);
        const std::int32_t first = head == kNone ? kNone : shape_.node_of[static_cast<std::uint32_t>(head) - shape_.tokens.begin];
        predicate.governor = first;
        predicate.relation = first == kNone ? Relation::main : Relation::coordinate;
        if (first == kNone) {
            return;
        }
        // "efforts to ease tensions and resume dialogue": a bare form shares the "to", as a participle shares the auxiliary.
        const Predicate& shared = shape_.predicates[static_cast<std::size_t>(first)];
        const bool bare = predicate.group.size() == 1;
        if (bare && shared.form == VerbForm::infinitive && has(token(predicate.verb).morph, Morph::base) &&
            !has(token(predicate.verb).morph, Morph::past | Morph::third)) {
            predicate.form = VerbForm::infinitive;
            predicate.tense = Tense::none;
        }
        if (predicate.form == VerbForm::participle && !shared.passive && bare) {  // "has not dismantled the base or withdrawn"
            predicate.passive = false;
        }
        predicate.noun = shared.noun;
    }

    // "on the sidelines of a forum, which is hosted by": what is told of the sidelines is told of the forum.
    [[nodiscard]] std::int32_t beside(std::int32_t noun) const {
        static constexpr std::array<std::string_view, 4> places{"sideline", "margin", "fringe", "sidelines"};
        const auto next = static_cast<std::size_t>(noun) + 1;
        const bool of = next < shape_.chunks.size() && shape_.chunks[next].prep != kNone &&
                        token(static_cast<std::uint32_t>(shape_.chunks[next].prep)).lower == "of";
        return of && one_of(token(shape_.chunks[static_cast<std::size_t>(noun)].head).lemma, places) ? noun + 1 : noun;
    }

    void modify(Predicate& predicate) const {
        const std::int32_t noun = modified(predicate);
        if (noun == kNone || shape_.chunks[static_cast<std::size_t>(noun)].time) {
            predicate.relation = predicate.form == VerbForm::infinitive ? Relation::complement : Relation::adverbial;
            return;
        }
        predicate.noun = beside(noun);
        const bool clause = predicate.mark != kNone && token(static_cast<std::uint32_t>(predicate.mark)).lower == "that" &&
                            label(predicate.node) == "acl";
        if (clause) {  // "the report that Peru had recalled its envoy"
            predicate.relation = Relation::said;
        } else {  // "a policy of cutting ties", "efforts to ease tensions"; but "the envoy who met"
            const bool gerund = predicate.form == VerbForm::gerund && predicate.mark != kNone;
            const bool infinitive = predicate.form == VerbForm::infinitive && !predicate.passive;
            predicate.relation = gerund || infinitive ? Relation::complement : Relation::relative;
        }
    }

    const Document& document_;
    Shape& shape_;
};

}  // namespace

void hang_clauses(const Document& document, Shape& shape) { ClauseReader(document, shape).run(); }

void read_shape(const Document& document, std::uint32_t sentence, Shape& shape) {
    shape.tree.build(document, document.sentences[sentence].tokens);
    find_chunks(document, document.sentences[sentence], shape);
    find_verb_groups(document, shape);
    hang_clauses(document, shape);
    attach_arguments(document, shape);
}

}  // namespace demarche
