// The running text of CoNLL-U: what stands in the forms, with spaces as SpaceAfter says and paragraphs as "# newpar" says, and
// where each word stands in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "demarche/graph/span.hpp"
#include "language/conllu.hpp"

namespace demarche::language {

struct ConlluText {
    std::string text;  // sentences joined by a space, paragraphs by "\n\n"
    std::vector<Span> paragraphs;
    std::vector<std::uint32_t> paragraph_of;  // by sentence
    // Tokens, sentence by sentence: words of a range get their part of its surface; if the surface has fewer characters than the
    // range has words, it is one token, and `row` is its first word's.
    struct Piece {
        Span span;
        std::uint32_t row = 0;  // in its sentence
        bool space_before = false;
    };
    std::vector<std::vector<Piece>> pieces;  // by sentence
    // By sentence and word (from 0): the piece that stands for it.
    std::vector<std::vector<std::uint32_t>> piece_of;
};

[[nodiscard]] ConlluText conllu_text(std::span<const ConlluSentence> sentences);

}  // namespace demarche::language
