// Writing a trained network as a parser's model: weights in eight bits with a scale for each output, word vectors folded into
// the words' rows.
#pragma once

#include <string>

#include "language/train/network.hpp"

namespace demarche::language::train {

// Throws DataError if the file cannot be written.
void write_parser_model(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors,
                        const std::string& path);

}  // namespace demarche::language::train
