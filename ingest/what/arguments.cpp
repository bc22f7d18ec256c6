// Subjects, objects and agents of the verb groups, and how the groups hang together. What stands for a dependency parse until
// there is one: it walks from each verb group to its neighbours and never looks further than the sentence.
#include <algorithm>
#include <array>

#include "what/shape.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

// Verbs whose object does what the infinitive says ("urged the North to stop").
constexpr std::array<std::string_view, 34> kObjectControl{
    "urge",     "ask",      "press",    "prompt",   "force",  "order",   "invite",    "allow",  "want",
    "expect",   "persuade", "warn",     "tell",     "push",   "lead",    "encourage", "compel", "cause",
    "convince", "enable",   "instruct", "request",  "beg",    "beseech", "call",      "plead",  "appeal",
    "require",  "oblige",   "forbid",   "pressure", "advise", "implore", "help"};
constexpr std::array<std::string_view, 10> kObjectOfGerund{"accuse",   "blame",   "stop",    "prevent",   "keep",
                                                           "prohibit", "suspect", "condemn", "criticize", "criticise"};
constexpr std::array<std::string_view, 24> kClauseOpeners{
    "that",  "if",    "when",    "while", "because", "after", "before", "as",  "although", "though", "unless", "until",
    "since", "where", "whether", "so",    "once",    "but",   "how",    "why", "whereas",  "than",   "lest",   "for"};
constexpr std::array<std::string_view, 5> kRelatives{"who", "which", "that", "whom", "whose"};
constexpr std::array<std::string_view, 35> kSaying{
    "say",        "deny",      "tell",      "add",         "report",    "announce", "state",   "note",    "claim",
    "believe",    "think",     "argue",     "insist",      "confirm",   "explain",  "declare", "suggest", "indicate",
    "reveal",     "disclose",  "stress",    "quote",       "reiterate", "assert",   "write",   "hope",    "know",
    "understand", "emphasize", "emphasise", "acknowledge", "admit",     "predict",  "warn",    "pledge"};

class Attacher {
public:
    Attacher(const Document& document, Shape& shape) : document_(document), shape_(shape) {}

    void run() {
        for (std::uint32_t i = 0; i < shape_.predicates.size(); ++i) {
            attach_left(i);
            attach_right(i);
            set_clause(i);
        }
    }

private:
    const Token& token(std::uint32_t index) const { return document_.tokens[index]; }
    std::uint32_t first() const { return shape_.tokens.begin; }
    bool punctuation(std::uint32_t index, std::string_view form) const { return token(index).form == form; }

    // The chunk and everything coordinated with it to the left; in text order.
    void add_joined(Few& list, std::int32_t chunk) const {
        std::array<std::int32_t, 12> back{};
        std::size_t count = 0;
        for (std::int32_t at = chunk; at != kNone && count < back.size();
             at = shape_.chunks[static_cast<std::size_t>(at)].joined_to) {
            back[count++] = at;
        }
        while (count > 0) {
            list.add(static_cast<std::uint32_t>(back[--count]));
        }
    }

