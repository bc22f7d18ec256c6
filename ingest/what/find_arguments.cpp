// From grammatical functions to the actors that fill them.
#include <algorithm>
#include <array>

#include "what/candidate.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

// Nouns that act for the state or body named beside them: "Pyongyang's envoys", "leaders of the two countries".
constexpr std::array<std::string_view, 67> kAgentive{
    "soldier",    "helicopter", "guard",          "court",     "senate",      "congress",   "commission",  "bureau",
    "treasury",   "alliance",   "bloc",           "service",   "agency",      "official",   "government",  "minister",
    "leader",     "envoy",      "delegation",     "side",      "diplomat",    "negotiator", "troop",       "army",
    "force",      "ministry",   "administration", "president", "counterpart", "spokesman",  "spokeswoman", "authority",
    "parliament", "lawmaker",   "military",       "premier",   "chancellor",  "ambassador", "secretary",   "representative",
    "chief",      "team",       "regime",         "cabinet",   "navy",        "police",     "delegate",    "mission",
    "senator",    "party",      "council",        "embassy",   "head",        "commander",  "general",     "foreign",
    "state",      "nation",     "country",        "people",    "capital",     "adviser",    "aide",        "office",
    "member",     "foreigner",  "assembly"};

// Verbs that carry a noun's event: "held talks", "paid a visit".
constexpr std::array<std::string_view, 46> kSupport{
    "renew",    "restart", "hold",   "have",     "pay",      "make",  "begin",   "start",    "open",     "attend",
    "conclude", "conduct", "finish", "end",      "complete", "join",  "launch",  "continue", "resume",   "undertake",
    "convene",  "host",    "stage",  "give",     "issue",    "sign",  "reach",   "strike",   "put",      "submit",
    "present",  "table",   "enter",  "wrap",     "schedule", "plan",  "arrange", "organize", "organise", "lead",
    "chair",    "take",    "engage", "announce", "cut",      "extend"};

bool follows_directly(const Shape& shape, std::size_t chunk, std::uint32_t end) {
    const Chunk& here = shape.chunks[chunk];
    return here.prep != kNone && static_cast<std::uint32_t>(here.prep) == end;
}

}  // namespace

bool is_support_verb(std::string_view lemma) { return one_of(lemma, kSupport); }

std::string_view ArgumentFinder::preposition(const Chunk& chunk) const {
    return chunk.prep == kNone ? std::string_view{} : document_.tokens[static_cast<std::size_t>(chunk.prep)].lower;
}

void ArgumentFinder::actors_inside(TokenRange tokens, bool adjectives, std::vector<std::uint32_t>& mentions) const {
    const auto first =
        std::lower_bound(document_.actors.begin(), document_.actors.end(), tokens.begin,
                         [](const ActorMention& mention, std::uint32_t token) { return mention.tokens.end <= token; });
    for (auto it = first; it != document_.actors.end() && it->tokens.begin < tokens.end; ++it) {
        const auto index = static_cast<std::uint32_t>(it - document_.actors.begin());
        const bool agency = it->entities.size() == 1 && document_.entities[it->entities[0]].news_agency;
        if ((adjectives || !it->adjective) && !agency && (places_ || !it->place) &&
            std::find(mentions.begin(), mentions.end(), index) == mentions.end()) {
            mentions.push_back(index);
        }
    }
}

