// Links by prepositions, conjunctions and adverbs: "in retaliation for the raid", "after Kenya recalled its envoy", "on the
// sidelines of the forum". The clause has one of the two events, what stands behind the words the other.
#include <algorithm>
#include <array>

#include "what/linker.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kBetween = 2;  // small words inside a phrase: "in the wake of", "in apparent response to"

constexpr std::array<std::string_view, 2> kInverted{"csubj", "advcl"};

class CueLinker {
public:
    CueLinker(LinkScene& scene, const LinkSentence& sentence) : scene_(scene), sentence_(sentence), shape_(sentence.shape()) {}

    void run() {
        for (std::uint32_t at = shape_.tokens.begin; at < shape_.tokens.end;) {
            const std::uint32_t end = std::max(preposition(at), conjunction(at));
            at = std::max({end, end == at ? adverb(at) : end, at + 1});
        }
        for (const Predicate& predicate : shape_.predicates) {
            attend(predicate);
        }
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t index) const { return scene_.document.tokens[index]; }

    // Where the phrase that begins at `at` ends; `at` if it does not stand here.
    [[nodiscard]] std::uint32_t phrase_end(std::uint32_t at, const LinkWord& word) const {
        std::uint32_t next = at + 1;
        for (std::size_t i = 0; i < word.rest.size(); ++i) {
            std::uint32_t found = next;
            while (found < shape_.tokens.end && found - next < kBetween && token(found).lower != word.rest[i] && small(found)) {
                ++found;
            }
            if (found >= shape_.tokens.end || token(found).lower != word.rest[i]) {
                return at;
            }
            next = found + 1;
        }
        return next;
    }
    [[nodiscard]] bool small(std::uint32_t index) const {
        const Upos upos = token(index).upos;
        return upos == Upos::det || upos == Upos::adj || upos == Upos::adv || upos == Upos::pron;
    }

    // The noun or verb that the last word of a phrase opens; kNone if the tree does not say so.
    [[nodiscard]] std::int32_t complement(std::uint32_t last) const {
        const std::string_view label = sentence_.label(last);
        std::int32_t head = shape_.tree.head(last);
        if (label == "fixed" && head != kNone) {  // "because of", "ahead of"
            head = shape_.tree.head(static_cast<std::uint32_t>(head));
        } else if (label == "mark" && token(last).lower == "to") {
            return kNone;  // "due to arrive"
        } else if (label != "case" && label != "mark" && label != "fixed" && label != "advmod") {
            head = kNone;
        }
        if (head != kNone && static_cast<std::uint32_t>(head) > last) {
            return head;
        }
        const std::int32_t chunk = last + 1 < shape_.tokens.end ? shape_.chunk_at(last + 1) : kNone;
        return chunk == kNone ? kNone : static_cast<std::int32_t>(shape_.chunks[static_cast<std::size_t>(chunk)].head);
    }

    // From the complement up and out of the phrase: the last token inside, whose head is of the clause.
    [[nodiscard]] std::uint32_t top_of(std::uint32_t inside, std::uint32_t begin) const {
        const std::uint32_t last = inside;
        for (std::int32_t head = shape_.tree.head(inside);
             head != kNone && static_cast<std::uint32_t>(head) >= begin && static_cast<std::uint32_t>(head) < last;
             head = shape_.tree.head(inside)) {
            inside = static_cast<std::uint32_t>(head);
        }
        return inside;
    }

    // Links every pair that the row allows; whether there was one.
    bool bind(const Few& clause, const Few& complement, const LinkWord& word, TokenRange cue) {
        bool bound = false;
        for (const std::uint32_t left : clause) {
            for (const std::uint32_t right : complement) {
                const std::int32_t from = scene_.event_of(word.reversed ? right : left);
                const std::int32_t to = scene_.event_of(word.reversed ? left : right);
                if (from != to && !share_words(left, right) && word.from.holds(scene_.rule(from)) &&
                    word.to.holds(scene_.rule(to)) && fits(from, to, word.type)) {
                    scene_.add(from, to, word.type, sentence_.words(cue));
                    bound = true;
                }
            }
        }
        return bound;
    }

    [[nodiscard]] bool share_words(std::uint32_t left, std::uint32_t right) const {
        const TokenRange a = scene_.candidates[left].trigger;
        const TokenRange b = scene_.candidates[right].trigger;
        return a.begin < b.end && b.begin < a.end;
    }

