#include "timeml.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <stdexcept>
#include <utility>

#include "plain_text.hpp"

namespace demarche::cli {

namespace {

// The parser leaves entities and line ends alone, so that what it calls text lies in the file byte for byte.
constexpr unsigned raw_text = pugi::parse_cdata | pugi::parse_ws_pcdata;

std::runtime_error error_at(const std::string& path, std::string_view bytes, std::size_t offset, const std::string& what) {
    const auto line =
        1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes.size())), '\n');
    return std::runtime_error(path + ":" + std::to_string(line) + ": " + what);
}

// "&amp;" and the other four of XML, "&#38;", "&#x26;": the character, and how many bytes it took. Others stay as they are.
struct Entity {
    std::string text;
    std::size_t size = 0;
};

void append_utf8(std::string& out, std::uint32_t code) {
    const auto byte = [&](std::uint32_t value) { out.push_back(static_cast<char>(value)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0U | (code >> 6U));
        byte(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        byte(0xE0U | (code >> 12U));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    } else {
        byte(0xF0U | (code >> 18U));
        byte(0x80U | ((code >> 12U) & 0x3FU));
        byte(0x80U | ((code >> 6U) & 0x3FU));
        byte(0x80U | (code & 0x3FU));
    }
}

std::optional<std::uint32_t> number_of(std::string_view digits) {
    const bool hex = !digits.empty() && digits.front() == 'x';
    digits.remove_prefix(hex ? 1 : 0);
    std::uint32_t code = 0;
    for (const char c : digits) {
        const auto digit = '0' <= c && c <= '9'          ? c - '0'
                           : hex && 'a' <= c && c <= 'f' ? c - 'a' + 10
                           : hex && 'A' <= c && c <= 'F' ? c - 'A' + 10
                                                         : -1;
        code = (code * (hex ? 16U : 10U)) + static_cast<std::uint32_t>(digit);
        if (digit < 0 || code > 0x10FFFF) {
            return std::nullopt;
        }
    }
    const bool character = !digits.empty() && code != 0 && (code < 0xD800 || code > 0xDFFF);
    return character ? std::optional(code) : std::nullopt;
}

std::optional<Entity> entity_at(std::string_view raw) {
    constexpr std::size_t longest = 12;
    const std::size_t end = raw.substr(0, longest).find(';');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view name = raw.substr(1, end - 1);
    constexpr std::pair<std::string_view, char> named[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [known, character] : named) {
        if (name == known) {
            return Entity{std::string(1, character), end + 1};
        }
    }
    const auto code = !name.empty() && name.front() == '#' ? number_of(name.substr(1)) : std::nullopt;
    if (!code) {
        return std::nullopt;
    }
    Entity entity{"", end + 1};
    append_utf8(entity.text, *code);
    return entity;
}

bool creation_tag(const pugi::xml_node& node) {
    const std::string_view function = node.attribute("functionInDocument").value();
    return std::string_view(node.name()) == "TIMEX3" && (function == "CREATION_TIME" || function == "PUBLICATION_TIME");
}

// "1998-01-08", "1998-01-08T18:30", "19980108", "11/02/89".
std::optional<Published> published_in(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    text =
        begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
    if (auto published = parse_published(text)) {
        return published;
    }
    constexpr std::size_t day_size = 10;
    std::string spelled(text.substr(0, day_size));
    if (text.size() >= 8 && text.substr(0, 8).find_first_not_of("0123456789") == std::string_view::npos) {
        spelled = std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6, 2));
    } else if (text.size() >= 8 && text[2] == '/' && text[5] == '/') {
        const bool four = text.size() >= day_size && text.find_first_not_of("0123456789", 6) >= day_size;
        const std::string year(text.substr(6, four ? 4 : 2));
        spelled = (four ? year : (year < "50" ? "20" : "19") + year) + "-" + std::string(text.substr(0, 2)) + "-" +
                  std::string(text.substr(3, 2));
    }
    const auto day = parse_iso_date(spelled);
    Published published;
    published.day = day.value_or(Day{});
    return day ? std::optional(published) : std::nullopt;
}

}  // namespace

