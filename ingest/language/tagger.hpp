// Part-of-speech tagging by an averaged perceptron, greedily from left to right (Collins 2002). The model is a file made by
// tools/train_tagger.cpp; loaded once, immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "demarche/ingest/table.hpp"
#include "language/penn.hpp"
#include "language/tagger_features.hpp"

namespace demarche::language {

struct LexiconEntry {
    std::uint32_t key = 0;         // of the lower-cased word; 0 for an empty slot
    std::uint16_t word_class = 0;  // which tags it was seen with
    std::uint16_t fixed = 0;       // 1 + tag of a frequent word that has only one
};

struct FeatureEntry {
    std::uint32_t key = 0;      // 0 for an empty slot
    std::uint32_t weights = 0;  // first weight << 8 | number of weights
};

// The model as it stands in the file. Both tables are open-addressed by the low bits of a hash; `key` holds its high bits.
struct TaggerModel {
    std::vector<JointTag> tags;
    std::vector<LexiconEntry> lexicon;
    std::vector<FeatureEntry> features;
    std::vector<std::uint16_t> weights;  // tag << 9 | weight + 256

    static TaggerModel load(const std::string& path);  // throws DataError: missing, truncated, damaged, other version
    void save(const std::string& path) const;          // throws DataError
};

class Tagger {
public:
    static constexpr std::size_t kMostTags = 128;

    Tagger() = default;
    explicit Tagger(TaggerModel model) : model_(std::move(model)) {}

    // Tags the tokens of one sentence, of which form and lower are set. REQUIRES tags.size() == sentence.size(). Allocates
    // nothing.
    void tag(std::span<const Token> sentence, std::span<JointTag> tags) const;

private:
    [[nodiscard]] WordFeatures features_of(const Token& token, bool first, CaseStyle style) const;
    [[nodiscard]] std::size_t best(const FeatureHashes& hashes) const;

    TaggerModel model_;
};

}  // namespace demarche::language
