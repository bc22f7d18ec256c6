// A treebank as running text, to score tokens and sentences that are found in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "demarche/graph/span.hpp"

namespace demarche::bench {

// One token of the text. Words that share a surface ("gonna") are one each if their forms make it up, otherwise one in all.
struct TreebankText {
    std::string text;  // paragraphs joined by "\n\n"; spaces as SpaceAfter=No says
    std::vector<Span> paragraphs;
    std::vector<Span> words;
    std::vector<Span> sentences;
};

// Paragraphs as "# newpar" and "# newdoc" say. Throws std::runtime_error if the file cannot be read.
[[nodiscard]] TreebankText read_treebank_text(const std::string& path);

}  // namespace demarche::bench
