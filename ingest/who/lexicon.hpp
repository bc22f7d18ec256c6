// Finds the longest phrase of the tables that begins at a word. Words are compared folded (no case, no diacritics, no full
// stops), so that "U.S." is "US" and "Chavez" is "Chávez"; how the table writes a word says which capitals the text must have.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tables/frozen.hpp"

namespace demarche {

struct FoldedWord {
    std::uint64_t hash = 0;
    bool initial_capital = false;
    bool all_capitals = false;  // and at least two letters
};

// Calls `emit` for each word of `text`: letters, digits and "+" make words, full stops vanish, everything else separates. The
// hash is 64 bits of FNV-1a; two different words of one table collide with a probability below 1e-9, which is taken.
template <typename Emit>
void fold_words(std::string_view text, Emit emit);

// One hash for a sequence of words.
[[nodiscard]] constexpr std::uint64_t combine(std::uint64_t sequence, std::uint64_t word) {
    return (sequence ^ (word + 0x9e3779b97f4a7c15ULL + (sequence << 6U) + (sequence >> 2U))) * 0xff51afd7ed558ccdULL;
}
[[nodiscard]] std::uint64_t fold_hash(std::string_view text);  // of the words of `text` in order; 0 if it has none
[[nodiscard]] std::vector<std::uint64_t> fold_list(std::string_view text);
[[nodiscard]] std::string fold_slug(std::string_view text);  // "park-yoon-joo"

enum class Sense : std::uint8_t {
    state_name,
    state_adjective,
    state_people,
    combining,
    seat,
    organisation,
    person,
    title,
    honorific,
    rank,
    domain,
    former,
    suffix,
    body,
    rule,
    official,
    collective,
    group_head,
    group_cause,
    town,
    motion,
    saying,
    none
};

struct Meaning {
    Sense sense = Sense::none;
    std::uint32_t index = 0;  // row of the table of that sense
};

// A word of a document, in order; `joined` if a phrase may run on from the word before.
struct DocumentWord {
    std::uint64_t hash = 0;
    std::uint32_t token = 0;
    bool initial_capital = false;
    bool all_capitals = false;
    bool joined = false;
};

class Lexicon {
public:
    void add(std::string_view phrase, Sense sense, std::uint32_t index);
    void finish();  // sorts; call once after the last add()

    // Longest phrase at words[0], ending with a token; appends its meanings to `found` and gives the number of words, 0 if none.
    // Most words begin no phrase: those cost one look at a bit. Otherwise O(longest phrase) and a binary search for each length.
    [[nodiscard]] std::uint32_t match(std::span<const DocumentWord> words, std::vector<Meaning>& found) const {
        if (words.empty() || filter_.empty() || !may_begin(words[0].hash)) {
            return 0;
        }
        return match_phrases(words, found);
    }

    // Along its members, for compiled images.
    template <class Self, class Image>
    static void walk(Self& self, Image& image) {
        image.list(self.phrases_);
        image.list(self.buckets_);
        image.list(self.filter_);
    }

private:
    struct Phrase {
        std::uint64_t all = 0;       // hash of its words
        std::uint32_t capitals = 0;  // two bits a word: 0 any, 1 initial, 2 all
        std::uint32_t index = 0;     // of the meaning
        std::uint32_t words = 0;
        Sense sense = Sense::none;
        std::array<std::uint8_t, 3> zero{};
    };
    struct Draft {
        std::uint64_t first = 0;
        Phrase phrase;
    };
    struct Bucket {  // phrases of one first word
        std::uint64_t first = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    [[nodiscard]] std::uint32_t match_phrases(std::span<const DocumentWord> words, std::vector<Meaning>& found) const;
    [[nodiscard]] static std::uint64_t filter_bit(std::uint64_t hash) { return (hash ^ (hash >> 32U)) & (kFilterBits - 1); }
    [[nodiscard]] bool may_begin(std::uint64_t hash) const {
        const std::uint64_t bit = filter_bit(hash);
        return ((filter_[bit / 64] >> (bit % 64)) & 1U) != 0;
    }

