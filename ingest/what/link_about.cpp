// What an act of speech, an agreement or talks are about: an event in their complement ("condemned the launch", "urged Kenya to
// release the crew", "talks on a treaty"), or one told before that a noun points to ("welcomed the move").
#include <algorithm>
#include <array>

#include "what/linker.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 8> kAnswers{"refusal", "deny",    "agreement",   "agree-to-meet",
                                                   "promise", "apology", "treaty-exit", "vote"};
constexpr std::array<std::string_view, 7> kAsked{"invitation", "proposal", "demand",      "appeal",
                                                 "accusation", "threat",   "condemnation"};
constexpr std::array<std::string_view, 15> kSpeech{"accusation", "condemnation", "praise", "apology",      "condolence",
                                                   "appeal",     "demand",       "deny",   "refusal",      "invitation",
                                                   "promise",    "proposal",     "threat", "protest-note", "summon-envoy"};
constexpr std::array<std::string_view, 7> kTabled{"talks",     "negotiation", "summit",         "press-event",
                                                  "mediation", "phone-call",  "joint-statement"};
constexpr std::array<std::string_view, 5> kAims{"aim", "design", "mean", "intend", "discuss"};
constexpr std::array<std::string_view, 6> kTopics{"on", "about", "over", "regarding", "concerning", "of"};
// Words that open what is beside the matter: time, place, ground.
constexpr std::array<std::string_view, 23> kBeside{
    "after", "before", "when",      "while", "since",  "because",  "as",     "until", "during", "in",   "ahead", "despite",
    "by",    "amid",   "following", "where", "though", "although", "unless", "if",    "once",   "than", "within"};

// Acts whose complement is what somebody wants: no event unless it is told elsewhere too.
constexpr std::array<std::string_view, 5> kWants{"appeal", "demand", "promise", "threat", "proposal"};
constexpr std::array<std::string_view, 6> kSaying{"say", "tell", "add", "state", "note", "write"};

class SpeechLinker {
public:
    SpeechLinker(LinkScene& scene, const LinkSentence& sentence) : scene_(scene), sentence_(sentence), shape_(sentence.shape()) {}

    void run() {
        for (const std::uint32_t mention : sentence_.mentions()) {
            const Candidate& candidate = scene_.candidates[mention];
            act_ = candidate.trigger;
            const bool tabled = one_of(candidate.rule->kind, kTabled);
            const bool speech = one_of(candidate.rule->kind, kSpeech);
            if (!tabled && !speech && !one_of(candidate.rule->kind, kAnswers) && candidate.rule->kind != "investigation") {
                continue;
            }
            const Few asked = one_of(candidate.rule->kind, kAnswers) ? asked_in(mention) : Few();
            const Few spoken_of = !asked.empty() ? asked : (tabled ? topics(mention) : matter(mention));
            for (const std::uint32_t other : spoken_of) {
                relate(mention, other);
            }
            if (spoken_of.empty() && speech) {
                point_back(mention);
            }
        }
    }

private:
    [[nodiscard]] const Token& token(std::uint32_t index) const { return scene_.document.tokens[index]; }

    [[nodiscard]] std::string_view opener(std::uint32_t node) const {
        for (const std::uint32_t child : shape_.tree.children(node)) {
            const std::string_view label = sentence_.label(child);
            if (child < node &&
                (label == "case" || label == "mark" || (label == "advmod" && one_of(token(child).lower, kBeside)))) {
                return token(child).lower;
            }
        }
        return {};
    }

    // "accepted the invitation": the words of the answer hold those of what is answered.
    [[nodiscard]] Few asked_in(std::uint32_t act) const {
        Few asked;
        for (const std::uint32_t mention : sentence_.mentions()) {
            const Candidate& candidate = scene_.candidates[mention];
            if (mention != act && candidate.noun && act_.contains(candidate.trigger.end - 1) &&
                one_of(candidate.rule->kind, kAsked)) {
                asked.add(mention);
            }
        }
        return asked;
    }

    [[nodiscard]] Few named_in(std::uint32_t node, std::int32_t without = kNone) const {
        return sentence_.below(node, without, shape_.tokens, act_);
    }

    // The first of the parts of `node` that names events, nearest ones only.
    template <typename Part>
    [[nodiscard]] Few first_of(std::uint32_t node, Part&& is_part) const {
        for (const std::uint32_t child : shape_.tree.children(node)) {
            const Few found = is_part(child) ? named_in(child) : Few();
            if (!found.empty()) {
                return found;
            }
        }
        return {};
    }

