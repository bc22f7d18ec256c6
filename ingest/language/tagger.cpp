#include "language/tagger.hpp"

#include <algorithm>
#include <array>

#include "language/finite_verbs.hpp"

namespace demarche::language {

WordFeatures Tagger::features_of(const Token& token, bool first, CaseStyle style) const {
    WordFeatures word = word_features(token.form, token.lower, first, style);
    const std::size_t mask = model_.lexicon.size() - 1;
    const auto key = static_cast<std::uint32_t>(word.lower >> 32U) | 1U;
    for (std::size_t slot = word.lower & mask; model_.lexicon[slot].key != 0; slot = (slot + 1) & mask) {
        if (model_.lexicon[slot].key == key) {
            word.word_class = model_.lexicon[slot].word_class;
            word.fixed = model_.lexicon[slot].fixed;
            break;
        }
    }
    return word;
}

std::size_t Tagger::best(const FeatureHashes& hashes) const {
    std::array<std::int32_t, kMostTags> scores{};
    const std::size_t mask = model_.features.size() - 1;
    std::array<std::uint32_t, kFeatures> found{};
    // Two passes, so that the look-ups do not wait for one another.
    for (const std::uint64_t hash : hashes) {
        __builtin_prefetch(&model_.features[hash & mask]);
    }
    std::size_t count = 0;
    for (const std::uint64_t hash : hashes) {
        const auto key = static_cast<std::uint32_t>(hash >> 32U) | 1U;
        for (std::size_t slot = hash & mask; model_.features[slot].key != 0; slot = (slot + 1) & mask) {
            if (model_.features[slot].key == key) {
                const std::uint32_t at = model_.features[slot].weights;
                __builtin_prefetch(&model_.weights[at >> 8U]);
                found[count++] = at;
                break;
            }
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint16_t* weight = &model_.weights[found[i] >> 8U];
        for (std::uint32_t n = found[i] & 0xFFU; n > 0; --n, ++weight) {
            scores[*weight >> 9U] += static_cast<std::int32_t>(*weight & 0x1FFU) - 256;
        }
    }
    std::size_t best = 0;
    for (std::size_t tag = 1; tag < model_.tags.size(); ++tag) {
        best = scores[tag] > scores[best] ? tag : best;
    }
    return best;
}

void Tagger::tag(std::span<const Token> sentence, std::span<JointTag> tags) const {
    const CaseStyle style = case_style(sentence);
    const std::size_t count = sentence.size();
    const auto look = [&](std::size_t at) { return at < count ? features_of(sentence[at], at == 0, style) : WordFeatures{}; };
    std::array<WordFeatures, 5> window{};
    window[3] = look(0);
    window[4] = look(1);
    TagHistory history;
    FeatureHashes hashes;
    for (std::size_t at = 0; at < count; ++at) {
        std::shift_left(window.begin(), window.end(), 1);
        window[4] = look(at + 2);
        std::size_t chosen = 0;
        if (window[2].fixed != 0) {
            chosen = window[2].fixed - 1U;
        } else {
            feature_hashes(window, history, hashes);
            chosen = best(hashes);
        }
        tags[at] = model_.tags[chosen];
        history.push(static_cast<std::uint32_t>(chosen) + 1, tags[at]);
    }
    if (style == CaseStyle::normal) {  // a headline may well have no finite verb
        repair_finite_verbs(sentence, tags);
    }
}

}  // namespace demarche::language
