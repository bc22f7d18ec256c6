// Tags and dependency trees: a small recurrent encoder over word inputs, read by a greedy arc-hybrid parser (Kiperwasser and
// Goldberg 2016; Shi, Huang and Lee 2017). One model for both, made by `demarche train`; immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/encoder.hpp"
#include "language/parser_model.hpp"
#include "language/transitions.hpp"

namespace demarche::language {

struct ParsedWord {
    JointTag tag;
    std::int32_t head = -1;  // word of the sentence, -1 for the root
    std::string_view label;  // in the model
};

// Scratch memory of one thread.
struct ParserScratch {
    EncoderBuffers encoder;
    std::vector<WordForm> words;
    std::vector<std::uint32_t> ends;
    std::vector<ParsedWord> parsed;
    ArcHybrid state;
    std::vector<std::uint8_t> hidden;
    std::vector<float> scores;
};

class Parser {
public:
    explicit Parser(ParserModel model) : model_(std::move(model)) {}

    // Words of sentences that lie one behind the other in scratch.words, sentences' ends in scratch.ends; fills scratch.parsed.
    // Time is linear in the words. Batches of some 64 words are fastest; the batching changes no result.
    void parse(ParserScratch& scratch, const Kernels& with = kernels()) const;

    [[nodiscard]] const ParserModel& model() const { return model_; }

private:
    void parse_sentence(const Kernels& with, std::uint32_t begin, std::uint32_t end, ParserScratch& scratch) const;

    ParserModel model_;
};

}  // namespace demarche::language
