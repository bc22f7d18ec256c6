// From word forms to encodings: input rows summed, then the recurrent layers, for a batch of sentences at once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/form_cache.hpp"
#include "language/parser_model.hpp"

namespace demarche::language {

// Scratch memory of one thread, reused; grows to its largest batch.
struct EncoderBuffers {
    std::vector<float> input;                // words x numbers of the layer's input
    std::vector<std::uint8_t> bytes;         // the same in eight bits
    std::vector<float> products;             // words x 6 units
    std::vector<float> output;               // words x 2 units
    std::vector<std::uint8_t> output_bytes;  // the same in eight bits
    std::vector<float> state;
    std::vector<const float*> input_of;     // by word
    std::vector<const float*> products_of;  // by word
    std::vector<std::uint32_t> fresh;       // words whose form the cache does not hold
    std::vector<std::uint64_t> hashes;      // by word
    FormCache cache;
    std::vector<float> tags;       // result: words x tags
    std::vector<float> positions;  // result: words x 4 hidden
};

struct WordForm {
    std::string_view form;  // never empty
    std::string_view lower;
};

// Scores of tags, and each word's part in the parser's hidden units, for words that lie one behind the other; `ends` says where
// each sentence ends. Same results for any batching, any kernels and any state of the cache. REQUIRES !words.empty().
void encode(const ParserModel& model, const Kernels& kernels, std::span<const WordForm> words,
            std::span<const std::uint32_t> ends, EncoderBuffers& buffers);

}  // namespace demarche::language
