#include "what/rules.hpp"

#include <algorithm>
#include <set>

namespace demarche {

namespace {

struct Kind {
    std::string_view plover;
    std::string_view cameo;
    std::string_view direction;
};

// A user's rule takes the place of the program's rule of the same id; the first `own` are the program's.
void replace_own(std::vector<Rule>& rules, std::ptrdiff_t own) {
    std::set<std::string> users;
    for (auto rule = rules.begin() + own; rule != rules.end(); ++rule) {
        users.insert(rule->id);
    }
    const auto end_of_own = rules.begin() + own;
    const auto kept = std::remove_if(rules.begin(), end_of_own, [&](const Rule& rule) { return users.contains(rule.id); });
    rules.erase(kept, end_of_own);
}

}  // namespace

std::unique_ptr<const Rules> Rules::load(const DataFolders& folders) {
    auto rules = std::make_unique<Rules>();
    rules->embedders_ = Embedders::load(folders);
    rules->subjects_ = load_subjects(folders);
    rules->link_words_ = LinkWords::load(folders);
    for (const std::string& file : data_files({folders.base, {}}, "rules", ".rules")) {
        read_rule_file(file, rules->rules_);
    }
    const auto own = static_cast<std::ptrdiff_t>(rules->rules_.size());
    for (const std::string& folder : folders.extra) {
        for (const std::string& file : data_files({folder, {}}, "rules", ".rules")) {
            read_rule_file(file, rules->rules_);
        }
    }
    replace_own(rules->rules_, own);
    const Table table = Table::load(folders, "kinds.tsv", {"kind", "plover", "cameo", "direction"});
    std::unordered_map<std::string_view, Kind> kinds;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        kinds[table.at(row, 0)] = {table.at(row, 1), table.at(row, 2), table.at(row, 3)};
    }
    std::set<std::string_view> ids;
    for (Rule& rule : rules->rules_) {
        const auto kind = kinds.find(rule.kind);
        if (kind == kinds.end()) {
            throw DataError(rule.where + ": kind \"" + rule.kind + "\" is not in kinds.tsv; name one that is, or add it");
        }
        if (!ids.insert(rule.id).second) {
            throw DataError(rule.where + ": a second rule \"" + rule.id + "\"; give it an id of its own");
        }
        if (rule.args.empty() || (rule.verbs.empty() && rule.nouns.empty())) {
            throw DataError(rule.where + ": rule \"" + rule.id + "\" needs a trigger (verb or noun) and args");
        }
        rule.plover = kind->second.plover;
        rule.direction = kind->second.direction;
        rule.kind_cameo = kind->second.cameo == "-" ? std::string_view{} : kind->second.cameo;
        if (rule.cameo.empty()) {
            rule.cameo = rule.kind_cameo;
        }
        const auto subjects = rules->subjects_.find(rule.kind);
        rule.subjects = subjects == rules->subjects_.end() ? nullptr : &subjects->second;
    }
    for (const Rule& rule : rules->rules_) {  // the vector does not grow any more: pointers into it stay
        for (const VerbTrigger& trigger : rule.verbs) {
            rules->verbs_[trigger.lemma].push_back({&rule, &trigger});
        }
        for (const NounTrigger& trigger : rule.nouns) {
            rules->nouns_[trigger.lemma].push_back({&rule, &trigger});
        }
        rules->objects_.insert(rule.object.begin(), rule.object.end());
    }
    return rules;
}

std::span<const Rules::VerbEntry> Rules::verb(std::string_view lemma) const {
    const auto found = verbs_.find(lemma);
    return found == verbs_.end() ? std::span<const VerbEntry>{} : std::span<const VerbEntry>(found->second);
}

std::span<const Rules::NounEntry> Rules::noun(std::string_view lemma) const {
    const auto found = nouns_.find(lemma);
    return found == nouns_.end() ? std::span<const NounEntry>{} : std::span<const NounEntry>(found->second);
}

std::vector<std::string> Rules::cameo_codes() const {
    std::set<std::string> codes;
    for (const Rule& rule : rules_) {
        if (!rule.cameo.empty()) {
            codes.insert(rule.cameo);
        }
        if (rule.subjects == nullptr) {
            continue;
        }
        for (const Subject& subject : *rule.subjects) {
            if (refines(subject.cameo, rule.cameo, rule.kind_cameo)) {
                codes.insert(subject.cameo);
            }
        }
    }
    return {codes.begin(), codes.end()};
}

std::vector<std::string> Rules::kinds() const {
    std::set<std::string> kinds;
    for (const Rule& rule : rules_) {
        kinds.insert(rule.kind);
    }
    return {kinds.begin(), kinds.end()};
}

}  // namespace demarche
