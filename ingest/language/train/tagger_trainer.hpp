// Training the tagger: averaged perceptron (Collins 2002) with early tags as predicted, integer arithmetic and a fixed seed, so
// that the same treebank gives the same bytes.
#pragma once

#include <cstdint>
#include <vector>

#include "language/tagger.hpp"
#include "language/train/treebank.hpp"

namespace demarche::language::train {

struct TrainTaggerOptions {
    std::uint64_t seed = 20250711;
    int epochs = 8;
    std::uint32_t fewest = 2;  // uses of a feature that gets a weight
    std::size_t most_bytes = 4'000'000;
};

[[nodiscard]] TaggerModel train_tagger(const std::vector<TreebankSentence>& sentences, const TrainTaggerOptions& options);

struct TaggingScore {
    std::size_t tokens = 0;
    std::size_t xpos = 0;  // right ones
    std::size_t upos = 0;
    double seconds = 0;
};

// Tags the sentences' gold tokens and counts the right tags.
[[nodiscard]] TaggingScore score_tagger(const Tagger& tagger, const std::vector<TreebankSentence>& sentences);

}  // namespace demarche::language::train
