// Base noun phrases, by the tags alone (Abney 1991, "Parsing by chunks": non-recursive, ends at the head).
#include <algorithm>

#include "what/shape.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

bool is_possessive_mark(const Token& token) {
    return token.form == "'s" || token.form == "'" || token.form == "’s" || token.form == "’";
}

// A tagger's usual slip: "held talks", "the visits of" with the noun taken for a verb. A finite -s form right behind another
// main verb, an adjective, a determiner or a preposition is a plural noun.
bool is_noun_read_as_verb(const Document& document, std::uint32_t index, std::uint32_t first) {
    const Token& token = document.tokens[index];
    if (token.upos != Upos::verb || index == first || !token.lower.ends_with('s') ||
        has(token.morph, Morph::past | Morph::gerund)) {
        return false;
    }
    const Token& before = document.tokens[index - 1];
    const bool verb = before.upos == Upos::verb && !has(before.morph, Morph::third);
    if (before.upos == Upos::adj && mention_at(document.actors, index - 1) != nullptr) {
        return false;  // "which ASEAN hosts"
    }
    return verb || before.upos == Upos::adj || before.upos == Upos::det || before.upos == Upos::adp || is_possessive_mark(before);
}

bool can_be_head(const Token& token) {
    return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron || token.upos == Upos::num ||
           token.upos == Upos::sym;
}

bool is_relative_or_question(const Token& token) {
    return token.lower == "who" || token.lower == "which" || token.lower == "whom" || token.lower == "that" ||
           token.lower == "what" || token.lower == "whose" || token.lower == "whoever" || token.lower == "there";
}

bool is_possessive_pronoun(const Token& token) { return one_of(token.lower, kPossessivePronouns); }

bool is_hyphen(const Token& token) { return token.form == "-" || token.form == "–"; }

// What a participle that modifies a noun can stand behind; behind an auxiliary, a comma or "since" it is a verb.
bool opens_phrase(const Token& before) {
    switch (before.upos) {
        case Upos::aux:
        case Upos::adv:
        case Upos::sconj:
        case Upos::punct:
            return before.form == "\"" || before.form == "(" || before.form == "“";
        case Upos::part:
            return is_possessive_mark(before);
        case Upos::verb:
            return before.lemma != "have" && before.lemma != "be" && before.lemma != "get";
        default:
            return true;
    }
}

// "closed-door talks", "peace-keeping troops", "a Russian-built plant": the tree has it as a modifier, and a hyphen joins it to
// its neighbour.
bool part_of_compound(const Document& document, std::uint32_t index, std::uint32_t end) {
    const Token& token = document.tokens[index];
    const auto joins = [&](std::uint32_t hyphen, std::uint32_t right) {
        return is_hyphen(document.tokens[hyphen]) && !document.tokens[hyphen].space_before &&
               !document.tokens[right].space_before;
    };
    return (token.deprel == "amod" || token.deprel == "compound" || token.deprel == "nmod") &&
           token.head > static_cast<std::int32_t>(index) &&
           ((index > 0 && joins(index - 1, index)) || (index + 2 < end && joins(index + 1, index + 2)));
}

// Words that may stand inside a chunk before its head.
bool can_modify(const Document& document, std::uint32_t index, std::uint32_t end) {
    const Token& token = document.tokens[index];
    switch (token.upos) {
        case Upos::det:
        case Upos::adj:
        case Upos::num:
        case Upos::noun:
        case Upos::propn:
        case Upos::sym:
            return true;
        case Upos::pron:
            return !is_relative_or_question(token);
        case Upos::adv:  // "a very senior official"
            return index + 1 < end && document.tokens[index + 1].upos == Upos::adj;
        case Upos::verb:  // "the planned talks", "visiting officials"; not "has planned talks"
            if (part_of_compound(document, index, end)) {
                return true;
            }
            if (index > 0 && document.tokens[index - 1].upos == Upos::verb && has(token.morph, Morph::gerund)) {
                return false;  // "denied imposing quotas": the verb's complement
            }
            if (index > 0 && !opens_phrase(document.tokens[index - 1])) {
                return false;
            }
            return has(token.morph, Morph::participle | Morph::gerund) && !has(token.morph, Morph::past) && index + 1 < end &&
                   (document.tokens[index + 1].upos == Upos::noun || document.tokens[index + 1].upos == Upos::adj);
        case Upos::punct:  // "three-way", "U.S.-Japan"
            return is_hyphen(token) && !token.space_before && index + 1 < end && !document.tokens[index + 1].space_before;
        default:
            return false;
    }
}

// Ranges that are one unit whatever their tags: names of actors and time expressions.
class Units {
public:
    explicit Units(const Document& document, TokenRange within) : document_(&document) {
        const auto before = [](const auto& mention, std::uint32_t token) { return mention.tokens.end <= token; };
        actor_ = std::lower_bound(document.actors.begin(), document.actors.end(), within.begin, before);
        time_ = std::lower_bound(document.times.begin(), document.times.end(), within.begin, before);
    }