    // From a chunk right before a verb back over "of …", "in …" to the chunk that heads the phrase.
    std::int32_t phrase_head(std::int32_t chunk) const {
        while (chunk > 0) {
            const Chunk& here = shape_.chunks[static_cast<std::size_t>(chunk)];
            if (here.apposed_to != kNone) {
                chunk = here.apposed_to;
                continue;
            }
            const Chunk& before = shape_.chunks[static_cast<std::size_t>(chunk) - 1];
            if (here.possessor == chunk - 1) {
                if (before.prep == kNone) {
                    return chunk;
                }
                // "the talks with Japan's minister": go on from the possessor's preposition
                if (chunk >= 2 &&
                    shape_.chunks[static_cast<std::size_t>(chunk) - 2].tokens.end == static_cast<std::uint32_t>(before.prep)) {
                    chunk -= 2;
                    continue;
                }
                return kNone;
            }
            if (here.time && here.prep == kNone) {  // "the official on Friday said", "Seoul Friday said"
                if (before.tokens.end == here.tokens.begin) {
                    --chunk;
                    continue;
                }
                return kNone;
            }
            if (here.prep != kNone && opens_clause(here)) {
                return chunk;
            }
            if (here.prep != kNone) {
                if (before.tokens.end == static_cast<std::uint32_t>(here.prep)) {
                    --chunk;
                    continue;
                }
                // "a forum hosted by ASEAN opens": over the reduced relative to its noun
                const std::int32_t inner = here.prep > static_cast<std::int32_t>(first())
                                               ? shape_.predicate_at(static_cast<std::uint32_t>(here.prep) - 1)
                                               : kNone;
                if (inner != kNone && shape_.predicates[static_cast<std::size_t>(inner)].form == VerbForm::participle &&
                    before.tokens.end == shape_.predicates[static_cast<std::size_t>(inner)].group.begin) {
                    --chunk;
                    continue;
                }
                return kNone;  // a phrase like "On Friday" with nothing before it
            }
            if (here.joined_to != kNone) {  // "trade with A and B said": the list hangs on the first one's preposition
                std::int32_t start = chunk;
                while (shape_.chunks[static_cast<std::size_t>(start)].joined_to != kNone) {
                    start = shape_.chunks[static_cast<std::size_t>(start)].joined_to;
                }
                const Chunk& opener = shape_.chunks[static_cast<std::size_t>(start)];
                if (opens_clause(opener)) {
                    return chunk;
                }
                if (opener.prep != kNone && start > 0 &&
                    shape_.chunks[static_cast<std::size_t>(start) - 1].tokens.end == static_cast<std::uint32_t>(opener.prep)) {
                    chunk = start - 1;
                    continue;
                }
            }
            return chunk;
        }
        if (chunk == 0 && !opens_clause(shape_.chunks[0]) && (shape_.chunks[0].prep != kNone || shape_.chunks[0].time)) {
            return kNone;
        }
        return chunk;
    }

    // "as South Korea and Japan have …": a word that taggers take for a preposition opens the clause.
    bool opens_clause(const Chunk& chunk) const {
        static constexpr std::array<std::string_view, 7> openers{"as", "after", "before", "since", "until", "while", "than"};
        return chunk.prep != kNone && one_of(token(static_cast<std::uint32_t>(chunk.prep)).lower, openers);
    }

    // The token before `index`, over a comma-framed insertion ("Park, who took office in June, has …") and adverbs.
    std::int64_t left_of(std::uint32_t index) const {
        std::int64_t at = static_cast<std::int64_t>(index) - 1;
        while (at >= first() && (token(static_cast<std::uint32_t>(at)).upos == Upos::adv &&
                                 shape_.chunk_at(static_cast<std::uint32_t>(at)) == kNone)) {
            --at;
        }
        if (at > first() && punctuation(static_cast<std::uint32_t>(at), ",")) {
            // Only an insertion that opens with a relative, a participle, a preposition or an apposition is jumped over.
            for (std::int64_t open = at - 1; open > first(); --open) {
                if (!punctuation(static_cast<std::uint32_t>(open), ",")) {
                    continue;
                }
                const std::uint32_t next = static_cast<std::uint32_t>(open) + 1;
                const std::int32_t predicate = shape_.predicate_at(next);
                const bool participle =
                    predicate != kNone && shape_.predicates[static_cast<std::size_t>(predicate)].form != VerbForm::finite;
                const std::int32_t chunk = shape_.chunk_at(next);
                const bool apposition = chunk != kNone && shape_.chunks[static_cast<std::size_t>(chunk)].apposed_to != kNone;
                const bool aside =
                    token(next).upos == Upos::adp || token(next).upos == Upos::adv || token(next).upos == Upos::num;
                if (one_of(token(next).lower, kRelatives) || participle || apposition || aside) {
                    return open - 1;
                }
                break;
            }
        }
        return at;
    }

