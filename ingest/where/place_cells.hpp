// Cells of the tables of places. What is wrong with one is an error that names file and line.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

#include "where/place_tables.hpp"

namespace demarche {

template <typename T>
[[nodiscard]] std::optional<T> number(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

// Empty for an empty cell.
[[nodiscard]] std::optional<double> degrees(const Table& table, std::size_t row, std::size_t column, double limit);
[[nodiscard]] PlaceFeature feature_of(const Table& table, std::size_t row, std::string_view text);
[[nodiscard]] Caution caution_of(const Table& table, std::size_t row, std::string_view text);

}  // namespace demarche
