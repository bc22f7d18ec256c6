// Links between the events of one article, each with the words that tell it.
#include <algorithm>
#include <array>
#include <iterator>

#include "what/linker.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::int32_t kReach = 32;  // events looked back

std::vector<std::string_view> sources_of(const Document& document, const Candidate& candidate) {
    std::vector<Party> sources;
    std::copy_if(candidate.parties.begin(), candidate.parties.end(), std::back_inserter(sources),
                 [](const Party& party) { return party.role == Role::source; });
    return states_of(document, sources);
}

// A response does not come before what it answers.
void bound_responses(Document& document, const std::vector<FoundLink>& links) {
    for (const FoundLink& link : links) {
        Event& response = document.events[static_cast<std::size_t>(link.from)];
        const Event& cause = document.events[static_cast<std::size_t>(link.to)];
        const bool open = !response.date.first && response.date.last && response.date.basis <= DateBasis::inferred;
        if (link.type == LinkType::response_to && open && cause.date.first && *cause.date.first <= *response.date.last) {
            response.date = span_from_bounds(cause.date.first, response.date.last);
            response.date.basis = DateBasis::inferred;
        }
    }
}

}  // namespace

LinkScene::LinkScene(const Document& article, const Rules& all_rules, const std::vector<Candidate>& matches,
                     const std::vector<Gathered>& events)
    : document(article), rules(all_rules), candidates(matches), gathered(events), event_of_(matches.size(), kNone) {
    for (std::size_t event = 0; event < events.size(); ++event) {
        states_.push_back(states_of(document, events[event].parties));
        for (const std::uint32_t mention : events[event].mentions) {
            event_of_[mention] = static_cast<std::int32_t>(event);
        }
    }
    for (std::int32_t event = 0; event < static_cast<std::int32_t>(events.size()); ++event) {
        const std::int32_t same = larger_meeting(event);
        if (same != kNone) {
            event_of_[events[static_cast<std::size_t>(event)].mentions.front()] = same;
        }
    }
}

// "At their meeting" right after a summit of the same sides means the summit.
std::int32_t LinkScene::larger_meeting(std::int32_t index) const {
    static constexpr std::array<std::string_view, 3> larger{"summit", "conference", "negotiation"};
    if (rule(index).kind != "talks" || !first(index).noun || !first(index).definite || event(index).mentions.size() > 1) {
        return kNone;
    }
    for (std::int32_t other = index - 1; other >= 0 && index - other <= kReach; --other) {
        if (one_of(rule(other).kind, larger) && reality_of(event(other).status) == reality_of(event(index).status) &&
            shared_states(index, other) == states(index).size() && !states(index).empty() && dates_meet(index, other)) {
            return other;
        }
    }
    return kNone;
}

std::size_t LinkScene::shared_states(std::int32_t a, std::int32_t b) const {
    std::vector<std::string_view> both;
    std::set_intersection(states(a).begin(), states(a).end(), states(b).begin(), states(b).end(), std::back_inserter(both));
    return both.size();
}

bool LinkScene::has(std::int32_t index, Role role, std::string_view state) const {
    const auto& parties = event(index).parties;
    return std::any_of(parties.begin(), parties.end(),
                       [&](const Party& party) { return party.role == role && document.entities[party.entity].state == state; });
}

bool LinkScene::share_state(std::int32_t a, std::int32_t b) const { return shared_states(a, b) > 0; }

bool LinkScene::dates_meet(std::int32_t a, std::int32_t b) const {
    const DateSpan& left = event(a).date;
    const DateSpan& right = event(b).date;
    const bool weak = left.basis <= DateBasis::inferred || right.basis <= DateBasis::inferred;
    return weak || !left.known() || !right.known() || intersect(left, right).has_value();
}

// Candidates stand in order of their sentences.
std::pair<std::uint32_t, std::uint32_t> LinkScene::of_sentence(std::uint32_t sentence) const {
    const auto before = [](const Candidate& candidate, std::uint32_t at) { return candidate.sentence < at; };
    const auto begin = std::lower_bound(candidates.begin(), candidates.end(), sentence, before);
    const auto end = std::lower_bound(begin, candidates.end(), sentence + 1, before);
    return {static_cast<std::uint32_t>(begin - candidates.begin()), static_cast<std::uint32_t>(end - candidates.begin())};
}

std::int32_t LinkScene::told_before(std::uint32_t index) const {
    const Candidate& candidate = candidates[index];
    const auto own = sources_of(document, candidate);
    std::int32_t found = kNone;
    int best = -1;
    const std::uint32_t begin = of_sentence(candidate.sentence == 0 ? 0 : candidate.sentence - 1).first;
    for (std::uint32_t i = index; i-- > begin;) {
        const std::int32_t other = event_of_[i];
        if (other == kNone || other == event_of_[index] || event(other).status == Status::denied) {
            continue;
        }
        // Rather the deed of another, and rather one of its own kind: drills answer drills.
        const int fit = (sources_of(document, candidates[i]) != own ? 2 : 0) + (candidates[i].rule->kind == candidate.rule->kind);
        if (fit > best) {
            best = fit;
            found = other;
        }
    }
    return found;
}

bool LinkScene::linked(std::int32_t a, std::int32_t b) const { return pairs_.contains({std::min(a, b), std::max(a, b)}); }

void LinkScene::add(std::int32_t from, std::int32_t to, LinkType type, std::string cue) {
    if (from != kNone && to != kNone && from != to && pairs_.insert({std::min(from, to), std::max(from, to)}).second) {
        links_.push_back({from, to, type, std::move(cue)});
    }
}

void write_links(Document& document, const Rules& rules, const std::vector<Candidate>& candidates,
                 const std::vector<Gathered>& gathered) {
    if (gathered.size() < 2) {
        return;
    }
    LinkScene scene(document, rules, candidates, gathered);
    Shape shape;
    for (std::uint32_t i = 0; i < candidates.size(); ++i) {
        if (i > 0 && candidates[i].sentence == candidates[i - 1].sentence) {
            continue;
        }
        const LinkSentence sentence(scene, candidates[i].sentence, shape);
        if (!sentence.mentions().empty()) {
            link_by_cues(scene, sentence);
            link_by_verbs(scene, sentence);
            link_speech(scene, sentence);
        }
    }
    link_by_discourse(scene);
    link_steps(scene);
    for (const FoundLink& link : scene.links()) {
        document.links.push_back({document.events[static_cast<std::size_t>(link.from)].id,
                                  document.events[static_cast<std::size_t>(link.to)].id, link.type, link.cue});
    }
    bound_responses(document, scene.links());
}

}  // namespace demarche
