// Words that tell how two events hang together: the table data/links.tsv, whose head tells its columns. Immutable after load.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/graph/event.hpp"
#include "demarche/ingest/table.hpp"

namespace demarche {

struct Rule;

// How a word binds the two events.
enum class Bond : std::uint8_t { verb, answer, preposition, conjunction, adverb, anaphor, sequel };

// Kinds and PLOVER types; empty for any.
struct KindSet {
    std::vector<std::string> names;

    [[nodiscard]] bool holds(const Rule& rule) const;
};

struct LinkWord {
    std::vector<std::string> rest;  // words that follow the first: "response", "to" of "in response to"
    LinkType type = LinkType::about;
    bool reversed = false;  // the link goes from the object or complement
    KindSet from;
    KindSet to;
};

class LinkWords {
public:
    // Reads links.tsv of every folder; a user's rows come first. Throws DataError with file and line.
    static LinkWords load(const DataFolders& folders);

    // The rows that begin with `word`, in their order. One hash lookup.
    [[nodiscard]] std::span<const LinkWord> find(std::string_view word, Bond bond) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Words = std::unordered_map<std::string, std::vector<LinkWord>, Hash, std::equal_to<>>;

    void add(const Table& table, std::size_t row);

    std::array<Words, 7> words_;  // by Bond
};

}  // namespace demarche
