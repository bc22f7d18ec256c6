// Treebanks in CoNLL-U as the trainer wants them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/penn.hpp"
#include "language/tagger_features.hpp"

namespace demarche::language::train {

struct TreebankSentence {
    std::vector<std::string> forms;
    std::vector<JointTag> tags;
    std::vector<std::int32_t> heads;  // from 0; the sentence's size is the root
    std::vector<std::string> labels;
};

// Words of multiword tokens count, ranges and empty nodes do not. Documents whose id holds one of `without` are left out. Throws
// DataError (file, line).
[[nodiscard]] std::vector<TreebankSentence> read_treebank(const std::string& path, const std::vector<std::string>& without);

}  // namespace demarche::language::train
