// A run of text without blanks, as the rules of the tokenizer see it.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/characters.hpp"

namespace demarche::language {

[[nodiscard]] constexpr bool is_word(Character c) {
    return c.kind == CharClass::letter || c.kind == CharClass::joiner || c.kind == CharClass::digit;
}
// Marks that stand for an apostrophe inside a word.
[[nodiscard]] constexpr bool is_apostrophe(Character c) {
    return c.code == U'\'' || c.code == 0x2019 || c.code == U'`' || c.code == 0xB4;
}

struct Chunk {
    std::string_view text;  // up to the end of the paragraph
    std::size_t begin = 0;
    std::size_t end = 0;

    // A byte of the paragraph; 0 behind it.
    [[nodiscard]] char byte(std::size_t at) const { return at < text.size() ? text[at] : '\0'; }

    // A character of the chunk; a blank behind it.
    [[nodiscard]] Character peek(std::size_t at) const {
        return at < end ? character_at(text, at) : Character{U' ', 1, CharClass::space};
    }

    // What stands in the chunk up to its end.
    [[nodiscard]] std::string_view up_to_end() const { return text.substr(0, end); }

    // End of the run of letters, digits and underscores from `at`.
    [[nodiscard]] std::size_t letters_end(std::size_t at) const {
        while (at < end) {
            const char c = text[at];
            if (is_ascii(c)) {
                const CharClass kind = ascii_class(c);
                if (kind != CharClass::letter && kind != CharClass::digit && c != '_') {
                    break;
                }
                ++at;
                continue;
            }
            const Character character = character_at(text, at);
            if (!is_word(character)) {
                break;
            }
            at += character.length;
        }
        return at;
    }

    // Where the next word in the paragraph begins, over blanks of ASCII.
    [[nodiscard]] std::size_t over_blanks(std::size_t at) const {
        while (byte(at) == ' ' && at < text.size()) {
            ++at;
        }
        return at;
    }
};

}  // namespace demarche::language
