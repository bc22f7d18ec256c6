#include "language/word_lists.hpp"

#include <array>
#include <optional>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

constexpr std::size_t kLongest = 24;  // no entry is longer; keeps look-ups of huge tokens cheap

std::optional<Abbreviation> kind_from(std::string_view text) {
    constexpr std::array<std::string_view, 6> names{"", "title", "inner", "number", "end", "last"};
    for (std::size_t i = 1; i < names.size(); ++i) {
        if (names[i] == text) {
            return static_cast<Abbreviation>(i);
        }
    }
    return std::nullopt;
}

std::string ascii_upper(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        c = is_ascii_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c;
    }
    return upper;
}

}  // namespace

WordLists WordLists::load(const DataFolders& folders) {
    WordLists lists;
    const Table abbreviations = Table::load(folders, "language/abbreviations.tsv", {"form", "kind"});
    for (std::size_t row = 0; row < abbreviations.rows(); ++row) {
        const std::string_view form = abbreviations.at(row, 0);
        const std::optional<Abbreviation> kind = kind_from(abbreviations.at(row, 1));
        if (form.size() < 2 || form.back() != '.' || form.size() > kLongest) {
            abbreviations.fail(row, "an abbreviation is a short word with a period at its end; correct \"form\"");
        }
        if (!kind) {
            abbreviations.fail(row, "unknown kind; use title, inner, number, end or last");
        }
        lists.abbreviations_.insert_or_assign(std::string(form), *kind);
        if (form.size() > 3) {  // "NOV." in a headline; but "NO." there is mostly the word
            lists.abbreviations_.try_emplace(ascii_upper(form), *kind);
        }
    }
    const Table starters = Table::load(folders, "language/sentence_starters.tsv", {"word"});
    for (std::size_t row = 0; row < starters.rows(); ++row) {
        lists.starters_.emplace(starters.at(row, 0));
    }
    const Table prefixes = Table::load(folders, "language/prefixes.tsv", {"prefix"});
    for (std::size_t row = 0; row < prefixes.rows(); ++row) {
        lists.prefixes_.emplace(prefixes.at(row, 0));
    }
    return lists;
}

Abbreviation WordLists::abbreviation(std::string_view form) const {
    if (form.size() > kLongest) {
        return Abbreviation::none;
    }
    const auto found = abbreviations_.find(form);
    return found == abbreviations_.end() ? Abbreviation::none : found->second;
}

bool WordLists::starts_sentence(std::string_view lower) const { return lower.size() <= kLongest && starters_.contains(lower); }

bool WordLists::is_prefix(std::string_view form) const {
    std::array<char, kLongest> buffer{};
    if (form.size() > buffer.size()) {
        return false;
    }
    return prefixes_.contains(std::string_view(buffer.data(), lower_case(form, buffer.data())));
}

}  // namespace demarche::language
