// Links by verbs: "the test sparked condemnation", "recalled its envoy, prompting Kenya to close the border", "answered the raid
// by expelling two diplomats", "the visit paved the way for a summit".
#include <algorithm>
#include <array>

#include "what/linker.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::int32_t kReach = 64;    // events looked back
constexpr std::uint32_t kBetween = 3;  // words inside a phrase: "paved the way for"

class VerbLinker {
public:
    VerbLinker(LinkScene& scene, const LinkSentence& sentence) : scene_(scene), sentence_(sentence), shape_(sentence.shape()) {}

    void run() {
        for (const Predicate& predicate : shape_.predicates) {
            if (predicate.negated) {
                continue;
            }
            const std::string_view lemma = token(predicate.verb).lemma;
            for (const LinkWord& word : scene_.rules.link_words().find(lemma, Bond::verb)) {
                const std::uint32_t end = phrase_end(predicate, word);
                if (end != 0 && bind(predicate, word, {predicate.verb, end})) {
                    break;
                }
            }
            for (const LinkWord& word : scene_.rules.link_words().find(lemma, Bond::answer)) {
                const std::uint32_t end = phrase_end(predicate, word);
                if (end != 0) {
                    answer(predicate, word, {predicate.verb, end});
                    break;
                }
            }
        }
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t index) const { return scene_.document.tokens[index]; }

    // Behind the last word of the phrase; 0 if it does not stand here.
    [[nodiscard]] std::uint32_t phrase_end(const Predicate& predicate, const LinkWord& word) const {
        std::uint32_t next = predicate.verb + 1;
        for (const std::string& part : word.rest) {
            const std::uint32_t limit = std::min(next + kBetween, shape_.tokens.end);
            while (next < limit && token(next).lower != part && token(next).lemma != part) {
                ++next;
            }
            if (next == limit) {
                return 0;
            }
            ++next;
        }
        return next;
    }

    // Events that the subject tells: its noun, what a participle or relative clause modifies, or, of a word that only points,
    // what was told before.
    [[nodiscard]] Few subject(const Predicate& predicate) const {
        if (predicate.passive) {
            return of_chunks(predicate.agent);
        }
        if (predicate.relation == Relation::adverbial && predicate.form == VerbForm::gerund && predicate.governor != kNone) {
            return told_by(predicate.governor);
        }
        if (predicate.relation == Relation::relative && predicate.noun != kNone) {
            const Few named = sentence_.below(shape_.chunks[static_cast<std::size_t>(predicate.noun)].head,
                                              static_cast<std::int32_t>(predicate.node));
            if (!named.empty()) {
                return named;
            }
        }
        return of_chunks(predicate.subject);
    }

    // What the verb itself tells, or a noun that it carries: "held drills, prompting".
    [[nodiscard]] Few told_by(std::int32_t predicate) const {
        Few told;
        for (const std::uint32_t mention : sentence_.mentions()) {
            const Candidate& candidate = scene_.candidates[mention];
            const std::string_view label = sentence_.label(sentence_.node(mention));
            if (candidate.predicate == predicate && (!candidate.noun || label == "obj" || label == "nsubj:pass")) {
                told.add(mention);
            }
        }
        return told;
    }

    [[nodiscard]] Few of_chunks(const Few& chunks) const {
        for (const std::uint32_t chunk : chunks) {
            const Few found = sentence_.below(shape_.chunks[chunk].head);
            if (!found.empty()) {
                return found;
            }
        }
        return chunks.empty() ? Few() : sentence_.meant(shape_.chunks[chunks.front()].head);
    }

    [[nodiscard]] bool points_back(const Few& chunks) const {
        return std::any_of(chunks.begin(), chunks.end(), [&](std::uint32_t chunk) {
            const Token& head = token(shape_.chunks[chunk].head);
            return head.lower == "that" || head.lower == "this" || head.lower == "which" ||
                   !scene_.rules.link_words().find(head.lemma, Bond::anaphor).empty();
        });
    }

