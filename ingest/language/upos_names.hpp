// Universal part-of-speech tags by name (universaldependencies.org/u/pos).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "demarche/ingest/document.hpp"

namespace demarche::language {

inline constexpr std::array<std::string_view, 17> kUposNames{"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                             "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                             "PUNCT", "SCONJ", "SYM", "VERB", "X"};

[[nodiscard]] constexpr std::string_view to_string(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }

[[nodiscard]] constexpr std::optional<Upos> upos_from(std::string_view name) {
    const auto* const found = std::find(kUposNames.begin(), kUposNames.end(), name);
    return found == kUposNames.end() ? std::nullopt : std::optional(static_cast<Upos>(found - kUposNames.begin()));
}

}  // namespace demarche::language
