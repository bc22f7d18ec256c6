// The gathered events as the values of the coding record.
#include <algorithm>

#include "what/gather.hpp"
#include "when/event_date.hpp"

namespace demarche {

namespace {

// Parties as the record lists them: a person or body and nothing more for its state; a host is not a participant as well.
std::vector<Actor> actors_of(const Document& document, const std::vector<Party>& parties) {
    std::vector<Actor> actors;
    for (const Party& party : parties) {
        const Entity& entity = document.entities[party.entity];
        const bool spoken_for =
            entity.kind == ActorKind::state && std::any_of(parties.begin(), parties.end(), [&](const Party& other) {
                const Entity& holder = document.entities[other.entity];
                return other.role == party.role && holder.kind != ActorKind::state && holder.state == entity.state;
            });
        const bool at_home = party.role == Role::target && std::any_of(parties.begin(), parties.end(), [&](const Party& other) {
                                 return other.role == Role::source && document.entities[other.entity].state == entity.state &&
                                        entity.kind == ActorKind::state;
                             });
        if (spoken_for || at_home) {
            continue;
        }
        const ActorMention& mention = document.actors[party.mention];
        actors.push_back({party.role, entity.kind, entity.id, entity.name, entity.state,
                          entity.kind == ActorKind::person ? entity.office : std::string(),
                          std::string(mention.span.in(document.text())), mention.span});
    }
    return actors;
}

Mention mention_of(const Document& document, const Candidate& candidate) {
    Mention mention;
    mention.sentence_span = document.sentences[candidate.sentence].span;
    mention.trigger_span = document.span_of(candidate.trigger);
    mention.sentence = mention.sentence_span.in(document.text());
    mention.trigger = mention.trigger_span.in(document.text());
    return mention;
}

std::string mode_of(const Document& document, const Rule& rule, const Gathered& event) {
    if (!rule.mode.empty() || rule.plover != "CONSULT") {
        return rule.mode;
    }
    if (rule.kind == "visit") {
        return "visit";
    }
    return states_of(document, event.parties).size() > 2 ? "multilateral" : "";
}

// What it is about, told from the trigger to a few words behind it; null if the rule is as fine as that.
const Subject* subject_of(const Document& document, const Candidate& mention) {
    constexpr std::uint32_t reach = 12;
    const Rule& rule = *mention.rule;
    if (rule.subjects == nullptr) {
        return nullptr;
    }
    const std::uint32_t end = std::min(mention.trigger.end + reach, document.sentences[mention.sentence].tokens.end);
    const Subject* subject = subject_in(document, {mention.trigger.begin, end}, *rule.subjects);
    return subject != nullptr && refines(subject->cameo, rule.cameo, rule.kind_cameo) ? subject : nullptr;
}

// The state whose office it is, or that is visited: known even if no place is named.
std::optional<Place> place_by_kind(const Rule& rule, const std::vector<Actor>& actors) {
    const Role role = rule.kind == "visit" ? Role::target : Role::source;
    if (rule.kind != "visit" && rule.plover != "LEADERSHIP") {
        return std::nullopt;
    }
    for (const Actor& actor : actors) {
        if (actor.role == role && actor.state.size() == 3 && actor.kind != ActorKind::organisation) {
            Place place;
            place.country = actor.state;
            if (rule.kind == "visit" && actor.kind == ActorKind::state) {
                place.name = actor.name;
            }
            return place;
        }
    }
    return std::nullopt;
}

Why why_of(const Document& document, const std::vector<Candidate>& candidates, const Gathered& event) {
    Why why;
    const Candidate& first = candidates[event.mentions.front()];
    why.rule = first.rule->id;
    why.terms.push_back(mention_of(document, first).trigger);
    why.status = first.status_path;
    for (const Party& party : event.parties) {
        const ActorMention& mention = document.actors[party.mention];
        std::string note = "\"" + std::string(mention.span.in(document.text())) + "\" is " + document.entities[party.entity].name;
        note.append(", by ").append(to_string(mention.ground)).append(", as ").append(to_string(party.role));
        why.notes.push_back(std::move(note));
    }
    for (std::string& note : explain_date(document, date_question(first))) {
        why.notes.push_back("date: " + note);
    }
    why.notes.insert(why.notes.end(), event.notes.begin(), event.notes.end());
    if (event.mentions.size() > 1) {
        why.notes.push_back(std::to_string(event.mentions.size()) +
                            " mentions with the same kind, parties and date were taken for one event");
    }
    return why;
}

}  // namespace

void write_events(Document& document, const std::vector<Candidate>& candidates, const std::vector<Gathered>& gathered) {
    for (const Gathered& from : gathered) {
        const Candidate& first = candidates[from.mentions.front()];
        const Rule& rule = *first.rule;
        Event event;
        event.id = document.article->info.id + ".e" + std::to_string(document.events.size() + 1);
        event.kind = from.summit ? "summit" : rule.kind;  // the same PLOVER type and CAMEO code
        event.plover = rule.plover;
        event.cameo = rule.cameo;
        event.mode = mode_of(document, rule, from);
        if (const Subject* subject = subject_of(document, first)) {
            event.cameo = subject->cameo;
            event.mode = event.mode.empty() ? subject->mode : event.mode;
        }
        event.status = from.status;
        event.date = from.date;
        event.actors = actors_of(document, from.parties);
        event.place = from.place && from.place->known() ? from.place : place_by_kind(rule, event.actors);
        for (const std::uint32_t index : from.mentions) {
            Mention mention = mention_of(document, candidates[index]);
            const bool repeated = std::any_of(event.mentions.begin(), event.mentions.end(), [&](const Mention& other) {
                return other.trigger_span.overlaps(mention.trigger_span);
            });
            if (!repeated) {
                event.mentions.push_back(std::move(mention));
            }
        }
        event.attribution = first.attribution;
        event.salience = salience_of(document, candidates, from);
        event.confidence = confidence_of(document, candidates, from);
        event.why = why_of(document, candidates, from);
        event.title = title_of(document, first, from, event.actors);
        document.events.push_back(std::move(event));
    }
}

}  // namespace demarche