    // Objects and complements of the act, not its time, place or author.
    [[nodiscard]] Few matter(std::uint32_t mention) const {
        const Candidate& candidate = scene_.candidates[mention];
        const std::uint32_t node = sentence_.node(mention);
        const bool passive = !candidate.noun && candidate.predicate != kNone &&
                             shape_.predicates[static_cast<std::size_t>(candidate.predicate)].passive;
        const bool says = one_of(token(node).lemma, kSaying);
        const Few found = first_of(node, [&](std::uint32_t child) {
            const std::string_view label = sentence_.label(child);
            if (says) {  // "said Friday that …": the tree may hang what is said on the day
                return child > node && label != "advcl" && label != "conj" && opener(child).empty() &&
                       !label.starts_with("nsubj");
            }
            const bool behind = child > node || (passive && label == "nsubj:pass") || label == "compound";
            const bool part =
                behind && (label == "obj" || label == "iobj" || label == "ccomp" || label == "xcomp" || label == "obl" ||
                           label == "nmod" || label == "acl" || label == "compound" || label == "advcl" || label == "nsubj:pass");
            return part && !one_of(opener(child), kBeside);
        });
        const Few inside = found.empty() ? modified(candidate) : found;
        return inside.empty() ? meant(node) : inside;
    }

    // "condemned the launch", where the launch was told before.
    [[nodiscard]] Few meant(std::uint32_t node) const {
        for (const std::uint32_t child : shape_.tree.children(node)) {
            const std::string_view label = sentence_.label(child);
            if (label == "obj" || label == "nsubj:pass" || (label == "nmod" && !one_of(opener(child), kBeside))) {
                const Few found = sentence_.meant(child);
                if (!found.empty()) {
                    return found;
                }
            }
        }
        return {};
    }

    // "the launch, which Japan condemned".
    [[nodiscard]] Few modified(const Candidate& candidate) const {
        if (candidate.noun || candidate.predicate == kNone) {
            return {};
        }
        const Predicate& predicate = shape_.predicates[static_cast<std::size_t>(candidate.predicate)];
        if (predicate.relation != Relation::relative || predicate.noun == kNone) {
            return {};
        }
        return named_in(shape_.chunks[static_cast<std::size_t>(predicate.noun)].head, static_cast<std::int32_t>(predicate.node));
    }

    // "talks on the treaty", "discussed the raid", "met to discuss a truce".
    [[nodiscard]] Few topics(std::uint32_t mention) const {
        const std::uint32_t node = sentence_.node(mention);
        const bool verb = !scene_.candidates[mention].noun;
        const Few found = first_of(node, [&](std::uint32_t child) {
            const std::string_view label = sentence_.label(child);
            return (verb && label == "obj" && token(node).lemma != "hold") ||
                   ((label == "nmod" || label == "obl") && one_of(opener(child), kTopics)) || purpose(child);
        });
        if (!found.empty()) {
            return found;
        }
        if (scene_.candidates[mention].rule->kind == "press-event") {
            return said_there(node);
        }
        // The topic may hang on the verb that carries the noun: "held talks in Oslo on the treaty".
        const std::int32_t carrier = shape_.tree.head(node);
        return verb || carrier == kNone || sentence_.label(node) != "obj"
                   ? Few()
                   : first_of(static_cast<std::uint32_t>(carrier), [&](std::uint32_t child) {
                         return (sentence_.label(child) == "obl" && one_of(opener(child), kTopics)) || purpose(child);
                     });
    }

    // "talks to end the war", "met to discuss the raid", "talks aimed at a truce".
    [[nodiscard]] bool purpose(std::uint32_t node) const {
        const std::string_view label = sentence_.label(node);
        const bool clause = label == "acl" || label == "advcl" || label == "xcomp";
        return clause && (opener(node) == "to" || one_of(token(node).lemma, kAims));
    }

    // "told a briefing that the talks …", "at a news conference, Mehra said the talks …".
    [[nodiscard]] Few said_there(std::uint32_t node) const {
        const std::int32_t verb = shape_.tree.head(node);
        const std::string_view label = sentence_.label(node);
        if (verb == kNone || (label != "obl" && label != "obj")) {
            return {};
        }
        return first_of(static_cast<std::uint32_t>(verb), [&](std::uint32_t child) {
            return sentence_.label(child) == "ccomp" || sentence_.label(child) == "parataxis";
        });
    }