void ArgumentFinder::actors_of(std::uint32_t index, std::vector<std::uint32_t>& mentions) const {
    const Chunk& chunk = shape_.chunks[index];
    if (chunk.time) {
        return;
    }
    const std::size_t before = mentions.size();
    actors_inside({chunk.head, chunk.head + 1}, true, mentions);  // a mention that holds the head is no mere adjective here
    if (mentions.size() > before) {
        const auto nameless = [&](std::uint32_t entity) {
            return document_.entities[entity].unnamed && document_.entities[entity].state.empty();
        };
        const std::vector<std::uint32_t>& entities = document_.actors[mentions.back()].entities;
        if (std::all_of(entities.begin(), entities.end(), nameless)) {  // "Chadian government | warplanes"
            actors_inside(chunk.tokens, true, mentions);
        }
        return;
    }
    const Token& head = document_.tokens[chunk.head];
    if (head.upos == Upos::propn || head.upos == Upos::pron) {  // a name that nobody knows
        actors_inside(chunk.tokens, false, mentions);
        if (mentions.size() == before && one_of(head.lower, kAgentive)) {  // "the Norwegian Treasury": whose institution it is
            actors_inside(chunk.tokens, true, mentions);
        }
        return;
    }
    if (!one_of(head.lemma, kAgentive)) {
        return;
    }
    for (std::size_t next = index + 1; next < std::min<std::size_t>(shape_.chunks.size(), index + 4); ++next) {
        if (shape_.chunks[next].apposed_to == static_cast<std::int32_t>(index)) {
            actors_inside(shape_.chunks[next].tokens, false, mentions);  // "Japan's foreign minister, Takeshi Iwaya,"
        }
        if (mentions.size() > before) {
            return;
        }
    }
    actors_inside(chunk.tokens, true, mentions);
    if (mentions.size() == before && chunk.possessor != kNone) {
        // "Chile and Peru's navies": of each of them
        for (std::int32_t owner = chunk.possessor; owner != kNone;
             owner = shape_.chunks[static_cast<std::size_t>(owner)].joined_to) {
            actors_inside(shape_.chunks[static_cast<std::size_t>(owner)].tokens, true, mentions);
        }
    }
    for (std::size_t next = index + 1; mentions.size() == before && next < shape_.chunks.size(); ++next) {
        const Chunk& after = shape_.chunks[next];  // "leaders of Japan and China"
        const bool of = follows_directly(shape_, next, shape_.chunks[next - 1].tokens.end) && preposition(after) == "of";
        if (!of && after.joined_to != static_cast<std::int32_t>(next) - 1) {
            break;
        }
        actors_inside(after.tokens, true, mentions);
        for (std::size_t joined = next + 1;
             joined < shape_.chunks.size() && shape_.chunks[joined].joined_to == static_cast<std::int32_t>(joined) - 1;
             ++joined) {
            actors_inside(shape_.chunks[joined].tokens, true, mentions);
        }
    }
}

void ArgumentFinder::actors_behind(std::string_view preposition, std::uint32_t chunk,
                                   std::vector<std::uint32_t>& mentions) const {
    const std::size_t before = mentions.size();
    actors_of(chunk, mentions);
    const bool aims = preposition == "on" || preposition == "against";
    if (aims && mentions.size() == before && !shape_.chunks[chunk].time &&
        document_.tokens[shape_.chunks[chunk].head].upos == Upos::noun) {
        actors_inside(shape_.chunks[chunk].tokens, true, mentions);
    }
}

Few ArgumentFinder::phrase_of(std::uint32_t chunk) const {
    Few phrase;
    std::uint32_t end = shape_.chunks[chunk].tokens.end;
    for (std::size_t next = chunk + 1; next < shape_.chunks.size(); ++next) {
        const Chunk& candidate = shape_.chunks[next];
        const bool joined = candidate.joined_to > static_cast<std::int32_t>(chunk);
        const bool possessed = candidate.possessor == static_cast<std::int32_t>(next) - 1;
        const bool apposed = candidate.apposed_to > static_cast<std::int32_t>(chunk);
        const bool adjacent_time = candidate.time && candidate.tokens.begin == end;
        if (!follows_directly(shape_, next, end) && !joined && !possessed && !apposed && !adjacent_time) {
            break;
        }
        phrase.add(static_cast<std::uint32_t>(next));
        end = candidate.tokens.end;
    }
    return phrase;
}

std::int32_t ArgumentFinder::carrier(std::uint32_t chunk) const {
    for (std::size_t i = 0; i < shape_.predicates.size(); ++i) {
        const Predicate& predicate = shape_.predicates[i];
        const Few object = logical_object(predicate);
        if (std::find(object.begin(), object.end(), chunk) != object.end()) {
            return static_cast<std::int32_t>(i);
        }
    }
    return kNone;
}

std::uint32_t ArgumentFinder::end_of_reach(const Predicate& predicate) const {
    for (const Predicate& other : shape_.predicates) {
        if (other.group.begin >= predicate.group.end && other.form == VerbForm::finite) {
            if (other.relation == Relation::relative) {
                return other.group.begin;  // its subject is an argument of the outer clause: "a visit to Chile that was to begin"
            }
            return other.subject.empty() || shape_.chunks[other.subject.front()].tokens.begin < predicate.group.end
                       ? other.group.begin
                       : shape_.chunks[other.subject.front()].tokens.begin;
        }
    }
    return shape_.tokens.end;
}

