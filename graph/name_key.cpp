#include "name_key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace demarche {

namespace {

// The base letter of U+00C0 .. U+024F and of U+1E00 .. U+1EFF by the decompositions of the Unicode Character Database, with the
// letters that have none (ø, đ, ł, ı …) by their look; '-' where there is no single base letter.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "---------------e----------------oo-------------uu---------------"
    "----dddlllnnnaaiioouuuuuuuuuu-aaaa----ggkkoooo--jdddgg--nnaa----"
    "aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------"
    "----------------";
constexpr std::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas----aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";
static_assert(kLatin.size() == 0x250 - 0xC0 && kLatinAdditional.size() == 0x100);

// Decodes a two- or three-byte sequence; 0 for anything else.
std::uint32_t code_at(std::string_view text, std::size_t at, std::size_t size) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
    if (size == 2) {
        return ((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    }
    return size == 3 ? ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU) : 0;
}

std::size_t sequence_size(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xE0) {
        return 2;
    }
    return lead < 0xF0 ? 3 : 4;
}

enum class Sign : std::uint8_t { letter, inside, gap };  // inside: dropped without ending the word

// Appends the folded character at `at` to `word` and says what it was; moves `at` behind it.
Sign fold(std::string_view text, std::size_t& at, std::string& word) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = std::min(sequence_size(lead), text.size() - at);
    const std::size_t begin = at;
    at += size;
    if (size == 1) {
        const char c = text[begin];
        if (c >= 'A' && c <= 'Z') {
            word += static_cast<char>(c - 'A' + 'a');
            return Sign::letter;
        }
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word += c;
            return Sign::letter;
        }
        return c == '-' || c == '\'' || c == '`' ? Sign::inside : Sign::gap;
    }
    const std::uint32_t code = code_at(text, begin, size);
    char base = '-';
    if (code >= 0xC0 && code < 0x250) {
        base = kLatin[code - 0xC0];
    } else if (code >= 0x1E00 && code < 0x1F00) {
        base = kLatinAdditional[code - 0x1E00];
    }
    if (base != '-') {
        word += base;
        if (code == 0xDF || code == 0x1E9E) {  // ß is ss
            word += 's';
        } else if (code == 0xC6 || code == 0xE6 || code == 0x152 || code == 0x153) {  // æ, œ
            word += 'e';
        } else if (code == 0xDE || code == 0xFE) {  // þ
            word += 'h';
        }
        return Sign::letter;
    }
    if (code == 0xA0 || code == 0x3000 || (code >= 0x2000 && code <= 0x200A)) {
        return Sign::gap;
    }
    // Combining marks, hyphens and apostrophes of General Punctuation, modifier letters such as ʿ.
    if ((code >= 0x2B0 && code <= 0x36F) || (code >= 0x200B && code <= 0x2015) || (code >= 0x2018 && code <= 0x201B)) {
        return Sign::inside;
    }
    word.append(text, begin, size);
    return Sign::letter;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    std::size_t at = 0;
    while (at < name.size()) {
        if (fold(name, at, word) == Sign::gap && !word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string letters;
    for (const std::string& word : words) {
        letters += word;
    }
    return letters;
}

bool puts_family_name_first(std::string_view state) {
    constexpr std::array<std::string_view, 9> kStates{"KOR", "PRK", "CHN", "TWN", "HKG", "MAC", "VNM", "KHM", "HUN"};
    return std::find(kStates.begin(), kStates.end(), state) != kStates.end();
}

bool is_shorter_name(const std::vector<std::string>& part, const std::vector<std::string>& whole, bool family_first) {
    if (part.empty() || part.size() >= whole.size()) {
        return false;
    }
    if (std::equal(part.rbegin(), part.rend(), whole.rbegin())) {  // a family name at the end, of one word or more
        return true;
    }
    const bool same_family = family_first ? part.front() == whole.front() : part.back() == whole.back();
    if (!same_family) {
        return false;
    }
    auto at = part.begin();
    for (auto word = whole.begin(); word != whole.end() && at != part.end(); ++word) {
        at += *word == *at ? 1 : 0;
    }
    return at == part.end();
}

std::string name_slug(std::string_view name) {
    std::string slug;
    std::string word;
    std::size_t at = 0;
    while (at < name.size()) {
        const char c = name[at];
        if (fold(name, at, word) != Sign::letter && c != '\'' && c != '`' && !word.empty()) {
            slug.append(slug.empty() ? "" : "-").append(word);
            word.clear();
        }
    }
    if (!word.empty()) {
        slug.append(slug.empty() ? "" : "-").append(word);
    }
    return slug;
}

}  // namespace demarche