    static constexpr std::uint64_t kFilterBits = std::uint64_t{1} << 18U;  // 32 KB: stays in the fastest cache

    std::vector<Draft> drafts_;  // until finish()
    Frozen<Phrase> phrases_;     // by first word, longest first
    Frozen<Bucket> buckets_;     // open addressing; a power of two
    Frozen<std::uint64_t> filter_;
};

// --- fold_words: here because it is a template over a byte loop that must be inlined ---

// Base letter of a Latin letter with diacritics given as UTF-8 at text[at]; sets its length. 0 if it is no such letter.
[[nodiscard]] char fold_letter(std::string_view text, std::size_t at, std::size_t& length, bool& capital);

// What folding does with each byte: the folded one in the low eight bits, flags above.
inline constexpr std::uint32_t kWordByte = 0x100;   // belongs to a word
inline constexpr std::uint32_t kNotLower = 0x200;   // a capital, a digit or "+"
inline constexpr std::uint32_t kCounts = 0x400;     // a letter or digit
inline constexpr std::uint32_t kVanishes = 0x800;   // a full stop
inline constexpr std::uint32_t kNotAscii = 0x1000;  // see fold_letter
inline constexpr std::array<std::uint32_t, 256> kFoldBytes = [] {
    std::array<std::uint32_t, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c) {
        const auto byte = static_cast<std::uint32_t>(c);
        if (c >= 'a' && c <= 'z') {
            bytes[c] = byte | kWordByte | kCounts;
        } else if (c >= 'A' && c <= 'Z') {
            bytes[c] = static_cast<std::uint32_t>(c - 'A' + 'a') | kWordByte | kNotLower | kCounts;
        } else if (c >= '0' && c <= '9') {
            bytes[c] = byte | kWordByte | kNotLower | kCounts;
        } else if (c == '+') {
            bytes[c] = byte | kWordByte | kNotLower;
        } else if (c == '.') {
            bytes[c] = kVanishes;
        } else if (c >= 0x80) {
            bytes[c] = kNotAscii;
        }
    }
    return bytes;
}();

template <typename Emit>
void fold_words(std::string_view text, Emit emit) {
    constexpr std::uint64_t start = 0xcbf29ce484222325ULL;
    FoldedWord word{start, false, true};
    std::uint32_t letters = 0;
    std::uint32_t size = 0;
    const auto flush = [&] {
        if (size > 0) {
            word.all_capitals = word.all_capitals && letters > 1;
            emit(word);
        }
        word = {start, false, true};
        letters = size = 0;
    };
    const auto add = [&](std::uint32_t byte) {
        const bool not_lower = (byte & kNotLower) != 0;
        word.initial_capital = size == 0 ? not_lower : word.initial_capital;
        word.all_capitals = word.all_capitals && not_lower;
        letters += (byte & kCounts) != 0 ? 1U : 0U;
        ++size;
        word.hash = (word.hash ^ (byte & 0xFFU)) * 0x100000001b3ULL;
    };
    for (std::size_t at = 0; at < text.size();) {
        std::uint32_t byte = kFoldBytes[static_cast<unsigned char>(text[at])];
        std::size_t length = 1;
        if ((byte & kNotAscii) != 0) {
            bool capital = false;
            const auto folded = static_cast<unsigned char>(fold_letter(text, at, length, capital));
            const auto other_script = static_cast<std::uint32_t>(folded | kWordByte | kCounts);
            byte = folded >= 0x80 ? other_script : kFoldBytes[folded];
            byte |= capital && (byte & kWordByte) != 0 ? kNotLower : 0U;
        }
        if ((byte & kWordByte) != 0) {
            add(byte);
        } else if ((byte & kVanishes) == 0) {
            flush();
        }
        at += length;
    }
    flush();
}

}  // namespace demarche
