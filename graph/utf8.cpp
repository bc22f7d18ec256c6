#include "utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace demarche {

namespace {

struct Step {
    std::size_t size = 0;  // bytes of the sequence, or of its maximal well-formed beginning
    bool good = false;
};

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// REQUIRES at < text.size(). Ranges of the second byte are those of table 3-7.
Step step_at(std::string_view text, std::size_t at) {
    const unsigned char lead = byte_at(text, at);
    if (lead < 0x80) {
        return {1, true};
    }
    std::size_t size = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        size = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        size = 3;
        low = lead == 0xE0 ? 0xA0 : low;
        high = lead == 0xED ? 0x9F : high;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        size = 4;
        low = lead == 0xF0 ? 0x90 : low;
        high = lead == 0xF4 ? 0x8F : high;
    } else {
        return {1, false};
    }
    for (std::size_t i = 1; i < size; ++i) {
        if (at + i >= text.size() || byte_at(text, at + i) < low || byte_at(text, at + i) > high) {
            return {i, false};
        }
        low = 0x80;
        high = 0xBF;
    }
    return {size, true};
}

// Index of the first byte from `at` that is not ASCII; eight bytes at a time, since most text is ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    while (at + 8 <= text.size()) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + at, 8);
        if ((block & 0x8080808080808080ULL) != 0) {
            break;
        }
        at += 8;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) {
        ++at;
    }
    return at;
}

}  // namespace

bool is_utf8(std::string_view text) {
    std::size_t at = skip_ascii(text, 0);
    while (at < text.size()) {
        const Step step = step_at(text, at);
        if (!step.good) {
            return false;
        }
        at = skip_ascii(text, at + step.size);
    }
    return true;
}

std::string repair_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t plain = skip_ascii(text, at);
        repaired.append(text, at, plain - at);
        at = plain;
        if (at < text.size()) {
            const Step step = step_at(text, at);
            if (step.good) {
                repaired.append(text, at, step.size);
            } else {
                repaired += "\xEF\xBF\xBD";
            }
            at += step.size;
        }
    }
    return repaired;
}

}  // namespace demarche
