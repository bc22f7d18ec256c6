#include "language/word_inputs.hpp"

#include <algorithm>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

enum class Kind : std::uint64_t { word = 1, shape, beginning, ending, form };

constexpr std::size_t kLongest = 64;  // bytes of a word that count

std::uint64_t hash(Kind kind, std::string_view text) {
    // FNV-1a, then the finalizer of MurmurHash3: fixed for ever, because the model file holds its values.
    std::uint64_t value = 0xCBF29CE484222325ULL ^ (static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15ULL);
    for (const char byte : text) {
        value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    }
    value = (value ^ text.size()) * 0xFF51AFD7ED558CCDULL;
    value ^= value >> 33U;
    value *= 0xC4CEB9FE1A85EC53ULL;
    return value ^ (value >> 33U);
}

char shape_of(char byte) {
    if (is_ascii_upper(byte)) {
        return 'X';
    }
    if (is_ascii_digit(byte)) {
        return 'd';
    }
    return is_ascii_lower(byte) || !is_ascii(byte) ? 'x' : byte;
}

// "Reuters" Xx, "U.S." X.X., "2025" dddd, "F-16" X-dd: letters once or twice, digits up to four times.
std::size_t write_shape(std::string_view form, std::array<char, 16>& out) {
    std::size_t size = 0;
    std::size_t run = 0;
    for (const char byte : form) {
        const char shape = shape_of(byte);
        run = size > 0 && out[size - 1] == shape ? run + 1 : 1;
        const std::size_t most = shape == 'd' ? 4 : (shape == 'X' ? 2 : 1);
        if (run <= most) {
            if (size == out.size()) {
                break;
            }
            out[size++] = shape;
        }
    }
    return size;
}

}  // namespace

std::uint64_t form_hash(std::string_view form) { return hash(Kind::form, form.substr(0, kLongest)); }

std::uint64_t word_key(std::string_view lower) { return hash(Kind::word, lower.substr(0, kLongest)); }

void word_keys(std::string_view form, std::string_view lower, WordKeys& out) {
    std::array<char, 16> shape;
    out.keys[0] = word_key(lower);
    out.keys[1] = hash(Kind::shape, {shape.data(), write_shape(form.substr(0, kLongest), shape)});
    out.size = 2;
    for (std::size_t length = 1; length <= std::min<std::size_t>(3, lower.size()); ++length) {
        out.keys[out.size++] = hash(Kind::beginning, lower.substr(0, length));
    }
    for (std::size_t length = 1; length <= std::min(kMostAffix, lower.size()); ++length) {
        out.keys[out.size++] = hash(Kind::ending, lower.substr(lower.size() - length));
    }
}

}  // namespace demarche::language
