// The gazetteer: names of places and countries, and where they are. Loaded once, immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/graph/event.hpp"
#include "demarche/ingest/table.hpp"

namespace demarche {

enum class PlaceFeature : std::uint8_t { capital, seat, city, region, country, continent, site };

// Names that are also something else are believed only where the text places something there.
enum class Caution : std::uint8_t {
    none,
    name,    // persons bear it: "Lincoln", "Sydney"
    word,    // an English word: "Nice", "Reading"
    pinned,  // small and with such a name: only before its country or region ("Paris, Texas")
};

struct PlaceEntry {
    std::string_view name;
    std::string_view admin;     // first-order region, "" if not known
    std::uint16_t country = 0;  // index for PlaceTables::country_code; 0 is no country
    PlaceFeature feature = PlaceFeature::city;
    Caution caution = Caution::none;
    std::int64_t geonameid = 0;  // 0 for our own rows
    std::uint32_t population = 0;
    std::optional<double> lat;
    std::optional<double> lon;
};

class PlaceTables {
public:
    // where/places.tsv, where/countries.tsv, where/heads.tsv. Throws DataError.
    static std::unique_ptr<const PlaceTables> load(const DataFolders& folders);

    struct Match {
        std::uint32_t name = 0;                  // the same for every mention of the same name
        std::uint32_t length = 0;                // bytes of the text
        bool shortened = false;                  // stands only after "City," or in a dateline ("Calif.")
        std::span<const std::uint32_t> entries;  // places that bear it, most populous first
    };

    // The longest name that begins at byte `at` and ends where a word ends. A name in capitals throughout also matches.
    // Constant time but for the few names that share a first word.
    [[nodiscard]] std::optional<Match> match(std::string_view text, std::size_t at) const;

    [[nodiscard]] const PlaceEntry& entry(std::uint32_t index) const { return entries_[index]; }
    [[nodiscard]] std::string_view country_code(std::uint16_t country) const { return countries_[country]; }
    [[nodiscard]] std::uint16_t country_index(std::string_view iso3) const;  // 0 if not known
    [[nodiscard]] std::size_t country_count() const { return countries_.size(); }
    [[nodiscard]] Place place(const PlaceEntry& entry) const;

    // What the capitalised word after a place name makes of it: nothing known, still a place, or something else.
    enum class Head : std::uint8_t { unknown, place, other };
    [[nodiscard]] Head head(std::string_view word) const;

private:
    struct Name {
        std::string_view text;
        std::uint64_t first_word = 0;  // hash
        std::uint32_t first = 0;       // into lists_
        std::uint32_t count = 0;
        bool shortened = false;
        bool exact = false;  // an abbreviation in capitals: only itself
    };
    struct Draft;

    void load_countries(const DataFolders& folders, Draft& draft);
    void load_places(const DataFolders& folders, Draft& draft);
    void build_index(Draft& draft);

    std::vector<Table> tables_;  // own the text of all views
    std::vector<PlaceEntry> entries_;
    std::vector<std::string_view> countries_;
    std::unordered_map<std::string_view, std::uint16_t> country_index_;
    std::unordered_map<std::string_view, Head> heads_;
    std::vector<Name> names_;           // by hash of the first word, longest first
    std::vector<std::uint32_t> lists_;  // entries of each name
    std::vector<std::uint32_t> slots_;  // open addressing: first name of each first word, plus one
};

}  // namespace demarche
