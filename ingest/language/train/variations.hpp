// Sentences as they are seen in one epoch: changed in ways that leave tags and tree right.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/train/network.hpp"

namespace demarche::language::train {

struct VariationOptions {
    float capitals = 0.04F;    // share of sentences turned into capitals,
    float title_case = 0.04F;  // into title case,
    float lower_case = 0.02F;  // into lower case
    float names = 0.25F;       // share of "he" and "she" as subjects that a name takes the place of
};

class Variations {
public:
    // `vocabulary` must outlive this.
    Variations(const std::vector<TreebankSentence>& sentences, const Vocabulary& vocabulary, const VariationOptions& options);

    void vary(Example& example, Random& random) const;

private:
    // News tells who acts by a bare surname ("Okafor called for a truce"), which web text and talk seldom do: a name in place of
    // "he" or "she" leaves tags and tree of all other words right.
    void put_names(Example& example, Random& random) const;

    std::vector<std::string> names_;
    const Vocabulary& vocabulary_;
    VariationOptions options_;
    std::uint32_t name_tag_ = 0;
};

}  // namespace demarche::language::train
