// Which events a part of a sentence mentions.
#include <algorithm>
#include <array>
#include <limits>

#include "what/linker.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr int kDeepest = 64;  // a longer way down the tree is no part that a word binds
constexpr int kSteps = 3;
constexpr std::int32_t kLookBack = 64;     // events
constexpr std::size_t kMostMentions = 64;  // of one sentence

}  // namespace

LinkSentence::LinkSentence(const LinkScene& scene, std::uint32_t sentence, Shape& shape)
    : scene_(scene), sentence_(sentence), shape_(shape) {
    read_shape(scene.document, sentence, shape_);
    const auto [begin, end] = scene.of_sentence(sentence);
    for (std::uint32_t candidate = begin; candidate < end && mentions_.size() < kMostMentions; ++candidate) {
        if (scene.event_of(candidate) != kNone) {
            mentions_.push_back(candidate);
        }
    }
}

std::uint32_t LinkSentence::node(std::uint32_t candidate) const {
    const Candidate& match = scene_.candidates[candidate];
    return match.noun || match.predicate == kNone ? match.trigger.end - 1
                                                  : shape_.predicates[static_cast<std::size_t>(match.predicate)].node;
}

std::string_view LinkSentence::label(std::uint32_t token) const { return scene_.document.tokens[token].deprel; }

std::string LinkSentence::words(TokenRange tokens) const {
    const Document& document = scene_.document;
    return std::string(document.span_of(tokens).in(document.text()));
}

// "if Kenya agrees", "after the raid": a clause with a conjunction (a bare infinitive tells what for); "by the council": who did
// it.
bool LinkSentence::adjunct(std::uint32_t token) const {
    const bool clause = label(token) == "advcl";
    if (!clause && label(token) != "nmod" && !label(token).starts_with("obl")) {
        return false;
    }
    for (const std::uint32_t child : shape_.tree.children(token)) {
        const std::string_view word = scene_.document.tokens[child].lower;
        if (child < token &&
            ((clause && label(child) == "mark" && word != "to") || (!clause && label(child) == "case" && word == "by"))) {
            return true;
        }
    }
    return false;
}

// Steps from `token` up to `root`; a negative number if it does not hang there.
int LinkSentence::depth(std::uint32_t token, std::uint32_t root, std::int32_t without) const {
    int steps = 0;
    for (int i = 0; i < kDeepest; ++i) {
        if (token == root) {
            return steps;
        }
        const std::int32_t head = shape_.tree.head(token);
        if (head == kNone || static_cast<std::int32_t>(token) == without || label(token) == "acl:relcl" || adjunct(token)) {
            return -1;
        }
        steps += label(token) == "conj" ? 0 : 1;
        token = static_cast<std::uint32_t>(head);
    }
    return -1;
}

Few LinkSentence::below(std::uint32_t root, std::int32_t without) const { return below(root, without, shape_.tokens); }

// A verb with its object is told by either: "the tariffs that were imposed".
int LinkSentence::depth_of(std::uint32_t mention, std::uint32_t root, std::int32_t without, TokenRange window) const {
    const Candidate& candidate = scene_.candidates[mention];
    const std::uint32_t own = node(mention);
    int steps = window.contains(own) ? depth(own, root, without) : -1;
    if (!candidate.object.empty()) {
        for (const std::uint32_t at : {candidate.trigger.begin, candidate.trigger.end - 1}) {
            const int way = window.contains(at) ? depth(at, root, without) : -1;
            steps = way >= 0 && (steps < 0 || way < steps) ? way : steps;
        }
    }
    return steps;
}

Few LinkSentence::below(std::uint32_t root, std::int32_t without, TokenRange window, TokenRange apart) const {
    Few found;
    int nearest = std::numeric_limits<int>::max();
    for (const std::uint32_t mention : mentions_) {
        const TokenRange trigger = scene_.candidates[mention].trigger;
        const bool shares = trigger.begin < apart.end && apart.begin < trigger.end;
        const int steps = shares ? -1 : depth_of(mention, root, without, window);
        if (steps < 0 || steps > nearest) {
            continue;
        }
        if (steps < nearest) {
            found = Few();
            nearest = steps;
        }
        found.add(mention);
    }
    return found;
}

Few LinkSentence::meant(std::uint32_t noun) const {
    static constexpr std::array<std::string_view, 6> definite{"the", "this", "that", "these", "those", "such"};
    const Document& document = scene_.document;
    const std::int32_t chunk = shape_.chunk_at(noun);
    const auto entries = scene_.rules.noun(document.tokens[noun].lemma);
    if (chunk == kNone || entries.empty() ||
        !one_of(document.tokens[shape_.chunks[static_cast<std::size_t>(chunk)].tokens.begin].lower, definite)) {
        return {};
    }
    const std::uint32_t begin = document.sentences[sentence_].tokens.begin;
    const auto events = static_cast<std::int32_t>(scene_.gathered.size());
    for (std::int32_t event = events - 1; event >= std::max(0, events - kLookBack); --event) {
        const bool earlier = scene_.first(event).trigger.end <= begin && scene_.event(event).status != Status::denied;
        if (earlier && std::any_of(entries.begin(), entries.end(),
                                   [&](const Rules::NounEntry& entry) { return entry.rule->kind == scene_.rule(event).kind; })) {
            Few found;
            found.add(scene_.event(event).mentions.front());
            return found;
        }
    }
    return {};
}

Few LinkSentence::clause(std::uint32_t at, std::int32_t without) const {
    for (int step = 0; step < kSteps; ++step) {
        const Few found = below(at, without);
        const std::int32_t head = shape_.tree.head(at);
        if (!found.empty() || head == kNone) {
            return found;
        }
        without = static_cast<std::int32_t>(at);
        at = static_cast<std::uint32_t>(head);
    }
    return {};
}

}  // namespace demarche
