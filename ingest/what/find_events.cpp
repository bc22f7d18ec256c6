// The stage "what": sentences that may hold an event are given a shape, rules are matched, mentions of one event are gathered.
#include "demarche/ingest/stages.hpp"
#include "what/gather.hpp"
#include "what/sayings.hpp"

namespace demarche {

namespace {

constexpr std::size_t kMostEvents = 2000;  // of one article that are compared with each other

}  // namespace

void find_events(Document& document, const Rules& rules) {
    if (document.actors.empty()) {
        return;
    }
    adopt_persons(document);
    const Sayings sayings = find_sayings(document);
    name_first_persons(document, sayings);
    mend_tags(document, rules);
    Shape shape;
    std::vector<Candidate> candidates;
    for (std::uint32_t sentence = 0; sentence < document.sentences.size(); ++sentence) {
        if (!document.sentences[sentence].may_hold_event) {
            continue;
        }
        read_shape(document, sentence, shape);
        match_rules(document, sentence, shape, rules, candidates);
    }
    keep_most_specific(document, candidates);
    attribute_quotations(document, sayings, candidates);
    std::vector<Gathered> gathered = gather(document, candidates);
    raise_to_summits(document, candidates, gathered);
    if (gathered.size() < kMostEvents) {
        aim_responses(document, candidates, gathered);
        aim_tariffs(document, candidates, gathered);
        date_by_part(document, candidates, gathered);
        date_by_office(document, candidates, gathered);
        date_by_others(document, candidates, gathered);
        place_by_others(document, candidates, gathered);
    }
    write_events(document, candidates, gathered);
    write_links(document, rules, candidates, gathered);
}

}  // namespace demarche