    // A visit is no part of talks, nor are sanctions and raids of the meeting at which they are told.
    [[nodiscard]] bool fits(std::int32_t from, std::int32_t to, LinkType type) const {
        static constexpr std::array<std::string_view, 3> large{"visit", "conference", "summit"};
        static constexpr std::array<std::string_view, 5> deeds{"SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "LEADERSHIP"};
        if (type != LinkType::part_of || scene_.rule(to).plover != "CONSULT") {
            return true;
        }
        return (!one_of(scene_.rule(from).kind, large) || one_of(scene_.rule(to).kind, large)) &&
               !one_of(scene_.rule(from).plover, deeds);
    }

    std::uint32_t preposition(std::uint32_t at) {
        std::uint32_t known = at;
        for (const LinkWord& word : scene_.rules.link_words().find(token(at).lower, Bond::preposition)) {
            const std::uint32_t end = phrase_end(at, word);
            if (end == at || token(at).upos == Upos::verb) {
                continue;
            }
            const std::int32_t head = complement(end - 1);
            if (head == kNone) {
                continue;
            }
            const auto inside = static_cast<std::uint32_t>(head);
            const std::uint32_t top = top_of(inside, at);
            const std::int32_t outside = shape_.tree.head(top);
            known = word.rest.empty() ? known : std::max(known, end);
            const Few told = word.type == LinkType::part_of ? named_by(inside) : sentence_.below(inside);
            const Few named = told.empty() ? sentence_.meant(inside) : told;
            if (word.type == LinkType::part_of && outside != kNone) {
                give_floor(static_cast<std::uint32_t>(outside), named, {at, end});
            }
            const Few clause = outside == kNone
                                   ? sentence_.below(top, static_cast<std::int32_t>(inside))  // "are part of the round"
                                   : sentence_.clause(static_cast<std::uint32_t>(outside), static_cast<std::int32_t>(top));
            if (!named.empty() && bind(clause, named, word, {at, end})) {
                if (word.type == LinkType::part_of && outside != kNone) {
                    bind(around(static_cast<std::uint32_t>(outside)), named, word, {at, end});
                }
                return end;
            }
            if (named.empty() && !word.rest.empty() && word.type == LinkType::response_to && points_back(inside)) {
                back(clause, word, {at, end});
                return end;
            }
        }
        return known;
    }

    // Who speaks at a meeting: the subject of the verb of speaking that it hangs on.
    void give_floor(std::uint32_t at, const Few& meetings, TokenRange cue) {
        static constexpr std::array<std::string_view, 9> speaking{"say",  "tell", "speak",   "add",   "warn",
                                                                  "note", "ask",  "declare", "stress"};
        for (int steps = 0; steps < 3 && shape_.predicate_at(at) == kNone && shape_.tree.head(at) != kNone; ++steps) {
            at = static_cast<std::uint32_t>(shape_.tree.head(at));
        }
        if (shape_.predicate_at(at) == kNone || !one_of(token(at).lemma, speaking)) {
            return;
        }
        speaks_at(at, meetings, cue);
    }

    // "addressed the summit", "told the meeting that …".
    void attend(const Predicate& predicate) {
        static constexpr std::array<std::string_view, 4> attending{"address", "tell", "attend", "join"};
        if (!one_of(token(predicate.verb).lemma, attending)) {
            return;
        }
        for (const std::uint32_t child : shape_.tree.children(predicate.node)) {
            if (child > predicate.verb && (sentence_.label(child) == "obj" || sentence_.label(child) == "iobj")) {
                speaks_at(predicate.node, named_by(child), {predicate.verb, predicate.verb + 1});
            }
        }
    }

    void speaks_at(std::uint32_t verb, const Few& meetings, TokenRange cue) {
        for (const std::uint32_t meeting : meetings) {
            const std::int32_t event = scene_.event_of(meeting);
            const bool held = scene_.rule(event).plover == "CONSULT" && reality_of(scene_.event(event).status) == Reality::same;
            const ActorMention* speaker = speaker_of(verb);
            if (held && speaker != nullptr) {
                scene_.speaks({scene_.candidates[meeting].sentence, speaker->entities.front(), event, sentence_.words(cue)});
            }
        }
    }

    [[nodiscard]] const ActorMention* speaker_of(std::uint32_t verb) const {
        for (const std::uint32_t child : shape_.tree.children(verb)) {
            if (sentence_.label(child) == "nsubj") {
                return mention_at(scene_.document.actors, child);
            }
        }
        const std::int32_t head =
            shape_.tree.head(verb);  // "Also speaking at the summit was Mehra", "Speaking there, Mehra said"
        if (head == kNone || !one_of(sentence_.label(verb), kInverted)) {
            return nullptr;
        }
        return sentence_.label(verb) == "csubj" ? mention_at(scene_.document.actors, static_cast<std::uint32_t>(head))
                                                : speaker_of(static_cast<std::uint32_t>(head));
    }

    // "Speaking at the summit, he condemned": what the clause around a participle tells is done there too.
    [[nodiscard]] Few around(std::uint32_t participle) const {
        const std::int32_t head = shape_.tree.head(participle);
        const std::int32_t predicate = shape_.predicate_at(participle);
        const bool gerund = predicate != kNone && sentence_.label(participle) == "advcl" && head != kNone &&
                            shape_.predicates[static_cast<std::size_t>(predicate)].form == VerbForm::gerund &&
                            shape_.predicates[static_cast<std::size_t>(predicate)].mark == kNone;
        return gerund ? sentence_.clause(static_cast<std::uint32_t>(head), static_cast<std::int32_t>(participle)) : Few();
    }

    // Events that the noun itself names.
    [[nodiscard]] Few named_by(std::uint32_t noun) const {
        Few named;
        for (const std::uint32_t mention : sentence_.below(noun)) {
            const std::uint32_t at = sentence_.node(mention);
            if (at == noun || (sentence_.label(at) == "conj" && shape_.tree.head(at) == static_cast<std::int32_t>(noun))) {
                named.add(mention);
            }
        }
        return named;
    }

    // "in response to the move", "because of this".
    [[nodiscard]] bool points_back(std::uint32_t noun) const {
        const std::string_view word = token(noun).lower;
        return word == "this" || word == "that" || word == "it" ||
               !scene_.rules.link_words().find(token(noun).lemma, Bond::anaphor).empty();
    }

    std::uint32_t conjunction(std::uint32_t at) {
        const std::string_view label = sentence_.label(at);
        if (label != "mark" && label != "advmod") {
            return at;
        }
        const std::int32_t verb = shape_.tree.head(at);
        if (verb == kNone || static_cast<std::uint32_t>(verb) < at ||
            !sentence_.label(static_cast<std::uint32_t>(verb)).starts_with("advcl")) {
            return at;
        }
        for (const LinkWord& word : scene_.rules.link_words().find(token(at).lower, Bond::conjunction)) {
            const std::int32_t outside = shape_.tree.head(static_cast<std::uint32_t>(verb));
            const Few told = sentence_.below(static_cast<std::uint32_t>(verb));
            if (outside != kNone && bind(sentence_.clause(static_cast<std::uint32_t>(outside), verb), told, word, {at, at + 1})) {
                return at + 1;
            }
        }
        return at;
    }

    std::uint32_t adverb(std::uint32_t at) {
        for (const LinkWord& word : scene_.rules.link_words().find(token(at).lower, Bond::adverb)) {
            const std::uint32_t end = phrase_end(at, word);
            if (end == at) {
                continue;
            }
            const std::uint32_t top = top_of(end - 1, at);
            const std::int32_t outside = shape_.tree.head(top);
            if (outside != kNone) {
                back(sentence_.clause(static_cast<std::uint32_t>(outside), static_cast<std::int32_t>(top)), word, {at, end});
                return end;
            }
        }
        return at;
    }

    // To what was told before.
    void back(const Few& clause, const LinkWord& word, TokenRange cue) {
        for (const std::uint32_t mention : clause) {
            const std::int32_t from = scene_.event_of(mention);
            const std::int32_t to = scene_.told_before(mention);
            if (to != kNone && word.from.holds(scene_.rule(from)) && word.to.holds(scene_.rule(to))) {
                scene_.add(from, to, word.type, sentence_.words(cue));
            }
        }
    }

    LinkScene& scene_;
    const LinkSentence& sentence_;
    const Shape& shape_;
};

}  // namespace

void link_by_cues(LinkScene& scene, const LinkSentence& sentence) { CueLinker(scene, sentence).run(); }

}  // namespace demarche
