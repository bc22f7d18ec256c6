// From the grammatical functions of a noun ("talks with", "the visit of", "held talks") to the actors that fill them.
#include <algorithm>
#include <array>

#include "what/candidate.hpp"
#include "what/chunk_lists.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

// Verbs whose subject is to take part in what their object names: "is considering tariffs", "proposed talks with".
constexpr std::array<std::string_view, 9> kIntending{"consider", "propose", "seek",  "plan",   "offer",
                                                     "prepare",  "mull",    "weigh", "suggest"};

}  // namespace

std::string_view preposition_of(Function function) {
    switch (function) {
        case Function::agent:
            return "by";
        case Function::with:
            return "with";
        case Function::to:
            return "to";
        case Function::on:
            return "on";
        case Function::against:
            return "against";
        case Function::of:
            return "of";
        case Function::between:
            return "between";
        case Function::from:
            return "from";
        case Function::for_:
            return "for";
        case Function::by:
            return "by";
        case Function::into:
            return "into";
        case Function::about:
            return "about";
        case Function::after:
            return "after";
        case Function::in:
            return "in";
        case Function::at:
            return "at";
        default:
            return {};
    }
}

bool same_preposition(std::string_view text, std::string_view wanted) {
    return text == wanted || (wanted == "between" && (text == "among" || text == "amongst")) ||
           (wanted == "on" && (text == "upon" || text == "over")) ||
           (wanted == "against" && (text == "toward" || text == "towards"));
}

void ArgumentFinder::of_noun(std::uint32_t index, std::uint32_t token, Function function,
                             std::vector<std::uint32_t>& mentions) const {
    const Chunk& chunk = shape_.chunks[index];
    switch (function) {
        case Function::parties:
            for (const Function part : {Function::self, Function::modifier, Function::possessor, Function::between,
                                        Function::with, Function::of, Function::support, Function::attended}) {
                of_noun(index, token, part, mentions);
            }
            return;
        case Function::self:
            actors_inside({token, token + 1}, false, mentions);
            if (mentions.empty() && chunk.possessor != kNone &&
                shape_.chunks[static_cast<std::size_t>(chunk.possessor)].apposed_to != kNone) {
                // "Peter Otieno, Kenya's nominee"
                actors_of(static_cast<std::uint32_t>(shape_.chunks[static_cast<std::size_t>(chunk.possessor)].apposed_to),
                          mentions);
            }
            if (mentions.empty() && chunk.apposed_to != kNone) {  // "Cho Hyun, the nominee for foreign minister"
                actors_of(static_cast<std::uint32_t>(chunk.apposed_to), mentions);
            }
            if (mentions.empty()) {  // "his choice for foreign minister, Cho Hyun"
                const Few phrase = phrase_of(index);
                for (std::size_t next = index + 1; next < shape_.chunks.size() && mentions.empty(); ++next) {
                    const std::int32_t to = shape_.chunks[next].apposed_to;
                    if (to == static_cast<std::int32_t>(index) ||
                        (to != kNone &&
                         std::find(phrase.begin(), phrase.end(), static_cast<std::uint32_t>(to)) != phrase.end())) {
                        actors_inside(shape_.chunks[next].tokens, false, mentions);
                    }
                }
            }
            return;
        case Function::modifier:
            actors_inside({chunk.tokens.begin, std::max(chunk.tokens.begin, token)}, true, mentions);
            return;
        case Function::possessor:
            if (chunk.possessor != kNone) {
                actors_of(static_cast<std::uint32_t>(chunk.possessor), mentions);
            } else {  // "its visit": a pronoun inside the chunk
                // "his “highly awaited visit”": the pronoun may stand before a quotation mark and an adverb
                std::uint32_t at = chunk.tokens.begin;
                for (std::uint32_t back = 1; back <= 3 && at == chunk.tokens.begin && shape_.tokens.begin + back <= at; ++back) {
                    const Token& before = document_.tokens[at - back];
                    if (one_of(before.lower, kPossessivePronouns)) {
                        at -= back;
                    } else if (before.upos != Upos::adv && (before.upos != Upos::punct || before.form == ",")) {
                        break;
                    }
                }
                const ActorMention* owner = mention_at(document_.actors, at);
                if (owner != nullptr && owner->possessive && owner->tokens.begin == at) {
                    mentions.push_back(static_cast<std::uint32_t>(owner - document_.actors.data()));
                }
            }
            return;
        case Function::support: {
            for (const Predicate& copula : shape_.predicates) {  // "Chile and Peru are in negotiations"
                if (copula.node != copula.verb && chunk.tokens.contains(copula.node) && preposition(chunk) == "in") {
                    for (const std::uint32_t subject : copula.subject) {
                        actors_of(subject, mentions);
                    }
                }
            }
            const std::int32_t verb = carrier(index);
            const std::string_view carrying =
                verb == kNone ? std::string_view{}
                              : document_.tokens[shape_.predicates[static_cast<std::size_t>(verb)].verb].lemma;
            if (verb != kNone && (is_support_verb(carrying) || one_of(carrying, kIntending))) {
                const Predicate& predicate = shape_.predicates[static_cast<std::size_t>(verb)];
                for (const std::uint32_t subject : logical_subject(predicate)) {
                    actors_of(subject, mentions);
                }
                of_verb(predicate, Function::with, mentions);
                of_verb(predicate, Function::between, mentions);
            } else if (verb == kNone && (preposition(chunk) == "on" || preposition(chunk) == "for" ||
                                         preposition(chunk) == "at" || preposition(chunk) == "during")) {
                // "will fly to Oslo for talks", "Portman, on a visit to India, said", "at a briefing, she said": the clause's
                // subject takes part.
                for (const Predicate& predicate : shape_.predicates) {
                    const bool inside = predicate.clause.contains(chunk.head);
                    const bool between = !predicate.subject.empty() && predicate.form == VerbForm::finite &&
                                         shape_.chunks[predicate.subject.back()].tokens.end < chunk.tokens.begin &&
                                         chunk.head < predicate.verb;
                    if (inside || between) {
                        for (const std::uint32_t subject : logical_subject(predicate)) {
                            actors_of(subject, mentions);
                        }
                        if (preposition(chunk) == "for") {  // "received the two ministers for talks"
                            for (const std::uint32_t object : logical_object(predicate)) {
                                actors_of(object, mentions);
                            }
                        }
                        break;
                    }
                }
            }
            return;
        }
        case Function::attended:
        case Function::hosted:
            for (const Predicate& predicate : shape_.predicates) {
                const std::string_view lemma = document_.tokens[predicate.verb].lemma;
                const bool host =
                    lemma == "host" || lemma == "organize" || lemma == "organise" || lemma == "convene" || lemma == "sponsor";
                const bool present = lemma == "attend" || lemma == "join" || lemma == "lead";
                const Few object = logical_object(predicate);
                const bool of_it = predicate.noun == static_cast<std::int32_t>(index) ||
                                   std::find(object.begin(), object.end(), index) != object.end();
                const bool beside = present && preposition(chunk) != "of" && dangles_behind(index, predicate);
                if ((of_it || beside) && (function == Function::hosted ? host : present)) {
                    for (const std::uint32_t agent : logical_subject(predicate)) {
                        actors_of(agent, mentions);
                    }
                }
            }
            return;
        default:
            break;
    }
    const std::string_view wanted = preposition_of(function);
    if (wanted.empty()) {
        return;
    }
    const std::size_t before = mentions.size();
    bool open = false;
    for (const std::uint32_t part : phrase_of(index)) {
        const Chunk& here = shape_.chunks[part];
        const bool joined = here.joined_to != kNone || here.apposed_to != kNone;
        const bool possessed = here.possessor == static_cast<std::int32_t>(part) - 1;
        // "of" counts only right behind the noun: not "talks on the fringes of the ASEAN meetings"
        const bool far = wanted == "of" && part != index + 1;
        open = (same_preposition(preposition(here), wanted) && !possessed && !far) || (open && (joined || possessed));
        if (open) {
            actors_behind(wanted, part, mentions);
        }
    }
    of_tree(token, wanted, mentions);
    if (wanted == "between" && mentions.size() == before + 1) {
        rest_of_list(mentions);
    }
}

