// The tables of words about actors: agents without a name, names of persons, names that mean something else.
#include <algorithm>

#include "who/actor_tables.hpp"

namespace demarche {

namespace {

bool slug(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

std::string quoted(std::string_view value, std::string_view rest) {
    std::string text(1, '"');
    text.append(value).append(1, '"').append(rest);
    return text;
}

}  // namespace

void ActorTables::load_collectives(const DataFolders& folders) {
    const Table table = Table::load(folders, "who/collectives.tsv", {"singular", "plural", "class", "kind", "state", "alone"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        CollectiveRow row;
        row.slug = table.at(r, 2);
        if (!slug(row.slug)) {
            table.fail(r, quoted(table.at(r, 2), " is no class; write small letters and \"-\""));
        }
        if (table.at(r, 3) != "group" && table.at(r, 3) != "organisation") {
            table.fail(r, quoted(table.at(r, 3), " is no kind; write organisation or group"));
        }
        if ((table.at(r, 4) != "owner" && table.at(r, 4) != "place") ||
            (table.at(r, 5) != "yes" && table.at(r, 5) != "no" && table.at(r, 5) != "acted_on")) {
            table.fail(r, "state is owner or place, alone is yes, acted_on or no");
        }
        row.kind = table.at(r, 3) == "group" ? ActorKind::group : ActorKind::organisation;
        row.place = table.at(r, 4) == "place";
        row.alone = table.at(r, 5) != "no";
        row.acted_on = table.at(r, 5) == "acted_on";
        for (const bool plural : {false, true}) {
            row.plural = plural;
            if (const std::string_view phrase = table.at(r, plural ? 1 : 0); !phrase.empty()) {
                lexicon_.add(phrase, Sense::collective, static_cast<std::uint32_t>(collectives_.size()));
                collectives_.push_back(row);
            }
        }
    }
}

void ActorTables::load_surname_states(const DataFolders& folders) {
    const Table table = Table::load(folders, "who/surname_states.tsv", {"state"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const std::uint32_t row = find_state(table.at(r, 0));
        if (row == npos) {
            table.fail(r, quoted(table.at(r, 0), " is no state of states.tsv"));
        }
        states_[row].heads_by_surname = true;
    }
}

void ActorTables::load_names(const DataFolders& folders) {
    const Table table = Table::load(folders, "who/names.tsv", {"name", "use"});
    std::vector<std::uint64_t> given;
    std::vector<std::uint64_t> family_first;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (table.at(r, 1) == "given") {
            given.push_back(fold_hash(table.at(r, 0)));
        } else if (table.at(r, 1) == "family_first") {
            family_first.push_back(fold_hash(table.at(r, 0)));
        } else {
            table.fail(r, "the use of a name is given or family_first");
        }
    }
    std::sort(given.begin(), given.end());
    std::sort(family_first.begin(), family_first.end());
    given_ = Frozen(std::move(given));
    family_first_ = Frozen(std::move(family_first));
}

void ActorTables::load_homographs(const DataFolders& folders) {
    const Table table = Table::load(folders, "who/homographs.tsv", {"name", "needs", "refuses_next", "refuses_previous"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        HomographRow row;
        row.name = fold_hash(table.at(r, 0));
        const auto fill = [&](std::vector<std::uint64_t>& to, std::size_t column) {
            for (const std::string_view word : split_cell(table.at(r, column))) {
                to.push_back(fold_hash(word));
            }
        };
        fill(row.needs, 1);
        fill(row.next, 2);
        fill(row.previous, 3);
        homographs_.push_back(std::move(row));
    }
}

}  // namespace demarche
