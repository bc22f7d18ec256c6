// The stage "what": sentences that may hold an event are given a shape, rules are matched, mentions of one event are gathered.
#include <algorithm>

#include "demarche/ingest/stages.hpp"
#include "what/gather.hpp"

namespace demarche {

namespace {

// Cheap: no shape is read for a sentence without a word that could trigger a rule.
bool may_hold_event(const Document& document, const Sentence& sentence, const Rules& rules) {
    return std::any_of(document.tokens.begin() + sentence.tokens.begin, document.tokens.begin() + sentence.tokens.end,
                       [&](const Token& token) { return rules.triggers(token.lemma); });
}

// Two halts that answer each other: who stops second stops toward who stopped first.
void aim_responses(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& event : gathered) {
        const Candidate& answer = candidates[event.mentions.front()];
        const bool aimed = std::any_of(event.parties.begin(), event.parties.end(), [](const Party& party) { return party.role == Role::target; });
        if (answer.caused_by == kNone || aimed) {
            continue;
        }
        for (const Gathered& other : gathered) {
            const Candidate& first = candidates[other.mentions.front()];
            if (first.sentence != answer.sentence || first.predicate != answer.caused_by || &other == &event) {
                continue;
            }
            for (const Party& party : other.parties) {
                if (party.role == Role::source && document.entities[party.entity].state != document.entities[event.parties.front().entity].state) {
                    event.parties.push_back({Role::target, party.entity, party.mention});
                }
            }
            break;
        }
    }
}

}  // namespace

void find_events(Document& document, const Rules& rules) {
    if (document.actors.empty()) {
        return;
    }
    adopt_persons(document);
    Shape shape;
    std::vector<Candidate> candidates;
    for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
        if (!may_hold_event(document, document.sentences[sentence], rules)) {
            continue;
        }
        read_shape(document, sentence, shape);
        match_rules(document, sentence, shape, rules, candidates);
    }
    std::vector<Gathered> gathered = gather(document, candidates);
    aim_responses(document, candidates, gathered);
    write_events(document, candidates, gathered);
    write_links(document, candidates, gathered);
}

}  // namespace demarche
