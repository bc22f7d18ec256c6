#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace demarche::cli {

namespace {

constexpr char32_t replacement = 0xFFFD;

// Takes one code point off the front of `text`; U+FFFD and one byte for what is not UTF-8 (RFC 3629).
char32_t take_code_point(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    char32_t code = length == 1 ? lead : length == 2 ? lead & 0x1FU : length == 3 ? lead & 0x0FU : lead & 0x07U;
    bool valid = length != 0 && length <= text.size();
    for (std::size_t i = 1; valid && i < length; ++i) {
        valid = (byte(i) & 0xC0U) == 0x80U;
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    valid = valid && !(length == 3 && code < 0x800) && !(length == 4 && (code < 0x10000 || code > 0x10FFFF)) &&
            !(code >= 0xD800 && code < 0xE000);
    text.remove_prefix(valid ? length : 1);
    return valid ? code : replacement;
}

bool steers_terminal(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

struct Range {
    char32_t first;
    char32_t last;
};

bool in_ranges(char32_t code, const auto& ranges) {
    return std::ranges::any_of(ranges, [code](const Range& range) { return range.first <= code && code <= range.last; });
}

// Blocks of the Unicode standard whose characters combine, and those with East_Asian_Width W or F (UAX #11), by block.
constexpr std::array<Range, 7> zero_width{{{0x0300, 0x036F},
                                           {0x0483, 0x0489},
                                           {0x0591, 0x05BD},
                                           {0x064B, 0x065F},
                                           {0x200B, 0x200D},
                                           {0x20D0, 0x20FF},
                                           {0xFE00, 0xFE0F}}};
constexpr std::array<Range, 9> double_width{{{0x1100, 0x115F},
                                             {0x2E80, 0x303E},
                                             {0x3041, 0xA4CF},
                                             {0xAC00, 0xD7A3},
                                             {0xF900, 0xFAFF},
                                             {0xFE30, 0xFE6F},
                                             {0xFF00, 0xFF60},
                                             {0x1F300, 0x1FAFF},
                                             {0x20000, 0x3FFFD}}};

std::size_t width_of(char32_t code) {
    if (code < 0x0300) {
        return 1;
    }
    return in_ranges(code, zero_width) ? 0 : in_ranges(code, double_width) ? 2 : 1;
}

std::size_t columns_from_environment() {
    const char* columns = std::getenv("COLUMNS");
    const long value = columns == nullptr ? 0 : std::strtol(columns, nullptr, 10);
    return value >= 20 && value <= 1000 ? static_cast<std::size_t>(value) : 0;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t code = take_code_point(text);
        if (code == '\n' || code == '\t' || code == '\r') {
            if (!result.empty() && result.back() != ' ') {
                result += ' ';
            }
        } else if (code == replacement) {
            result += "\xEF\xBF\xBD";
        } else if (!steers_terminal(code)) {
            result += before.substr(0, before.size() - text.size());
        }
    }
    return result;
}

std::string valid_utf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::string_view before = text;
        const bool broken = take_code_point(text) == replacement && before.size() - text.size() == 1;
        result += broken ? std::string_view("\xEF\xBF\xBD") : before.substr(0, before.size() - text.size());
    }
    return result;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        width += width_of(take_code_point(text));
    }
    return width;
}

std::string fit(std::string_view text, std::size_t width, bool pad) {
    std::size_t taken = 0;
    std::size_t room_for_dots = 0;  // bytes that leave a column for "…"
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t columns = width_of(take_code_point(rest));
        if (taken + columns > width) {
            std::string cut(text.substr(0, room_for_dots));
            if (width > 0) {
                cut += "…";
            }
            return pad ? cut + std::string(width - std::min(width, display_width(cut)), ' ') : cut;
        }
        if (taken + columns <= width - std::min<std::size_t>(width, 1)) {
            room_for_dots = text.size() - rest.size();
        }
        taken += columns;
    }
    std::string whole(text);
    return pad ? whole + std::string(width - taken, ' ') : whole;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t columns = 0;
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
        text.remove_prefix(begin);
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size());
        if (word.empty()) {
            break;
        }
        const std::size_t word_columns = display_width(word);
        if (columns > 0 && columns + 1 + word_columns > width) {
            lines.emplace_back();
            columns = 0;
        }
        if (columns > 0) {
            lines.back() += ' ';
            ++columns;
        }
        lines.back() += word;
        columns += word_columns;
    }
    return lines;
}

Terminal standard_output_terminal() {
    Terminal terminal;
    terminal.is_terminal = ::isatty(STDOUT_FILENO) == 1;
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    terminal.colours = terminal.is_terminal && (no_color == nullptr || *no_color == '\0') &&
                       (term == nullptr || std::string_view(term) != "dumb");
    winsize size{};
    if (terminal.is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) {
        terminal.width = size.ws_col;
    } else if (const std::size_t columns = columns_from_environment(); columns != 0) {
        terminal.width = columns;
    } else if (terminal.is_terminal) {
        terminal.width = 80;
    }
    return terminal;
}

bool standard_error_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

std::string styled(const Terminal& terminal, std::string_view sgr, std::string_view text) {
    return terminal.colours ? "\x1b[" + std::string(sgr) + "m" + std::string(text) + "\x1b[0m" : std::string(text);
}

}  // namespace demarche::cli
