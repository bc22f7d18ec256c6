// Small, locale-free questions about bytes of UTF-8 text that the cleaning asks everywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace demarche {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_alpha(char c) { return is_upper(c) || is_lower(c); }
[[nodiscard]] constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }  // part of a non-ASCII character
[[nodiscard]] constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
[[nodiscard]] constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

// Lower-cased ASCII letters, typographic apostrophes and quotes as ASCII ones: how phrases are compared.
[[nodiscard]] std::string folded(std::string_view text);

[[nodiscard]] constexpr std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

// Number of words: runs without a space that hold a letter or a digit.
[[nodiscard]] constexpr std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool in_word = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n') {
            in_word = false;
        } else if (!in_word && (is_alpha(c) || is_digit(c) || is_high(c))) {
            in_word = true;
            ++words;
        }
    }
    return words;
}

// The code point at `at`, which moves behind it; REQUIRES valid UTF-8 and at < text.size().
[[nodiscard]] constexpr char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    at += length;
    return value;
}

void append_utf8(std::string& text, char32_t code_point);  // U+FFFD for what is no character

}  // namespace demarche
