// The features that tagger and trainer share: hashes of words, affixes, shapes, word classes and earlier tags.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "demarche/ingest/document.hpp"
#include "language/penn.hpp"

namespace demarche::language {

// What the perceptron chooses between: a Penn tag with its universal tag ("IN" is ADP or SCONJ).
struct JointTag {
    Penn penn = Penn::none;
    Upos upos = Upos::x;

    friend constexpr bool operator==(JointTag, JointTag) = default;
};

// A headline in capitals or title case says nothing about which words are names.
enum class CaseStyle : std::uint8_t { normal, title, capitals };
[[nodiscard]] CaseStyle case_style(std::span<const Token> sentence);

// What depends on one word alone; computed once and moved along the window.
struct WordFeatures {
    std::uint64_t lower = 0;
    std::uint64_t prefix = 0;  // three bytes
    std::uint64_t suffix1 = 0;
    std::uint64_t suffix2 = 0;
    std::uint64_t suffix3 = 0;
    std::uint64_t suffix4 = 0;
    std::uint64_t shape = 0;
    std::uint32_t word_class = 0;  // from the lexicon; 0 for an unknown word
    std::uint16_t fixed = 0;
};

[[nodiscard]] WordFeatures word_features(std::string_view form, std::string_view lower, bool first, CaseStyle style);

// What the tags so far tell: besides the last two, which verb came last in the sentence and in the clause. That is what parts
// "ministers held talks" from "talks held in Geneva were".
class TagHistory {
public:
    void push(std::uint32_t tag, JointTag meaning);

    std::uint32_t tag1 = 0;  // the last tag, 1-based, 0 before the first
    std::uint32_t tag2 = 0;
    std::uint32_t sentence_verb = 0;  // the last verb's tag, 0 if there is none yet
    std::uint32_t clause_verb = 0;    // the same since the clause began
    std::uint32_t subject = 0;        // 1 noun or pronoun seen since the last verb of the clause
};

inline constexpr std::size_t kFeatures = 37;
using FeatureHashes = std::array<std::uint64_t, kFeatures>;

// window: two words back, one back, this, one ahead, two ahead.
void feature_hashes(const std::array<WordFeatures, 5>& window, const TagHistory& history, FeatureHashes& hashes);

}  // namespace demarche::language
