// What articles have taught about persons, gathered: who held which office of which state, as seen when and where.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "demarche/graph/coding.hpp"

namespace demarche {

struct LearnedOffice {
    std::string name;  // the fullest
    std::vector<std::string> aliases;
    std::string state;
    std::string office;
    std::optional<Day> first;  // days of the first and the last sight
    std::optional<Day> last;
    std::vector<std::string> articles;  // ids, sorted

    friend bool operator==(const LearnedOffice&, const LearnedOffice&) = default;
};

// One entry an office of a person, by state, name and office. A pure function of the set of records; names of one person are
// brought together as merging does.
[[nodiscard]] std::vector<LearnedOffice> gather_roster(std::span<const Coding> codings);

}  // namespace demarche
