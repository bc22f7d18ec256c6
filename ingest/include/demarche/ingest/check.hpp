// Checking the rules: every example of every rule is coded and compared.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace demarche {

class Data;

struct RuleProblem {
    std::string where;  // file:line
    std::string what;   // one sentence
};

// How well the examples of all rules of one kind show what it is.
struct KindCoverage {
    std::string kind;
    std::size_t rules = 0;
    std::size_t matching = 0;      // examples that must match
    std::size_t not_matching = 0;  // examples that must not

    // Enough to tell the kind from its neighbours: 8 that match, 4 that do not.
    [[nodiscard]] bool well_shown() const { return matching >= 8 && not_matching >= 4; }
};

struct RuleReport {
    std::size_t rules = 0;
    std::size_t examples = 0;
    std::vector<KindCoverage> kinds;       // that some rule gives, sorted
    std::vector<std::string> cameo_codes;  // that an event can get, sorted
    std::vector<RuleProblem> problems;     // examples that do not come out as they say
};

// Codes each example as an article of one sentence, published on 2026-01-15. Deterministic.
[[nodiscard]] RuleReport check_rules(const Data& data);

// Kinds that at least one rule gives, sorted.
[[nodiscard]] std::vector<std::string> covered_kinds(const Data& data);

}  // namespace demarche
