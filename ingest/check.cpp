#include "demarche/ingest/check.hpp"

#include <algorithm>
#include <map>

#include "demarche/ingest/code.hpp"
#include "demarche/ingest/data.hpp"
#include "what/rules.hpp"

namespace demarche {

namespace {

Article article_of(const Example& example) {
    Article article;
    article.info.id = "example";
    article.info.outlet = "Example Wire";
    article.info.published = parse_published("2026-01-15");
    article.text = example.sentence;
    article.paragraphs.push_back({0, static_cast<std::uint32_t>(article.text.size())});
    return article;
}

std::string describe(const std::vector<std::pair<Role, std::string>>& actors) {
    std::string text;
    for (const auto& [role, state] : actors) {
        text += text.empty() ? "" : ", ";
        text.append(to_string(role)).append(" ").append(state.empty() ? "?" : state);
    }
    return text.empty() ? "nobody" : text;
}

// "" if the event is what the example says, otherwise what it is.
std::string difference(const Event& event, const Example& example) {
    std::vector<std::pair<Role, std::string>> actors;
    for (const Actor& actor : event.actors) {
        const bool agents = actor.kind == ActorKind::group || actor.kind == ActorKind::organisation;
        if (!agents || !actor.state.empty()) {  // "protesters", "police": examples speak of states
            actors.emplace_back(actor.role, actor.state);
        }
    }
    std::sort(actors.begin(), actors.end());
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    std::vector<std::pair<Role, std::string>> expected = example.actors;
    std::sort(expected.begin(), expected.end());
    expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
    if (actors == expected && (!example.status || *example.status == event.status)) {
        return {};
    }
    return "gives " + describe(actors) + "; " + std::string(to_string(event.status));
}

std::vector<KindCoverage> coverage_of(const Rules& rules) {
    std::map<std::string_view, KindCoverage> kinds;
    for (const Rule& rule : rules.all()) {
        KindCoverage& kind = kinds[rule.kind];
        kind.kind = rule.kind;
        ++kind.rules;
        for (const Example& example : rule.examples) {
            ++(example.match ? kind.matching : kind.not_matching);
        }
    }
    std::vector<KindCoverage> sorted;
    sorted.reserve(kinds.size());
    for (auto& [name, kind] : kinds) {
        sorted.push_back(std::move(kind));
    }
    return sorted;
}

}  // namespace

RuleReport check_rules(const Data& data) {
    RuleReport report;
    report.kinds = coverage_of(data.rules());
    report.cameo_codes = data.rules().cameo_codes();
    Document document;
    for (const Rule& rule : data.rules().all()) {
        ++report.rules;
        for (const Example& example : rule.examples) {
            ++report.examples;
            const Article article = article_of(example);
            const Coding coding = code(article, data, {}, document);
            std::string best;
            bool fired = false;
            bool right = false;
            for (const Event& event : coding.events) {
                // An example that must match may be matched by a sister rule of the kind, or raised to a summit; one that must
                // not concerns this rule alone.
                if (example.match ? event.kind != rule.kind && event.why.rule != rule.id : event.why.rule != rule.id) {
                    continue;
                }
                fired = true;
                best = difference(event, example);
                right = right || best.empty();
            }
            if (example.match && !right) {
                report.problems.push_back({example.where, "rule " + rule.id + " should match and " +
                                                              (fired ? best : std::string("does not")) + ": " +
                                                              example.sentence});
            } else if (!example.match && fired) {
                report.problems.push_back({example.where, "rule " + rule.id + " should not match: " + example.sentence});
            }
        }
    }
    return report;
}

std::vector<std::string> covered_kinds(const Data& data) { return data.rules().kinds(); }

}  // namespace demarche
