#include "language/addresses.hpp"

#include <algorithm>
#include <array>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

bool is_host_byte(char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.'; }
bool is_local_byte(char c) { return is_host_byte(c) || c == '%' || c == '+'; }

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

// Top-level domains and file endings that make "word.word" one token.
bool is_known_ending(std::string_view ending) {
    constexpr std::array<std::string_view, 44> known{
        "com", "org", "net", "gov", "edu", "mil", "int", "info", "eu",   "uk",  "us",  "ca",  "au",  "jp", "kr",
        "cn",  "tw",  "ru",  "de",  "fr",  "it",  "ch",  "nl",   "be",   "es",  "se",  "no",  "pl",  "br", "in",
        "za",  "ke",  "tv",  "io",  "doc", "pdf", "xls", "htm",  "html", "jpg", "png", "gif", "txt", "csv"};
    return std::any_of(known.begin(), known.end(), [&](std::string_view entry) { return equals_any_case(ending, entry); });
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
    if (!is_ascii_letter(chunk[at]) && !is_ascii_digit(chunk[at])) {
        return {at, at + 1};
    }
    std::size_t end = at;
    while (end < chunk.size() && is_local_byte(chunk[end])) {
        ++end;
    }
    if (end + 1 < chunk.size() && chunk[end] == '@' && is_ascii_letter(chunk[end + 1])) {
        std::size_t host = end + 1;
        while (host < chunk.size() && is_host_byte(chunk[host])) {
            ++host;
        }
        host = trim_end(chunk, end + 1, host);
        if (chunk.substr(end + 1, host - end - 1).find('.') != std::string_view::npos) {
            return {host, host};
        }
    }
    // A bare domain or file name: lower-case ending after a period, no blank left out between two sentences.
    const std::size_t host_end = trim_end(chunk, at, end);
    const std::string_view host = chunk.substr(at, host_end - at);
    const std::size_t dot = host.rfind('.');
    if (dot != std::string_view::npos && dot > 0 && is_known_ending(host.substr(dot + 1)) && !is_ascii_upper(host[dot + 1]) &&
        host.find("..") == std::string_view::npos) {
        const bool path = host_end < chunk.size() && chunk[host_end] == '/';
        const std::size_t whole = path ? trim_end(chunk, at, chunk.size()) : host_end;
        return {whole, whole};
    }
    return {at, std::max(end, at + 1)};
}

}  // namespace demarche::language
