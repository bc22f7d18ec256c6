// The measures of the CoNLL 2018 shared task on parsing to Universal Dependencies (Zeman et al. 2018): F1 of words, sentences,
// tags and attachments, where the words of both sides are aligned by the characters that they cover.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "language/conllu.hpp"

namespace demarche::bench {

struct Count {
    std::size_t gold = 0;
    std::size_t system = 0;
    std::size_t right = 0;

    [[nodiscard]] double precision() const {
        return system == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(system);
    }
    [[nodiscard]] double recall() const { return gold == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(gold); }
    [[nodiscard]] double f1() const {
        return gold + system == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(gold + system);
    }
};

// Right heads and right heads with label, of gold words of one class.
struct Attachment {
    std::size_t words = 0;
    std::size_t heads = 0;
    std::size_t labels = 0;
};

struct ConllScores {
    Count tokens;
    Count sentences;
    Count words;
    Count upos;
    Count xpos;
    Count uas;
    Count las;                                    // labels without subtypes
    std::map<std::string, Attachment> by_label;   // of the gold word
    std::map<std::string, Attachment> by_length;  // of the gold sentence: "01-10", "11-20", "21-30", "31-"
    std::map<std::string, Attachment> by_genre;   // what the gold document's or sentence's id says
};

// Throws std::runtime_error if the two do not hold the same characters.
[[nodiscard]] ConllScores score_conll(std::span<const language::ConlluSentence> gold,
                                      std::span<const language::ConlluSentence> system);

}  // namespace demarche::bench
