// Training a parser's model from treebanks and word vectors. One thread, fixed seed: the same options and files give the same
// bytes with the same compiler and the same kind of processor (multiply.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "language/train/network.hpp"
#include "language/train/variations.hpp"

namespace demarche::language::train {

struct TrainParserOptions {
    std::vector<std::string> treebanks;
    std::vector<std::string> without;  // documents whose id holds one of these are left out
    std::string vectors;
    std::string development;  // scored after each epoch; "" for none
    std::string output;
    std::string checkpoint;  // written after each epoch, and taken up if it is there; "" for none

    Dimensions dimensions;
    TrainingNoise noise;
    VariationOptions variations;
    std::size_t vector_words = 70'000;  // so many of the commonest
    std::uint64_t seed = 20250711;
    std::size_t epochs = 30;
    std::size_t batch_words = 600;
    float rate = 0.002F;  // highest learning rate; falls along a cosine
};

struct TreeScore {
    std::size_t words = 0;
    std::size_t upos = 0;  // right ones
    std::size_t xpos = 0;
    std::size_t heads = 0;
    std::size_t labels = 0;  // right head and label without subtype
};

struct EpochReport {
    std::size_t epoch = 0;  // from 1
    double tag_loss = 0;    // a word
    double move_loss = 0;
    TreeScore development;
};

// Throws DataError if a file cannot be read or written, and if the checkpoint belongs to other data or options.
void train_parser(const TrainParserOptions& options, const std::function<void(const EpochReport&)>& report);

}  // namespace demarche::language::train
