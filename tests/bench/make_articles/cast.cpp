#include "cast.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace demarche::bench {

namespace {

constexpr std::string_view kDay = "2025-06-30";  // those in office then play in all articles
constexpr std::size_t kTownsPerState = 6;

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTitles = {
    {{"head_of_state", "President"},
     {"head_of_government", "Prime Minister"},
     {"foreign_minister", "Foreign Minister"},
     {"defence_minister", "Defence Minister"},
     {"trade_minister", "Trade Minister"},
     {"deputy_foreign_minister", "Deputy Foreign Minister"}}};

bool plain(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '-' || c == '\'' || c == '.';
    });
}

std::string title_of(std::string_view kind, std::string_view office) {
    if (kind == "head_of_state" && office.find("King") != std::string_view::npos) {
        return "King";
    }
    for (const auto& [name, title] : kTitles) {
        if (name == kind) {
            return std::string(title);
        }
    }
    return {};
}

std::string with_article(std::string_view name) {
    constexpr std::array<std::string_view, 8> kWithThe = {"United States",      "United Kingdom", "United Arab Emirates",
                                                          "Netherlands",        "Philippines",    "Maldives",
                                                          "Dominican Republic", "Bahamas"};
    const bool the = std::find(kWithThe.begin(), kWithThe.end(), name) != kWithThe.end();
    return (the ? "the " : "") + std::string(name);
}

bool single_word(std::string_view name) {
    return plain(name) && name.size() >= 4 && name.size() <= 10 && name.find_first_of(" .'-") == std::string_view::npos;
}

std::string capitalised(std::string_view name) {
    std::string text(name);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

}  // namespace

Cast Cast::load(const DataFolders& folders) {
    std::map<std::string, State, std::less<>> states;
    std::map<std::string, std::size_t, std::less<>> fame;  // rows of office holders: how much is known of a state
    const Table names = Table::load(folders, "who/states.tsv", {"id", "name", "adjectives"});
    for (std::size_t row = 0; row < names.rows(); ++row) {
        const std::vector<std::string_view> adjectives = split_cell(names.at(row, 2));
        if (!adjectives.empty() && plain(names.at(row, 1))) {
            State& state = states[std::string(names.at(row, 0))];
            state.iso3 = names.at(row, 0);
            state.name = with_article(names.at(row, 1));
            state.adjective = adjectives.front();
        }
    }
    std::set<std::string> surnames;
    const Table persons =
        Table::load(folders, "who/persons.tsv", {"name", "state", "office", "class", "surname", "first", "last"});
    for (std::size_t row = 0; row < persons.rows(); ++row) {
        const auto state = states.find(persons.at(row, 1));
        if (state == states.end()) {
            continue;
        }
        ++fame[state->first];
        if (single_word(persons.at(row, 4)) && persons.at(row, 4)[0] <= 'Z') {
            surnames.insert(std::string(persons.at(row, 4)));  // of anybody in office, for persons who are new to it
        }
        const std::string title = title_of(persons.at(row, 3), persons.at(row, 2));
        const bool in_office = persons.at(row, 5) <= kDay && kDay <= persons.at(row, 6);
        if (!title.empty() && in_office && plain(persons.at(row, 0)) && !persons.at(row, 4).empty()) {
            state->second.persons.push_back({std::string(persons.at(row, 0)), std::string(persons.at(row, 4)), title});
        }
    }
    const Table places = Table::load(folders, "where/places.tsv", {"name", "country", "feature", "caution"});
    for (std::size_t row = 0; row < places.rows(); ++row) {  // the table begins with the most populous
        const auto state = states.find(places.at(row, 1));
        const std::string_view feature = places.at(row, 2);
        if (state == states.end() || feature == "region" || feature == "water" || feature == "disputed" ||
            !plain(places.at(row, 0))) {
            continue;
        }
        const bool capital = feature == "capital";
        if (capital && state->second.capital.empty()) {
            state->second.capital = places.at(row, 0);
        }
        if (capital || (places.at(row, 3).empty() && state->second.towns.size() < kTownsPerState)) {
            state->second.towns.push_back({std::string(places.at(row, 0)), std::string(state->second.name)});
        }
    }
    Cast cast;
    cast.surnames.assign(surnames.begin(), surnames.end());
    for (auto& [iso3, state] : states) {
        if (!state.persons.empty() && !state.capital.empty()) {
            cast.states.push_back(std::move(state));
        }
    }
    std::stable_sort(cast.states.begin(), cast.states.end(),
                     [&](const State& a, const State& b) { return fame[a.iso3] > fame[b.iso3]; });

    const Table people = Table::load(folders, "who/names.tsv", {"name", "use"});
    for (std::size_t row = 0; row < people.rows(); ++row) {
        const std::string_view name = people.at(row, 0);
        if (people.at(row, 1) == "given" && single_word(name)) {
            cast.given_names.push_back(capitalised(name));
        }
    }
    if (cast.states.size() < 3 || cast.given_names.empty() || cast.surnames.empty()) {
        throw DataError(folders.base + ": too few states, persons or names to write articles with; check the data folder");
    }
    return cast;
}

}  // namespace demarche::bench
