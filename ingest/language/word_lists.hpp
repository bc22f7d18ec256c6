// The closed word lists of tokenizer and sentence splitter: data/language/{abbreviations,contractions,prefixes,closings,
// sentence_starters}.tsv. Immutable.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche::language {

enum class Abbreviation : std::uint8_t {
    none,
    title,   // a name follows; never ends a sentence
    inner,   // never ends a sentence
    number,  // an abbreviation only before a number
    end,     // may end a sentence
    last,    // ends a sentence before a capital
};

// A word that is cut without a mark between its parts ("cannot", "dont").
struct Contraction {
    enum class When : std::uint8_t { always, start, unnamed, before };
    std::array<std::uint8_t, 3> parts{};  // bytes; the last may be 0
    When when = When::always;
    std::vector<std::string> before;  // words one of which must follow
};

class WordLists {
public:
    static WordLists load(const DataFolders& folders);  // throws DataError

    [[nodiscard]] Abbreviation abbreviation(std::string_view form) const;       // with its period
    [[nodiscard]] bool starts_sentence(std::string_view lower) const;           // "the" is rarely a capital inside a name
    [[nodiscard]] bool is_prefix(std::string_view form) const;                  // "anti" of "anti-ship", any case
    [[nodiscard]] bool is_closing_phrase(std::string_view form) const;          // "Regards" above a signature, any case
    [[nodiscard]] const Contraction* contraction(std::string_view form) const;  // any case; null if it is none

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    void load_contractions(const DataFolders& folders);

    using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
    std::unordered_map<std::string, Abbreviation, Hash, std::equal_to<>> abbreviations_;
    Set starters_;
    Set prefixes_;
    Set closings_;
    std::unordered_map<std::string, Contraction, Hash, std::equal_to<>> contractions_;
    // By length: the first and last letters that contractions have, as bits. Spares nearly every word the look-up.
    struct Letters {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    std::array<Letters, 9> contraction_letters_{};
};

}  // namespace demarche::language
