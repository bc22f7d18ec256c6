#include "what/chunk_lists.hpp"

#include <algorithm>
#include <array>

namespace demarche {

namespace {

bool listed(const Few& list, std::int32_t at) {
    return std::find(list.begin(), list.end(), static_cast<std::uint32_t>(at)) != list.end();
}

// "Iwaya, Japan's foreign minister, and Park": an apposition is no member of the list.
bool explains(const Shape& shape, const Chunk& here) {
    return here.apposed_to != kNone ||
           (here.possessor != kNone && shape.chunks[static_cast<std::size_t>(here.possessor)].apposed_to != kNone);
}

// The tree has the head of the chunk as a conjunct of one that is listed.
bool conjunct_of(const Document& document, const Shape& shape, const Few& list, const Chunk& here) {
    for (std::uint32_t word = here.tokens.begin; word < here.tokens.end; ++word) {
        const std::int32_t head = shape.tree.head(word);
        if (head != kNone && document.tokens[word].deprel == "conj" && !here.tokens.contains(static_cast<std::uint32_t>(head))) {
            return shape.chunk_at(static_cast<std::uint32_t>(head)) != kNone &&
                   listed(list, shape.chunk_at(static_cast<std::uint32_t>(head)));
        }
    }
    return false;
}

}  // namespace

void add_list(const Document& document, const Shape& shape, Few& list, std::int32_t first) {
    list.add(static_cast<std::uint32_t>(first));
    for (std::size_t next = static_cast<std::size_t>(first) + 1; next < shape.chunks.size(); ++next) {
        const Chunk& here = shape.chunks[next];
        const bool joined = here.joined_to != kNone && listed(list, here.joined_to);
        if (!here.time && !explains(shape, here) && (joined || conjunct_of(document, shape, list, here))) {
            list.add(static_cast<std::uint32_t>(next));
        }
    }
}

void add_joined(const Shape& shape, Few& list, std::int32_t chunk_index) {
    std::array<std::int32_t, 12> back{};
    std::size_t count = 0;
    for (std::int32_t at = chunk_index; at != kNone && count < back.size();
         at = shape.chunks[static_cast<std::size_t>(at)].joined_to) {
        back[count++] = at;
    }
    while (count > 0) {
        list.add(static_cast<std::uint32_t>(back[--count]));
    }
}

}  // namespace demarche
