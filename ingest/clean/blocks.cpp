#include "clean/blocks.hpp"

#include <algorithm>
#include <array>

#include "clean/letters.hpp"

namespace demarche {

namespace {

struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t characters = 0;  // code points without the indent
    std::uint32_t first_word = 0;  // code points of the first word
    bool indented = false;
    bool blank = true;
};

enum class Special : std::uint8_t { none, space, drop };

// What the character at `at` is for us, and its length. Only bytes that special_byte() names need to be asked.
Special special_at(std::string_view text, std::size_t at, std::size_t& length) {
    const auto c = static_cast<unsigned char>(text[at]);
    length = 1;
    if (c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\n' || c == '\r') {
        return Special::space;
    }
    if (c < 0x20 || c == 0x7F) {
        return Special::drop;
    }
    std::size_t behind = at;
    const char32_t point = next_code_point(text, behind);
    length = std::min(behind, text.size()) - at;
    if (point == 0xA0 || point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F ||
        point == 0x3000) {
        return Special::space;
    }
    if (point == 0xAD || (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
        (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF || (point >= 0x80 && point < 0xA0) ||
        (point >= 0xFFF9 && point <= 0xFFFB)) {
        return Special::drop;
    }
    return Special::none;
}

constexpr std::array<bool, 256> make_special() {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c <= 0x20; ++c) {
        table[c] = true;
    }
    for (const std::size_t c : {0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) {
        table[c] = true;
    }
    return table;
}
constexpr std::array<bool, 256> special_byte = make_special();

// Length of a line break at `at`, 0 if none: LF, CR, CR LF, NEL, line and paragraph separator.
std::size_t break_at(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case '\n':
            return 1;
        case '\r':
            return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
        case '\xC2':
            return text.substr(at).starts_with("\xC2\x85") ? 2 : 0;
        case '\xE2':
            return text.substr(at).starts_with("\xE2\x80\xA8") || text.substr(at).starts_with("\xE2\x80\xA9") ? 3 : 0;
        default:
            return 0;
    }
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    Line line;
    bool in_first_word = true;
    const auto close = [&](std::size_t end, std::size_t next) {
        line.end = static_cast<std::uint32_t>(end);
        lines.push_back(line);
        line = {};
        line.begin = static_cast<std::uint32_t>(next);
        in_first_word = true;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        std::size_t length = 1;
        if (special_byte[c]) {
            if (const std::size_t jump = break_at(text, at); jump != 0) {
                close(at, at + jump);
                at += jump;
                continue;
            }
            const Special special = special_at(text, at, length);
            if (special == Special::drop) {
                at += length;
                continue;
            }
            if (special == Special::space) {
                if (line.blank) {
                    line.indented = at > line.begin || c == '\t';
                } else {
                    in_first_word = false;
                    ++line.characters;
                }
                at += length;
                continue;
            }
        } else if ((c & 0xC0U) == 0x80U) {
            ++at;  // inside a character that is counted already
            continue;
        }
        line.blank = false;
        ++line.characters;
        line.first_word += in_first_word ? 1U : 0U;
        at += length;
    }
    if (line.begin < text.size()) {
        close(text.size(), text.size());
    }
    return lines;
}

// The width at which the text is hard-wrapped, 0 if it is not: most lines that are followed by another one are nearly as long as
// the longest, and that is about a mail's or terminal's width.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
    constexpr std::uint32_t narrowest = 45;
    constexpr std::uint32_t widest = 100;
    std::uint32_t width = 0;
    std::size_t filled = 0;
    std::size_t longer = 0;
    for (const Line& line : lines) {
        if (line.blank) {
            continue;
        }
        ++filled;
        if (line.characters > widest) {
            longer += line.first_word == line.characters ? 0U : 1U;  // an address alone may be longer
        } else {
            width = std::max(width, line.characters);
        }
    }
    if (filled < 3 || longer > 0 || width < narrowest) {
        return 0;
    }
    std::size_t followed = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].blank || lines[i + 1].blank || lines[i].characters < narrowest) {
            continue;
        }
        ++followed;
        full += lines[i].characters + 1 + lines[i + 1].first_word + 12 > width ? 1U : 0U;
    }
    return followed >= 2 && full * 10 >= followed * 6 ? width : 0;
}

bool is_bullet(std::string_view text) {
    return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("\xE2\x80\xA2");
}

bool continues(const Line& line, const Line& next, std::string_view next_text, std::uint32_t width) {
    if (width == 0 || line.blank || next.blank || next.indented || is_bullet(next_text)) {
        return false;
    }
    // The next line's first word would not have fitted. Some slack: wires wrap a little early.
    return line.characters + 1 + next.first_word + 3 > width;
}

void append_line(MappedText& out, std::uint32_t block_begin, const MappedText& source, const Line& line) {
    const std::string& text = source.text();
    bool space = out.size() > block_begin;
    std::uint32_t from = line.begin;
    const auto flush = [&](std::uint32_t to) {
        if (to > from) {
            if (space && out.size() > block_begin) {
                out.append_unmapped(" ");
            }
            space = false;
            out.append_from(source, {from, to});
        }
    };
    for (std::uint32_t at = line.begin; at < line.end;) {
        if (!special_byte[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        // A plain single space between words needs no new run.
        if (text[at] == ' ' && at > from && at + 1 < line.end && !special_byte[static_cast<unsigned char>(text[at + 1])]) {
            at += 2;
            continue;
        }
        std::size_t length = 1;
        const Special special = special_at(std::string_view(text).substr(0, line.end), at, length);
        if (special != Special::none) {
            flush(at);
            space = space || special == Special::space;
            from = at + static_cast<std::uint32_t>(length);
        }
        at += static_cast<std::uint32_t>(length);
    }
    flush(line.end);
}

}  // namespace

Blocks split_blocks(const MappedText& source, Layout layout) {
    const std::string_view text = source.text();
    const std::vector<Line> lines = lines_of(text);
    const std::uint32_t width = layout == Layout::lines ? wrap_width(lines) : 0;
    Blocks blocks;
    blocks.text.reserve(text.size());
    bool open = false;
    bool gap = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.blank) {
            open = false;
            gap = true;
            continue;
        }
        const bool joins = open && continues(lines[i - 1], line, trim(text.substr(line.begin, line.end - line.begin)), width);
        if (joins) {
            // A word broken at its own hyphen ("three-" / "way") is not parted by a space.
            const std::string& done = blocks.text.text();
            const std::size_t size = done.size();
            const bool hyphen = size >= 2 && done[size - 1] == '-' && is_alpha(done[size - 2]) && is_lower(text[line.begin]);
            const std::string_view rest = text.substr(line.begin, 4);
            if (hyphen && !rest.starts_with("and ") && !rest.starts_with("or ") && !rest.starts_with("to ")) {
                append_line(blocks.text, blocks.text.size(), source, line);
            } else {
                append_line(blocks.text, blocks.spans.back().begin, source, line);
            }
            blocks.spans.back().end = blocks.text.size();
        } else {
            const std::uint32_t begin = blocks.text.size();
            append_line(blocks.text, begin, source, line);
            if (blocks.text.size() > begin) {
                blocks.spans.push_back({begin, blocks.text.size()});
                blocks.spaced.push_back(gap);
                gap = false;
            }
        }
        open = true;
    }
    return blocks;
}

}  // namespace demarche