    void attach_left(std::uint32_t index) {
        Predicate& predicate = shape_.predicates[index];
        if (predicate.group.begin == first()) {
            predicate.relation = predicate.form == VerbForm::finite ? Relation::main : Relation::adverbial;
            if (predicate.form != VerbForm::finite && shape_.predicates.size() > index + 1) {
                pending_ = static_cast<std::int32_t>(index);  // "Speaking in Seoul, the minister said": the subject follows
            }
            return;
        }
        std::int64_t at = predicate.group.begin - 1;
        while (at >= first() && token(static_cast<std::uint32_t>(at)).upos == Upos::adv &&
               shape_.chunk_at(static_cast<std::uint32_t>(at)) == kNone) {
            --at;
        }
        if (at < first()) {
            return;
        }
        const Token& before = token(static_cast<std::uint32_t>(at));
        if (predicate.form == VerbForm::finite) {
            attach_finite(index, at, before);
        } else if (predicate.form == VerbForm::infinitive) {
            attach_infinitive(index, at);
        } else {
            attach_participle(index, at, before);
        }
    }

    void take_subject_of(Predicate& predicate, std::int32_t governor, Relation relation) const {
        predicate.relation = relation;
        predicate.governor = governor;
        if (governor != kNone) {
            predicate.subject = shape_.predicates[static_cast<std::size_t>(governor)].subject;
        }
    }

    std::int32_t previous_finite(std::uint32_t index) const {
        for (std::int32_t i = static_cast<std::int32_t>(index) - 1; i >= 0; --i) {
            const Predicate& other = shape_.predicates[static_cast<std::size_t>(i)];
            if (other.form == VerbForm::finite && other.relation != Relation::relative) {
                return i;
            }
        }
        return index > 0 ? static_cast<std::int32_t>(index) - 1 : kNone;
    }

    void attach_finite(std::uint32_t index, std::int64_t at, const Token& before) {
        Predicate& predicate = shape_.predicates[index];
        if (one_of(before.lower, kRelatives) ||
            (at > first() && before.form == "," && one_of(token(static_cast<std::uint32_t>(at) - 1).lower, kRelatives))) {
            // A relative clause: the noun before the pronoun (over its comma) acts.
            std::int64_t noun = at - 1;
            if (noun >= first() && punctuation(static_cast<std::uint32_t>(noun), ",")) {
                --noun;
            }
            const std::int32_t chunk = noun >= first() ? shape_.chunk_at(static_cast<std::uint32_t>(noun)) : kNone;
            if (chunk != kNone) {
                predicate.relation = Relation::relative;
                predicate.noun = chunk;
                add_joined(predicate.subject, chunk);
                return;
            }
        }
        const bool coordinated = before.lower == "and" || before.lower == "but" || before.lower == "or" || before.lower == "then";
        if (coordinated && index > 0) {
            const Predicate& last = shape_.predicates[index - 1];
            const Token& verb = token(predicate.verb);
            if (last.form == VerbForm::infinitive && predicate.group.size() == 1 &&
                !has(verb.morph, Morph::past | Morph::third)) {
                predicate.form = VerbForm::infinitive;  // "efforts to ease tensions and resume dialogue"
                predicate.tense = Tense::none;
                predicate.noun = last.noun;
                take_subject_of(predicate, static_cast<std::int32_t>(index) - 1, Relation::coordinate);
                return;
            }
            const std::int32_t governor =
                last.form == VerbForm::finite ? static_cast<std::int32_t>(index) - 1 : previous_finite(index);
            take_subject_of(predicate, governor, Relation::coordinate);
            return;
        }
        const std::int64_t left = left_of(predicate.group.begin);
        const std::int32_t chunk = left >= first() ? shape_.chunk_at(static_cast<std::uint32_t>(left)) : kNone;
        if (chunk != kNone) {
            const std::int32_t head = phrase_head(chunk);
            if (head != kNone) {
                add_joined(predicate.subject, head);
                mark_of(predicate, shape_.chunks[predicate.subject.front()].tokens.begin);
                if (pending_ != kNone) {
                    shape_.predicates[static_cast<std::size_t>(pending_)].subject = predicate.subject;
                    pending_ = kNone;
                }
                governed_by_saying(index);
                return;
            }
        }
        if (before.form == "," && index > 0) {  // "Park arrived on Monday, met Rubio and …"
            take_subject_of(predicate, previous_finite(index), Relation::coordinate);
        }
    }

