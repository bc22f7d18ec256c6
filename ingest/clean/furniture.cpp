#include "clean/furniture.hpp"

#include <cstring>

#include "clean/letters.hpp"

namespace demarche {

namespace {

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

FurnitureKind kind_from(std::string_view text) {
    if (text == "drop") {
        return FurnitureKind::drop;
    }
    if (text == "footer") {
        return FurnitureKind::footer;
    }
    if (text == "end") {
        return FurnitureKind::end;
    }
    if (text == "caption") {
        return FurnitureKind::caption;
    }
    if (text == "note") {
        return FurnitureKind::note;
    }
    return text == "headline" ? FurnitureKind::headline : FurnitureKind::none;
}

}  // namespace

void Furniture::load(const DataFolders& folders) {
    const Table table = Table::load(folders, "furniture.tsv", {"kind", "match", "phrase"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const FurnitureKind kind = kind_from(table.at(row, 0));
        const std::string phrase = folded(table.at(row, 2));
        if (kind == FurnitureKind::none) {
            table.fail(row, "the kind must be drop, footer, end, caption, note or headline");
        }
        if (trim(phrase).empty()) {
            table.fail(row, "the phrase is empty; write it or take the line out");
        }
        const std::string_view match = table.at(row, 1);
        if (match == "exact") {
            exact_.emplace(phrase, kind);
        } else if (match == "prefix") {
            Index& index = kind == FurnitureKind::note ? notes_ : kind == FurnitureKind::headline ? headlines_ : prefixes_;
            index[std::string(first_word(phrase))].push_back({phrase, kind});
        } else if (match == "contains") {
            if (phrase.size() < 4) {
                table.fail(row, "a phrase to be found inside a text needs at least four bytes, or it would match everywhere");
            }
            contained_.resize(slots);
            contained_[slot_of(phrase)].push_back({{phrase, kind}, static_cast<std::uint32_t>(row)});
        } else {
            table.fail(row, "the match must be exact, prefix or contains");
        }
    }
}

std::size_t Furniture::prefix_of(std::string_view folded_text, const Index& index, FurnitureKind* kind) {
    // A phrase may end inside the text's first word ("copyright2025"), so every beginning of that word may be a key; it is short.
    const std::string_view word = first_word(folded_text).substr(0, 32);
    std::size_t best = 0;
    std::string key;
    for (const char c : word) {
        key.push_back(c);
        const auto found = index.find(key);
        if (found == index.end()) {
            continue;
        }
        for (const Phrase& phrase : found->second) {
            if (phrase.text.size() <= best || !folded_text.starts_with(phrase.text)) {
                continue;
            }
            const char last = phrase.text.back();
            const char next = folded_text.size() > phrase.text.size() ? folded_text[phrase.text.size()] : ' ';
            if ((is_alpha(last) || is_digit(last)) && is_alpha(next)) {
                continue;  // "read" in "readiness"
            }
            best = phrase.text.size();
            if (kind != nullptr) {
                *kind = phrase.kind;
            }
        }
    }
    return best;
}

std::uint32_t Furniture::slot_of(std::string_view four_bytes) {
    std::uint32_t value = 0;
    std::memcpy(&value, four_bytes.data(), sizeof(value));
    return (value * 2654435761U) >> 20U;  // Knuth's multiplicative hash, 12 bits
}

FurnitureKind Furniture::contained_kind(std::string_view folded_text) const {
    const Contained* best = nullptr;
    for (std::size_t at = 0; !contained_.empty() && at + 4 <= folded_text.size(); ++at) {
        for (const Contained& candidate : contained_[slot_of(folded_text.substr(at, 4))]) {
            if ((best == nullptr || candidate.rank < best->rank) && folded_text.substr(at).starts_with(candidate.phrase.text)) {
                best = &candidate;
            }
        }
    }
    return best == nullptr ? FurnitureKind::none : best->phrase.kind;
}

FurnitureKind Furniture::kind_of(std::string_view folded_text) const {
    folded_text = trim(folded_text);
    if (folded_text.size() <= 64) {
        if (const auto found = exact_.find(std::string(folded_text)); found != exact_.end()) {
            return found->second;
        }
    }
    FurnitureKind kind = FurnitureKind::none;
    if (prefix_of(folded_text, prefixes_, &kind) != 0) {
        return kind;
    }
    // Captions and legal lines are short; a long paragraph that holds such words is text.
    constexpr std::size_t longest = 900;
    if (folded_text.size() <= longest) {
        return contained_kind(folded_text);
    }
    return FurnitureKind::none;
}

}  // namespace demarche
