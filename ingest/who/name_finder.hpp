// Finds names in a document and tells of what kind they are. Lives for one call of find_names.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

#include "who/name_tables.hpp"
#include "who/scene.hpp"

namespace demarche {

class NameFinder {
public:
    NameFinder(Scene& scene, const NameTables& tables) : scene_(scene), tables_(tables) {}

    void run();

private:
    // Capitalised words and what joins them: "Bank of England", "Charles de Gaulle".
    [[nodiscard]] std::uint32_t run_end(std::uint32_t i) const;
    [[nodiscard]] bool begins(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t joiner_end(std::uint32_t begin, std::uint32_t at) const;  // at if none joins here
    // Names the pieces of a run.
    std::uint32_t read_run(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::uint32_t read_piece(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::uint32_t read_known(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::uint32_t read_headed(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::uint32_t read_person(std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] std::uint32_t read_lone_head(std::uint32_t i, std::uint32_t end, NameKind kind);
    void read_word(std::uint32_t i, std::uint32_t end);
    [[nodiscard]] bool head_at(std::uint32_t begin, std::uint32_t i, NameKind& kind) const;
    [[nodiscard]] NameKind kind_of_group(std::uint32_t row, std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool party_text() const;
    [[nodiscard]] bool speaks_of_parties(std::uint32_t i) const;
    [[nodiscard]] bool election_follows(std::uint32_t end) const;
    [[nodiscard]] bool person_by_context(std::uint32_t begin, std::uint32_t end) const;
    void emit(std::uint32_t begin, std::uint32_t end, NameKind kind);

    // The use of the words [begin, end) as one phrase.
    [[nodiscard]] bool is(std::uint32_t begin, std::uint32_t end, NameWord use) const;
    [[nodiscard]] bool is(std::uint32_t i, NameWord use) const { return is(i, i + 1, use); }

    Scene& scene_;
    const NameTables& tables_;
    bool party_sentence_ = false;                               // it speaks of parties, seats, elections
    std::vector<std::pair<std::uint64_t, NameKind>> acronyms_;  // that the text explains
    bool titled_ = false;                                       // a title or role stands right before the piece
    std::unordered_set<std::uint64_t> surnames_;                // of persons named in full so far
};

}  // namespace demarche
