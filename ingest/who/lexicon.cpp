#include "who/lexicon.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace demarche {

namespace {

// Base letters of U+00C0 .. U+017F; '-' where there is none. Two letters (ß, æ) keep their first.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzz"
    "zzs";

constexpr std::size_t kLongest = 12;  // words of a phrase

std::uint64_t spread(std::uint64_t hash) { return hash ^ (hash >> 29U); }

}  // namespace

char fold_letter(std::string_view text, std::size_t at, std::size_t& length, bool& capital) {
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
    const unsigned lead = byte(0);
    if (lead >= 0xC3 && lead <= 0xC5) {
        length = 2;
        const unsigned code = ((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU);
        const std::size_t index = code - 0xC0U;
        capital =
            code < 0xDF || (code >= 0x100 && ((code >= 0x139 && code <= 0x148) || code >= 0x179 ? code % 2 == 1 : code % 2 == 0));
        const char base = index < kLatin.size() ? kLatin[index] : '-';
        return base == '-' ? ' ' : base;
    }
    if (lead == 0xC8 && byte(1) >= 0x98 && byte(1) <= 0x9B) {  // Romanian s and t with comma
        length = 2;
        capital = byte(1) % 2 == 0;
        return byte(1) < 0x9A ? 's' : 't';
    }
    if (lead == 0xE1 && (byte(1) == 0xBA || byte(1) == 0xBB)) {  // Vietnamese: U+1EA0 .. U+1EF9
        length = 3;
        const unsigned code = (((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU)) + 0x1000U;
        capital = code % 2 == 0;
        return code < 0x1EA0   ? 'z'
               : code < 0x1EB8 ? 'a'
               : code < 0x1EC8 ? 'e'
               : code < 0x1ECC ? 'i'
               : code < 0x1EE4 ? 'o'
               : code < 0x1EF2 ? 'u'
                               : 'y';
    }
    if (lead == 0xCC || (lead == 0xCD && byte(1) < 0xB0)) {  // a combining mark vanishes like a full stop
        length = 2;
        return '.';
    }
    if (lead == 0xC2 || lead == 0xE2) {  // punctuation and symbols
        length = lead == 0xC2 ? 2 : 3;
        return ' ';
    }
    return text[at];  // another script: its bytes are the word
}

std::uint64_t fold_hash(std::string_view text) {
    std::uint64_t all = 0;
    fold_words(text, [&](const FoldedWord& word) { all = combine(all, word.hash); });
    return all;
}

std::vector<std::uint64_t> fold_list(std::string_view text) {
    std::vector<std::uint64_t> words;
    fold_words(text, [&](const FoldedWord& word) { words.push_back(word.hash); });
    return words;
}

std::string fold_slug(std::string_view text) {
    std::string slug;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        bool capital = false;
        char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            c = fold_letter(text, at, length, capital);
        } else if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
        at += length;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            if (gap && !slug.empty()) {
                slug += '-';
            }
            gap = false;
            slug += c;
        } else if (c != '.') {
            gap = true;
        }
    }
    return slug;
}

void Lexicon::add(std::string_view phrase, Sense sense, std::uint32_t index) {
    Phrase entry;
    entry.meaning = {sense, index};
    std::size_t count = 0;
    fold_words(phrase, [&](const FoldedWord& word) {
        if (count == 0) {
            entry.first = word.hash;
        }
        if (count < kLongest) {
            const std::uint32_t need = word.all_capitals ? 2U : word.initial_capital ? 1U : 0U;
            entry.capitals |= need << (2 * count);
        }
        entry.all = combine(entry.all, word.hash);
        ++count;
    });
    if (count == 0 || count > kLongest) {
        return;
    }
    entry.words = static_cast<std::uint8_t>(count);
    phrases_.push_back(entry);
}

void Lexicon::finish() {
    std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
        return a.first != b.first ? a.first < b.first : a.words != b.words ? a.words > b.words : a.all < b.all;
    });
    mask_ = std::bit_ceil(phrases_.size() * 2 + 2) - 1;
    buckets_.assign(mask_ + 1, Bucket{});
    for (std::size_t begin = 0; begin < phrases_.size();) {
        std::size_t end = begin;
        while (end < phrases_.size() && phrases_[end].first == phrases_[begin].first) {
            ++end;
        }
        std::uint64_t slot = spread(phrases_[begin].first) & mask_;
        while (buckets_[slot].end != 0) {
            slot = (slot + 1) & mask_;
        }
        buckets_[slot] = {phrases_[begin].first, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        begin = end;
    }
}

std::uint32_t Lexicon::match(std::span<const DocumentWord> words, std::vector<Meaning>& found) const {
    if (words.empty() || buckets_.empty()) {
        return 0;
    }
    std::uint64_t slot = spread(words[0].hash) & mask_;
    while (buckets_[slot].end != 0 && buckets_[slot].first != words[0].hash) {
        slot = (slot + 1) & mask_;
    }
    const Bucket& bucket = buckets_[slot];
    if (bucket.end == 0) {
        return 0;
    }
    std::array<std::uint64_t, kLongest + 1> upto{};
    std::size_t usable = 1;
    upto[1] = combine(0, words[0].hash);
    const std::size_t wanted = std::min<std::size_t>(words.size(), phrases_[bucket.begin].words);
    while (usable < wanted && words[usable].joined) {
        upto[usable + 1] = combine(upto[usable], words[usable].hash);
        ++usable;
    }
    std::uint32_t length = 0;
    for (std::uint32_t i = bucket.begin; i < bucket.end; ++i) {
        const Phrase& phrase = phrases_[i];
        if (length != 0 && phrase.words < length) {
            break;
        }
        if (phrase.words > usable || upto[phrase.words] != phrase.all ||
            (phrase.words < words.size() && words[phrase.words].token == words[phrase.words - 1U].token)) {
            continue;
        }
        bool fits = true;
        for (std::uint32_t w = 0; w < phrase.words && fits; ++w) {
            const std::uint32_t need = (phrase.capitals >> (2 * w)) & 3U;
            fits = need == 0 || (need == 1 ? words[w].initial_capital : words[w].all_capitals);
        }
        if (fits) {
            found.push_back(phrase.meaning);
            length = phrase.words;
        }
    }
    return length;
}

}  // namespace demarche
