#include "what/link_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "what/rules.hpp"

namespace demarche {

namespace {

constexpr std::array<std::pair<std::string_view, Bond>, 7> kBonds{{{"verb", Bond::verb},
                                                                   {"answer", Bond::answer},
                                                                   {"preposition", Bond::preposition},
                                                                   {"conjunction", Bond::conjunction},
                                                                   {"adverb", Bond::adverb},
                                                                   {"anaphor", Bond::anaphor},
                                                                   {"sequel", Bond::sequel}}};

std::optional<Bond> bond_from(std::string_view text) {
    for (const auto& [name, bond] : kBonds) {
        if (name == text) {
            return bond;
        }
    }
    return std::nullopt;
}

KindSet kinds_from(std::string_view cell) {
    KindSet set;
    for (const std::string_view name : split_cell(cell)) {
        if (name != "*") {
            set.names.emplace_back(name);
        }
    }
    return set;
}

}  // namespace

bool KindSet::holds(const Rule& rule) const {
    return names.empty() || std::any_of(names.begin(), names.end(),
                                        [&](const std::string& name) { return name == rule.kind || name == rule.plover; });
}

void LinkWords::add(const Table& table, std::size_t row) {
    const auto bond = bond_from(table.at(row, 1));
    const auto type = link_type_from(table.at(row, 2));
    const std::string_view side = table.at(row, 3);
    if (!bond) {
        table.fail(row, "part must be verb, answer, preposition, conjunction, adverb, anaphor or sequel");
    }
    if (!type) {
        table.fail(row, "type must be response_to, part_of, about, follows or cancels");
    }
    if (side != "subject" && side != "object" && side != "clause" && side != "complement") {
        table.fail(row, "side must be subject, object, clause or complement");
    }
    for (std::string_view phrase : split_cell(table.at(row, 0))) {
        LinkWord word;
        word.type = *type;
        word.reversed = side == "object" || side == "complement";
        word.from = kinds_from(table.at(row, 4));
        word.to = kinds_from(table.at(row, 5));
        const std::size_t first = std::min(phrase.find('_'), phrase.size());
        const std::string begin(phrase.substr(0, first));
        phrase.remove_prefix(first);
        while (!phrase.empty()) {
            phrase.remove_prefix(1);
            const std::size_t end = std::min(phrase.find('_'), phrase.size());
            word.rest.emplace_back(phrase.substr(0, end));
            phrase.remove_prefix(end);
        }
        words_[static_cast<std::size_t>(*bond)][begin].push_back(std::move(word));
    }
}

LinkWords LinkWords::load(const DataFolders& folders) {
    const Table table = Table::load(folders, "links.tsv", {"words", "part", "type", "side", "from", "to"});
    LinkWords words;
    for (const bool user : {true, false}) {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (table.from_user(row) == user) {
                words.add(table, row);
            }
        }
    }
    return words;
}

std::span<const LinkWord> LinkWords::find(std::string_view word, Bond bond) const {
    const Words& words = words_[static_cast<std::size_t>(bond)];
    const auto found = words.find(word);
    return found == words.end() ? std::span<const LinkWord>{} : std::span<const LinkWord>(found->second);
}

}  // namespace demarche
