// A cheap guess whether a text is English: the share of common function words among its first words.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

struct LanguageGuess {
    std::string language;  // "en", "und" (surely another), "" (too little to tell)
    std::string reason;    // for a rejection; "" unless the evidence is strong
};

[[nodiscard]] LanguageGuess guess_language(std::string_view text);

}  // namespace demarche
