// One JSON object a line with the keys id, url, outlet, published, title and text; others are ignored.
// RapidJSON checks the line; the text is then unescaped here, because only so each of its bytes can be followed back to the file.
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <optional>

#include "clean/clean_article.hpp"
#include "clean/letters.hpp"
#include "read/decode.hpp"
#include "read/formats.hpp"

namespace demarche {

namespace {

namespace rj = rapidjson;

constexpr std::array<std::string_view, 6> keys{"id", "url", "outlet", "published", "title", "text"};
enum Field : std::size_t { id, url, outlet, published, title, text, unknown };

// A stream over bytes that need not end in NUL.
class Bytes {
public:
    using Ch = char;
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] Ch Peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
    Ch Take() { return at_ < bytes_.size() ? bytes_[at_++] : '\0'; }
    [[nodiscard]] std::size_t Tell() const { return at_; }
    static Ch* PutBegin() { return nullptr; }
    static void Put(Ch) {}
    static void Flush() {}
    static std::size_t PutEnd(Ch*) { return 0; }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

// Remembers where the strings of the known keys of the outermost object stand; the last of two equal keys counts.
struct Fields {
    explicit Fields(const Bytes& stream) : in(&stream) {}

    const Bytes* in;
    std::size_t depth = 0;
    Field key = unknown;
    std::size_t key_end = 0;
    bool is_object = false;
    std::array<std::optional<Span>, keys.size()> values;  // bytes between the quotes, or of the number
    std::string wrong;                                    // first value of a wrong type

    bool refuse(std::string_view what) {
        if (depth == 1 && key != unknown && wrong.empty()) {
            wrong.append(1, '"').append(keys[key]).append("\" is ").append(what).append(" where a string belongs");
        }
        key = unknown;
        return true;
    }

    bool Null() {
        if (depth == 1 && key != unknown) {
            values[key].reset();
        }
        key = unknown;
        return true;
    }
    bool Bool(bool /*value*/) { return refuse("true or false"); }
    bool Int(int value) { return integer(std::to_string(value).size()); }
    bool Uint(unsigned value) { return integer(std::to_string(value).size()); }
    bool Int64(std::int64_t value) { return integer(std::to_string(value).size()); }
    bool Uint64(std::uint64_t value) { return integer(std::to_string(value).size()); }
    bool Double(double /*value*/) { return refuse("a number"); }
    bool RawNumber(const char* /*digits*/, rj::SizeType /*size*/, bool /*copy*/) { return refuse("a number"); }
    bool String(const char* /*value*/, rj::SizeType /*size*/, bool /*copy*/) {
        if (depth == 1 && key != unknown) {
            values[key] = Span{static_cast<std::uint32_t>(key_end), static_cast<std::uint32_t>(in->Tell() - 1)};
        }
        key = unknown;
        return true;
    }
    bool StartObject() {
        refuse("an object");
        is_object = is_object || depth == 0;
        ++depth;
        return true;
    }
    bool Key(const char* name, rj::SizeType size, bool /*copy*/) {
        key = unknown;
        if (depth == 1) {
            for (std::size_t k = 0; k < keys.size(); ++k) {
                if (keys[k] == std::string_view(name, size)) {
                    key = static_cast<Field>(k);
                }
            }
            key_end = in->Tell();
        }
        return true;
    }
    bool EndObject(rj::SizeType /*members*/) {
        --depth;
        return true;
    }
    bool StartArray() {
        refuse("an array");
        ++depth;
        return true;
    }
    bool EndArray(rj::SizeType /*elements*/) {
        --depth;
        return true;
    }

private:
    // Numbers as ids are common; the digits stand right before the stream's place.
    bool integer(std::size_t size) {
        if (depth == 1 && key == id) {
            values[id] = Span{static_cast<std::uint32_t>(in->Tell() - size), static_cast<std::uint32_t>(in->Tell())};
            key = unknown;
            return true;
        }
        return refuse("a number");
    }
};

// Narrows a value's span from "after its key" to "after its opening quote".
Span inside_quotes(std::string_view line, Span span) {
    const std::size_t quote = line.find('"', span.begin);
    return {static_cast<std::uint32_t>(quote + 1), span.end};
}

unsigned hex4(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits.substr(0, 4)) {
        value = (value * 16) + static_cast<unsigned>(is_digit(c) ? c - '0' : to_lower(c) - 'a' + 10);
    }
    return value;
}

// REQUIRES a JSON string that RapidJSON has accepted. Linear.
MappedText unescape(const MappedText& line, Span span) {
    const std::string_view bytes = line.text();
    MappedText out;
    out.reserve(span.size());
    std::string character;
    for (std::uint32_t at = span.begin; at < span.end;) {
        const std::size_t found = bytes.substr(0, span.end).find('\\', at);
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(found, span.end));
        out.append_from(line, {at, end});
        if (end + 1 >= span.end) {
            break;
        }
        const char escape = bytes[end + 1];
        at = end + 2;
        switch (escape) {
            case 'n':
                out.append_unmapped("\n");
                break;
            case 't':
                out.append_unmapped("\t");
                break;
            case 'r':
                out.append_unmapped("\r");
                break;
            case 'b':
            case 'f':
                out.append_unmapped(" ");
                break;
            case 'u': {
                char32_t point = hex4(bytes.substr(at));
                at += 4;
                if (point >= 0xD800 && point < 0xDC00 && bytes.substr(at).starts_with("\\u")) {
                    point = 0x10000 + ((point - 0xD800) << 10U) + (hex4(bytes.substr(at + 2)) - 0xDC00);
                    at += 6;
                }
                character.clear();
                append_utf8(character, point == 0 ? 0xFFFD : point);
                out.append_unmapped(character);
                break;
            }
            default:  // quote, backslash and slash stand for themselves
                out.append_from(line, {end + 1, end + 2});
        }
    }
    return out;
}

}  // namespace