Few ArgumentFinder::told_subjects(const Predicate& predicate) const {
    Few subjects;
    for (const Predicate& inner : shape_.predicates) {
        if (inner.relation == Relation::said && inner.governor != kNone &&
            &shape_.predicates[static_cast<std::size_t>(inner.governor)] == &predicate) {
            for (const std::uint32_t chunk : inner.subject) {
                subjects.add(chunk);
            }
        }
    }
    return subjects;
}

void ArgumentFinder::of_verb(const Predicate& predicate, Function function, std::vector<std::uint32_t>& mentions) const {
    const auto add_all = [&](const Few& chunks) {
        for (const std::uint32_t chunk : chunks) {
            actors_of(chunk, mentions);
        }
    };
    if (function == Function::subject) {
        const std::size_t before = mentions.size();
        add_all(logical_subject(predicate));
        for (const std::uint32_t chunk : logical_subject(predicate)) {  // "Peruvian gunboats": the state whose they are
            if (mentions.size() == before && has(document_.tokens[shape_.chunks[chunk].head].morph, Morph::plural)) {
                actors_inside(shape_.chunks[chunk].tokens, true, mentions);
            }
        }
        return;
    }
    if (function == Function::object) {
        add_all(logical_object(predicate));
        return;
    }
    if (function == Function::agent) {
        add_all(predicate.agent);
        return;
    }
    if (function == Function::clause) {
        add_all(told_subjects(predicate));
        return;
    }
    if (function == Function::modifier) {
        for (const std::uint32_t chunk : logical_object(predicate)) {
            actors_inside(shape_.chunks[chunk].tokens, true, mentions);
        }
        return;
    }
    if (function == Function::possessor) {  // "rejected Peru's offer"
        for (const std::uint32_t chunk : logical_object(predicate)) {
            of_noun(chunk, shape_.chunks[chunk].head, function, mentions);
        }
        return;
    }
    const std::uint32_t end = end_of_reach(predicate);
    if (function == Function::rest) {
        std::uint32_t last = predicate.group.end;
        for (std::size_t i = 0; i < shape_.chunks.size(); ++i) {
            const Chunk& chunk = shape_.chunks[i];
            if (chunk.tokens.begin < predicate.group.end || chunk.tokens.begin >= end) {
                continue;
            }
            // Not past a comma that closes the phrase, or into "while …": what follows is another matter.
            const bool joined = chunk.joined_to == static_cast<std::int32_t>(i) - 1 && i > 0;
            for (std::uint32_t token = last; token < chunk.tokens.begin && !joined; ++token) {
                const std::string_view word = document_.tokens[token].lower;
                if (word == "," || word == "while" || word == "as" || word == "although" || word == "because" || word == "when" ||
                    word == "if" || word == "after" || word == "before" || word == "since" || word == "that") {
                    return;
                }
            }
            last = chunk.tokens.end;
            if (preposition(chunk) != "in" && preposition(chunk) != "at") {
                actors_inside(chunk.tokens, true, mentions);
            }
        }
        return;
    }
    for (const std::uint32_t chunk : logical_object(predicate)) {  // "a meeting with Peru was called off"
        if (!shape_.chunks[chunk].time && predicate.passive) {
            of_noun(chunk, shape_.chunks[chunk].head, function, mentions);
        }
    }
    const std::string_view wanted = preposition_of(function);
    if (wanted.empty()) {  // a function of nouns alone
        return;
    }
    bool open = false;  // inside the list that the preposition governs
    static constexpr std::array<std::string_view, 9> settings{"at",     "in",   "on",      "during", "after",
                                                              "before", "near", "outside", "ahead"};
    // "condemned Chile at a summit of the bloc": whose the occasion is is no argument of the verb.
    const auto of_setting = [&](std::uint32_t index) {
        const bool behind = index > 0 && shape_.chunks[index - 1].tokens.begin >= predicate.group.end;
        return wanted == "of" && behind && one_of(preposition(shape_.chunks[index - 1]), settings);
    };
    for (std::uint32_t i = 0; i < shape_.chunks.size(); ++i) {
        const Chunk& chunk = shape_.chunks[i];
        if (chunk.tokens.begin < predicate.group.end || chunk.tokens.begin >= end) {
            continue;
        }
        const bool joined = chunk.joined_to == static_cast<std::int32_t>(i) - 1 && i > 0;
        open = (same_preposition(preposition(chunk), wanted) && !of_setting(i)) || (open && joined);
        if (open) {
            actors_behind(wanted, i, mentions);
        }
    }
}

}  // namespace demarche
