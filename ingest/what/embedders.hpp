// What a word says about the event in its complement: the table data/status.tsv, whose head tells its values. Immutable after
// load.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "demarche/ingest/table.hpp"
#include "what/reality.hpp"

namespace demarche {

enum class Part : std::uint8_t { verb, noun, adjective };
enum class Complement : std::uint8_t { clause, verb, noun };

struct Signature {
    Reality affirmed = Reality::same;
    Reality negated = Reality::same;
};

class Embedders {
public:
    // Reads status.tsv of every folder; a user's row replaces the program's. Throws DataError with file and line.
    static Embedders load(const DataFolders& folders);

    // `word`: a lemma, or lemma and particle as "rule_out". nullptr if the table has nothing. One hash lookup.
    [[nodiscard]] const Signature* find(std::string_view word, Part part, Complement complement) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Words = std::unordered_map<std::string, Signature, Hash, std::equal_to<>>;
    static std::size_t slot(Part part, Complement complement) {
        return (static_cast<std::size_t>(part) * 3) + static_cast<std::size_t>(complement);
    }
    std::array<Words, 9> words_;  // by slot()
};

}  // namespace demarche
