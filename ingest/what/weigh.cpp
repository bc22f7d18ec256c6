// Salience: how much of the article it is. Confidence: how sure the reading is. Hand-set weights until they are calibrated.
#include <algorithm>
#include <cmath>

#include "what/gather.hpp"

namespace demarche {

namespace {

// Two decimals, which every reader hits exactly.
double grid(double value) { return static_cast<double>(std::lround(std::clamp(value, 0.05, 0.99) * 100.0)) / 100.0; }

bool in_headline(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event) {
    const std::string& title = document.article->info.title;
    const Candidate& first = candidates[event.mentions.front()];
    const std::string_view trigger = document.tokens[first.trigger.end - 1].form;
    const auto found = std::search(title.begin(), title.end(), trigger.begin(), trigger.end(),
                                   [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    return found != title.end();
}

}  // namespace

double salience_of(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event) {
    const std::uint32_t sentence = candidates[event.mentions.front()].sentence;
    double salience = 0.25;
    salience += sentence == 0 ? 0.35 : (sentence < 3 ? 0.2 : (sentence < 6 ? 0.1 : 0.0));
    salience += 0.07 * static_cast<double>(std::min<std::size_t>(event.mentions.size() - 1, 3));
    salience += in_headline(document, candidates, event) ? 0.15 : 0.0;
    return grid(salience);
}

double confidence_of(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event) {
    const Candidate& first = candidates[event.mentions.front()];
    double confidence = first.noun ? 0.55 : 0.65;
    confidence += states_of(document, event.parties).size() > 1 ? 0.12 : 0.0;
    confidence += event.date.precision == Precision::day ? 0.06 : 0.0;
    confidence += event.mentions.size() > 1 ? 0.06 : 0.0;
    confidence += first.rule->needs.empty() ? 0.0 : 0.05;
    confidence -= event.status == Status::possible || event.status == Status::denied ? 0.08 : 0.0;
    for (const Party& party : event.parties) {
        const Ground ground = document.actors[party.mention].ground;
        confidence -= ground == Ground::pronoun || ground == Ground::set || ground == Ground::definite ? 0.04 : 0.0;
    }
    return grid(confidence);
}

}  // namespace demarche