void read_json_line(const RawArticle& raw, const Outlets& outlets, Article& article) {
    const MappedText line = decode(raw.bytes, raw.begin, {});
    Bytes stream(line.text());
    Fields fields(stream);
    rj::Reader reader;
    constexpr unsigned flags = rj::kParseIterativeFlag | rj::kParseValidateEncodingFlag;
    const rj::ParseResult parsed = reader.Parse<flags>(stream, fields);
    if (parsed.IsError()) {
        article.rejected = place_of(raw) + ": not valid JSON at byte " + std::to_string(parsed.Offset()) + " of the line (" +
                           rj::GetParseError_En(parsed.Code()) + "); one whole object a line is needed";
        return;
    }
    if (!fields.is_object) {
        article.rejected = place_of(raw) + ": not a JSON object; one object with \"text\" or \"title\" a line is needed";
        return;
    }
    const auto field = [&](Field key) -> MappedText {
        if (!fields.values[key]) {
            return {};
        }
        const Span span = *fields.values[key];
        const bool number = key == id && line.text().find('"', span.begin) >= span.end;
        return number ? unescape(line, span) : unescape(line, inside_quotes(line.text(), span));
    };
    if (const MappedText own_id = field(id); !own_id.empty()) {
        article.info.id = nmtoken(own_id.text());
    }
    if (!fields.wrong.empty()) {
        article.rejected = place_of(raw) + ": " + fields.wrong;
        return;
    }
    const auto plain = [&](Field key) { return std::string(trim(field(key).text())); };
    article.info.url = plain(url);
    article.info.outlet = plain(outlet);
    article.info.title = plain(title);
    const MappedText body = field(text);
    if (trim(body.text()).empty() && article.info.title.empty()) {
        article.rejected = place_of(raw) + ": neither \"text\" nor \"title\"; nothing to read";
        return;
    }
    if (const std::string when = plain(published); !when.empty()) {
        article.info.published = published_from(when, outlets, article.info.outlet, article.info.url);
    }
    const TitleFrom from = article.info.title.empty() ? TitleFrom::text : TitleFrom::outside;
    clean_article(body, Layout::lines, from, outlets, article);
}

}  // namespace demarche
