// Runs merge_cases.txt, whose head explains its lines. Every case is also run with its articles in reverse.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "demarche/graph/merge.hpp"

namespace demarche {
namespace {

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string_view::npos ? "" : std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(trimmed(text.substr(0, at)));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::string slug_of(std::string_view name) {  // for names in ASCII; other spellings get an id of their own
    std::string slug;
    for (const char c : name) {
        slug += c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return slug;
}

// "participant KOR", "host ASEAN org", "source Ana Arlen, KOR, Foreign Minister"
Actor read_actor(const std::string& text) {
    Actor actor;
    const std::size_t blank = text.find(' ');
    actor.role = role_from(text.substr(0, blank)).value();
    const std::vector<std::string> parts = split(text.substr(blank + 1), ',');
    actor.name = parts.at(0);
    if (parts.size() == 3) {
        actor.kind = ActorKind::person;
        actor.state = parts[1];
        actor.office = parts[2];
        actor.id = "person." + slug_of(actor.name) + (actor.state.empty() ? "" : "." + actor.state);
    } else if (actor.name.ends_with(" org")) {
        actor.kind = ActorKind::organisation;
        actor.state = actor.name = actor.name.substr(0, actor.name.size() - 4);
        actor.id = "org." + actor.state;
    } else {
        actor.state = actor.name;
        actor.id = "state." + actor.state;
    }
    return actor;
}

std::string plover_of(const std::string& kind) {
    static const std::vector<std::pair<std::string, std::string>> kPlover{
        {"condemnation", "ACCUSE"},  {"accusation", "ACCUSE"}, {"appeal", "REQUEST"},
        {"suspend-talks", "REJECT"}, {"halt", "RETREAT"},      {"agreement", "AGREE"},
        {"attack", "ASSAULT"},       {"tariffs", "SANCTION"},  {"expulsion", "SANCTION"}};
    const auto at = std::find_if(kPlover.begin(), kPlover.end(), [&](const auto& row) { return row.first == kind; });
    return at == kPlover.end() ? "CONSULT" : at->second;
}

struct Case {
    std::string name;
    std::vector<Coding> codings;
    std::vector<std::vector<std::string>> expected;  // words of the lines that say what must come out
};

void read_event(Coding& coding, const std::string& line) {
    const std::vector<std::string> fields = split(line, '|');
    ASSERT_EQ(fields.size(), 7U) << line;
    Event event;
    event.id = coding.article.id + "." + fields[0];
    event.kind = fields[1];
    event.plover = plover_of(event.kind);
    event.status = status_from(fields[2]).value();
    const std::vector<std::string> date = split(fields[3], ' ');
    event.date = parse_edtf(date[0]).value();
    event.date.basis = date.size() > 1 ? basis_from(date[1]).value() : DateBasis::relative;
    if (!fields[4].empty()) {
        const std::vector<std::string> place = split(fields[4], ',');
        event.place = Place{place.at(0), place.at(1), std::nullopt, std::nullopt, std::nullopt};
    }
    if (!fields[5].empty()) {
        for (const std::string& actor : split(fields[5], ';')) {
            event.actors.push_back(read_actor(actor));
        }
    }
    event.mentions.push_back({fields[6], {}, event.kind, {}});
    event.confidence = 0.5;
    coding.events.push_back(std::move(event));
}

std::vector<Case> read_cases() {
    std::ifstream file(std::string(DEMARCHE_TESTS_DIR) + "/graph/merge_cases.txt");
    std::vector<Case> cases;
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') {
            continue;
        }
        const std::size_t blank = line.find(' ');
        const std::string word = line.substr(0, blank);
        const std::string rest = line.substr(blank + 1);
        if (word == "case") {
            cases.push_back({rest, {}, {}});
        } else if (word == "article") {
            Coding& coding = cases.back().codings.emplace_back();
            coding.article.id = rest.substr(0, rest.find(' '));
            coding.article.published = parse_published(rest.substr(rest.find(' ') + 1)).value();
        } else if (word == "event") {
            read_event(cases.back().codings.back(), rest);
        } else if (word == "roster") {
            const std::vector<std::string> parts = split(rest, ',');
            cases.back().codings.back().roster.push_back({parts.at(0), parts.at(1), parts.at(2), std::nullopt});
        } else if (word == "link") {
            Coding& coding = cases.back().codings.back();
            const std::vector<std::string> parts = split(rest, ' ');
            coding.links.push_back({coding.article.id + "." + parts.at(0), coding.article.id + "." + parts.at(2),
                                    link_type_from(parts.at(1)).value(), ""});
        } else {
            cases.back().expected.push_back(split(line, ' '));
        }
    }
    return cases;
}

class Checker {
public:
    explicit Checker(const World& world) : world_(world) {}

