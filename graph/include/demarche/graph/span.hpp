// A stretch of an article's cleaned text: bytes [begin, end).
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend constexpr bool operator==(Span, Span) = default;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

    // The bytes of the span; REQUIRES end <= text.size().
    [[nodiscard]] constexpr std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

}  // namespace demarche
