// Finding links: what its parts share. Links are found sentence by sentence from the words that tell them (link_cues.cpp), from
// acts of speech and what they speak of (link_about.cpp), and last from parties, order and dates (link_discourse.cpp,
// link_steps.cpp).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "what/gather.hpp"
#include "what/shape.hpp"

namespace demarche {

// A link between two gathered events.
struct FoundLink {
    std::int32_t from = kNone;
    std::int32_t to = kNone;
    LinkType type = LinkType::about;
    std::string cue;
};

// Somebody who speaks at a meeting: what else he says right after, he says there.
struct Floor {
    std::uint32_t sentence = 0;
    std::uint32_t entity = 0;
    std::int32_t meeting = kNone;
    std::string cue;
};

// Events and matches of one article, and the links found so far.
class LinkScene {
public:
    LinkScene(const Document& document, const Rules& rules, const std::vector<Candidate>& candidates,
              const std::vector<Gathered>& gathered);

    const Document& document;
    const Rules& rules;
    const std::vector<Candidate>& candidates;
    const std::vector<Gathered>& gathered;

    [[nodiscard]] std::int32_t event_of(std::uint32_t candidate) const { return event_of_[candidate]; }
    [[nodiscard]] const Gathered& event(std::int32_t index) const { return gathered[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const Candidate& first(std::int32_t event) const { return candidates[this->event(event).mentions.front()]; }
    [[nodiscard]] const Rule& rule(std::int32_t event) const { return *first(event).rule; }
    [[nodiscard]] const std::vector<std::string_view>& states(std::int32_t event) const {
        return states_[static_cast<std::size_t>(event)];
    }
    [[nodiscard]] bool has(std::int32_t event, Role role, std::string_view state) const;
    [[nodiscard]] bool share_state(std::int32_t a, std::int32_t b) const;
    [[nodiscard]] std::size_t shared_states(std::int32_t a, std::int32_t b) const;
    // Their dates can be the same day; unknown dates meet any.
    [[nodiscard]] bool dates_meet(std::int32_t a, std::int32_t b) const;
    // Candidates of a sentence: [first, second).
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> of_sentence(std::uint32_t sentence) const;

    // The event told before `candidate`, in its sentence or the one before, that it can answer: rather one of another actor.
    [[nodiscard]] std::int32_t told_before(std::uint32_t candidate) const;

    // Two events have one link at most: who comes first is surest.
    void add(std::int32_t from, std::int32_t to, LinkType type, std::string cue);
    [[nodiscard]] bool linked(std::int32_t a, std::int32_t b) const;
    [[nodiscard]] const std::vector<FoundLink>& links() const { return links_; }

    void speaks(Floor floor) { floors_.push_back(std::move(floor)); }
    [[nodiscard]] const std::vector<Floor>& floors() const { return floors_; }

private:
    [[nodiscard]] std::int32_t larger_meeting(std::int32_t index) const;

    std::vector<std::int32_t> event_of_;
    std::vector<std::vector<std::string_view>> states_;
    std::vector<FoundLink> links_;
    std::vector<Floor> floors_;                              // in text order
    std::set<std::pair<std::int32_t, std::int32_t>> pairs_;  // that have one
};

// One sentence: its shape, and where in its tree which event is mentioned.
class LinkSentence {
public:
    LinkSentence(const LinkScene& scene, std::uint32_t sentence, Shape& shape);

    [[nodiscard]] const Shape& shape() const { return shape_; }
    [[nodiscard]] const std::vector<std::uint32_t>& mentions() const { return mentions_; }  // candidates that belong to an event
    [[nodiscard]] std::uint32_t node(std::uint32_t candidate) const;                        // by which the tree knows it

    // Mentions under `root`, the nearest to it; not those that hang on it through `without`. Parts of a coordination count as
    // near as its first. Relative
    // clauses and adjuncts ("if …", "after …") are not looked into.
    [[nodiscard]] Few below(std::uint32_t root, std::int32_t without = kNone) const;
    // The same for tokens of `window` only, and for mentions that share no word with `apart`.
    [[nodiscard]] Few below(std::uint32_t root, std::int32_t without, TokenRange window, TokenRange apart = {}) const;
    // What the clause around `at` tells: below `at`, else below what `at` hangs on, a few steps up.
    [[nodiscard]] Few clause(std::uint32_t at, std::int32_t without) const;

    // The first mention of an event told in an earlier sentence that a definite noun means: "the agreement"; none or one.
    [[nodiscard]] Few meant(std::uint32_t noun) const;

    [[nodiscard]] std::string_view label(std::uint32_t token) const;
    [[nodiscard]] std::string words(TokenRange tokens) const;

private:
    [[nodiscard]] int depth_of(std::uint32_t mention, std::uint32_t root, std::int32_t without, TokenRange window) const;
    [[nodiscard]] bool adjunct(std::uint32_t token) const;
    [[nodiscard]] int depth(std::uint32_t token, std::uint32_t root, std::int32_t without) const;

    const LinkScene& scene_;
    std::uint32_t sentence_;
    Shape& shape_;
    std::vector<std::uint32_t> mentions_;
};

void link_by_cues(LinkScene& scene, const LinkSentence& sentence);
void link_by_verbs(LinkScene& scene, const LinkSentence& sentence);
void link_speech(LinkScene& scene, const LinkSentence& sentence);
void link_by_discourse(LinkScene& scene);
void link_steps(LinkScene& scene);

}  // namespace demarche
