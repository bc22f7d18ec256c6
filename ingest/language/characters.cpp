#include "language/characters.hpp"

#include <algorithm>

namespace demarche::language {

namespace {

constexpr std::array<CharClass, 256> make_classes() {
    std::array<CharClass, 256> classes{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        if (byte >= 0x80) {
            classes[byte] = CharClass::invalid;
        } else if (byte <= 0x20 || byte == 0x7F) {
            classes[byte] = CharClass::space;  // control characters part words as blanks do
        } else if (is_ascii_letter(c)) {
            classes[byte] = CharClass::letter;
        } else if (is_ascii_digit(c)) {
            classes[byte] = CharClass::digit;
        } else if (c == '"' || c == '\'' || c == '`') {
            classes[byte] = CharClass::quote;
        } else if (c == '$' || c == '%' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '|' || c == '~') {
            classes[byte] = CharClass::symbol;
        } else {
            classes[byte] = CharClass::punct;
        }
    }
    return classes;
}

constexpr std::array<CharClass, 256> kClasses = make_classes();

struct Range {
    char32_t first;
    char32_t last;
    CharClass kind;
};

// What is not a letter above ASCII (Unicode general categories, coarsely); everything else counts as a letter.
constexpr std::array kRanges{
    Range{0x80, 0xA0, CharClass::space},        Range{0xA1, 0xA1, CharClass::punct},
    Range{0xA2, 0xA6, CharClass::symbol},       Range{0xA7, 0xA7, CharClass::punct},
    Range{0xA8, 0xA9, CharClass::symbol},       Range{0xAB, 0xAB, CharClass::quote},
    Range{0xAC, 0xAC, CharClass::symbol},       Range{0xAD, 0xAD, CharClass::joiner},
    Range{0xAE, 0xB1, CharClass::symbol},       Range{0xB2, 0xB3, CharClass::digit},
    Range{0xB4, 0xB4, CharClass::quote},        Range{0xB6, 0xB8, CharClass::punct},
    Range{0xB9, 0xB9, CharClass::digit},        Range{0xBB, 0xBB, CharClass::quote},
    Range{0xBC, 0xBE, CharClass::digit},        Range{0xBF, 0xBF, CharClass::punct},
    Range{0xD7, 0xD7, CharClass::symbol},       Range{0xF7, 0xF7, CharClass::symbol},
    Range{0x300, 0x36F, CharClass::joiner},     Range{0x591, 0x5BD, CharClass::joiner},
    Range{0x5BE, 0x5BE, CharClass::punct},      Range{0x5C0, 0x5C0, CharClass::punct},
    Range{0x5C3, 0x5C3, CharClass::punct},      Range{0x5F3, 0x5F4, CharClass::punct},
    Range{0x60C, 0x60D, CharClass::punct},      Range{0x610, 0x61A, CharClass::joiner},
    Range{0x61B, 0x61F, CharClass::punct},      Range{0x64B, 0x65F, CharClass::joiner},
    Range{0x660, 0x669, CharClass::digit},      Range{0x66A, 0x66D, CharClass::punct},
    Range{0x6D4, 0x6D4, CharClass::punct},      Range{0x6F0, 0x6F9, CharClass::digit},
    Range{0x964, 0x965, CharClass::punct},      Range{0x1680, 0x1680, CharClass::space},
    Range{0x2000, 0x200B, CharClass::space},    Range{0x200C, 0x200F, CharClass::joiner},
    Range{0x2010, 0x2017, CharClass::punct},    Range{0x2018, 0x201F, CharClass::quote},
    Range{0x2020, 0x2027, CharClass::punct},    Range{0x2028, 0x202F, CharClass::space},
    Range{0x2030, 0x2038, CharClass::punct},    Range{0x2039, 0x203A, CharClass::quote},
    Range{0x203B, 0x205E, CharClass::punct},    Range{0x205F, 0x206F, CharClass::space},
    Range{0x2070, 0x209C, CharClass::digit},    Range{0x20A0, 0x20CF, CharClass::symbol},
    Range{0x2100, 0x2BFF, CharClass::symbol},   Range{0x3000, 0x3000, CharClass::space},
    Range{0x3001, 0x3004, CharClass::punct},    Range{0x3008, 0x3020, CharClass::punct},
    Range{0xFE00, 0xFE0F, CharClass::joiner},   Range{0xFE10, 0xFE6F, CharClass::punct},
    Range{0xFEFF, 0xFEFF, CharClass::space},    Range{0xFF01, 0xFF0F, CharClass::punct},
    Range{0xFF10, 0xFF19, CharClass::digit},    Range{0xFF1A, 0xFF20, CharClass::punct},
    Range{0xFFF0, 0xFFFD, CharClass::symbol},   Range{0x1F000, 0x1F3FA, CharClass::pictograph},
    Range{0x1F3FB, 0x1F3FF, CharClass::joiner}, Range{0x1F400, 0x1FAFF, CharClass::pictograph},
    Range{0xE0000, 0xE01EF, CharClass::joiner},
};

CharClass class_of(char32_t code) {
    if (code >= 0xC0 && code < 0x300 && code != 0xD7 && code != 0xF7) {
        return CharClass::letter;
    }
    const auto range =
        std::lower_bound(kRanges.begin(), kRanges.end(), code, [](const Range& entry, char32_t c) { return entry.last < c; });
    return range != kRanges.end() && code >= range->first ? range->kind : CharClass::letter;
}

}  // namespace

CharClass ascii_class(char byte) { return kClasses[static_cast<unsigned char>(byte)]; }

Character character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t first = byte(at);
    if (first < 0x80) {
        return {first, 1, kClasses[first]};
    }
    const std::uint8_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > text.size()) {
        return {0xFFFD, 1, CharClass::invalid};
    }
    std::uint32_t code = first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const std::uint32_t next = byte(at + i);
        if ((next & 0xC0U) != 0x80U) {
            return {0xFFFD, 1, CharClass::invalid};
        }
        code = (code << 6U) | (next & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    if (code < kSmallest[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return {0xFFFD, 1, CharClass::invalid};
    }
    return {code, length, class_of(code)};
}

bool is_upper(char32_t code) { return to_lower(code) != code; }

char32_t to_lower(char32_t code) {
    if (code < 0x80) {
        return code >= 'A' && code <= 'Z' ? code + 32 : code;
    }
    if (code >= 0xC0 && code <= 0xDE) {
        return code == 0xD7 ? code : code + 32;
    }
    if (code < 0x100 || code > 0x17F) {
        return code;
    }
    if (code == 0x130) {  // dotted I
        return 'i';
    }
    if (code == 0x178) {  // Y with diaeresis lives in Latin-1
        return 0xFF;
    }
    // Pairs of capital and small letter stand side by side; which of the two is even changes twice in the block.
    const bool odd_is_upper = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    const bool no_case = code == 0x131 || code == 0x138 || code == 0x149 || code == 0x17F;
    return !no_case && ((code & 1U) != 0) == odd_is_upper ? code + 1 : code;
}

bool starts_upper(std::string_view text) { return !text.empty() && is_upper(character_at(text, 0).code); }

bool starts_lower(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const Character first = character_at(text, 0);
    return first.kind == CharClass::letter && !is_upper(first.code) &&
           (first.code < 0x80 || (first.code >= 0xDF && first.code <= 0x17F));
}

bool has_upper(std::string_view text) {
    bool high = false;
    for (const char c : text) {
        if (is_ascii_upper(c)) {
            return true;
        }
        high |= !is_ascii(c);
    }
    for (std::size_t at = 0; high && at < text.size();) {
        const Character character = character_at(text, at);
        if (is_upper(character.code)) {
            return true;
        }
        at += character.length;
    }
    return false;
}

std::size_t lower_case(std::string_view text, char* out) {
    std::size_t written = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_ascii(text[at])) {
            out[written++] = ascii_lower(text[at++]);
            continue;
        }
        const Character character = character_at(text, at);
        const char32_t lower = character.kind == CharClass::invalid ? 0 : to_lower(character.code);
        if (lower == 0 || lower == character.code) {
            for (std::size_t i = 0; i < character.length; ++i) {
                out[written++] = text[at + i];
            }
        } else if (lower < 0x80) {
            out[written++] = static_cast<char>(lower);
        } else {  // two bytes, as the capital had
            out[written++] = static_cast<char>(0xC0U | (lower >> 6U));
            out[written++] = static_cast<char>(0x80U | (lower & 0x3FU));
        }
        at += character.length;
    }
    return written;
}

std::string lower_cased(std::string_view text) {
    std::string lower(text.size(), '\0');
    lower.resize(lower_case(text, lower.data()));
    return lower;
}

}  // namespace demarche::language
