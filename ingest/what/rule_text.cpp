// The text of a .rules file: blocks of "key value" lines, each block one rule.
#include <algorithm>
#include <charconv>
#include <optional>

#include "tables/mapped_file.hpp"
#include "what/rules.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 26> kFunctions{
    "subject", "object", "agent", "with", "to",        "on",       "against", "of",       "between",
    "from",    "for",    "in",    "at",   "possessor", "modifier", "support", "attended", "hosted",
    "self",    "clause", "by",    "into", "about",     "after",    "rest",    "parties"};

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

std::vector<std::string> words(std::string_view text, char by = ' ') {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(by), text.size());
        const std::string_view word = trim(text.substr(0, end));
        if (!word.empty()) {
            out.emplace_back(word);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

class RuleReader {
public:
    RuleReader(const std::string& path, std::vector<Rule>& rules) : path_(path), rules_(rules) {}

    void read(std::string_view content) {
        while (!content.empty()) {
            const std::size_t end = std::min(content.find('\n'), content.size());
            ++line_;
            read_line(trim(content.substr(0, end)));
            content.remove_prefix(std::min(end + 1, content.size()));
        }
    }

private:
    [[noreturn]] void fail(const std::string& what) const { throw DataError(where() + ": " + what + "; see docs/rules.md"); }
    std::string where() const { return path_ + ":" + std::to_string(line_); }

    void read_line(std::string_view line) {
        if (line.empty() || line.front() == '#') {
            return;
        }
        const std::size_t space = std::min(line.find_first_of(" \t"), line.size());
        const std::string_view key = line.substr(0, space);
        std::string_view value = trim(line.substr(space));
        if (key != "yes" && key != "no") {
            value = trim(value.substr(0, value.find(" #")));
        }
        if (key == "rule") {
            if (value.empty()) {
                fail("a rule needs an id");
            }
            begun_ = true;
            rules_.emplace_back();
            rules_.back().id = value;
            rules_.back().where = where();
            return;
        }
        if (!begun_) {
            fail("a rule starts with a line \"rule ID\"");
        }
        read_key(key, value, rules_.back());
    }

    void read_key(std::string_view key, std::string_view value, Rule& rule) {
        const auto append = [&](std::vector<std::string>& list) {
            for (std::string& word : words(value)) {
                list.push_back(std::move(word));
            }
        };
        if (key == "kind") {
            rule.kind = value;
        } else if (key == "noun") {
            for (std::string& word : words(value)) {
                const bool plural = word.ends_with('+');
                rule.nouns.push_back({plural ? word.substr(0, word.size() - 1) : word, plural});
            }
        } else if (key == "verb") {
            for (const std::string& word : words(value)) {
                const std::size_t bar = word.find('_');
                rule.verbs.push_back({word.substr(0, bar), bar == std::string::npos ? "" : word.substr(bar + 1)});
            }
        } else if (key == "object") {
            append(rule.object);
        } else if (key == "subject") {
            append(rule.subject);
        } else if (key == "within") {
            append(rule.within);
        } else if (key == "with") {
            append(rule.with);
        } else if (key == "without") {
            append(rule.without);
        } else if (key == "args") {
            read_args(value, rule);
        } else if (key == "need") {
            read_need(value, rule);
        } else if (key == "parties") {
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), rule.parties);
            if (error != std::errc() || end != value.data() + value.size()) {
                fail("parties takes a number");
            }
        } else if (key == "status") {
            rule.status = status_from(value);
            if (!rule.status) {
                fail("unknown status \"" + std::string(value) + "\"");
            }
        } else if (key == "each") {
            rule.each = role_of(key, value);
        } else if (key == "places") {
            rule.places = role_of(key, value);
        } else if (key == "cameo") {
            rule.cameo = value;
        } else if (key == "mode") {
            rule.mode = value;
        } else if (key == "foreign") {
            rule.foreign = true;
        } else if (key == "inside") {
            rule.inside = true;
        } else if (key == "speech") {
            rule.speech = true;
        } else if (key == "negated") {
            rule.negated = true;
            append(rule.modals);
        } else if (key == "yes" || key == "no") {
            read_example(key == "yes", value, rule);
        } else {
            fail("unknown key \"" + std::string(key) + "\"");
        }
    }

    [[nodiscard]] Role role_of(std::string_view key, std::string_view value) const {
        const auto role = role_from(value);
        if (!role) {
            fail(std::string(key) + " takes a role: source, target, participant, host or mediator");
        }
        return *role;
    }

    void read_args(std::string_view value, Rule& rule) const {
        for (const std::string& word : words(value)) {
            const std::size_t equal = word.find('=');
            const auto role = role_from(word.substr(0, equal));
            if (equal == std::string::npos || !role) {
                fail("args takes ROLE=FUNCTION, not \"" + word + "\"");
            }
            ArgumentSpec spec{*role, {}};
            for (const std::string& name : words(std::string_view(word).substr(equal + 1), ',')) {
                const auto function = function_from(name);
                if (!function) {
                    fail("unknown function \"" + name + "\"");
                }
                spec.functions.push_back(*function);
            }
            rule.args.push_back(std::move(spec));
        }
    }

    void read_need(std::string_view value, Rule& rule) const {
        const std::vector<std::string> parts = words(value);
        const auto role = parts.size() == 2 ? role_from(parts[0]) : std::nullopt;
        if (!role || (parts[1] != "person" && parts[1] != "state" && parts[1] != "actor")) {
            fail("need takes a role and person, state or actor");
        }
        rule.needs.emplace_back(*role, parts[1] == "person" ? Need::person : (parts[1] == "state" ? Need::state : Need::actor));
    }

    void read_example(bool match, std::string_view value, Rule& rule) const {
        Example example;
        example.match = match;
        example.where = where();
        const std::size_t arrow = value.find(" => ");
        example.sentence = trim(value.substr(0, arrow));
        if (match && arrow == std::string_view::npos) {
            fail("yes takes SENTENCE => ROLE STATE, … ; STATUS");
        }
        if (arrow != std::string_view::npos) {
            std::string_view expected = value.substr(arrow + 4);
            const std::size_t semicolon = expected.find(';');
            if (semicolon != std::string_view::npos) {
                example.status = status_from(trim(expected.substr(semicolon + 1)));
                if (!example.status) {
                    fail("unknown status in the example");
                }
            }
            for (const std::string& item : words(expected.substr(0, semicolon), ',')) {
                const std::vector<std::string> pair = words(item);
                const auto role = pair.size() == 2 ? role_from(pair[0]) : std::nullopt;
                if (!role) {
                    fail("an expected actor is ROLE STATE, not \"" + item + "\"");
                }
                example.actors.emplace_back(*role, pair[1]);
            }
        }
        rule.examples.push_back(std::move(example));
    }

    const std::string& path_;
    std::vector<Rule>& rules_;
    std::uint32_t line_ = 0;
    bool begun_ = false;  // a rule of this file; those of other files stand in the same list
};

}  // namespace

std::optional<Function> function_from(std::string_view text) {
    const auto found = std::find(kFunctions.begin(), kFunctions.end(), text);
    return found == kFunctions.end() ? std::nullopt : std::optional(static_cast<Function>(found - kFunctions.begin()));
}

void read_rule_file(const std::string& path, std::vector<Rule>& rules) {
    const std::optional<MappedFile> file = MappedFile::open(path);
    if (!file) {
        throw DataError(path + ": cannot be read; check the data folder (--data)");
    }
    RuleReader(path, rules).read(file->text());
}

}  // namespace demarche
