// Words cut although no blank stands between the parts: "don't", "minister's", "cannot".
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "demarche/ingest/document.hpp"
#include "language/chunk.hpp"
#include "language/word_lists.hpp"

namespace demarche::language {

// Where the tokens of a word end, in order.
struct Cuts {
    std::array<std::size_t, 3> ends{};
    std::size_t count = 0;

    void add(std::size_t end) { ends[count++] = end; }
};

// The word chunk.text[begin..mark) with an apostrophe behind: "do" + "n't", "minister" + "'s", "O'Brien", "ministers" (the
// apostrophe is then a token of its own).
[[nodiscard]] Cuts cut_at_apostrophe(const Chunk& chunk, std::size_t begin, std::size_t mark);

// The word chunk.text[begin..end), which `contraction` describes: "can" + "not", "do" + "nt"; whole if its condition does not
// hold. `before` are the tokens of the paragraph so far.
[[nodiscard]] Cuts cut_fused(const Contraction& contraction, const Chunk& chunk, std::size_t begin, std::size_t end,
                             std::span<const Token> before);

// What stands behind a lone apostrophe belongs to it: "'s" after a quotation mark or bracket, "'em", "'90s".
[[nodiscard]] bool is_clitic(std::string_view tail, bool begins_chunk);

}  // namespace demarche::language
