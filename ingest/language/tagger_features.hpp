// The features that tagger and trainer share: hashes of words, affixes, shapes, word classes and earlier tags.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "demarche/ingest/document.hpp"

namespace demarche::language {

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

inline constexpr std::size_t kFeatures = 32;
using FeatureHashes = std::array<std::uint64_t, kFeatures>;

// window: two words back, one back, this, one ahead, two ahead; tag1 and tag2 are the last and last but one tag, 1-based, 0
// before the first.
void feature_hashes(const std::array<WordFeatures, 5>& window, std::uint32_t tag1, std::uint32_t tag2, FeatureHashes& hashes);

}  // namespace demarche::language
