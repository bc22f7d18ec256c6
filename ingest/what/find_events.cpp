// The stage "what": sentences that may hold an event are given a shape, rules are matched, mentions of one event are gathered.
#include <algorithm>

#include "demarche/ingest/stages.hpp"
#include "what/gather.hpp"
#include "what/sayings.hpp"

namespace demarche {

bool on_the_sidelines(const Document& document, const Candidate& smaller, const Candidate& larger) {
    if (smaller.sentence != larger.sentence) {
        return false;
    }
    for (std::uint32_t token = smaller.trigger.end; token < larger.trigger.begin; ++token) {
        const std::string_view word = document.tokens[token].lower;
        if (word == "sidelines" || word == "margins" || word == "fringes" || word == "sideline") {
            return true;
        }
    }
    return false;
}

namespace {

constexpr std::size_t kNeighbours = 16;
constexpr std::size_t kMostEvents = 2000;  // of one article that are compared with each other

// Two halts that answer each other: who stops second stops toward who stopped first.
void aim_responses(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& event : gathered) {
        const Candidate& answer = candidates[event.mentions.front()];
        const bool aimed = std::any_of(event.parties.begin(), event.parties.end(),
                                       [](const Party& party) { return party.role == Role::target; });
        if (answer.caused_by == kNone || aimed) {
            continue;
        }
        for (const Gathered& other : gathered) {
            const Candidate& first = candidates[other.mentions.front()];
            if (first.sentence != answer.sentence || first.predicate != answer.caused_by || &other == &event) {
                continue;
            }
            for (const Party& party : other.parties) {
                if (party.role == Role::source &&
                    document.entities[party.entity].state != document.entities[event.parties.front().entity].state) {
                    event.parties.push_back({Role::target, party.entity, party.mention});
                }
            }
            break;
        }
    }
}

// "are negotiating with the United States over tariffs to be imposed by Washington": the duties aim at those who bargain over
// them.
void aim_tariffs(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& event : gathered) {
        const Candidate& first = candidates[event.mentions.front()];
        const bool aimed = std::any_of(event.parties.begin(), event.parties.end(),
                                       [](const Party& party) { return party.role == Role::target; });
        if (first.rule->kind != "tariffs" || aimed) {
            continue;
        }
        const std::vector<std::string_view> sources = states_of(document, event.parties);
        for (const Gathered& other : gathered) {
            const Candidate& bargain = candidates[other.mentions.front()];
            const auto sides = states_of(document, other.parties);
            if (bargain.rule->kind != "negotiation" || bargain.sentence != first.sentence ||
                !std::includes(sides.begin(), sides.end(), sources.begin(), sources.end())) {
                continue;
            }
            for (const Party& party : other.parties) {
                const std::string& state = document.entities[party.entity].state;
                if (std::find(sources.begin(), sources.end(), state) == sources.end()) {
                    event.parties.push_back({Role::target, party.entity, party.mention});
                }
            }
        }
    }
}

// Talks on the sidelines of a forum tell where and when the forum is, if nothing else does.
void date_by_part(const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered, const Document& document) {
    for (Gathered& whole : gathered) {
        const Candidate& forum = candidates[whole.mentions.front()];
        if (forum.rule->kind != "conference" || whole.date.basis > DateBasis::inferred) {
            continue;
        }
        for (const Gathered& part : gathered) {
            for (const std::uint32_t mention : part.mentions) {
                const Candidate& meeting = candidates[mention];
                if (&part == &whole || meeting.sentence != forum.sentence || meeting.trigger.end > forum.trigger.begin ||
                    !part.date.first || !on_the_sidelines(document, meeting, forum)) {
                    continue;
                }
                whole.date = part.date;
                whole.date.basis = DateBasis::mention;
                whole.place = whole.place ? whole.place : part.place;
                if (whole.status == Status::occurred) {
                    whole.status = Status::ongoing;
                }
            }
        }
    }
}

// "were halted after Lee was sworn in in early June", "his government has since halted": not before the office was taken.
void date_by_office(const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered, const Document& document) {
    for (Gathered& event : gathered) {
        const Candidate& first = candidates[event.mentions.front()];
        const bool open =
            !event.date.first && event.date.last && event.date.basis <= DateBasis::inferred && event.status == Status::occurred;
        if (!open || first.rule->kind == "takes-office") {
            continue;
        }
        const auto states = states_of(document, event.parties);
        for (const Gathered& office : gathered) {
            const Candidate& taking = candidates[office.mentions.front()];
            const auto holder = states_of(document, office.parties);
            const bool same_state = !holder.empty() && std::find(states.begin(), states.end(), holder.front()) != states.end();
            const bool told = taking.sentence == first.sentence ? taking.after : first.since && taking.sentence < first.sentence;
            if (taking.rule->kind == "takes-office" && same_state && told && office.date.first &&
                *office.date.first <= *event.date.last) {
                event.date = span_from_bounds(office.date.first, event.date.last);
                event.date.basis = DateBasis::inferred;
            }
        }
    }
}