    // The unit that starts at `token`, or an empty range. Tokens must be asked for in rising order.
    TokenRange at(std::uint32_t token, bool& time) {
        time = false;
        while (time_ != document_->times.end() && time_->tokens.begin < token) {
            ++time_;
        }
        while (actor_ != document_->actors.end() && actor_->tokens.begin < token) {
            ++actor_;
        }
        if (time_ != document_->times.end() && time_->tokens.begin == token) {
            time = true;
            return time_->tokens;
        }
        if (actor_ != document_->actors.end() && actor_->tokens.begin == token) {
            return actor_->tokens;
        }
        return {};
    }

    // Does an actor's name start at `token`, at or behind the last one asked for?
    [[nodiscard]] bool starts(std::uint32_t token) const {
        auto it = actor_;
        while (it != document_->actors.end() && it->tokens.begin < token) {
            ++it;
        }
        return it != document_->actors.end() && it->tokens.begin == token;
    }

private:
    const Document* document_;
    std::vector<ActorMention>::const_iterator actor_;
    std::vector<TimeMention>::const_iterator time_;
};

void add_chunk(const Document& document, Shape& shape, Chunk chunk) {
    const std::uint32_t first = shape.tokens.begin;
    if (chunk.tokens.begin > first) {
        const Token& before = document.tokens[chunk.tokens.begin - 1];
        if (before.upos == Upos::adp || before.lower == "to") {
            chunk.prep = static_cast<std::int32_t>(chunk.tokens.begin) - 1;
        } else if (is_possessive_mark(before) && !shape.chunks.empty() &&
                   shape.chunks.back().tokens.end == chunk.tokens.begin - 1) {
            chunk.possessor = static_cast<std::int32_t>(shape.chunks.size()) - 1;
            chunk.prep = shape.chunks.back().prep;  // "with Japan's minister": the preposition governs the whole
        }
    }
    const auto index = static_cast<std::int32_t>(shape.chunks.size());
    for (std::uint32_t token = chunk.tokens.begin; token < chunk.tokens.end; ++token) {
        shape.chunk_of[token - first] = index;
    }
    shape.chunks.push_back(chunk);
}

}  // namespace

void find_chunks(const Document& document, const Sentence& sentence, Shape& shape) {
    shape.tokens = sentence.tokens;
    shape.chunks.clear();
    shape.chunk_of.assign(sentence.tokens.size(), kNone);
    Units units(document, sentence.tokens);
    const std::uint32_t end = sentence.tokens.end;
    for (std::uint32_t token = sentence.tokens.begin; token < end;) {
        bool time = false;
        std::uint32_t at_modifier = token;
        TokenRange unit = units.at(token, time);
        // "a two-day visit", "the December 21 talks": a time right before a noun modifies it.
        const bool modifies = unit.size() > 0 && time && unit.end < end &&
                              (document.tokens[unit.end].upos == Upos::noun || is_noun_read_as_verb(document, unit.end, token)) &&
                              !units.starts(unit.end);
        if (modifies) {
            at_modifier = unit.end;
        }
        if (unit.size() > 0 && time && !modifies) {
            add_chunk(document, shape, {unit, std::min(unit.end, end) - 1, kNone, kNone, kNone, kNone, true});
            token = unit.end;
            continue;
        }
        // Walk modifiers and units; the chunk ends behind the last token that can be its head.
        std::uint32_t at = std::max(token, at_modifier);
        std::uint32_t last_head = end;
        if (modifies) {
            unit = {};
        }
        while (at < end) {
            bool inner_time = false;
            unit = at == token ? unit : units.at(at, inner_time);
            if (unit.size() > 0 && inner_time) {
                if (last_head == end && unit.end < end && document.tokens[unit.end].upos == Upos::noun &&
                    !units.starts(unit.end)) {
                    at = unit.end;  // behind a determiner: "a two-day visit"
                    continue;
                }
                break;
            }
            if (unit.size() > 0) {
                last_head = std::min(unit.end, end) - 1;
                at = last_head + 1;
                unit = {};
                if (document.tokens[last_head].upos == Upos::pron && !is_possessive_pronoun(document.tokens[last_head])) {
                    break;
                }
                continue;
            }
            const bool slip = is_noun_read_as_verb(document, at, sentence.tokens.begin);
            if (!slip && !can_modify(document, at, end)) {
                break;
            }
            const bool personal = document.tokens[at].upos == Upos::pron && !is_possessive_pronoun(document.tokens[at]);
            if (personal) {  // "under him | South Korea ended": a personal pronoun is a phrase of its own
                if (at == token) {
                    last_head = at;
                }
                break;
            }
            const bool starts_anew =
                at > token && (document.tokens[at].upos == Upos::det || document.tokens[at].upos == Upos::pron);
            if (starts_anew && last_head != end) {
                break;
            }
            if (slip || can_be_head(document.tokens[at])) {
                last_head = at;
            }
            ++at;
        }
        if (last_head == end) {
            token = std::max(at, token + 1);
            continue;
        }
        add_chunk(document, shape, {{token, last_head + 1}, last_head, kNone, kNone, kNone, kNone, false});
        token = last_head + 1;
    }
    relate_chunks(document, shape);
}

}  // namespace demarche
