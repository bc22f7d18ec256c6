// The network's encoder in float: words to encodings and tag scores, and back to the gradients of its weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/train/network.hpp"

namespace demarche::language::train {

// Everything that forward computes for a batch and backward reads.
struct Pass {
    std::vector<std::uint32_t> ends;
    std::vector<std::vector<std::uint32_t>> rows;  // by token: its input rows
    Matrix vectors;                                // tokens x numbers of a word vector, zero without one
    std::vector<Matrix> inputs;                    // of each layer, after dropout; the last is the encoding
    std::vector<Matrix> masks;                     // of each of them, empty without dropout
    Matrix squashed;                               // the first input before dropout
    std::vector<RecurrentTrace> traces;
    Matrix positions;  // tokens x 4 hidden
};

// Reads the words of a batch and encodes them; with noise for training, without (nullptr both) for use.
void encode(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors,
            std::span<const Example* const> batch, const TrainingNoise* noise, Random* random, Pass& pass);

// Tokens x tags.
[[nodiscard]] Matrix tag_scores(const Network& network, const Pass& pass);

// Adds to the gradients of the tagger's weights and to that of its input; returns the loss.
double learn_tags(Network& network, const Pass& pass, std::span<const Example* const> batch, float scale, Matrix& gradient);

// Multiplies element by element; an empty mask changes nothing.
void times(Matrix& matrix, const Matrix& mask);

// Adds to the gradients of input rows, bias and projection; `gradient` is that of the first input and is used up.
void learn_words(Network& network, const Pass& pass, Matrix& gradient);

}  // namespace demarche::language::train
