#include "text.hpp"

#include <algorithm>
#include <vector>

namespace demarche::text {

namespace {

constexpr Escapes escapes(std::initializer_list<std::pair<char, std::string_view>> pairs) {
    Escapes table{};
    for (const auto& [character, escape] : pairs) {
        table.at(static_cast<std::size_t>(character)) = escape;
    }
    return table;
}

struct Decoded {
    char32_t code = 0xFFFD;
    std::size_t size = 1;
};

constexpr char32_t kBad = 0xFFFD;

// One character of `text` at `at`; a broken sequence is U+FFFD as long as its well-formed beginning (Unicode 15, table 3-7).
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        return {lead, 1};
    }
    const std::size_t length = lead >= 0xF0 ? 4 : (lead >= 0xE0 ? 3 : 2);
    if (lead < 0xC2 || lead > 0xF4) {
        return {kBad, 1};
    }
    const unsigned low = lead == 0xE0 ? 0xA0U : (lead == 0xF0 ? 0x90U : 0x80U);
    const unsigned high = lead == 0xED ? 0x9FU : (lead == 0xF4 ? 0x8FU : 0xBFU);
    char32_t code = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size() || byte(at + i) < (i == 1 ? low : 0x80U) || byte(at + i) > (i == 1 ? high : 0xBFU)) {
            return {kBad, i};
        }
        code = (code << 6U) | (byte(at + i) & 0x3FU);
    }
    return {code, length};
}

bool is_space_like(char32_t code) { return code == '\t' || code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029; }

bool is_dropped(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFE || code == 0xFFFF ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

// Belongs to the character before it, so no cut may stand between: combining marks, joiner, variation selectors, skin tones.
bool continues(char32_t code) {
    return (code >= 0x300 && code <= 0x36F) || code == 0x200D || (code >= 0xFE00 && code <= 0xFE0F) ||
           (code >= 0x1F3FB && code <= 0x1F3FF);
}

bool is_name_char(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') || code == '-' ||
           code == '.' || code == '_' || code == ':' || code == 0xB7 ||
           (code >= 0xC0 && code <= 0x2FF && code != 0xD7 && code != 0xF7) ||
           (code >= 0x370 && code <= 0x1FFF && code != 0x37E) || (code >= 0x300 && code <= 0x36F) || code == 0x200C ||
           code == 0x200D || (code >= 0x3001 && code <= 0xD7FF) || (code >= 0xF900 && code <= 0xFDCF) ||
           (code >= 0xFDF0 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0xEFFFF);
}

// Years with four digits, as days since 1970-01-01.
constexpr int kFirstDay = -719162;  // 0001-01-01
constexpr int kLastDay = 2932896;   // 9999-12-31

}  // namespace

const Escapes kNothing{};
const Escapes kXml = escapes({{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}});
const Escapes kJson = escapes({{'"', "\\\""}, {'\\', "\\\\"}, {'<', "\\u003c"}});
const Escapes kHtmlJson =
    escapes({{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}, {'\\', "\\\\"}});
const Escapes kCsv = escapes({{'"', "\"\""}});

void append(std::string& out, std::string_view text, const Escapes& escapes) {
    std::size_t plain = 0;  // start of the run that is copied as it is
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte >= 0x20 && byte < 0x7F && escapes[byte].empty()) {
            ++at;
            continue;
        }
        const Decoded next = decode(text, at);
        const bool broken = next.code == kBad && text.substr(at, next.size) != "\xEF\xBF\xBD";
        if (next.code >= 0xA0 && !broken && !is_dropped(next.code) && !is_space_like(next.code)) {
            at += next.size;
            continue;
        }
        out.append(text, plain, at - plain);
        if (next.code < 0x80 && !escapes[next.code].empty()) {
            out += escapes[next.code];
        } else if (broken) {
            out += "\xEF\xBF\xBD";
        } else if (is_space_like(next.code)) {
            // A line break of two bytes is one space.
            if (next.code != '\n' || at == 0 || text[at - 1] != '\r') {
                out += ' ';
            }
        }
        at += next.size;
        plain = at;
    }
    out.append(text, plain, text.size() - plain);
}

std::string clean(std::string_view text) {
    std::string out;
    append(out, text, kNothing);
    return out;
}

std::string shorten(std::string_view text, std::size_t limit) {
    std::string whole = clean(text);
    if (whole.size() <= limit) {
        return whole;
    }
    std::size_t count = 0;
    std::size_t cut = 0;   // last place between two characters within the limit
    std::size_t word = 0;  // last place before a space within the limit
    char32_t previous = 0;
    for (std::size_t at = 0; at < whole.size(); ++count) {
        const Decoded next = decode(whole, at);
        if (count < limit) {
            if (next.code == ' ' && previous != ' ') {
                word = at;
            }
            if (!continues(next.code) && previous != 0x200D) {
                cut = at;
            }
        }
        previous = next.code;
        at += next.size;
    }
    if (count <= limit) {
        return whole;
    }
    // A first word that is nearly everything is cut rather than lost.
    whole.resize(word * 2 >= cut ? word : cut);
    return whole + "…";
}

void append_nmtoken(std::string& out, std::string_view id) {
    if (id.empty()) {
        out += "_x_";
        return;
    }
    for (std::size_t at = 0; at < id.size();) {
        const Decoded next = decode(id, at);
        const bool own_escape = next.code == '_' && at + 1 < id.size() && id[at + 1] == 'x';
        const bool broken = next.code == kBad && id.substr(at, next.size) != "\xEF\xBF\xBD";
        if (is_name_char(next.code) && !own_escape && !broken) {
            out.append(id, at, next.size);
        } else if (broken) {
            for (std::size_t i = 0; i < next.size; ++i) {
                out += "_xB";
                std::array<char, 8> hex{};
                out.append(hex.data(), std::to_chars(hex.data(), hex.data() + 8, static_cast<unsigned char>(id[at + i]), 16).ptr);
                out += '_';
            }
        } else {
            std::array<char, 8> hex{};
            out += "_x";
            out.append(hex.data(), std::to_chars(hex.data(), hex.data() + 8, static_cast<std::uint32_t>(next.code), 16).ptr);
            out += '_';
        }
        at += next.size;
    }
}

bool is_writable(Day day) {
    const int days = day.time_since_epoch().count();
    return days >= kFirstDay && days <= kLastDay;
}

void append_day(std::string& out, Day day) {
    const CivilDay parts = civil(day);
    const auto digit = [](unsigned value) { return static_cast<char>('0' + (value % 10)); };
    const auto year = static_cast<unsigned>(parts.year);
    const std::array<char, 10> iso{digit(year / 1000),
                                   digit(year / 100),
                                   digit(year / 10),
                                   digit(year),
                                   '-',
                                   digit(parts.month / 10),
                                   digit(parts.month),
                                   '-',
                                   digit(parts.day / 10),
                                   digit(parts.day)};
    out.append(iso.data(), iso.size());
}

Bounds bounds_of(const DateSpan& date) {
    Bounds bounds{date.first, date.last};
    if (bounds.first && !is_writable(*bounds.first)) {
        bounds.first.reset();
    }
    if (bounds.last && !is_writable(*bounds.last)) {
        bounds.last.reset();
    }
    if (bounds.first && bounds.last && *bounds.last < *bounds.first) {
        return {};
    }
    return bounds;
}

}  // namespace demarche::text
