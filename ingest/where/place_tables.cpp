#include "where/place_tables.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "where/place_cells.hpp"
#include "where/place_names.hpp"

namespace demarche {

namespace {

// An abbreviation in capitals is matched as written only, so that "us" and "Lac" are not "US" and "LAC".
bool capitals_only(std::string_view name) {
    return std::none_of(name.begin(), name.end(),
                        [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

struct PlaceTables::Draft {
    static constexpr std::size_t kLongestName = 0xFFFF;  // bytes; no text has a longer one

    struct Form {
        std::string_view text;
        std::uint32_t entry = 0;
        bool shortened = false;
    };
    std::vector<Form> forms;

    void add(std::string_view text, std::size_t entry, bool shortened) {
        if (text.starts_with("the ")) {
            text.remove_prefix(4);
        }
        if (!text.empty() && text.size() <= kLongestName) {
            forms.push_back({text, static_cast<std::uint32_t>(entry), shortened});
        }
    }
    void add_all(std::string_view cell, std::size_t entry, bool shortened) {
        for (std::size_t at = 0; at <= cell.size();) {
            const std::size_t end = std::min(cell.find('|', at), cell.size());
            add(cell.substr(at, end - at), entry, shortened);
            at = end + 1;
        }
    }
};

std::unique_ptr<const PlaceTables> PlaceTables::load(const DataFolders& folders) {
    auto tables = std::make_unique<PlaceTables>();
    Draft draft;
    tables->countries_.emplace_back();
    tables->load_countries(folders, draft);
    tables->load_places(folders, draft);
    tables->build_index(draft);
    tables->load_heads(folders);
    return tables;
}

void PlaceTables::load_heads(const DataFolders& folders) {
    Table heads = Table::load(folders, "where/heads.tsv", {"word", "reading"});
    for (std::size_t row = 0; row < heads.rows(); ++row) {
        const std::string_view reading = heads.at(row, 1);
        if (reading != "other" && reading != "place") {
            heads.fail(row, "unknown reading \"" + std::string(reading) + "\"; use other or place");
        }
        heads_.emplace_back(heads.at(row, 0), reading == "other" ? Head::other : Head::place);
    }
    // The last row of a word counts: a user's goes before the program's.
    std::stable_sort(heads_.begin(), heads_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto last_of_word = [this](const auto& row) { return &row == &heads_.back() || (&row + 1)->first != row.first; };
    std::vector<std::pair<std::string_view, Head>> kept;
    std::copy_if(heads_.begin(), heads_.end(), std::back_inserter(kept), last_of_word);
    heads_ = std::move(kept);
    std::ranges::move(heads.release(), std::back_inserter(texts_));
}

void PlaceTables::load_countries(const DataFolders& folders, Draft& draft) {
    Table table = Table::load(folders, "where/countries.tsv", {"iso3", "name", "alt", "lat", "lon", "caution"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view iso3 = table.at(row, 0);
        if (iso3.empty() || table.at(row, 1).empty()) {
            table.fail(row, "a country needs its alpha-3 code and a name; fill both columns");
        }
        PlaceEntry entry;
        entry.name = table.at(row, 1);
        entry.country = country_index_.try_emplace(iso3, static_cast<std::uint16_t>(countries_.size())).first->second;
        if (entry.country == countries_.size()) {
            countries_.push_back(iso3);
        }
        entry.feature = PlaceFeature::country;
        entry.lat = degrees(table, row, 3, 90.0);
        entry.lon = degrees(table, row, 4, 180.0);
        entry.caution = table.at(row, 5).empty() ? Caution::none : Caution::name;
        draft.add(entry.name, entries_.size(), false);
        draft.add_all(table.at(row, 2), entries_.size(), false);
        entries_.push_back(entry);
    }
    std::ranges::move(table.release(), std::back_inserter(texts_));
}

void PlaceTables::load_places(const DataFolders& folders, Draft& draft) {
    Table table =
        Table::load(folders, "where/places.tsv",
                    {"geonameid", "name", "alt", "short", "country", "admin1", "lat", "lon", "pop", "feature", "caution"});
    entries_.reserve(entries_.size() + table.rows());
    draft.forms.reserve(table.rows() * 2);
    // A user's row replaces the program's of the same number of GeoNames, or of the same name, country and region.
    const auto key = [&](std::size_t row) {
        const std::string_view number = table.at(row, 0);
        const std::string named =
            std::string(table.at(row, 1)) + '\t' + std::string(table.at(row, 4)) + '\t' + std::string(table.at(row, 5));
        return number.empty() ? named : std::string(number);
    };
    std::unordered_set<std::string> replaced;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table.from_user(row)) {
            replaced.insert(key(row));
        }
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (!table.from_user(row) && !replaced.empty() && replaced.contains(key(row))) {
            continue;
        }
        PlaceEntry entry;
        entry.name = table.at(row, 1);
        if (entry.name.empty()) {
            table.fail(row, "a place needs a name; fill the column \"name\"");
        }
        entry.admin = table.at(row, 5);
        if (!table.at(row, 4).empty()) {
            const auto country = country_index_.find(table.at(row, 4));
            if (country == country_index_.end()) {
                table.fail(row,
                           "no country \"" + std::string(table.at(row, 4)) + "\" in where/countries.tsv; use its alpha-3 code");
            }
            entry.country = country->second;
        }
        entry.lat = degrees(table, row, 6, 90.0);
        entry.lon = degrees(table, row, 7, 180.0);
        entry.geonameid = number<std::int64_t>(table.at(row, 0)).value_or(0);
        entry.population = number<std::uint32_t>(table.at(row, 8)).value_or(0);
        entry.feature = feature_of(table, row, table.at(row, 9));
        entry.caution = caution_of(table, row, table.at(row, 10));
        draft.add(entry.name, entries_.size(), false);
        draft.add_all(table.at(row, 2), entries_.size(), false);
        draft.add_all(table.at(row, 3), entries_.size(), true);
        entries_.push_back(entry);
    }
    std::ranges::move(table.release(), std::back_inserter(texts_));
}

void PlaceTables::build_index(Draft& draft) {
    struct Key {
        std::uint64_t first_word = 0;
        std::uint32_t form = 0;
    };
    std::vector<Key> keys(draft.forms.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        const std::string_view text = draft.forms[i].text;
        keys[i] = {hash_folded(text.substr(0, word_end(text, 0))), i};
    }
    const auto before = [&](const Key& a, const Key& b) {
        if (a.first_word != b.first_word) {
            return a.first_word < b.first_word;
        }
        const Draft::Form& x = draft.forms[a.form];
        const Draft::Form& y = draft.forms[b.form];
        if (x.text.size() != y.text.size()) {
            return x.text.size() > y.text.size();
        }
        if (x.text != y.text) {
            return x.text < y.text;
        }
        return x.shortened != y.shortened ? y.shortened : a.form < b.form;
    };
    std::sort(keys.begin(), keys.end(), before);

    std::vector<Name> names;
    std::vector<std::uint32_t> lists;
    std::vector<char> letters;
    std::string_view last;
    lists.reserve(keys.size());
    for (const Key& key : keys) {
        const Draft::Form& form = draft.forms[key.form];
        if (names.empty() || last != form.text || names.back().shortened != form.shortened) {
            names.push_back({key.first_word, static_cast<std::uint32_t>(letters.size()),
                             static_cast<std::uint16_t>(form.text.size()), form.shortened,
                             form.text.size() <= 6 && capitals_only(form.text), static_cast<std::uint32_t>(lists.size()), 0});
            letters.insert(letters.end(), form.text.begin(), form.text.end());
            last = form.text;
        }
        if (names.back().count == 0 || lists.back() != form.entry) {
            lists.push_back(form.entry);
            ++names.back().count;
        }
    }
    std::vector<std::uint32_t> slots(std::bit_ceil(names.size() * 2 + 1));
    std::vector<std::uint64_t> filter(kFilterBits / 64);
    const std::size_t mask = slots.size() - 1;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        const std::uint64_t first_word = names[i].first_word;
        if (i > 0 && names[i - 1].first_word == first_word) {
            continue;
        }
        const std::uint64_t bit = filter_bit(first_word);
        filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
        std::size_t slot = first_word & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = i + 1;
    }
    letters_ = Frozen(std::move(letters));
    names_ = Frozen(std::move(names));
    lists_ = Frozen(std::move(lists));
    slots_ = Frozen(std::move(slots));
    filter_ = Frozen(std::move(filter));
}

std::optional<PlaceTables::Match> PlaceTables::match(std::string_view text, std::size_t at) const {
    const std::uint64_t hash = hash_folded(text.substr(at, word_end(text, at) - at));
    const std::uint64_t bit = filter_bit(hash);
    if (((filter_[bit / 64] >> (bit % 64)) & 1U) == 0) {
        return std::nullopt;
    }
    return match_names(text, at, hash);
}

std::optional<PlaceTables::Match> PlaceTables::match_names(std::string_view text, std::size_t at, std::uint64_t hash) const {
    const std::string_view letters(letters_.span().data(), letters_.size());
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
        std::size_t i = slots_[slot] - 1;
        if (names_[i].first_word != hash) {
            continue;
        }
        for (; i < names_.size() && names_[i].first_word == hash; ++i) {
            const Name& name = names_[i];
            if (const std::size_t length = match_name(text, at, letters.substr(name.text, name.size), name.exact); length > 0) {
                return Match{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(length), name.shortened,
                             lists_.span().subspan(name.first, name.count)};
            }
        }
        return std::nullopt;
    }
    return std::nullopt;
}

std::uint16_t PlaceTables::country_index(std::string_view iso3) const {
    const auto found = country_index_.find(iso3);
    return found == country_index_.end() ? std::uint16_t{0} : found->second;
}

Place PlaceTables::place(const PlaceEntry& entry) const {
    Place place;
    place.name = entry.name;
    place.country = countries_[entry.country];
    place.lat = entry.lat;
    place.lon = entry.lon;
    if (entry.geonameid != 0) {
        place.geonameid = entry.geonameid;
    }
    return place;
}

PlaceTables::Head PlaceTables::head(std::string_view word) const {
    const auto found = std::lower_bound(heads_.begin(), heads_.end(), word,
                                        [](const auto& row, std::string_view key) { return row.first < key; });
    return found == heads_.end() || found->first != word ? Head::unknown : found->second;
}

}  // namespace demarche
