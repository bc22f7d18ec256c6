// The closed word lists of tokenizer and sentence splitter: data/language/{abbreviations,sentence_starters,prefixes}.tsv.
// Immutable.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

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

class WordLists {
public:
    static WordLists load(const DataFolders& folders);  // throws DataError

    [[nodiscard]] Abbreviation abbreviation(std::string_view form) const;  // with its period
    [[nodiscard]] bool starts_sentence(std::string_view lower) const;      // "the" is rarely a capital inside a name
    [[nodiscard]] bool is_prefix(std::string_view form) const;             // "anti" of "anti-ship", any case

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
    std::unordered_map<std::string, Abbreviation, Hash, std::equal_to<>> abbreviations_;
    Set starters_;
    Set prefixes_;
};

}  // namespace demarche::language
