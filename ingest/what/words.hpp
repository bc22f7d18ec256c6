// Looking a word up in a short list that is known at compile time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace demarche {

constexpr std::array<std::string_view, 7> kPossessivePronouns{"its", "their", "his", "her", "our", "my", "your"};

constexpr std::array<std::string_view, 7> kFirstPerson{"i", "me", "my", "we", "us", "our", "ourselves"};

template <std::size_t N>
[[nodiscard]] constexpr bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace demarche
