// Characters of UTF-8 text as the tokenizer sees them. Any bytes are accepted: a byte that is no valid UTF-8 is a character of
// class invalid.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace demarche::language {

enum class CharClass : std::uint8_t { space, letter, digit, quote, symbol, punct, pictograph, joiner, invalid };

struct Character {
    char32_t code = 0;
    std::uint8_t length = 1;  // bytes
    CharClass kind = CharClass::invalid;
};

// The character at text[at]; REQUIRES at < text.size().
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

// Class of each ASCII byte; bytes from 0x80 have class invalid here and must go through character_at().
[[nodiscard]] CharClass ascii_class(char byte);

[[nodiscard]] constexpr bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80U; }
[[nodiscard]] constexpr bool is_ascii_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
[[nodiscard]] constexpr bool is_ascii_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
[[nodiscard]] constexpr bool is_ascii_letter(char byte) { return is_ascii_lower(byte) || is_ascii_upper(byte); }
[[nodiscard]] constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }
[[nodiscard]] constexpr char ascii_lower(char byte) {
    return is_ascii_upper(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

// `text` is `lower` in any (ASCII) case; REQUIRES lower in lower case.
[[nodiscard]] constexpr bool equals_any_case(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (ascii_lower(text[i]) != lower[i]) {
            return false;
        }
    }
    return true;
}

// Upper-case letters of ASCII, Latin-1 and Latin Extended-A.
[[nodiscard]] bool is_upper(char32_t code);
// Lower case of such a letter, else the code itself.
[[nodiscard]] char32_t to_lower(char32_t code);

[[nodiscard]] bool starts_upper(std::string_view text);
[[nodiscard]] bool starts_lower(std::string_view text);

// True if lower_case() would change the text.
[[nodiscard]] bool has_upper(std::string_view text);
// Writes the lower-cased text to `out`, which must have room for text.size() bytes; returns the bytes written (at most that
// many).
std::size_t lower_case(std::string_view text, char* out);
[[nodiscard]] std::string lower_cased(std::string_view text);

}  // namespace demarche::language
