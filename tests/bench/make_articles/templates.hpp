// The sentences of tests/bench/templates.tsv, cut at their placeholders once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche::bench {

enum class Slot : std::uint8_t {
    none,
    name,
    person,
    title,
    surname,
    adjective,
    capital,  // of a state
    place,
    place_country,
    weekday,
    date,
    month,
    topic,
    activity,
    product,
    rate,
    office,
    new_name,
    new_surname
};

struct Piece {
    std::string_view text;  // before the slot
    Slot slot = Slot::none;
    std::uint8_t state = 0;  // 0, 1, 2 for a, b, c
    bool upper = false;      // at the start of a sentence
};

using Sentence = std::vector<Piece>;

struct Story {  // sentences for one kind and status
    std::string kind;
    std::string status;
    std::vector<Sentence> titles;
    std::vector<Sentence> leads;
    std::vector<Sentence> bodies;
};

struct Templates {
    std::vector<Story> stories;
    std::vector<Sentence> fillers;
    std::vector<std::string_view> topics;
    std::vector<std::string_view> activities;
    std::vector<std::string_view> products;
    std::vector<std::string_view> offices;

    static Templates load(const std::string& folder);  // throws DataError

private:
    std::unique_ptr<Table> table_;  // owns the text
};

}  // namespace demarche::bench
