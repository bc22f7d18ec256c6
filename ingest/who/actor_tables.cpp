#include "who/actor_tables.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace demarche {

namespace {

constexpr std::array<std::pair<std::string_view, Sense>, 15> kRoles{{
    {"title", Sense::title},
    {"honorific", Sense::honorific},
    {"rank", Sense::rank},
    {"domain", Sense::domain},
    {"former", Sense::former},
    {"suffix", Sense::suffix},
    {"body", Sense::body},
    {"rule", Sense::rule},
    {"official", Sense::official},
    {"group_head", Sense::group_head},
    {"group_cause", Sense::group_cause},
    {"town", Sense::town},
    {"motion", Sense::motion},
    {"saying", Sense::saying},
    {"none", Sense::none},
}};

// "x" is no kind …
std::string quoted(std::string_view value, std::string_view rest) {
    std::string text(1, '"');
    text.append(value).append(1, '"').append(rest);
    return text;
}

bool alpha3(std::string_view text) {
    return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool code(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

// Palaces and quarters are more than one word or are told here; a capital is a town.
bool is_town(std::string_view seat) {
    constexpr std::array<std::string_view, 14> houses{"Kremlin",   "Elysee",      "Élysée",  "Matignon",  "Planalto",
                                                      "Itamaraty", "Zhongnanhai", "Kantei",  "Whitehall", "Farnesina",
                                                      "Quirinale", "Rosenbad",    "Moncloa", "Bankova"};
    constexpr std::array<std::string_view, 13> marks{"House", "Palace", "Street", "Palazzo", "Bottom", "Office", "Castle",
                                                     "Casa",  "Hill",   "No. 10", "Number",  "Quai",   "Wa Dae"};
    if (std::find(houses.begin(), houses.end(), seat) != houses.end()) {
        return false;
    }
    return std::none_of(marks.begin(), marks.end(),
                        [&](std::string_view mark) { return seat.find(mark) != std::string_view::npos; });
}

}  // namespace

std::unique_ptr<const ActorTables> ActorTables::load(const DataFolders& folders) {
    auto tables = std::make_unique<ActorTables>();
    tables->load_states(folders);
    tables->load_surname_states(folders);
    for (const std::string_view file : {"who/orgs.tsv", "who/orgs_own.tsv", "who/agencies.tsv", "who/aid.tsv",
                                        "who/movements.tsv", "who/parties.tsv", "who/groups.tsv"}) {
        tables->load_organisations(folders, file);
    }
    tables->load_seats(folders);
    tables->load_persons(folders, "who/persons.tsv");
    tables->load_persons(folders, "who/persons_past.tsv");
    tables->load_words(folders);
    tables->load_collectives(folders);
    tables->load_names(folders);
    tables->load_homographs(folders);
    tables->lexicon_.finish();
    tables->organisation_ids_ = {};
    std::sort(tables->surnames_.begin(), tables->surnames_.end());
    return tables;
}

void ActorTables::load_states(const DataFolders& folders) {
    const Table table =
        Table::load(folders, "who/states.tsv", {"id", "name", "names", "adjectives", "people", "seats", "combining"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (!alpha3(table.at(r, 0))) {
            table.fail(r, quoted(table.at(r, 0), " is no alpha-3 code; write three capitals"));
        }
        if (table.at(r, 1).empty()) {
            table.fail(r, "the state has no name; fill the column \"name\"");
        }
        const std::uint32_t known = find_state(table.at(r, 0));  // a user's row adds names to a state
        const auto index = known != npos ? known : static_cast<std::uint32_t>(states_.size());
        if (known == npos) {
            states_.push_back({std::string(table.at(r, 0)), std::string(table.at(r, 1)), true, false});
            const std::pair<std::string, std::uint32_t> entry{states_.back().id, index};
            state_ids_.insert(std::lower_bound(state_ids_.begin(), state_ids_.end(), entry), entry);
        }
        lexicon_.add(table.at(r, 1), Sense::state_name, index);
        constexpr std::array<std::pair<std::size_t, Sense>, 4> columns{
            {{2, Sense::state_name}, {3, Sense::state_adjective}, {4, Sense::state_people}, {6, Sense::combining}}};
        for (const auto& [column, sense] : columns) {
            for (const std::string_view name : split_cell(table.at(r, column))) {
                lexicon_.add(name, sense, index);
            }
        }
        for (const std::string_view seat : split_cell(table.at(r, 5))) {
            lexicon_.add(seat, Sense::seat, static_cast<std::uint32_t>(seats_.size()));
            seats_.push_back({index, false, is_town(seat)});
        }
    }
}

void ActorTables::load_organisations(const DataFolders& folders, std::string_view file) {
    const Table table = Table::load(folders, file, {"id", "name", "names", "kind", "state"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        OrganisationRow row{std::string(table.at(r, 0)), std::string(table.at(r, 1)), std::string(table.at(r, 4)),
                            ActorKind::organisation, false};
        const std::string_view kind = table.at(r, 3);
        if (kind == "group") {
            row.kind = ActorKind::group;
        } else if (kind == "media") {
            row.media = true;
        } else if (kind != "organisation") {
            table.fail(r, quoted(kind, " is no kind; write organisation, group or media"));
        }
        if (!code(row.id) || (!row.state.empty() && !code(row.state))) {
            table.fail(r, "id and state may hold letters, digits and \"-\" only");
        }
        // A row with a known id and state adds names ("Taleban" to the Taliban).
        const std::string key = row.id + "\t" + row.state + (row.kind == ActorKind::group ? "\tgroup" : "");
        const auto [known, fresh] = organisation_ids_.try_emplace(key, static_cast<std::uint32_t>(organisations_.size()));
        const std::uint32_t index = known->second;
        if (fresh) {
            organisations_.push_back(std::move(row));
        }
        for (const std::string_view name : split_cell(table.at(r, 2))) {
            lexicon_.add(name, Sense::organisation, index);
        }
    }
}

void ActorTables::load_seats(const DataFolders& folders) {
    const Table table = Table::load(folders, "who/seats.tsv", {"name", "organisation"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const auto found = std::find_if(organisations_.begin(), organisations_.end(),
                                        [&](const OrganisationRow& row) { return row.id == table.at(r, 1); });
        if (found == organisations_.end()) {
            table.fail(r, quoted(table.at(r, 1), " is no id of orgs.tsv"));
        }
        lexicon_.add(table.at(r, 0), Sense::seat, static_cast<std::uint32_t>(seats_.size()));
        seats_.push_back({static_cast<std::uint32_t>(found - organisations_.begin()), true, true});
    }
}

void ActorTables::load_persons(const DataFolders& folders, std::string_view file) {
    Table table = Table::load(folders, file, {"name", "aliases", "state", "office", "class", "surname", "first", "last"});
    const std::uint64_t article_al = fold_list("al")[0];
    const std::uint64_t article_el = fold_list("el")[0];
    persons_.reserve(persons_.size() + table.rows());
    const auto key = [&](std::size_t r) {
        return combine(combine(fold_hash(table.at(r, 0)), fold_hash(table.at(r, 2))), fold_hash(table.at(r, 3)));
    };
    std::unordered_set<std::uint64_t> replaced;  // a user's rows of a person in an office replace the program's
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (table.from_user(r)) {
            replaced.insert(key(r));
        }
    }
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (!table.from_user(r) && !replaced.empty() && replaced.contains(key(r))) {
            continue;
        }
        bool known = false;
        PersonRow row;
        row.office_class = office_class_from(table.at(r, 4), known);
        if (!known) {
            table.fail(r, quoted(table.at(r, 4), " is no class of office; write one of the classes of words.tsv"));
        }
        const auto first = parse_iso_date(table.at(r, 6));
        const auto last = parse_iso_date(table.at(r, 7));
        if (!first || !last || *first > *last) {
            table.fail(r, "first and last must be days such as 2025-06-10, in this order");
        }
        row.name = table.at(r, 0);
        row.state = table.at(r, 2);
        row.office = table.at(r, 3);
        row.surname = table.at(r, 5);
        row.first = *first;
        row.last = *last;
        const auto index = static_cast<std::uint32_t>(persons_.size());
        const auto add = [&](std::string_view name) {
            if (name.find(' ') != std::string_view::npos) {  // one word alone is known only with a title
                lexicon_.add(name, Sense::person, index);
            }
        };
        add(row.name);
        for (const std::string_view alias : split_cell(table.at(r, 1))) {
            add(alias);
        }
        surnames_.emplace_back(fold_hash(row.surname), index);
        if (const std::vector<std::uint64_t> parts = fold_list(row.surname);
            parts.size() == 2 && (parts[0] == article_al || parts[0] == article_el)) {
            surnames_.emplace_back(combine(0, parts[1]), index);  // "Assad" of "al-Assad"
        }
        persons_.push_back(row);
    }
    for (std::unique_ptr<std::string>& text : table.release()) {
        texts_.push_back(std::move(text));
    }
}

void ActorTables::load_words(const DataFolders& folders) {
    const Table table = Table::load(folders, "who/words.tsv", {"phrase", "role", "class", "state"});
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const std::string_view role = table.at(r, 1);
        const auto* const found =
            std::find_if(kRoles.begin(), kRoles.end(), [&](const auto& entry) { return entry.first == role; });
        if (found == kRoles.end()) {
            table.fail(r, quoted(role, " is no role of a word; see the other rows"));
        }
        WordRow row;
        row.state = table.at(r, 3);
        if (!row.state.empty() && find_state(row.state) == npos) {
            table.fail(r, quoted(row.state, " is no state of states.tsv"));
        }
        if (found->second == Sense::title) {
            bool known = false;
            row.office_class = office_class_from(table.at(r, 2), known);
            if (!known) {
                table.fail(r, quoted(table.at(r, 2), " is no class of office"));
            }
        } else {
            row.slug = table.at(r, 2);
        }
        lexicon_.add(table.at(r, 0), found->second, static_cast<std::uint32_t>(words_.size()));
        words_.push_back(std::move(row));
    }
    const Table others = Table::load(folders, "who/not_actors.tsv", {"name"});
    for (std::size_t r = 0; r < others.rows(); ++r) {
        lexicon_.add(others.at(r, 0), Sense::none, 0);
    }
}

const HomographRow* ActorTables::homograph(std::uint64_t name) const {
    const auto found =
        std::find_if(homographs_.begin(), homographs_.end(), [&](const HomographRow& row) { return row.name == name; });
    return found == homographs_.end() ? nullptr : &*found;
}

std::uint32_t ActorTables::find_state(std::string_view id) const {
    const auto found = std::lower_bound(state_ids_.begin(), state_ids_.end(), id,
                                        [](const auto& entry, std::string_view key) { return entry.first < key; });
    return found != state_ids_.end() && found->first == id ? found->second : npos;
}

bool ActorTables::given_name(std::uint64_t word) const { return std::binary_search(given_.begin(), given_.end(), word); }
bool ActorTables::family_first(std::uint64_t word) const {
    return std::binary_search(family_first_.begin(), family_first_.end(), word);
}

std::span<const std::pair<std::uint64_t, std::uint32_t>> ActorTables::with_surname(std::uint64_t surname) const {
    const auto from = std::lower_bound(surnames_.begin(), surnames_.end(), std::pair(surname, std::uint32_t{0}));
    auto to = from;
    while (to != surnames_.end() && to->first == surname) {
        ++to;
    }
    return {from, to};
}

}  // namespace demarche
