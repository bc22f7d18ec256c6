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
    Draft entry;
    entry.phrase.sense = sense;
    entry.phrase.index = index;
    std::uint32_t count = 0;
    fold_words(phrase, [&](const FoldedWord& word) {
        if (count == 0) {
            entry.first = word.hash;
        }
        if (count < kLongest) {
            const std::uint32_t need = word.all_capitals ? 2U : word.initial_capital ? 1U : 0U;
            entry.phrase.capitals |= need << (2 * count);
        }
        entry.phrase.all = combine(entry.phrase.all, word.hash);
        ++count;
    });
    if (count == 0 || count > kLongest) {
        return;
    }
    entry.phrase.words = count;
    drafts_.push_back(entry);
}

void Lexicon::finish() {
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
        return a.first != b.first                 ? a.first < b.first
               : a.phrase.words != b.phrase.words ? a.phrase.words > b.phrase.words
                                                  : a.phrase.all < b.phrase.all;
    });
    std::vector<Phrase> phrases;
    phrases.reserve(drafts_.size());
    std::vector<Bucket> buckets;
    std::vector<std::uint64_t> filter(kFilterBits / 64);
    for (const Draft& draft : drafts_) {
        if (buckets.empty() || buckets.back().first != draft.first) {
            const auto begin = static_cast<std::uint32_t>(phrases.size());
            buckets.push_back({draft.first, begin, begin});
            const std::uint64_t bit = filter_bit(draft.first);
            filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
        }
        phrases.push_back(draft.phrase);
        ++buckets.back().end;
    }
    drafts_ = {};
    std::vector<Bucket> slots(std::bit_ceil(buckets.size() * 2 + 2));
    for (const Bucket& bucket : buckets) {
        std::uint64_t slot = spread(bucket.first) & (slots.size() - 1);
        while (slots[slot].end != 0) {
            slot = (slot + 1) & (slots.size() - 1);
        }
        slots[slot] = bucket;
    }
    phrases_ = Frozen(std::move(phrases));
    buckets_ = Frozen(std::move(slots));
    filter_ = Frozen(std::move(filter));
}

std::uint32_t Lexicon::match_phrases(std::span<const DocumentWord> words, std::vector<Meaning>& found) const {
    const std::uint64_t mask = buckets_.size() - 1;
    std::uint64_t slot = spread(words[0].hash) & mask;
    while (buckets_[slot].end != 0 && buckets_[slot].first != words[0].hash) {
        slot = (slot + 1) & mask;
    }
    const Bucket& bucket = buckets_[slot];
    if (bucket.end == 0) {
        return 0;
    }
    const std::span<const Phrase> phrases = phrases_.span().subspan(bucket.begin, bucket.end - bucket.begin);
    std::array<std::uint64_t, kLongest + 1> upto{};
    std::size_t usable = 1;
    upto[1] = combine(0, words[0].hash);
    const std::size_t wanted = std::min<std::size_t>(words.size(), phrases.front().words);
    while (usable < wanted && words[usable].joined) {
        upto[usable + 1] = combine(upto[usable], words[usable].hash);
        ++usable;
    }
    const auto fits = [&](const Phrase& phrase) {
        for (std::uint32_t w = 0; w < phrase.words; ++w) {
            const std::uint32_t need = (phrase.capitals >> (2 * w)) & 3U;
            if (need != 0 && !(need == 1 ? words[w].initial_capital : words[w].all_capitals)) {
                return false;
            }
        }
        return true;
    };
    const auto longer = [](const Phrase& a, const Phrase& b) { return a.words != b.words ? a.words > b.words : a.all < b.all; };
    for (std::size_t length = usable; length > 0; --length) {
        if (length < words.size() && words[length].token == words[length - 1].token) {
            continue;  // a phrase ends with a token
        }
        Phrase key;
        key.words = static_cast<std::uint32_t>(length);
        key.all = upto[length];
        std::uint32_t matched = 0;
        for (auto at = std::lower_bound(phrases.begin(), phrases.end(), key, longer);
             at != phrases.end() && at->words == length && at->all == key.all; ++at) {
            if (fits(*at)) {
                found.push_back({at->sense, at->index});
                matched = at->words;
            }
        }
        if (matched != 0) {
            return matched;
        }
    }
    return 0;
}

}  // namespace demarche
