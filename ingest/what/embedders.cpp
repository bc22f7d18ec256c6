#include "what/embedders.hpp"

#include <array>
#include <optional>
#include <utility>

namespace demarche {

namespace {

template <typename Value, std::size_t N>
std::optional<Value> value_of(std::string_view text, const std::array<std::pair<std::string_view, Value>, N>& names) {
    for (const auto& [name, value] : names) {
        if (name == text) {
            return value;
        }
    }
    return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Part>, 3> kParts{
    {{"verb", Part::verb}, {"noun", Part::noun}, {"adjective", Part::adjective}}};
constexpr std::array<std::pair<std::string_view, Complement>, 3> kComplements{
    {{"clause", Complement::clause}, {"verb", Complement::verb}, {"noun", Complement::noun}}};

std::optional<Reality> reality_from(std::string_view text) {
    for (const Reality reality : {Reality::same, Reality::occurred, Reality::ongoing, Reality::planned, Reality::possible,
                                  Reality::denied, Reality::off}) {
        if (to_string(reality) == text) {
            return reality;
        }
    }
    return std::nullopt;
}

}  // namespace

Embedders Embedders::load(const DataFolders& folders) {
    const Table table = Table::load(folders, "status.tsv", {"words", "part", "complement", "affirmed", "negated"});
    Embedders embedders;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto part = value_of(table.at(row, 1), kParts);
        const auto affirmed = reality_from(table.at(row, 3));
        const auto negated = reality_from(table.at(row, 4));
        if (!part) {
            table.fail(row, "part must be verb, noun or adjective");
        }
        if (!affirmed || !negated) {
            table.fail(row, "affirmed and negated must be same, occurred, ongoing, planned, possible, denied or off");
        }
        for (const std::string_view name : split_cell(table.at(row, 2))) {
            const auto complement = value_of(name, kComplements);
            if (!complement) {
                table.fail(row, "complement must be clause, verb or noun");
            }
            Words& words = embedders.words_[slot(*part, *complement)];
            for (const std::string_view word : split_cell(table.at(row, 0))) {
                if (words.contains(word) && !table.from_user(row)) {
                    table.fail(row, "\"" + std::string(word) + "\" has such a row already; leave one of them out");
                }
                words.insert_or_assign(std::string(word), Signature{*affirmed, *negated});
            }
        }
    }
    return embedders;
}

const Signature* Embedders::find(std::string_view word, Part part, Complement complement) const {
    const Words& words = words_[slot(part, complement)];
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &found->second;
}

}  // namespace demarche
