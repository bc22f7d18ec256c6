// The parser in float: from encodings to moves, along the tree that it draws, and back.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/parser_features.hpp"
#include "language/train/encoding.hpp"

namespace demarche::language::train {

// The parser's side of a batch: every state that was visited, for the products of backward.
struct States {
    std::vector<float> hidden;     // states x hidden
    std::vector<float> gradients;  // states x actions
    std::vector<StateFeatures> features;
    std::vector<std::uint32_t> begins;
    std::vector<std::int32_t> roots;
    double loss = 0;
};

// Parses one sentence, whose rows begin at `begin`, following its own moves or the oracle's, and adds its states.
void walk_sentence(const Network& network, const Vocabulary& vocabulary, const Pass& pass, const Example& example,
                   std::uint32_t begin, const TrainingNoise& noise, Random& random, States& states);

// From the visited states back to the encodings' gradient, which is added to.
void learn_moves(Network& network, const Pass& pass, const States& states, float scale, Matrix& encoding_gradient);

// Parses a sentence of so many words by its own moves.
void draw_tree(const Network& network, const Vocabulary& vocabulary, const Pass& pass, std::uint32_t begin, std::size_t words,
               ArcHybrid& state);

}  // namespace demarche::language::train
