#include "where/place_names.hpp"

namespace demarche {

namespace {

constexpr unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

constexpr bool ascii_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool ascii_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }

// Lower case of ASCII, and of the second byte of Latin-1 letters in UTF-8 (C3 80 .. C3 9E).
constexpr unsigned char folded(unsigned char c, unsigned char before) {
    if (ascii_upper(c)) {
        return static_cast<unsigned char>(c + 0x20);
    }
    if (before == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97) {
        return static_cast<unsigned char>(c + 0x20);
    }
    return c;
}

constexpr bool curly_apostrophe(std::string_view text, std::size_t at) {
    return text.substr(at, 3) == "\xE2\x80\x99" || text.substr(at, 3) == "\xE2\x80\x98";
}

}  // namespace

bool is_word_byte_of_other_script(std::string_view text, std::size_t at) {
    const auto punctuation_lead = [&](std::size_t lead) {
        return lead + 1 < text.size() && byte_at(text, lead) == 0xE2 &&
               (byte_at(text, lead + 1) == 0x80 || byte_at(text, lead + 1) == 0x81);
    };
    return !(punctuation_lead(at) || (at >= 1 && punctuation_lead(at - 1)) || (at >= 2 && punctuation_lead(at - 2)));
}

std::uint64_t hash_folded(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
    unsigned char before = 0;
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        hash = (hash ^ folded(byte, before)) * 0x100000001b3ULL;
        before = byte;
    }
    return hash;
}

std::size_t match_name(std::string_view text, std::size_t at, std::string_view name, bool exact) {
    std::size_t t = at;
    bool same = true;
    bool lower = false;  // a lower-case letter in the text
    for (std::size_t n = 0; n < name.size(); ++n) {
        if (t >= text.size()) {
            return 0;
        }
        const unsigned char c = byte_at(text, t);
        const unsigned char k = byte_at(name, n);
        if (k == '\'' && curly_apostrophe(text, t)) {
            t += 3;
            continue;
        }
        if (c != k) {
            const unsigned char before_t = t > at ? byte_at(text, t - 1) : 0;
            const unsigned char before_n = n > 0 ? byte_at(name, n - 1) : 0;
            if (exact || folded(c, before_t) != folded(k, before_n)) {
                return 0;
            }
            same = false;
        }
        lower = lower || ascii_lower(c);
        ++t;
    }
    if (!same && (lower || t - at <= 3)) {
        return 0;  // neither as written in the table nor in capitals
    }
    return t < text.size() && is_word_byte(text, t) ? 0 : t - at;
}

}  // namespace demarche