TimemlFile::TimemlFile(std::string path, std::string bytes) : path_(std::move(path)), bytes_(std::move(bytes)) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(bytes_.data(), bytes_.size(), raw_text, pugi::encoding_utf8);
    if (!parsed) {
        throw error_at(path_, bytes_, static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0)),
                       std::string("this is no well-formed XML (") + parsed.description() + "); give a TimeML file in UTF-8");
    }
    const pugi::xml_node text =
        document.find_node([](const pugi::xml_node& node) { return std::string_view(node.name()) == "TEXT"; });
    if (!text) {
        throw error_at(path_, bytes_, 0, "there is no <TEXT> element; give a TimeML file, or leave out --timeml for plain text");
    }
    std::uint32_t elements = 0;
    // By hand, not by recursion: elements may be nested as deep as a file is long.
    struct Open {
        pugi::xml_node next;
        std::uint32_t number = 0;
    };
    std::vector<Open> open{{text.first_child(), elements}};
    while (!open.empty()) {
        const pugi::xml_node node = open.back().next;
        if (!node) {
            open.pop_back();
            continue;
        }
        open.back().next = node.next_sibling();
        const auto offset = static_cast<std::size_t>(node.offset_debug());
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            add_text(node.value(), offset, open.back().number);
        } else if (node.type() == pugi::node_element) {
            if (std::string_view(node.name()) == "TIMEX3") {
                throw error_at(path_, bytes_, offset, "the text has TIMEX3 tags already; give the file without annotations");
            }
            open.push_back({node.first_child(), ++elements});
        }
    }
    article_.info.id = path_;
    article_.paragraphs = blank_line_paragraphs(article_.text);

    const pugi::xml_node creation = document.find_node(creation_tag);
    if (creation) {
        article_.info.published = published_in(creation.attribute("value").value());
        return;
    }
    const pugi::xml_node date =
        document.find_node([](const pugi::xml_node& node) { return std::string_view(node.name()) == "DCT"; });
    const pugi::xml_node written = date.first_child();
    if (written && written.type() == pugi::node_pcdata && !written.next_sibling()) {
        article_.info.published = published_in(written.value());
        if (article_.info.published) {
            creation_begin_ = static_cast<std::size_t>(written.offset_debug());
            creation_end_ = creation_begin_ + std::string_view(written.value()).size();
            creation_ = iso_date(article_.info.published->day);
        }
    }
}

void TimemlFile::add_text(std::string_view raw, std::size_t offset, std::uint32_t parent) {
    pieces_.push_back({static_cast<std::uint32_t>(article_.text.size()), parent});
    for (std::size_t at = 0; at < raw.size();) {
        const auto entity = raw[at] == '&' ? entity_at(raw.substr(at)) : std::nullopt;
        const std::size_t size = entity ? entity->size : 1;
        article_.text.append(entity ? std::string_view(entity->text) : raw.substr(at, 1));
        offsets_.resize(article_.text.size(), static_cast<std::uint32_t>(offset + at));
        at += size;
    }
}

const TimemlFile::Piece& TimemlFile::piece_of(std::uint32_t at) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                        [](std::uint32_t byte, const Piece& piece) { return byte < piece.text; });
    return *std::prev(after);
}

std::string TimemlFile::annotated(const std::vector<when::Timex>& timexes) const {
    std::string out;
    std::size_t done = 0;
    const auto copy_to = [&](std::size_t end) {
        out.append(bytes_, done, end - done);
        done = end;
    };
    const auto creation_tag = [&] {
        copy_to(creation_begin_);
        out += "<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"" + creation_ + "\" functionInDocument=\"CREATION_TIME\">";
        copy_to(creation_end_);
        out += "</TIMEX3>";
    };
    bool creation_due = !creation_.empty();
    std::size_t number = 0;
    for (const when::Timex& timex : timexes) {
        const std::uint32_t last = timex.span.end - 1;
        if (piece_of(timex.span.begin).parent != piece_of(last).parent) {
            continue;
        }
        const std::size_t begin = offsets_[timex.span.begin];
        const std::size_t end = bytes_[offsets_[last]] == '&' ? bytes_.find(';', offsets_[last]) + 1 : offsets_[last] + 1U;
        if (creation_due && creation_begin_ < begin) {
            creation_tag();
            creation_due = false;
        }
        copy_to(begin);
        out += "<TIMEX3 tid=\"t" + std::to_string(++number) + "\" type=\"" + std::string(when::to_string(timex.type)) +
               "\" value=\"" + timex.value + "\"";
        if (!timex.mod.empty()) {
            out += " mod=\"" + std::string(timex.mod) + "\"";
        }
        out += " functionInDocument=\"NONE\">";
        copy_to(end);
        out += "</TIMEX3>";
    }
    if (creation_due) {
        creation_tag();
    }
    copy_to(bytes_.size());
    return out;
}

}  // namespace demarche::cli
