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
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 1;
        bool capital = false;
        char c = text[at];
        if (c >= 'A' && c <= 'Z') {
            capital = true;
            c = static_cast<char>(c - 'A' + 'a');
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            c = fold_letter(text, at, length, capital);
        }
        const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (letter || (c >= '0' && c <= '9') || c == '+') {
            word.initial_capital = word.initial_capital || (size == 0 && (capital || !letter));
            word.all_capitals = word.all_capitals && (capital || !letter);
            letters += letter || c != '+' ? 1U : 0U;
            ++size;
            word.hash = (word.hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        } else if (c != '.') {
            flush();
        }
        at += length;
    }
    flush();
}

}  // namespace demarche
