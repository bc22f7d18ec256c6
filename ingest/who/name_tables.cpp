#include "who/name_tables.hpp"

#include <algorithm>
#include <string>

#include "who/lexicon.hpp"

namespace demarche {

namespace {

constexpr std::array<std::pair<std::string_view, NameWord>, 13> kUses{{{"party", NameWord::party},
                                                                       {"organisation", NameWord::organisation},
                                                                       {"event", NameWord::event},
                                                                       {"work", NameWord::work},
                                                                       {"place", NameWord::place},
                                                                       {"state", NameWord::state},
                                                                       {"state_name", NameWord::state_name},
                                                                       {"soft_party", NameWord::soft_party},
                                                                       {"cause", NameWord::cause},
                                                                       {"follower", NameWord::follower},
                                                                       {"role", NameWord::role},
                                                                       {"person_noun", NameWord::person_noun},
                                                                       {"not_name", NameWord::not_name}}};

}  // namespace

std::unique_ptr<const NameTables> NameTables::load(const DataFolders& folders) {
    auto tables = std::make_unique<NameTables>();
    const Table table = Table::load(folders, "who/name_words.tsv", {"word", "use"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const auto* const use =
            std::find_if(kUses.begin(), kUses.end(), [&](const auto& entry) { return entry.first == table.at(r, 1); });
        if (use == kUses.end()) {
            table.fail(r,
                       std::string(1, '"').append(table.at(r, 1)).append("\" is no use of a word in names; see the other rows"));
        }
        tables->words_.emplace_back(fold_hash(table.at(r, 0)), use->second);
    }
    std::sort(tables->words_.begin(), tables->words_.end());
    return tables;
}

bool NameTables::is(std::uint64_t words, NameWord use) const {
    return std::binary_search(words_.begin(), words_.end(), std::pair(words, use));
}

}  // namespace demarche
