// What the parser's network sees of a word: keys of the word itself, its beginnings, its endings and its shape. They depend on
// the form alone, so that everything computed from them may be kept per form.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace demarche::language {

inline constexpr std::size_t kMostAffix = 5;                    // bytes of the longest ending
inline constexpr std::size_t kMostInputs = 2 + 3 + kMostAffix;  // word, shape, three beginnings, five endings

// 64-bit hashes; the first is the word's, the second its shape's.
struct WordKeys {
    std::array<std::uint64_t, kMostInputs> keys{};
    std::size_t size = 0;

    [[nodiscard]] std::span<const std::uint64_t> all() const { return {keys.data(), size}; }
};

// `lower` is the lower-cased `form`. Bytes are taken as they come; a form longer than a few hundred bytes costs no more than its
// ends. Allocates nothing.
void word_keys(std::string_view form, std::string_view lower, WordKeys& out);

// For look-ups that end with the program.
[[nodiscard]] std::uint64_t form_hash(std::string_view form);

// The key of a word of the vocabulary, as word_keys() gives it first.
[[nodiscard]] std::uint64_t word_key(std::string_view lower);

}  // namespace demarche::language
