// The event rules of data/rules/*.rules, compiled: looked up by the lemma of a trigger, so that the cost of a sentence does not
// grow with their number. Immutable after load, shared by all threads. docs/rules.md tells the format.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "demarche/graph/event.hpp"
#include "demarche/ingest/table.hpp"
#include "what/embedders.hpp"
#include "what/link_words.hpp"
#include "what/subjects.hpp"

namespace demarche {

// Where a rule looks for an argument.
enum class Function : std::uint8_t {
    subject,
    object,
    agent,
    with,
    to,
    on,
    against,
    of,
    between,
    from,
    for_,
    in,
    at,
    possessor,
    modifier,
    support,
    attended,
    hosted,
    self,
    clause,
    by,
    into,
    about,
    after,
    rest,
    parties
};
[[nodiscard]] std::optional<Function> function_from(std::string_view text);

enum class Need : std::uint8_t { person, state, actor };

struct ArgumentSpec {
    Role role = Role::participant;
    std::vector<Function> functions;
};

struct Example {
    std::string sentence;
    bool match = true;
    std::vector<std::pair<Role, std::string>> actors;  // role and state
    std::optional<Status> status;
    std::string where;  // file:line
};

struct VerbTrigger {
    std::string lemma;
    std::string particle;  // preposition or particle that must follow, "" if none
};

struct NounTrigger {
    std::string lemma;
    bool plural = false;  // only in the plural
};

struct Rule {
    std::string id;
    std::string kind;
    std::string plover;
    std::string cameo;
    std::string kind_cameo;                          // the code of its kind
    const std::vector<Subject>* subjects = nullptr;  // finer codes of its kind by what is spoken of; owned by Rules
    std::string mode;
    std::string direction;  // "symmetric", "directed", …
    std::vector<VerbTrigger> verbs;
    std::vector<NounTrigger> nouns;
    std::vector<std::string> object;
    std::vector<std::string> subject;
    std::vector<std::string> within;
    std::vector<std::string> with;
    std::vector<std::string> without;
    std::vector<ArgumentSpec> args;
    std::vector<std::pair<Role, Need>> needs;
    std::optional<Status> status;
    std::optional<Role> each;    // one event for each actor of this role
    std::optional<Role> places;  // a town stands for its state in this role
    std::uint32_t parties = 0;
    bool foreign = false;
    bool inside = false;
    bool speech = false;
    bool negated = false;
    std::vector<std::string> modals;  // of a negated verb; empty: with any or none
    std::vector<Example> examples;
    std::string where;
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class Rules {
public:
    struct VerbEntry {
        const Rule* rule;
        const VerbTrigger* trigger;
    };
    struct NounEntry {
        const Rule* rule;
        const NounTrigger* trigger;
    };

    // Throws DataError with file, line and a hint for a broken rule.
    static std::unique_ptr<const Rules> load(const DataFolders& folders);

    [[nodiscard]] std::span<const VerbEntry> verb(std::string_view lemma) const;
    [[nodiscard]] std::span<const NounEntry> noun(std::string_view lemma) const;
    [[nodiscard]] bool triggers(std::string_view lemma) const { return verbs_.contains(lemma) || nouns_.contains(lemma); }
    // Words that the rules know as nouns and never as verbs: "tariff", "broadcast".
    [[nodiscard]] bool only_noun(std::string_view lemma) const {
        return (nouns_.contains(lemma) || objects_.contains(lemma)) && !verbs_.contains(lemma);
    }
    [[nodiscard]] const Embedders& embedders() const { return embedders_; }
    [[nodiscard]] const LinkWords& link_words() const { return link_words_; }
    [[nodiscard]] std::span<const Rule> all() const { return rules_; }
    [[nodiscard]] std::vector<std::string> cameo_codes() const;  // that an event can get, sorted
    [[nodiscard]] std::vector<std::string> kinds() const;        // that some rule gives, sorted

private:
    template <typename Entry>
    using Index = std::unordered_map<std::string, std::vector<Entry>, TextHash, std::equal_to<>>;
    std::vector<Rule> rules_;
    Embedders embedders_;
    Subjects subjects_;
    LinkWords link_words_;
    Index<VerbEntry> verbs_;
    Index<NounEntry> nouns_;
    std::unordered_set<std::string, TextHash, std::equal_to<>> objects_;
};

// Reads one .rules file into `rules`; kinds and codes are filled by Rules::load.
void read_rule_file(const std::string& path, std::vector<Rule>& rules);

}  // namespace demarche