    void check(const std::vector<std::string>& line) const {
        const std::string& what = line.at(0);
        const WorldEvent& event = event_of(line.at(1));
        const std::vector<std::string> rest(line.begin() + 2, line.end());
        if (what == "same") {
            EXPECT_EQ(std::set<std::string>(event.codings.begin(), event.codings.end()),
                      std::set<std::string>(line.begin() + 1, line.end()));
        } else if (what == "apart") {
            EXPECT_NE(event.event.id, event_of(rest.at(0)).event.id);
        } else if (what == "status") {
            EXPECT_EQ(to_string(event.event.status), rest.at(0));
        } else if (what == "date") {
            EXPECT_EQ(event.event.date.edtf, rest.at(0));
        } else if (what == "kind") {
            EXPECT_EQ(event.event.kind, rest.at(0));
        } else if (what == "place") {
            ASSERT_TRUE(event.event.place.has_value());
            EXPECT_EQ(event.event.place->name, rest.at(0));
        } else if (what == "actors") {
            std::vector<std::string> ids;
            for (const Actor& actor : event.event.actors) {
                ids.push_back(actor.id);
            }
            std::vector<std::string> wanted = rest;
            std::sort(ids.begin(), ids.end());
            std::sort(wanted.begin(), wanted.end());
            EXPECT_EQ(ids, wanted);
        } else if (what == "agreed") {
            EXPECT_TRUE(event.conflicts.empty()) << event.conflicts.front().field;
        } else if (what == "conflict") {
            check_conflict(event, rest);
        } else if (what == "linked") {
            const std::string& to = event_of(rest.at(1)).event.id;
            EXPECT_TRUE(std::any_of(world_.links.begin(), world_.links.end(), [&](const WorldLink& link) {
                return link.from == event.event.id && link.to == to && to_string(link.type) == rest.at(0);
            }));
        } else if (what == "ground") {
            std::string ground;
            for (const std::string& word : rest) {
                ground += (ground.empty() ? "" : " ") + word;
            }
            EXPECT_TRUE(std::any_of(event.grounds.begin(), event.grounds.end(), [&](const MergeGround& one) {
                return std::find(one.on.begin(), one.on.end(), ground) != one.on.end();
            }));
        } else {
            FAIL() << "no such expectation: " << what;
        }
    }

private:
    static void check_conflict(const WorldEvent& event, const std::vector<std::string>& rest) {
        const auto found = std::find_if(event.conflicts.begin(), event.conflicts.end(),
                                        [&](const Conflict& conflict) { return conflict.field == rest.at(0); });
        ASSERT_NE(found, event.conflicts.end());
        std::vector<std::string> values;
        for (const ConflictValue& value : found->values) {
            EXPECT_FALSE(value.codings.empty());
            values.push_back(value.value);
        }
        EXPECT_EQ(values, std::vector<std::string>(rest.begin() + 1, rest.end()));
    }

    [[nodiscard]] const WorldEvent& event_of(const std::string& coding) const {
        const auto found = std::find_if(world_.events.begin(), world_.events.end(), [&](const WorldEvent& event) {
            return std::find(event.codings.begin(), event.codings.end(), coding) != event.codings.end();
        });
        if (found == world_.events.end()) {
            throw std::runtime_error("no event holds " + coding);
        }
        return *found;
    }

    const World& world_;
};

TEST(MergeCases, ComeOutAsWritten) {
    const std::vector<Case> cases = read_cases();
    EXPECT_GE(cases.size(), 40U);
    for (Case one : cases) {
        const ::testing::ScopedTrace name(__FILE__, __LINE__, one.name);
        ASSERT_FALSE(one.expected.empty());
        for (int turn = 0; turn < 2; ++turn) {
            std::vector<std::string> warnings;
            const World world = merge(merge_partial(one.codings, warnings));
            EXPECT_TRUE(warnings.empty());
            const Checker checker(world);
            for (const auto& line : one.expected) {
                std::ostringstream text;
                std::copy(line.begin(), line.end(), std::ostream_iterator<std::string>(text, " "));
                const ::testing::ScopedTrace expectation(__FILE__, __LINE__, text.str());
                checker.check(line);
            }
            std::reverse(one.codings.begin(), one.codings.end());
        }
    }
}

}  // namespace
}  // namespace demarche
