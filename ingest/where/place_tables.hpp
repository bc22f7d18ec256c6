// The gazetteer: names of places and countries, and where they are. Loaded once, immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "demarche/graph/event.hpp"
#include "demarche/ingest/table.hpp"
#include "tables/frozen.hpp"
#include "tables/table_image.hpp"

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

    // What load() gave when the image was written. Throws ImageError if the image holds something else.
    static std::unique_ptr<const PlaceTables> from(std::shared_ptr<const TableImage> image, std::size_t part);
    void write(ImageWriter& image) const;

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
    // A name as the tables write it; the text of all names stands in one piece, so that namesakes lie side by side.
    struct Name {
        std::uint64_t first_word = 0;  // hash
        std::uint32_t text = 0;        // into letters_
        std::uint16_t size = 0;
        bool shortened = false;
        bool exact = false;       // an abbreviation in capitals: only itself
        std::uint32_t first = 0;  // into lists_
        std::uint32_t count = 0;
    };
    struct Draft;

    void load_countries(const DataFolders& folders, Draft& draft);
    void load_places(const DataFolders& folders, Draft& draft);
    void load_heads(const DataFolders& folders);
    void build_index(Draft& draft);
    template <class Self, class Image>
    static void walk(Self& self, Image& image);  // along the members, for images
    [[nodiscard]] std::optional<Match> match_names(std::string_view text, std::size_t at, std::uint64_t hash) const;
    [[nodiscard]] static std::uint64_t filter_bit(std::uint64_t hash) { return (hash ^ (hash >> 32U)) & (kFilterBits - 1); }

    static constexpr std::uint64_t kFilterBits = std::uint64_t{1} << 18U;  // 32 KB: stays in the fastest cache

    std::vector<std::unique_ptr<std::string>> texts_;  // what all views look into, or
    std::shared_ptr<const TableImage> image_;
    std::vector<PlaceEntry> entries_;
    std::vector<std::string_view> countries_;
    std::unordered_map<std::string_view, std::uint16_t> country_index_;
    std::vector<std::pair<std::string_view, Head>> heads_;  // by word
    Frozen<char> letters_;
    Frozen<Name> names_;           // by hash of the first word, longest first
    Frozen<std::uint32_t> lists_;  // entries of each name
    Frozen<std::uint32_t> slots_;  // open addressing: first name of each first word, plus one
    Frozen<std::uint64_t> filter_;
};

}  // namespace demarche
