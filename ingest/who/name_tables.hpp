// Words that tell of what kind a name is: "Party", "University", "River", "Senator". Read once, shared by all threads.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche {

enum class NameWord : std::uint8_t {
    party,         // what its class of names ends with, or begins before "of": "Party", "Union of"
    organisation,  // "University"
    event,         // "War", "Conference"
    work,          // "Treaty", "Prize"
    place,         // "River"
    state,         // "Empire"
    state_name,    // former states and parts of states by their whole name
    soft_party,    // a party if a cause stands in the name, else another organisation: "Alliance"
    cause,         // "Democratic"
    follower,      // who is of a creed or people: "Democrat", "Muslim"; a name of nothing that acts
    role,          // capitalised before a person's name: "Senator"
    person_noun,   // small words before a person's name: "novelist"
    not_name       // begins sentences: "However"
};

class NameTables {
public:
    // who/name_words.tsv. Throws DataError for an unknown use.
    static std::unique_ptr<const NameTables> load(const DataFolders& folders);

    // Does the word, a folded hash of one or several words, have this use?
    [[nodiscard]] bool is(std::uint64_t words, NameWord use) const;

private:
    std::vector<std::pair<std::uint64_t, NameWord>> words_;  // sorted
};

}  // namespace demarche