    // "that", "after", "if" before the subject.
    void mark_of(Predicate& predicate, std::uint32_t subject_begin) const {
        if (subject_begin > first() && one_of(token(subject_begin - 1).lower, kClauseOpeners)) {
            predicate.mark = static_cast<std::int32_t>(subject_begin) - 1;
        }
    }

    // "Park said the talks would resume": the later clause is what the earlier verb says.
    void governed_by_saying(std::uint32_t index) {
        Predicate& predicate = shape_.predicates[index];
        if (index == 0 || predicate.subject.empty()) {
            return;
        }
        const Predicate& last = shape_.predicates[index - 1];
        std::uint32_t begin = shape_.chunks[predicate.subject.front()].tokens.begin;
        if (predicate.mark != kNone) {
            begin = static_cast<std::uint32_t>(predicate.mark);
        }
        const bool that = begin < shape_.tokens.end && token(begin).lower == "that";
        if (one_of(token(last.verb).lemma, kSaying) && (that || begin <= last.group.end + 4)) {
            predicate.relation = Relation::said;
            predicate.governor = static_cast<std::int32_t>(index) - 1;
        }
    }

    void attach_infinitive(std::uint32_t index, std::int64_t at) {
        Predicate& predicate = shape_.predicates[index];
        const std::int32_t chunk = shape_.chunk_at(static_cast<std::uint32_t>(at));
        const std::int32_t governor = index > 0 ? static_cast<std::int32_t>(index) - 1 : kNone;
        predicate.relation = Relation::complement;
        predicate.governor = governor;
        if (chunk != kNone) {
            predicate.noun = chunk;
        }
        if (governor == kNone) {
            return;
        }
        const Predicate& above = shape_.predicates[static_cast<std::size_t>(governor)];
        const bool object_acts = one_of(token(above.verb).lemma, kObjectControl) && !above.passive;
        if (object_acts && chunk != kNone && static_cast<std::uint32_t>(at) > above.verb) {
            const std::int32_t head = phrase_head(chunk);
            add_joined(predicate.subject, head != kNone ? head : chunk);
            if (predicate.subject.empty() || shape_.chunks[predicate.subject.front()].tokens.begin < above.verb) {
                predicate.subject = {};
                add_joined(predicate.subject, chunk);
            }
            return;
        }
        if (predicate.passive && chunk != kNone && static_cast<std::uint32_t>(at) > above.verb) {  // "tariffs to be imposed by"
            predicate.relation = Relation::relative;
            add_joined(predicate.subject, chunk);
            return;
        }
        predicate.subject = above.subject;
    }

    void attach_participle(std::uint32_t index, std::int64_t at, const Token& before) {
        Predicate& predicate = shape_.predicates[index];
        const std::int32_t governor = index > 0 ? static_cast<std::int32_t>(index) - 1 : kNone;
        const std::int32_t chunk = shape_.chunk_at(static_cast<std::uint32_t>(at));
        predicate.governor = governor;
        if (chunk != kNone &&
            !shape_.chunks[static_cast<std::size_t>(chunk)].time) {  // "a forum hosted by", "officials visiting Seoul"
            predicate.relation = Relation::relative;
            predicate.noun = chunk;
            add_joined(predicate.subject, predicate.noun);
            return;
        }
        if (before.upos == Upos::adp || before.upos == Upos::sconj) {  // "after meeting", "for setting"
            predicate.relation = Relation::adverbial;
            predicate.mark = static_cast<std::int32_t>(at);
            if (governor != kNone) {
                const Predicate& above = shape_.predicates[static_cast<std::size_t>(governor)];
                predicate.subject = one_of(token(above.verb).lemma, kObjectOfGerund) && !above.object.empty() && !above.passive
                                        ? above.object
                                        : above.subject;
            } else {
                pending_ = static_cast<std::int32_t>(index);
            }
            return;
        }
        predicate.relation = Relation::adverbial;
        if (before.form == "," && at > first()) {
            const std::int32_t noun = shape_.chunk_at(static_cast<std::uint32_t>(at) - 1);
            if (predicate.passive && noun != kNone) {  // "the meeting, attended by both ministers,"
                predicate.relation = Relation::relative;
                predicate.noun = predicate.group.end < shape_.tokens.end && token(predicate.group.end).lower == "by"
                                     ? relative_noun(noun)
                                     : noun;
                add_joined(predicate.subject, predicate.noun);
                return;
            }
        }
        const std::int32_t finite = previous_finite(index);
        if (finite != kNone) {
            predicate.governor = finite;
            predicate.subject = shape_.predicates[static_cast<std::size_t>(finite)].subject;
        }
    }

