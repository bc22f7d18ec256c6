#include "read/decode.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "clean/letters.hpp"

namespace demarche {

namespace {

// Length of the valid UTF-8 character at `at`, 0 if there is none (overlong forms and surrogates are none; Unicode table 3-7).
std::size_t character_at(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    if (lead < 0xE0) {
        return tail(at + 1) ? 2 : 0;
    }
    if (lead < 0xF0) {
        const bool second = lead == 0xE0 ? byte(at + 1) >= 0xA0 : lead == 0xED ? byte(at + 1) < 0xA0 : true;
        return second && tail(at + 1) && tail(at + 2) ? 3 : 0;
    }
    const bool second = lead == 0xF0 ? byte(at + 1) >= 0x90 : lead == 0xF4 ? byte(at + 1) < 0x90 : true;
    return second && tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
}

// End of the valid UTF-8 that begins at `at`.
std::size_t valid_until(std::string_view bytes, std::size_t at) {
    while (at < bytes.size()) {
        if (at + 8 <= bytes.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, 8);
            if ((word & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        const std::size_t length = character_at(bytes, at);
        if (length == 0) {
            break;
        }
        at += length;
    }
    return at;
}

// 0x80 .. 0x9F of Windows-1252; the five free bytes stay control characters, as the WHATWG Encoding standard has it.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

MappedText decode_windows_1252(std::string_view bytes, std::uint64_t source) {
    MappedText out;
    out.reserve(bytes.size() + (bytes.size() / 8));
    std::string character;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto high = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high);
        const auto end = static_cast<std::size_t>(high - bytes.begin());
        out.append(bytes.substr(at, end - at), source + at);
        if (end < bytes.size()) {
            const auto byte = static_cast<unsigned char>(bytes[end]);
            character.clear();
            append_utf8(character, byte < 0xA0 ? windows_1252[byte - 0x80U] : byte);
            out.append_unmapped(character);
        }
        at = end + 1;
    }
    return out;
}

MappedText repair_utf8(std::string_view bytes, std::uint64_t source) {
    MappedText out;
    out.reserve(bytes.size() + 16);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = valid_until(bytes, at);
        out.append(bytes.substr(at, end - at), source + at);
        at = end;
        if (at < bytes.size()) {
            out.append_unmapped("\xEF\xBF\xBD");
            ++at;
        }
    }
    return out;
}

MappedText decode_utf16(std::string_view bytes, bool big_endian) {
    std::string text;
    text.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? (a << 8U) | b : (b << 8U) | a);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size()) {
            const char32_t low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
                at += 2;
            }
        }
        append_utf8(text, point);
    }
    MappedText out;
    out.append_unmapped(text);
    return out;
}

class Converter {
public:
    explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (good()) {
            iconv_close(handle_);
        }
    }
    [[nodiscard]] bool good() const { return handle_ != failed(); }
    [[nodiscard]] iconv_t get() const { return handle_; }

private:
    static iconv_t failed() {
        return reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): POSIX defines it so
    }
    iconv_t handle_;
};

// ASCII stretches of the result that stand in the source too are found again only for encodings that contain ASCII; others
// (UTF-7, ISO-2022) come out without a map.
std::optional<MappedText> decode_declared(std::string_view bytes, const std::string& charset) {
    const Converter converter(charset);
    if (!converter.good()) {
        return std::nullopt;
    }
    std::string text;
    std::array<char, 16384> buffer{};
    std::string input(bytes);  // iconv wants a mutable pointer
    char* in = input.data();
    std::size_t left = input.size();
    while (left > 0) {
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const std::size_t done = iconv(converter.get(), &in, &left, &out, &room);
        text.append(buffer.data(), buffer.size() - room);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            text.append("\xEF\xBF\xBD");
            ++in;
            --left;
        }
    }
    MappedText out;
    out.append_unmapped(text);
    return out;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) { return valid_until(bytes, 0) == bytes.size(); }

bool is_binary(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return false;
    }
    std::size_t control = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) {
            return true;
        }
        control += (byte < 0x20 && !is_space(c) && byte != 0x1B) || byte == 0x7F ? 1U : 0U;
    }
    return control * 10 > bytes.size();
}

MappedText decode(std::string_view bytes, std::uint64_t source, std::string_view charset) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return decode_utf16(bytes.substr(2), bytes.front() == '\xFE');
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
        source += 3;
        charset = {};
    }
    const std::string name = folded(charset);
    // UTF-8 proves itself: other encodings almost never look like it, so a wrong declaration does no harm.
    if (is_valid_utf8(bytes) && !name.starts_with("iso-2022") && name != "utf-7" && !name.starts_with("hz-")) {
        MappedText out;
        out.append(bytes, source);
        return out;
    }
    if (!name.empty() && name != "utf-8" && name != "utf8" && name != "iso-8859-1" && name != "latin1" &&
        name != "windows-1252" && name != "us-ascii" && name != "cp1252" && !name.starts_with("utf-16") &&
        !name.starts_with("utf-32")) {
        if (auto decoded = decode_declared(bytes, name)) {
            return std::move(*decoded);
        }
    }
    // Windows-1252 text has lone high bytes between ASCII letters; broken UTF-8 has mostly whole characters around few bad bytes.
    std::size_t broken = 0;
    std::size_t whole = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = character_at(bytes, at);
        broken += length == 0 ? 1U : 0U;
        whole += length > 1 ? 1U : 0U;
        at += std::max<std::size_t>(length, 1);
    }
    const bool no_free_byte = bytes.find_first_of("\x81\x8D\x8F\x90\x9D") == std::string_view::npos;
    const bool declared = name == "iso-8859-1" || name == "latin1" || name == "windows-1252" || name == "cp1252";
    if (no_free_byte && (declared || (whole * 4 < broken && broken * 5 < bytes.size()))) {
        return decode_windows_1252(bytes, source);
    }
    return repair_utf8(bytes, source);
}

}  // namespace demarche
