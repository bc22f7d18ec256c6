// Links between the events of one article, each with the words that tell it.
#include <algorithm>
#include <array>

#include "what/gather.hpp"

namespace demarche {

namespace {

class Linker {
public:
    Linker(Document& document, const std::vector<Candidate>& candidates, const std::vector<Gathered>& gathered)
        : document_(document), candidates_(candidates), gathered_(gathered), event_of_(candidates.size(), kNone) {
        for (std::size_t event = 0; event < gathered.size(); ++event) {
            for (const std::uint32_t mention : gathered[event].mentions) {
                event_of_[mention] = static_cast<std::int32_t>(event);
            }
        }
    }

    void run() {
        for (std::uint32_t i = 0; i < candidates_.size(); ++i) {
            if (event_of_[i] == kNone) {
                continue;
            }
            link_cause(i);
            for (std::uint32_t j = first_of_sentence(i);
                 j < candidates_.size() && candidates_[j].sentence == candidates_[i].sentence; ++j) {
                if (i != j && event_of_[j] != kNone && event_of_[j] != event_of_[i]) {
                    link_pair(i, j);
                }
            }
        }
        for (std::size_t event = 0; event < gathered_.size(); ++event) {
            if (gathered_[event].part_of != kNone) {
                add(static_cast<std::int32_t>(event), event_of_[static_cast<std::size_t>(gathered_[event].part_of)],
                    LinkType::part_of, "");
            }
            link_cancelled(event);
        }
        bound_responses();
    }

private:
    // Candidates stand in order of their sentences.
    [[nodiscard]] std::uint32_t first_from(std::uint32_t sentence) const {
        const auto found = std::lower_bound(candidates_.begin(), candidates_.end(), sentence,
                                            [](const Candidate& candidate, std::uint32_t at) { return candidate.sentence < at; });
        return static_cast<std::uint32_t>(found - candidates_.begin());
    }
    [[nodiscard]] std::uint32_t first_of_sentence(std::uint32_t index) const { return first_from(candidates_[index].sentence); }
    [[nodiscard]] std::uint32_t first_near(std::uint32_t index) const {
        const std::uint32_t sentence = candidates_[index].sentence;
        return first_from(sentence == 0 ? 0 : sentence - 1);
    }

    const std::string& kind(std::size_t event) const { return candidates_[gathered_[event].mentions.front()].rule->kind; }

    void add(std::int32_t from, std::int32_t to, LinkType type, std::string cue) {
        if (from == kNone || to == kNone || from == to) {
            return;
        }
        const std::string& a = document_.events[static_cast<std::size_t>(from)].id;
        const std::string& b = document_.events[static_cast<std::size_t>(to)].id;
        const bool known = std::any_of(document_.links.begin(), document_.links.end(),
                                       [&](const Link& link) { return link.from == a && link.to == b; });
        if (!known) {
            document_.links.push_back({a, b, type, std::move(cue)});
        }
    }

    // "…, prompting the North to stop its own": the prompted act answers the one that prompted it.
    void link_cause(std::uint32_t index) {
        const Candidate& candidate = candidates_[index];
        if (candidate.cue.empty()) {
            return;
        }
        std::int32_t cause = kNone;
        for (std::uint32_t i = first_near(index); i < index; ++i) {
            const bool near = candidate.sentence == candidates_[i].sentence || candidate.sentence == candidates_[i].sentence + 1;
            if (event_of_[i] == kNone || event_of_[i] == event_of_[index] || !near) {
                continue;
            }
            const bool prompted = candidate.caused_by != kNone;
            if (prompted) {
                if (candidate.sentence == candidates_[i].sentence && candidates_[i].predicate == candidate.caused_by) {
                    cause = event_of_[i];
                }
            } else if (cause == kNone || candidates_[i].rule->kind == candidate.rule->kind ||
                       kind(static_cast<std::size_t>(cause)) != candidate.rule->kind) {
                cause = event_of_[i];  // the last before it, rather one of its own kind: drills answer drills
            }
        }
        add(event_of_[index], cause, LinkType::response_to, candidate.cue);
    }