    // "the talks on the sidelines of a forum hosted by X, joined by Y": behind a comma, the phrase's first noun that has been
    // given no such participle yet.
    std::int32_t relative_noun(std::int32_t chunk) const {
        std::int32_t head = chunk;
        while (head > 0) {
            const Chunk& here = shape_.chunks[static_cast<std::size_t>(head)];
            const Chunk& before = shape_.chunks[static_cast<std::size_t>(head) - 1];
            static constexpr std::array<std::string_view, 6> elsewhere{"after",  "following", "during",
                                                                       "before", "since",     "ahead"};
            if (here.prep != kNone && one_of(token(static_cast<std::uint32_t>(here.prep)).lower, elsewhere)) {
                break;  // "made the remark after the meeting": the meeting is not part of the remark
            }
            const bool by_preposition = here.prep != kNone && before.tokens.end == static_cast<std::uint32_t>(here.prep);
            const bool by_participle =
                here.prep != kNone && here.prep > 0 && shape_.predicate_at(static_cast<std::uint32_t>(here.prep) - 1) != kNone &&
                shape_.predicates[static_cast<std::size_t>(shape_.predicate_at(static_cast<std::uint32_t>(here.prep) - 1))]
                        .noun == head - 1;
            if (!by_preposition && !by_participle && here.joined_to != head - 1) {
                break;
            }
            --head;
        }
        return head;
    }

    void attach_right(std::uint32_t index) {
        Predicate& predicate = shape_.predicates[index];
        std::uint32_t at = predicate.group.end;
        while (at < shape_.tokens.end && shape_.chunk_at(at) == kNone &&
               (token(at).upos == Upos::adv || token(at).upos == Upos::part || particle(at))) {
            ++at;
        }
        const std::int32_t chunk = at < shape_.tokens.end ? shape_.chunk_at(at) : kNone;
        if (chunk != kNone && !shape_.chunks[static_cast<std::size_t>(chunk)].time && !predicate.passive) {
            add_with_joined(predicate.object, object_head(chunk));
        }
        if (predicate.passive) {
            find_agent(predicate);
        } else if (predicate.object.empty()) {
            find_relative_object(index);
        }
    }

    // "tariffs that the administration plans to impose": the noun before "that" is the object of the last verb of the chain.
    void find_relative_object(std::uint32_t index) {
        std::uint32_t top = index;
        while (shape_.predicates[top].form == VerbForm::infinitive && shape_.predicates[top].relation == Relation::complement &&
               shape_.predicates[top].governor != kNone && static_cast<std::uint32_t>(shape_.predicates[top].governor) < top) {
            top = static_cast<std::uint32_t>(shape_.predicates[top].governor);
        }
        const Few& subject = shape_.predicates[top].subject;
        if (subject.empty()) {
            return;
        }
        const std::uint32_t begin = shape_.chunks[subject.front()].tokens.begin;
        if (begin < first() + 2 ||
            (token(begin - 1).lower != "that" && token(begin - 1).lower != "which" && token(begin - 1).lower != "whom") ||
            begin > shape_.predicates[top].verb) {
            return;
        }
        const std::uint32_t before = token(begin - 2).form == "," && begin >= first() + 3 ? begin - 3 : begin - 2;
        const std::int32_t noun = shape_.chunk_at(before);
        if (noun != kNone) {
            shape_.predicates[index].object.add(static_cast<std::uint32_t>(noun));
        }
    }