    // Events in the objects and complements behind the phrase, not in its adjuncts.
    [[nodiscard]] Few object(const Predicate& predicate, std::uint32_t behind) const {
        if (predicate.passive) {
            return of_chunks(predicate.subject);
        }
        for (const std::uint32_t child : shape_.tree.children(predicate.node)) {
            const std::string_view label = sentence_.label(child);
            const bool part = label == "obj" || label == "iobj" || label == "xcomp" || label == "ccomp" || label == "obl";
            if (child < predicate.verb || !part || (label == "obl" && behind == predicate.verb + 1)) {
                continue;
            }
            const Few found = sentence_.below(child, kNone, {behind, shape_.tokens.end});
            if (!found.empty()) {
                return found;
            }
        }
        return {};
    }

    bool bind(const Predicate& predicate, const LinkWord& word, TokenRange phrase) {
        const Few objects = object(predicate, phrase.end);
        if (objects.empty()) {
            return false;
        }
        const Few subjects = subject(predicate);
        bool bound = false;
        for (const std::uint32_t right : objects) {
            for (const std::uint32_t left : subjects) {
                bound = link(left, right, word, phrase) || bound;
            }
            if (!subjects.empty() || bound) {
                continue;
            }
            const std::int32_t event = scene_.event_of(right);
            const std::int32_t before = points_back(predicate.subject) ? scene_.told_before(right) : earlier(event, word);
            bound = before != kNone && link_events(word.reversed ? event : before, word.reversed ? before : event, word, phrase);
        }
        return bound;
    }

    // "will continue the talks": the latest event that such a row asks for, of the same sides.
    [[nodiscard]] std::int32_t earlier(std::int32_t event, const LinkWord& word) const {
        const KindSet& wanted = word.reversed ? word.to : word.from;
        std::int32_t found = kNone;
        for (std::int32_t other = event - 1; other >= 0 && event - other <= kReach; --other) {
            const auto& ours = scene_.states(event);
            const auto& theirs = scene_.states(other);
            const bool fits = !wanted.names.empty() && wanted.holds(scene_.rule(other)) && !ours.empty() &&
                              std::includes(theirs.begin(), theirs.end(), ours.begin(), ours.end()) &&
                              reality_of(scene_.event(other).status) == Reality::same;
            const bool kin = scene_.rule(other).kind == scene_.rule(event).kind;
            if (fits && (found == kNone || kin)) {
                found = other;
            }
            if (fits && kin) {
                break;
            }
        }
        return found;
    }

    bool link(std::uint32_t left, std::uint32_t right, const LinkWord& word, TokenRange phrase) {
        return link_events(scene_.event_of(word.reversed ? right : left), scene_.event_of(word.reversed ? left : right), word,
                           phrase);
    }

    bool link_events(std::int32_t from, std::int32_t to, const LinkWord& word, TokenRange phrase) {
        if (from == to || !word.from.holds(scene_.rule(from)) || !word.to.holds(scene_.rule(to))) {
            return false;
        }
        scene_.add(from, to, word.type, sentence_.words(phrase));
        return true;
    }

    // "responded to the raid by recalling its envoy", "retaliated with sanctions".
    void answer(const Predicate& predicate, const LinkWord& word, TokenRange phrase) {
        Few done;
        Few answered;
        for (const std::uint32_t child : shape_.tree.children(predicate.node)) {
            const std::string_view opening = opener(child);
            const Few named = child > predicate.verb ? sentence_.below(child) : Few();
            if (opening == "by" || opening == "with") {
                done = named;
            } else if (opening == "to" || opening == "for" || opening == "against" || sentence_.label(child) == "obj") {
                answered = answered.empty() ? named : answered;
            }
        }
        for (const std::uint32_t deed : done) {
            for (const std::uint32_t cause : answered) {
                link(deed, cause, word, phrase);
            }
            const std::int32_t before = answered.empty() ? scene_.told_before(deed) : kNone;
            if (before != kNone) {
                link_events(scene_.event_of(deed), before, word, phrase);
            }
        }
    }

    [[nodiscard]] std::string_view opener(std::uint32_t node) const {
        for (const std::uint32_t child : shape_.tree.children(node)) {
            if (child < node && (sentence_.label(child) == "case" || sentence_.label(child) == "mark")) {
                return token(child).lower;
            }
        }
        return {};
    }

    LinkScene& scene_;
    const LinkSentence& sentence_;
    const Shape& shape_;
};

}  // namespace

void link_by_verbs(LinkScene& scene, const LinkSentence& sentence) { VerbLinker(scene, sentence).run(); }

}  // namespace demarche
