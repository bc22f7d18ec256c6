// Lemmas from a word form and its tag: irregular forms by table, the rest by the rules of English spelling.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "demarche/ingest/document.hpp"
#include "demarche/ingest/table.hpp"
#include "language/penn.hpp"

namespace demarche::language {

// data/language/lemma_exceptions.tsv (WordNet), lemmas.tsv (ours, goes first) and stems.tsv. Immutable.
class Lemmas {
public:
    static Lemmas load(const DataFolders& folders);  // throws DataError

    // Lemma of `lower` under `tag`: a view of `lower`, of these tables, or of `buffer`, which must hold lower.size() + 1 bytes.
    // Proper nouns pass their form as it is written.
    [[nodiscard]] std::string_view find(std::string_view lower, Penn tag, char* buffer) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Map = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

    [[nodiscard]] static std::size_t group(Penn tag);  // which of the exceptions go with it
    [[nodiscard]] std::string_view regular(std::string_view lower, Penn tag, char* buffer) const;
    [[nodiscard]] std::string_view verb_stem(std::string_view stem, char* buffer) const;
    [[nodiscard]] std::string_view plural(std::string_view lower) const;

    std::array<Map, 5> exceptions_;                                 // noun, verb, adjective, adverb, other
    std::unordered_set<std::string, Hash, std::equal_to<>> stems_;  // base forms that the rules would miss
};

}  // namespace demarche::language