// "agreed to hold further meetings": the agreement is the event; the meetings are one as well only if they have a date.
bool only_agreed(const Document& document, const std::vector<Candidate>& candidates, std::size_t index) {
    constexpr std::uint32_t reach = 10;
    const Candidate& meeting = candidates[index];
    if (meeting.rule->plover != "CONSULT" || meeting.rule->kind == "visit" || meeting.status != Status::planned) {
        return false;
    }
    for (std::size_t i = index; i-- > 0 && candidates[i].sentence == meeting.sentence;) {
        const Candidate& agreed = candidates[i];
        if (agreed.rule->kind == "agree-to-meet" && agreed.trigger.end <= meeting.trigger.begin &&
            meeting.trigger.begin - agreed.trigger.end < reach) {
            return std::none_of(document.times.begin(), document.times.end(), [&](const TimeMention& time) {
                return time.tokens.begin >= meeting.trigger.end && meeting.clause.contains(time.tokens.begin);
            });
        }
    }
    return false;
}

// "agreed to withdraw", "is ready to lend", "refused to meet": what a side binds itself to is told by its consent or refusal;
// it is an event of its own only if the text says when it will be.
bool only_consented(const Document& document, const std::vector<Candidate>& candidates, std::size_t index) {
    const Candidate& inner = candidates[index];
    if (inner.embedded == kNone || inner.predicate == inner.embedded) {
        return false;
    }
    const bool dated = std::any_of(document.times.begin(), document.times.end(), [&](const TimeMention& time) {
        return time.tokens.begin >= inner.trigger.end && inner.clause.contains(time.tokens.begin);
    });
    const auto binds = [&](const Candidate& outer) {
        const bool acts = std::any_of(outer.parties.begin(), outer.parties.end(), [](const Party& party) {
            return party.role == Role::source || party.role == Role::participant;
        });
        const std::string_view kind = outer.rule->kind;
        return outer.sentence == inner.sentence && !outer.noun && outer.predicate == inner.embedded && acts &&
               (kind == "refusal" || (!dated && (kind == "agreement" || kind == "promise")));
    };
    const std::size_t first = index < kNeighbours ? 0 : index - kNeighbours;
    const std::size_t last = std::min(candidates.size(), index + kNeighbours);
    return std::any_of(candidates.begin() + static_cast<std::ptrdiff_t>(first),
                       candidates.begin() + static_cast<std::ptrdiff_t>(last), binds);
}

// One trigger, one kind: what is negotiated or is a forum is not talks as well; an agreement to meet no agreement.
void keep_most_specific(const Document& document, std::vector<Candidate>& candidates) {
    const auto general = [](std::string_view kind, std::string_view than) {
        return (kind == "talks" && (than == "negotiation" || than == "conference" || than == "press-event")) ||
               (kind == "agreement" && than == "agree-to-meet");
    };
    std::vector<bool> drop(candidates.size(), false);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t first = i < kNeighbours ? 0 : i - kNeighbours;  // matches come in order of their triggers
        for (std::size_t j = first; j < std::min(candidates.size(), i + kNeighbours); ++j) {
            const bool one = candidates[i].trigger.end == candidates[j].trigger.end ||
                             candidates[i].trigger.begin == candidates[j].trigger.begin;
            // "will not lift the ban" is a refusal, and no lifting that was denied.
            const bool refused = candidates[j].rule->negated && candidates[i].status == Status::denied &&
                                 !candidates[i].rule->negated && candidates[i].sentence == candidates[j].sentence && one;
            drop[i] = drop[i] || refused ||
                      (candidates[i].trigger.end == candidates[j].trigger.end &&
                       general(candidates[i].rule->kind, candidates[j].rule->kind));
        }
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        drop[i] = drop[i] || only_agreed(document, candidates, i) || only_consented(document, candidates, i);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!drop[i]) {
            if (kept != i) {
                candidates[kept] = std::move(candidates[i]);
            }
            ++kept;
        }
    }
    candidates.resize(kept);
}

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
        date_by_part(candidates, gathered, document);
        date_by_office(candidates, gathered, document);
        date_by_others(document, candidates, gathered);
        place_by_others(document, candidates, gathered);
    }
    write_events(document, candidates, gathered);
    write_links(document, rules, candidates, gathered);
}

}  // namespace demarche
