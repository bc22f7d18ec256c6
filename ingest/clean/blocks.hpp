// From lines to paragraphs: joins hard-wrapped lines, keeps one-paragraph-a-line text apart, makes white space single spaces.
#pragma once

#include <vector>

#include "clean/mapped_text.hpp"

namespace demarche {

enum class Layout : std::uint8_t {
    lines,   // text as saved: what a line break means must be found out
    blocks,  // a markup reader has put every paragraph on its own line
};

struct Blocks {
    MappedText text;           // the blocks one after the other, nothing between them
    std::vector<Span> spans;   // of `text`; never empty ones
    std::vector<bool> spaced;  // whether a blank line stands before the block
};

// Soft hyphens, zero-width characters, byte order marks, direction marks and control characters are left out; every kind of space
// becomes one. Linear.
[[nodiscard]] Blocks split_blocks(const MappedText& source, Layout layout);

}  // namespace demarche
