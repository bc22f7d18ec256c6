#include "language/word_lists.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

constexpr std::size_t kLongest = 24;  // no entry is longer; keeps look-ups of huge tokens cheap
constexpr std::size_t kLongestContraction = 8;

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

std::uint32_t letter_bit(char letter) {
    return is_ascii_letter(letter) ? 1U << static_cast<unsigned>(ascii_lower(letter) - 'a') : 0U;
}

template <class Set>
void fill(Set& set, const DataFolders& folders, std::string_view file, std::string_view column) {
    const Table table = Table::load(folders, file, {column});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        set.emplace(table.at(row, 0));
    }
}

template <std::size_t longest, class Map>
auto find_any_case(const Map& map, std::string_view form) {
    std::array<char, longest> buffer{};
    if (form.size() > buffer.size()) {
        return map.end();
    }
    return map.find(std::string_view(buffer.data(), lower_case(form, buffer.data())));
}

// Calls visit with each word between blanks.
template <class Visit>
void each_word(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        visit(text.substr(at, end - at));
        at = end + 1;
    }
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
    fill(lists.starters_, folders, "language/sentence_starters.tsv", "word");
    fill(lists.prefixes_, folders, "language/prefixes.tsv", "prefix");
    fill(lists.closings_, folders, "language/closings.tsv", "word");
    lists.load_contractions(folders);
    return lists;
}

void WordLists::load_contractions(const DataFolders& folders) {
    const Table table = Table::load(folders, "language/contractions.tsv", {"word", "parts", "when"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Contraction contraction;
        std::string whole;
        std::size_t count = 0;
        each_word(table.at(row, 1), [&](std::string_view part) {
            if (count < contraction.parts.size()) {
                contraction.parts[count] = static_cast<std::uint8_t>(part.size());
            }
            ++count;
            whole += part;
        });
        const std::string_view word = table.at(row, 0);
        if (whole != word || word.size() > kLongestContraction || count < 2 || count > contraction.parts.size()) {
            table.fail(row, "\"parts\" must be the word cut in two or three by blanks, at most 8 letters in all");
        }
        const std::string_view when = table.at(row, 2);
        if (when == "start") {
            contraction.when = Contraction::When::start;
        } else if (when == "unnamed") {
            contraction.when = Contraction::When::unnamed;
        } else if (when != "always") {
            contraction.when = Contraction::When::before;
            each_word(when, [&](std::string_view next) { contraction.before.emplace_back(next); });
        }
        Letters& letters = contraction_letters_[word.size()];
        letters.first |= letter_bit(word.front());
        letters.last |= letter_bit(word.back());
        contractions_.insert_or_assign(std::string(word), std::move(contraction));
    }
}

Abbreviation WordLists::abbreviation(std::string_view form) const {
    if (form.size() > kLongest) {
        return Abbreviation::none;
    }
    const auto found = abbreviations_.find(form);
    return found == abbreviations_.end() ? Abbreviation::none : found->second;
}

bool WordLists::starts_sentence(std::string_view lower) const { return lower.size() <= kLongest && starters_.contains(lower); }

bool WordLists::is_prefix(std::string_view form) const { return find_any_case<kLongest>(prefixes_, form) != prefixes_.end(); }

bool WordLists::is_closing_phrase(std::string_view form) const {
    return find_any_case<kLongest>(closings_, form) != closings_.end();
}

const Contraction* WordLists::contraction(std::string_view form) const {
    if (form.empty() || form.size() > kLongestContraction) {
        return nullptr;
    }
    const Letters letters = contraction_letters_[form.size()];
    if ((letters.first & letter_bit(form.front())) == 0 || (letters.last & letter_bit(form.back())) == 0) {
        return nullptr;
    }
    const auto found = find_any_case<kLongestContraction>(contractions_, form);
    return found == contractions_.end() ? nullptr : &found->second;
}

}  // namespace demarche::language
