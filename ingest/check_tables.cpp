#include "demarche/ingest/check_tables.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <ranges>
#include <unordered_map>
#include <unordered_set>

#include "demarche/graph/date_span.hpp"
#include "table_files.hpp"
#include "who/actor_tables.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 7> kOrganisations{"who/orgs.tsv",  "who/orgs_own.tsv",  "who/agencies.tsv",
                                                         "who/aid.tsv",   "who/movements.tsv", "who/parties.tsv",
                                                         "who/groups.tsv"};

struct Column {
    std::string type;
    bool full = false;
    bool key = false;
};

struct TableColumns {
    std::vector<std::string_view> names;
    std::vector<Column> columns;
};

using Names = std::unordered_set<std::string_view>;

bool is_number(std::string_view text, double least, double most) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && value >= least && value <= most;
}

bool in_list(std::string_view list, std::string_view value) {
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        if (list.substr(at, end - at) == value) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

class Checker {
public:
    explicit Checker(const DataFolders& folders)
        : folders_(folders), specification_(Table::load({folders.base, {}}, "columns.tsv", {"table", "column", "type", "need"})) {
        for (std::size_t row = 0; row < specification_.rows(); ++row) {
            const bool key = specification_.at(row, 3) == "key";
            TableColumns& table = tables_[specification_.at(row, 0)];
            table.names.push_back(specification_.at(row, 1));
            table.columns.push_back({std::string(specification_.at(row, 2)), key || specification_.at(row, 3) == "full", key});
        }
    }

    TableReport check() {
        collect("who/states.tsv", "id", states_);
        collect("where/countries.tsv", "iso3", countries_);
        for (const std::string_view table : kOrganisations) {
            collect(table, "id", organisations_);
        }
        for (const auto& [name, columns] : tables_) {
            ++report_.tables;
            check_file(folders_.base, name, columns);
            for (const std::string& folder : folders_.extra) {
                std::error_code ignored;
                if (std::filesystem::exists(folder + "/" + std::string(name), ignored)) {
                    check_file(folder, name, columns);
                }
            }
        }
        check_circles();
        Names known;
        for (const auto& [name, columns] : tables_) {
            known.insert(known.end(), name);
        }
        const auto add = [this](std::string problem) { report_.problems.push_back(std::move(problem)); };
        std::ranges::for_each(unknown_tables(folders_, known), add);
        std::ranges::for_each(tables_without_licence(folders_.base, known), add);
        return std::move(report_);
    }

private:
    // A file that is no table is reported when its turn comes.
    void collect(std::string_view name, std::string_view column, Names& into) {
        collect_file(folders_.base, name, column, into);
        for (const std::string& folder : folders_.extra) {
            collect_file(folder, name, column, into);
        }
    }

    void collect_file(const std::string& folder, std::string_view name, std::string_view column, Names& into) {
        try {
            kept_.push_back(Table::load({folder, {}}, name, {column}));
        } catch (const DataError&) {
            return;  // also where a user has no such file
        }
        for (std::size_t row = 0; row < kept_.back().rows(); ++row) {
            into.insert(kept_.back().at(row, 0));
        }
    }

    // Folder by folder: a broken file of the user hides nothing of the program's, and rows of one may repeat keys of the other.
    void check_file(const std::string& folder, std::string_view name, const TableColumns& expected) {
        try {
            const Table table = Table::load({folder, {}}, name, expected.names);
            std::unordered_map<std::uint64_t, std::size_t> keys;  // by hash: a million rows need little memory
            for (std::size_t row = 0; row < table.rows(); ++row) {
                ++report_.rows;
                check_row(table, row, expected);
                check_key(table, row, expected, keys);
            }
        } catch (const DataError& error) {
            report_.problems.emplace_back(error.what());
        }
    }

    void add(const Table& table, std::size_t row, std::string what) {
        report_.problems.push_back(table.where(row) + ": " + std::move(what));
    }

    void check_row(const Table& table, std::size_t row, const TableColumns& expected) {
        std::optional<Day> first;
        for (std::size_t i = 0; i < expected.columns.size(); ++i) {
            const std::string_view cell = table.at(row, i);
            const Column& column = expected.columns[i];
            if (cell.empty()) {
                if (column.full && !column.key) {
                    add(table, row, "the column \"" + std::string(expected.names[i]) + "\" is empty; fill it");
                }
                continue;
            }
            if (const std::string wrong = wrong_value(column.type, cell); !wrong.empty()) {
                add(table, row,
                    "\"" + std::string(cell) + "\" in the column \"" + std::string(expected.names[i]) + "\" " + wrong);
            }
            if (column.type == "day") {
                const std::optional<Day> day = parse_iso_date(cell);
                if (first && day && *day < *first) {
                    add(table, row, "the last day is before the first; change the two");
                }
                first = day;
            }
        }
        if (!table.at(row, 0).empty()) {
            return;
        }
        bool nothing = true;
        for (std::size_t i = 0; i < expected.columns.size(); ++i) {
            nothing = nothing && !(expected.columns[i].key && !table.at(row, i).empty());
        }
        if (nothing) {
            add(table, row, "the row has no key; fill the column \"" + std::string(expected.names[0]) + "\" or delete the row");
        }
    }

    void check_key(const Table& table, std::size_t row, const TableColumns& expected,
                   std::unordered_map<std::uint64_t, std::size_t>& keys) {
        std::string key;
        for (std::size_t i = 0; i < expected.columns.size(); ++i) {
            if (expected.columns[i].key) {
                key.append(table.at(row, i)).append(1, '\t');
            }
        }
        if (key.empty()) {
            return;  // a table without a key
        }
        const auto [known, fresh] = keys.try_emplace(XXH3_64bits(key.data(), key.size()), row);
        if (!fresh) {
            add(table, row, "the same as " + table.where(known->second) + " in its key columns; join the two rows");
        }
    }

    // Several states that act as one: "PRK-KOR-USA-CHN".
    [[nodiscard]] bool all_states(std::string_view cell) const {
        for (std::size_t at = 0; at <= cell.size();) {
            const std::size_t end = std::min(cell.find('-', at), cell.size());
            if (!states_.contains(cell.substr(at, end - at))) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    // "" or what is wrong with a value, and what to do.
    [[nodiscard]] std::string wrong_value(std::string_view type, std::string_view cell) const {
        if (type == "text") {
            return {};
        }
        if (type == "number") {
            return is_number(cell, -1e18, 1e18) ? "" : "is no number";
        }
        if (type == "latitude" || type == "longitude") {
            const double limit = type == "latitude" ? 90.0 : 180.0;
            return is_number(cell, -limit, limit) ? "" : "is no latitude or longitude; write degrees such as 3.1412 or -77.0364";
        }
        if (type == "day") {
            return parse_iso_date(cell) ? "" : "is no day; write it as 2025-06-10";
        }
        if (type == "office") {
            bool known = false;
            (void)office_class_from(cell, known);
            return known ? "" : "is no class of office; see the column class of who/words.tsv";
        }
        if (type == "state") {
            return states_.contains(cell) ? "" : "is no id of who/states.tsv; correct it or add the state";
        }
        if (type == "country") {
            return countries_.contains(cell) ? "" : "is no code of where/countries.tsv; correct it or add the country";
        }
        if (type == "organisation") {
            return organisations_.contains(cell) ? "" : "is no id of an organisation; correct it or add one to who/orgs.tsv";
        }
        if (type == "actor") {
            return states_.contains(cell) || organisations_.contains(cell) || all_states(cell)
                       ? ""
                       : "is neither a state nor an organisation of the tables; correct it or add a row for it";
        }
        return in_list(type, cell) ? "" : "is not allowed; use one of " + std::string(type);
    }

    // An organisation acts for the state or the organisation in its column "state", itself at the end. Each is walked once.
    void check_circles() {
        std::unordered_map<std::string, std::pair<std::string, std::string>>
            owner;  // id -> whom it acts for, and where it says so
        for (const std::string_view name : kOrganisations) {
            try {
                const Table table = Table::load(folders_, name, {"id", "state"});
                for (std::size_t row = 0; row < table.rows(); ++row) {
                    if (table.at(row, 0) != table.at(row, 1) && !table.at(row, 1).empty() &&
                        !states_.contains(table.at(row, 1))) {
                        owner.try_emplace(std::string(table.at(row, 0)), table.at(row, 1), table.where(row));
                    }
                }
            } catch (const DataError&) {
                continue;  // reported with the table
            }
        }
        std::unordered_map<std::string_view, std::string_view> seen;  // id -> from where it was first reached
        std::vector<std::string> circles;
        for (const auto& [start, unused] : owner) {
            std::string_view at = start;
            for (auto next = owner.find(start); next != owner.end() && seen.try_emplace(at, start).second;
                 next = owner.find(std::string(at))) {
                at = next->second.first;
            }
            const auto reached = seen.find(at);
            const auto own = owner.find(std::string(at));
            if (reached != seen.end() && reached->second == start && own != owner.end()) {
                circles.push_back(circle_text(at, owner));
            }
        }
        std::sort(circles.begin(), circles.end());
        report_.problems.insert(report_.problems.end(), circles.begin(), circles.end());
    }

    // Told from its smallest id, so that the order of a hash table does not show.
    static std::string circle_text(std::string_view on,
                                   const std::unordered_map<std::string, std::pair<std::string, std::string>>& owner) {
        std::vector<std::string> ids{std::string(on)};
        for (std::string next = owner.at(ids.back()).first; next != ids.front(); next = owner.at(next).first) {
            ids.push_back(next);
        }
        std::rotate(ids.begin(), std::min_element(ids.begin(), ids.end()), ids.end());
        std::string text = owner.at(ids.front()).second + ": organisations act for each other in a circle (";
        for (const std::string& id : ids) {
            text += id + " -> ";
        }
        return text + ids.front() + "); let one of them act for a state or itself";
    }

    const DataFolders& folders_;
    Table specification_;
    std::map<std::string_view, TableColumns> tables_;
    std::vector<Table> kept_;  // what the sets of names look into
    Names states_;
    Names countries_;
    Names organisations_;
    TableReport report_;
};

}  // namespace

TableReport check_tables(const DataFolders& folders) { return Checker(folders).check(); }

}  // namespace demarche
