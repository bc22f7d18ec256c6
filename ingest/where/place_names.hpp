// How a name of the gazetteer is compared with the bytes of a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace demarche {

// Letters and digits of ASCII.
inline constexpr std::array<bool, 256> kWordBytes = [] {
    std::array<bool, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c) {
        bytes[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return bytes;
}();

// Of a byte that is not ASCII: everything of other scripts but typographic punctuation (U+2000 .. U+207F).
[[nodiscard]] bool is_word_byte_of_other_script(std::string_view text, std::size_t at);

[[nodiscard]] inline bool is_word_byte(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? kWordBytes[byte] : is_word_byte_of_other_script(text, at);
}

// End of the word that begins at `at`.
[[nodiscard]] inline std::size_t word_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_word_byte(text, at)) {
        ++at;
    }
    return at;
}

// The same for "Bogotá", "bogotá" and "BOGOTÁ".
[[nodiscard]] std::uint64_t hash_folded(std::string_view word);

// Length of the text at `at` that equals `name`, 0 if it does not. The text may be in capitals throughout (unless `exact`), have
// one typographic apostrophe for a plain one, and must end where a word ends.
[[nodiscard]] std::size_t match_name(std::string_view text, std::size_t at, std::string_view name, bool exact);

}  // namespace demarche
