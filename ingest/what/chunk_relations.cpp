// How noun chunks hang together: a name that explains a description, the members of a list.
#include <algorithm>

#include "what/shape.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

bool is_joint(const Token& token) { return token.lower == "and" || token.lower == "or" || token.form == "&"; }

TokenRange gap_before(const Shape& shape, std::size_t chunk) {  // tokens between a chunk and the one before it
    return {shape.chunks[chunk - 1].tokens.end, shape.chunks[chunk].tokens.begin};
}

bool is_comma(const Document& document, TokenRange tokens) {
    return tokens.size() == 1 && document.tokens[tokens.begin].form == ",";
}

// The mention that holds the head gives a name: of a person, a state, a body.
bool is_name(const Document& document, const Chunk& chunk) {
    const auto mention =
        std::lower_bound(document.actors.begin(), document.actors.end(), chunk.head,
                         [](const ActorMention& other, std::uint32_t token) { return other.tokens.end <= token; });
    return mention != document.actors.end() && mention->tokens.contains(chunk.head) &&
           (mention->ground == Ground::name || mention->ground == Ground::title_and_name || mention->ground == Ground::surname ||
            mention->ground == Ground::acronym);
}

// A description ("the U.S. secretary of state", "Japan's foreign minister") as against a name.
bool is_description(const Document& document, const Chunk& chunk) {
    if (is_name(document, chunk)) {
        return false;
    }
    return chunk.possessor != kNone || document.tokens[chunk.tokens.begin].upos == Upos::det ||
           document.tokens[chunk.head].upos == Upos::noun ||
           one_of(document.tokens[chunk.tokens.begin].lower, kPossessivePronouns);
}

// "Marco Rubio, the U.S. secretary of state, said", "its two partners, South Korea and Japan, are": between commas, a name
// explains a description or the other way round.
void mark_appositions(const Document& document, Shape& shape) {
    std::vector<Chunk>& chunks = shape.chunks;
    for (std::size_t i = 1; i < chunks.size(); ++i) {
        if (!is_comma(document, gap_before(shape, i)) || chunks[i].time || chunks[i - 1].time) {
            continue;
        }
        std::size_t whole = i;  // "Japan's foreign minister": its last chunk; "South Korea and Japan": the list's last
        while (whole + 1 < chunks.size() &&
               (chunks[whole + 1].possessor == static_cast<std::int32_t>(whole) ||
                (gap_before(shape, whole + 1).size() == 1 && is_joint(document.tokens[gap_before(shape, whole + 1).begin])))) {
            ++whole;
        }
        const std::uint32_t end = chunks[whole].tokens.end;
        const bool closed =
            end < shape.tokens.end && (document.tokens[end].upos == Upos::punct || document.tokens[end].upos == Upos::adp ||
                                       document.tokens[end].upos == Upos::sconj);
        const Chunk& inner = chunks[i + 1 <= whole && chunks[i + 1].possessor == static_cast<std::int32_t>(i) ? i + 1 : i];
        std::size_t explained = i - 1;
        if (is_name(document, inner)) {  // "the new president in Seoul, Lee Jae Myung": back over the phrase to its head
            while (explained > 0 && !is_description(document, chunks[explained]) && chunks[explained].prep != kNone &&
                   chunks[explained - 1].tokens.end == static_cast<std::uint32_t>(chunks[explained].prep)) {
                --explained;
            }
        }
        if (closed && is_description(document, inner) != is_description(document, chunks[explained])) {
            chunks[i].apposed_to = static_cast<std::int32_t>(explained);
        }
    }
}

// The chunk that the apposition ending with `chunk` explains, or kNone.
std::int32_t explained_by(const Shape& shape, std::size_t chunk) {
    const Chunk& here = shape.chunks[chunk];
    if (here.apposed_to != kNone) {
        return here.apposed_to;
    }
    return here.possessor != kNone ? shape.chunks[static_cast<std::size_t>(here.possessor)].apposed_to : kNone;
}

// "A, B and C": each chunk points to the one before it. Only where a conjunction closes the list.
void join_coordinations(const Document& document, Shape& shape) {
    std::vector<Chunk>& chunks = shape.chunks;
    for (std::size_t i = 1; i < chunks.size(); ++i) {
        const TokenRange between = gap_before(shape, i);
        if (between.size() == 0 || between.size() > 2) {
            continue;
        }
        const Token& last = document.tokens[between.end - 1];
        const bool comma_first = document.tokens[between.begin].form == ",";
        if (!is_joint(last) || (between.size() == 2 && !comma_first) || chunks[i].time != chunks[i - 1].time) {
            continue;
        }
        if (comma_first) {
            const std::int32_t explained = explained_by(shape, i - 1);
            if (explained != kNone) {  // "Iwaya, Japan's foreign minister, and Park"
                chunks[i].joined_to = explained;
                continue;
            }
            if (i < 2 || !is_comma(document, gap_before(shape, i - 1))) {
                continue;  // ", and" after a single phrase starts another clause
            }
        }
        chunks[i].joined_to = static_cast<std::int32_t>(i) - 1;
        for (std::size_t left = i - 1; left >= 1; --left) {  // back over ", B" as long as bare commas part the chunks
            if (!is_comma(document, gap_before(shape, left)) || chunks[left].prep != kNone || chunks[left].apposed_to != kNone) {
                break;
            }
            chunks[left].joined_to = static_cast<std::int32_t>(left) - 1;
        }
    }
    for (Chunk& chunk : chunks) {  // "Rubio and Japan's minister": the possessed noun stands in the list
        if (chunk.possessor != kNone && chunk.joined_to == kNone) {
            chunk.joined_to = chunks[static_cast<std::size_t>(chunk.possessor)].joined_to;
        }
    }
}

}  // namespace

void relate_chunks(const Document& document, Shape& shape) {
    mark_appositions(document, shape);
    join_coordinations(document, shape);
}

}  // namespace demarche
