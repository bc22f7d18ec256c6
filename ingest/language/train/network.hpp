// The network in float: words to encodings to tags and moves, forward and backward.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/train/recurrent.hpp"
#include "language/train/vocabulary.hpp"

namespace demarche::language::train {

struct Dimensions {
    std::size_t inputs = 160;
    std::size_t units = 128;  // of a direction
    std::size_t layers = 3;
    std::size_t hidden = 128;  // of the parser
};

struct Network {
    Dimensions dimensions;
    Parameter table;       // input rows x inputs
    Parameter projection;  // inputs x numbers of a word vector
    Parameter input_bias;  // 1 x inputs
    std::vector<RecurrentLayer> layers;
    Parameter tag_weights;  // tags x 2 units
    Parameter tag_bias;
    Parameter position_weights;  // 4 hidden x 2 units
    Parameter nobody;            // 5 x hidden: no word at each position; the root
    Parameter facts;             // fact_rows x hidden
    Parameter hidden_bias;
    Parameter action_weights;  // actions x hidden
    Parameter action_bias;

    Network(const Vocabulary& vocabulary, std::size_t vector_numbers, const Dimensions& dimensions_, Random& random);
    [[nodiscard]] std::vector<Parameter*> parameters();
    [[nodiscard]] std::vector<const Parameter*> parameters() const;
};

// A sentence as ids; `heads` as in TreebankSentence.
struct Example {
    std::vector<std::string> forms;
    std::vector<std::uint32_t> tags;
    std::vector<std::int32_t> heads;
    std::vector<std::uint8_t> labels;
};

struct TrainingNoise {
    float input_dropout = 0.2F;
    float layer_dropout = 0.33F;
    float word_dropout = 0.25F;    // a word seen n times loses its row with chance word_dropout / (word_dropout + n)
    float vector_dropout = 0.03F;  // any word loses its vector
    float exploration = 0.9F;      // of wrong moves that are followed
};

struct Loss {
    double tags = 0;
    double moves = 0;
};

// Adds the gradients of a batch.
Loss learn(Network& network, const Vocabulary& vocabulary, const WordVectors& vectors, std::span<const Example* const> batch,
           const TrainingNoise& noise, Random& random);

struct Analysis {
    std::vector<std::uint32_t> tags;
    std::vector<std::int32_t> heads;
    std::vector<std::uint8_t> labels;
};

[[nodiscard]] std::vector<Analysis> analyse(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors,
                                            std::span<const Example* const> batch);

}  // namespace demarche::language::train