// "between Burns, who is …, Joseph, the undersecretary, and Aso": two at least; names between commas up to the one behind "and".
void ArgumentFinder::rest_of_list(std::vector<std::uint32_t>& mentions) const {
    const std::size_t found = mentions.size();
    const std::uint32_t first = document_.actors[mentions.back()].tokens.end;
    for (auto mention = document_.actors.begin() + mentions.back() + 1;
         mention != document_.actors.end() && mention->tokens.begin < shape_.tokens.end; ++mention) {
        const Token& before = document_.tokens[mention->tokens.begin - 1];
        const bool named =
            mention->ground == Ground::title_and_name || mention->ground == Ground::surname ||
            (mention->ground == Ground::name && document_.entities[mention->entities.front()].kind == ActorKind::person);
        const bool last =
            before.lower == "and" && mention->tokens.begin > first + 1 && document_.tokens[mention->tokens.begin - 2].form == ",";
        if (named && !mention->place && (last || before.form == ",")) {
            mentions.push_back(static_cast<std::uint32_t>(mention - document_.actors.begin()));
        }
        if (named && last) {
            return;
        }
    }
    mentions.resize(found);  // the list never ends: it was none
}

// "after the meeting on the sidelines of a forum hosted by the bloc, | joined by Park": the participle may be hung on the clause;
// it tells of the noun before it as long as no other clause stands between.
bool ArgumentFinder::dangles_behind(std::uint32_t chunk, const Predicate& predicate) const {
    const std::uint32_t end = shape_.chunks[chunk].tokens.end;
    const bool behind = predicate.form == VerbForm::participle && predicate.passive && predicate.group.begin >= end + 1 &&
                        document_.tokens[predicate.group.begin - 1].form == ",";
    return behind && std::none_of(shape_.predicates.begin(), shape_.predicates.end(), [&](const Predicate& other) {
               return other.form == VerbForm::finite && other.verb >= end && other.verb < predicate.verb;
           });
}

void ArgumentFinder::of_tree(std::uint32_t noun, std::string_view wanted, std::vector<std::uint32_t>& mentions) const {
    for (const std::uint32_t child : shape_.tree.children(noun)) {
        const std::int32_t chunk = shape_.chunk_at(child);
        if (chunk != kNone && shape_.chunks[static_cast<std::size_t>(chunk)].time && child > noun) {
            of_tree(child, wanted, mentions);  // hung on the time between
            continue;
        }
        const bool modifies = document_.tokens[child].deprel == "nmod" || document_.tokens[child].deprel == "obl";
        if (!modifies || child < noun || chunk == kNone || shape_.chunks[static_cast<std::size_t>(chunk)].tokens.contains(noun) ||
            !same_preposition(preposition(shape_.chunks[static_cast<std::size_t>(chunk)]), wanted)) {
            continue;
        }
        Few list;
        add_list(document_, shape_, list, chunk);
        for (const std::uint32_t member : list) {
            actors_behind(wanted, member, mentions);
        }
    }
}

}  // namespace demarche