    std::string words_between(const Candidate& a, const Candidate& b) const {
        const Span span{document_.tokens[a.trigger.end - 1].span.end, document_.tokens[b.trigger.begin].span.begin};
        return span.empty() ? std::string() : std::string(span.in(document_.text()));
    }

    void link_pair(std::uint32_t i, std::uint32_t j) {
        const Candidate& a = candidates_[i];
        const Candidate& b = candidates_[j];
        const std::string between = words_between(a, b);
        if (b.rule->kind == "conference" && a.rule->kind != "conference" && on_the_sidelines(document_, a, b)) {
            add(event_of_[i], event_of_[j], LinkType::part_of, "on the sidelines");
        }
        if (b.noun && b.rule->plover == "CONSULT" && a.rule->plover != "CONSULT" && opens_with(b, "during")) {
            add(event_of_[i], event_of_[j], LinkType::part_of, "during");
        }
        const bool bargained = a.rule->kind == "negotiation" || a.rule->kind == "talks" || a.rule->kind == "press-event";
        if (bargained && !between.empty() && between.size() < 80 && b.rule->plover != "CONSULT") {
            for (const std::string_view cue : {" over ", " about "}) {
                if (between.find(cue) != std::string::npos) {
                    add(event_of_[i], event_of_[j], LinkType::about, std::string(cue.substr(1, cue.size() - 2)));
                }
            }
        }
    }

    // The preposition in front of the noun's chunk.
    bool opens_with(const Candidate& candidate, std::string_view word) const {
        const std::uint32_t begin = document_.sentences[candidate.sentence].tokens.begin;
        for (std::uint32_t i = candidate.trigger.begin, steps = 0; i > begin && steps < 5; --i, ++steps) {
            if (document_.tokens[i - 1].lower == word) {
                return true;
            }
            if (document_.tokens[i - 1].upos == Upos::verb || document_.tokens[i - 1].upos == Upos::punct) {
                return false;
            }
        }
        return false;
    }

    // A response does not come before what it answers.
    void bound_responses() {
        for (const Link& link : document_.links) {
            const auto find = [&](const std::string& id) {
                return std::find_if(document_.events.begin(), document_.events.end(),
                                    [&](const Event& event) { return event.id == id; });
            };
            const auto response = find(link.from);
            const auto cause = find(link.to);
            const bool open = !response->date.first && response->date.last && response->date.basis <= DateBasis::inferred;
            if (link.type == LinkType::response_to && open && cause->date.first && *cause->date.first <= *response->date.last) {
                response->date = span_from_bounds(cause->date.first, response->date.last);
                response->date.basis = DateBasis::inferred;
            }
        }
    }

    // A visit or round that is called off: the planned event that has the same sides.
    void link_cancelled(std::size_t event) {
        if (kind(event) != "suspend-talks") {
            return;
        }
        const auto states = states_of(document_, gathered_[event].parties);
        for (std::size_t other = 0; other < gathered_.size(); ++other) {
            const bool meeting = candidates_[gathered_[other].mentions.front()].rule->plover == "CONSULT";
            if (meeting && gathered_[other].status == Status::planned &&
                states_of(document_, gathered_[other].parties) == states) {
                add(static_cast<std::int32_t>(event), static_cast<std::int32_t>(other), LinkType::cancels,
                    document_.events[event].mentions.front().trigger);
            }
        }
    }

    Document& document_;
    const std::vector<Candidate>& candidates_;
    const std::vector<Gathered>& gathered_;
    std::vector<std::int32_t> event_of_;
};

}  // namespace

bool on_the_sidelines(const Document& document, const Candidate& smaller, const Candidate& larger) {
    for (std::uint32_t token = smaller.trigger.end; token < larger.trigger.begin; ++token) {
        const std::string_view word = document.tokens[token].lower;
        if (word == "sidelines" || word == "margins" || word == "fringes" || word == "sideline") {
            return true;
        }
    }
    return false;
}

void write_links(Document& document, const std::vector<Candidate>& candidates, const std::vector<Gathered>& gathered) {
    Linker(document, candidates, gathered).run();
}

}  // namespace demarche
