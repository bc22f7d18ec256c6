// What the network knows by name: input rows of words, affixes and shapes; word vectors; tags, labels and moves.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/train/oracle.hpp"
#include "language/train/treebank.hpp"
#include "language/train/vectors.hpp"
#include "language/transitions.hpp"

namespace demarche::language::train {

struct Vocabulary {
    std::unordered_map<std::uint64_t, std::uint32_t> rows;     // by key of word_inputs.hpp
    std::vector<std::uint32_t> counts;                         // of each row in the treebanks
    std::unordered_map<std::uint64_t, std::uint32_t> vectors;  // by word key: row of WordVectors
    std::vector<JointTag> tags;
    std::vector<std::string> labels;
    std::vector<Action> actions;  // the shift first; a side and label that no tree has is none
};

struct VocabularyOptions {
    std::uint32_t fewest_word = 2;  // occurrences of a word with a row of its own
    std::uint32_t fewest_part = 4;  // of an affix or shape
};

[[nodiscard]] Vocabulary make_vocabulary(std::span<const TreebankSentence> sentences, const WordVectors& vectors,
                                         const VocabularyOptions& options);

}  // namespace demarche::language::train
