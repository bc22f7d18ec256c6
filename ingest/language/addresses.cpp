#include "language/addresses.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

bool is_host_byte(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.'; }
bool is_local_byte(char c) { return is_host_byte(c) || c == '%' || c == '+' || c == '#' || c == '~'; }

bool starts_with_any_case(std::string_view text, std::string_view lower) {
    return equals_any_case(text.substr(0, lower.size()), lower);
}

// A sentence's punctuation after an address is not part of it.
std::size_t trim_end(std::string_view chunk, std::size_t begin, std::size_t end) {
    constexpr std::string_view kTrailing = ".,;:!?'\")]}>";
    while (end > begin) {
        if (kTrailing.find(chunk[end - 1]) != std::string_view::npos) {
            --end;
        } else if (end - begin >= 3 && chunk.substr(end - 3, 2) == "\xE2\x80" &&
                   (chunk[end - 1] == '\x9D' || chunk[end - 1] == '\x99')) {
            end -= 3;  // closing curly quotation marks
        } else {
            break;
        }
    }
    return end;
}

bool is_known(std::span<const std::string_view> list, std::string_view ending) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view entry) { return equals_any_case(ending, entry); });
}

// Endings that make "word.word" one token.
constexpr std::array<std::string_view, 30> kDomains{"com", "org", "net", "gov", "edu", "mil", "int", "info", "eu", "uk",
                                                    "us",  "ca",  "au",  "jp",  "kr",  "cn",  "tw",  "ru",   "de", "fr",
                                                    "it",  "ch",  "nl",  "be",  "es",  "se",  "pl",  "br",   "tv", "io"};
constexpr std::array<std::string_view, 4> kDomainsLikeWords{"no", "in", "za", "ke"};  // of a longer name: "www2.uio.no"
constexpr std::array<std::string_view, 20> kFiles{"doc", "docx", "pdf", "xls", "xlsx", "ppt", "pptx", "rtf", "htm", "html",
                                                  "jpg", "jpeg", "png", "gif", "txt",  "csv", "zip",  "xml", "mp3", "url"};

// "news.example.org", "report-2.PDF"; a capital after the period is mostly a blank left out between two sentences.
bool is_name_with_ending(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size() || name.find("..") != std::string_view::npos) {
        return false;
    }
    const std::string_view ending = name.substr(dot + 1);
    if (is_known(kFiles, ending)) {
        return !is_ascii_upper(ending[0]) || is_ascii_upper(ending[1]);  // "B.DOC", not "it.Doc"
    }
    if (is_ascii_upper(ending[0])) {
        return false;
    }
    return is_known(kDomains, ending) || (is_known(kDomainsLikeWords, ending) && name.find('.') != dot);
}

// "alt.animals.dogs": small words and periods, three of them at least, each of more than two letters.
bool is_newsgroup(std::string_view name) {
    std::size_t parts = 0;
    std::size_t size = 0;
    for (std::size_t at = 0; at <= name.size(); ++at) {
        if (at == name.size() || name[at] == '.') {
            if (size < 3) {
                return false;
            }
            ++parts;
            size = 0;
        } else if (is_ascii_lower(name[at]) || (size > 0 && name[at] == '-')) {
            ++size;
        } else {
            return false;
        }
    }
    return parts >= 3;
}

}  // namespace

AddressScan scan_address(std::string_view chunk, std::size_t at) {
    const std::string_view rest = chunk.substr(at);
    constexpr std::array<std::string_view, 5> kSchemes{"http://", "https://", "ftp://", "www.", "mailto:"};
    for (const std::string_view scheme : kSchemes) {
        if (rest.size() > scheme.size() && starts_with_any_case(rest, scheme)) {
            const std::size_t end = trim_end(chunk, at + scheme.size(), chunk.size());
            if (end > at + scheme.size()) {
                return {end, end};
            }
        }
    }
    const bool mention = chunk[at] == '@';  // "@example.org", what such addresses end with
    const std::size_t begin = mention ? at + 1 : at;
    if (begin >= chunk.size() || (!is_ascii_letter(chunk[begin]) && !is_ascii_digit(chunk[begin]))) {
        return {at, at + 1};
    }
    std::size_t end = begin;
    while (end < chunk.size() && is_local_byte(chunk[end])) {
        ++end;
    }
    if (!mention && end + 1 < chunk.size() && chunk[end] == '@' && is_ascii_letter(chunk[end + 1])) {
        std::size_t host = end + 1;
        while (host < chunk.size() && is_host_byte(chunk[host])) {
            ++host;
        }
        host = trim_end(chunk, end + 1, host);
        const std::string_view name = chunk.substr(end + 1, host - end - 1);
        // Without a period it is an address inside a company ("Doe@EXAMPLE"), unless a handle follows a word.
        if (name.find('.') != std::string_view::npos || (name.size() > 1 && is_ascii_letter(chunk[end - 1]))) {
            return {host, host};
        }
    }
    // A bare domain or file name.
    const std::size_t name_end = trim_end(chunk, begin, end);
    const std::string_view name = chunk.substr(begin, name_end - begin);
    if (is_name_with_ending(name)) {
        const bool path = name_end < chunk.size() && chunk[name_end] == '/';
        const std::size_t whole = path ? trim_end(chunk, begin, chunk.size()) : name_end;
        return {whole, whole};
    }
    if (!mention && is_newsgroup(name)) {
        return {name_end, name_end};
    }
    return {at, std::max(end, at + 1)};
}

std::size_t bare_file_ending_end(std::string_view chunk, std::size_t at) {
    constexpr std::size_t kLongest = 5;
    std::size_t end = at + 1;
    while (end < chunk.size() && end - at <= kLongest && (is_ascii_letter(chunk[end]) || is_ascii_digit(chunk[end]))) {
        ++end;
    }
    return is_known(kFiles, chunk.substr(at + 1, end - at - 1)) ? end : at;
}

}  // namespace demarche::language