    // "put forward a plan", "called off talks": a preposition-like particle right behind the verb with a chunk behind it.
    bool particle(std::uint32_t at) const {
        static constexpr std::array<std::string_view, 8> particles{"off", "up", "out", "forward", "down", "back", "over", "away"};
        return at == token_after_verb(at) && one_of(token(at).lower, particles);
    }
    std::uint32_t token_after_verb(std::uint32_t at) const {
        return at > first() && shape_.predicate_at(at - 1) != kNone ? at : at + 1;
    }

    // "Seoul's decision": the possessed noun is the object.
    std::int32_t object_head(std::int32_t chunk) const {
        while (static_cast<std::size_t>(chunk) + 1 < shape_.chunks.size() &&
               shape_.chunks[static_cast<std::size_t>(chunk) + 1].possessor == chunk) {
            ++chunk;
        }
        return chunk;
    }

    // The chunk and what is coordinated with it to the right.
    void add_with_joined(Few& list, std::int32_t chunk) const {
        list.add(static_cast<std::uint32_t>(chunk));
        std::int32_t last = chunk;
        for (std::size_t next = static_cast<std::size_t>(chunk) + 1; next < shape_.chunks.size(); ++next) {
            const Chunk& candidate = shape_.chunks[next];
            if (candidate.joined_to == last) {
                last = static_cast<std::int32_t>(next);
                list.add(static_cast<std::uint32_t>(next));
            } else if (candidate.possessor != last && candidate.apposed_to != last) {
                break;
            }
        }
    }

    void find_agent(Predicate& predicate) {
        for (const Chunk& chunk : shape_.chunks) {
            if (chunk.tokens.begin < predicate.group.end) {
                continue;
            }
            const auto between = TokenRange{predicate.group.end, chunk.tokens.begin};
            bool other_verb = false;
            for (std::uint32_t i = between.begin; i < between.end; ++i) {
                other_verb = other_verb || shape_.predicate_at(i) != kNone;
            }
            if (other_verb || between.size() > 12) {
                return;
            }
            if (chunk.prep != kNone && token(static_cast<std::uint32_t>(chunk.prep)).lower == "by" && !chunk.time) {
                add_with_joined(predicate.agent, object_head(static_cast<std::int32_t>(&chunk - shape_.chunks.data())));
                return;
            }
        }
    }

    // From where its subject or its group begins to the next predicate's.
    void set_clause(std::uint32_t index) {
        Predicate& predicate = shape_.predicates[index];
        std::uint32_t begin = index == 0 ? first() : shape_.predicates[index].group.begin;
        if (index > 0 && !predicate.subject.empty()) {
            const std::uint32_t subject = shape_.chunks[predicate.subject.front()].tokens.begin;
            if (subject >= shape_.predicates[index - 1].group.end) {
                begin = subject;
            }
        }
        const std::uint32_t end =
            index + 1 < shape_.predicates.size() ? shape_.predicates[index + 1].group.begin : shape_.tokens.end;
        predicate.clause = {begin, end};
    }

    const Document& document_;
    Shape& shape_;
    std::int32_t pending_ = kNone;  // an opening participle that waits for the subject of the main clause
};

}  // namespace

void attach_arguments(const Document& document, Shape& shape) { Attacher(document, shape).run(); }

void read_shape(const Document& document, std::uint32_t sentence, Shape& shape) {
    find_chunks(document, document.sentences[sentence], shape);
    find_verb_groups(document, shape);
    attach_arguments(document, shape);
    attach_by_tree(document, shape);
}

}  // namespace demarche