    void relate(std::uint32_t act, std::uint32_t matter) {
        const std::int32_t from = scene_.event_of(act);
        const std::int32_t to = scene_.event_of(matter);
        const std::string_view kind = scene_.candidates[act].rule->kind;
        const Rule& rule = *scene_.candidates[matter].rule;
        const std::string cue = sentence_.words(scene_.candidates[act].trigger);
        const bool meeting = rule.plover == "CONSULT";
        if (one_of(kind, kTabled) && (rule.kind == kind || (meeting && kind == "mediation"))) {
            return;  // talks on talks are one thing told twice
        }
        const Gathered& spoken_of = scene_.event(to);
        const bool wished = one_of(kind, kWants) && reality_of(spoken_of.status) != Reality::same &&
                            spoken_of.mentions.size() == 1 && !scene_.candidates[matter].definite;
        const bool own_words = one_of(rule.kind, kSpeech) && !one_of(rule.kind, kAsked) && same_speaker(act, matter);
        const bool agreed = kind == "agreement" || kind == "agree-to-meet";
        const bool content = agreed && (rule.plover == "AGREE" || (one_of(rule.kind, kSpeech) && !one_of(rule.kind, kAsked)) ||
                                        (!meeting && reality_of(spoken_of.status) != Reality::same &&
                                         spoken_of.mentions.size() == 1 && spoken_of.date.basis <= DateBasis::inferred));
        const bool unsaid = spoken_of.status == Status::denied && spoken_of.mentions.size() == 1;
        if (wished || own_words || content || unsaid) {
            return;
        }
        if (one_of(kind, kAnswers) && one_of(rule.kind, kAsked)) {
            scene_.add(from, to, LinkType::response_to, cue);
        } else if (agreed && (meeting || rule.plover == "RETREAT" || planned(to))) {
            scene_.add(to, from, LinkType::follows, cue);
        } else {
            scene_.add(from, to, LinkType::about, cue);
        }
    }

    // "promised that it would not threaten": one act in another's words.
    [[nodiscard]] bool same_speaker(std::uint32_t act, std::uint32_t other) const {
        const auto& parties = scene_.candidates[act].parties;
        return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
            const std::string& state = scene_.document.entities[party.entity].state;
            return party.role == Role::source && scene_.has(scene_.event_of(other), Role::source, state);
        });
    }

    [[nodiscard]] bool planned(std::int32_t event) const { return scene_.event(event).status == Status::planned; }

    // "condemned the move": what the sentence before told.
    void point_back(std::uint32_t mention) {
        for (const std::uint32_t child : shape_.tree.children(sentence_.node(mention))) {
            const std::string_view label = sentence_.label(child);
            if (label != "obj" && label != "nsubj:pass" && label != "obl" && label != "nmod") {
                continue;
            }
            for (const LinkWord& word : scene_.rules.link_words().find(token(child).lemma, Bond::anaphor)) {
                const std::int32_t chunk = shape_.chunk_at(child);
                const bool definite =
                    chunk != kNone && points(shape_.chunks[static_cast<std::size_t>(chunk)]) && !explained(child);
                const std::int32_t to = scene_.told_before(mention);
                const std::int32_t from = scene_.event_of(mention);
                if (definite && to != kNone && word.from.holds(scene_.rule(from)) && word.to.holds(scene_.rule(to))) {
                    scene_.add(from, to, word.type, std::string(token(child).lower));
                }
            }
        }
    }

    // "the decision of the court" says itself which one; "the move by Turkey" may point back.
    [[nodiscard]] bool explained(std::uint32_t noun) const {
        for (const std::uint32_t child : shape_.tree.children(noun)) {
            if (child > noun &&
                (sentence_.label(child) == "acl" || (sentence_.label(child) == "nmod" && opener(child) != "by"))) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool points(const Chunk& chunk) const {
        const std::string_view opening = token(chunk.tokens.begin).lower;
        return opening == "the" || opening == "this" || opening == "that" || opening == "these" || opening == "those";
    }

    LinkScene& scene_;
    const LinkSentence& sentence_;
    const Shape& shape_;
    TokenRange act_;  // the words of the act that is looked at
};

}  // namespace

void link_speech(LinkScene& scene, const LinkSentence& sentence) { SpeechLinker(scene, sentence).run(); }

}  // namespace demarche
