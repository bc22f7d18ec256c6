// Phrases that belong to the page or the wire and not to the article: data/furniture.tsv. Immutable after load().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche {

enum class FurnitureKind : std::uint8_t {
    none,
    drop,      // a line to leave out wherever it stands
    footer,    // the list of other articles and everything else below the article begins
    end,       // "(END)"
    caption,   // of a photo
    note,      // to editors, in brackets before the text: "(Adds details)"
    headline,  // before the title: "UPDATE 2-"
};

class Furniture {
public:
    void load(const DataFolders& folders);

    // Kind of a line or paragraph, folded as by folded(); none if it is not in the table. `contains` phrases are asked last.
    // Linear in the text.
    [[nodiscard]] FurnitureKind kind_of(std::string_view folded_text) const;
    // Whether what stands in a leading bracket is a note to editors.
    [[nodiscard]] bool is_note(std::string_view folded_text) const { return prefix_of(folded_text, notes_) != 0; }
    // Length of the headline label at the beginning, 0 if there is none.
    [[nodiscard]] std::size_t headline_label(std::string_view folded_text) const { return prefix_of(folded_text, headlines_); }

private:
    struct Phrase {
        std::string text;
        FurnitureKind kind;
    };
    using Index = std::unordered_map<std::string, std::vector<Phrase>>;  // by the first word

    [[nodiscard]] FurnitureKind contained_kind(std::string_view folded_text) const;
    static std::uint32_t slot_of(std::string_view four_bytes);
    static std::size_t prefix_of(std::string_view folded_text, const Index& index, FurnitureKind* kind = nullptr);

    std::unordered_map<std::string, FurnitureKind> exact_;
    Index prefixes_;
    Index notes_;
    Index headlines_;

    // Phrases to find inside a text, by a hash of their first four bytes: one pass over the text finds them all.
    struct Contained {
        Phrase phrase;
        std::uint32_t rank = 0;  // of two found, the one earlier in the table counts
    };
    static constexpr std::size_t slots = 4096;
    std::vector<std::vector<Contained>> contained_;
};

}  // namespace demarche
