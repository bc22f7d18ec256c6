#include "where/place_cells.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace demarche {

std::optional<double> degrees(const Table& table, std::size_t row, std::size_t column, double limit) {
    const std::string_view cell = table.at(row, column);
    if (cell.empty()) {
        return std::nullopt;
    }
    const std::optional<double> value = number<double>(cell);
    if (!value || *value < -limit || *value > limit) {
        table.fail(row, "\"" + std::string(cell) + "\" is no latitude or longitude; write degrees such as 3.1412 or -77.0364");
    }
    return value;
}

PlaceFeature feature_of(const Table& table, std::size_t row, std::string_view text) {
    static constexpr std::pair<std::string_view, PlaceFeature> names[] = {
        {"city", PlaceFeature::city},     {"seat", PlaceFeature::seat},           {"capital", PlaceFeature::capital},
        {"region", PlaceFeature::region}, {"continent", PlaceFeature::continent}, {"site", PlaceFeature::site},
        {"border", PlaceFeature::site},   {"disputed", PlaceFeature::site},       {"venue", PlaceFeature::site},
        {"base", PlaceFeature::site},     {"water", PlaceFeature::site},          {"office", PlaceFeature::site},
        {"feature", PlaceFeature::site}};
    const auto* const found =
        std::find_if(std::begin(names), std::end(names), [&](const auto& pair) { return pair.first == text; });
    if (found == std::end(names)) {
        table.fail(row,
                   "unknown feature \"" + std::string(text) +
                       "\"; use city, seat, capital, region, continent, site, border, disputed, venue, base, water or office");
    }
    return found->second;
}

Caution caution_of(const Table& table, std::size_t row, std::string_view text) {
    if (text.empty()) {
        return Caution::none;
    }
    if (text == "name") {
        return Caution::name;
    }
    if (text == "word") {
        return Caution::word;
    }
    if (text == "pinned") {
        return Caution::pinned;
    }
    table.fail(row, "unknown caution \"" + std::string(text) + "\"; use name, word, pinned or nothing");
}

}  // namespace demarche
