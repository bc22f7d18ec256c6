#include "rule_checks.hpp"

#include "what/rules.hpp"
#if __has_include("demarche/ingest/check.hpp")
#include "demarche/ingest/check.hpp"
#endif

namespace demarche::cli {

std::vector<std::string> rule_problems([[maybe_unused]] const Data& data) {
    std::vector<std::string> problems;
#if __has_include("demarche/ingest/check.hpp")
    for (const RuleProblem& problem : check_rules(data)) {
        problems.push_back(problem.text);
    }
#endif
    return problems;
}

namespace {

std::vector<std::string> kinds_of(const auto& rules) {
    if constexpr (requires { rules.kinds(); }) {
        return rules.kinds();
    } else {
        return {};
    }
}

}  // namespace

std::vector<std::string> covered_kinds(const Data& data) { return kinds_of(data.rules()); }

}  // namespace demarche::cli
