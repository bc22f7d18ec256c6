// One situation told in several ways of our own, in other words, structure and order: the same events must come out of each,
// each once. NAME.tsv beside NAME.txt says which:
//   once KIND STATUS DATE ACTORS NAMES   exactly one event of this kind, status and actors, and it has this date
//   together KIND STATUS DATE ACTORS     the events of this kind have these actors between them, no two the same, and each this
//                                        status and date: what two states do with a third apart may be one event or two
//   never KIND STATUS DATE ACTORS        no such event
//   link TYPE FROM TO, nolink TYPE FROM TO
// "*" is anything; STATUS may be "a|b"; DATE is EDTF, or "within EDTF": inside these bounds and not dated to a day. ACTORS are
// all the roles and states of the event, or some of them with "*" at the end. NAMES must be among its actors. FROM and TO are a
// kind and, optionally, a role and state. known_misses.tsv holds, behind the article's name, expectations that do not hold yet:
// the test fails when one of them begins to hold, so that it is moved to where it belongs.
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>

#include "support.hpp"

namespace demarche::test {
namespace {

bool has_party(const Event& event, std::string_view role, std::string_view state) {
    return std::any_of(event.actors.begin(), event.actors.end(), [&](const Actor& actor) {
        return to_string(actor.role) == role && (state == "*" || actor.state == state);
    });
}

bool has_actors(const Event& event, const std::string& expected) {
    if (expected == "*") {
        return true;
    }
    std::vector<std::string> parties = split(expected, ", ");
    if (parties.back() == "*" || parties.front().ends_with(" *")) {
        return std::all_of(parties.begin(), parties.end(), [&](const std::string& party) {
            return party == "*" || has_party(event, party.substr(0, party.find(' ')), party.substr(party.find(' ') + 1));
        });
    }
    return parties_of(event) == parties_text(std::move(parties));
}

bool has_names(const Event& event, const std::string& expected) {
    const std::vector<std::string> names = split(expected, ", ");
    return expected.empty() || expected == "*" || std::all_of(names.begin(), names.end(), [&](const std::string& name) {
               return std::any_of(event.actors.begin(), event.actors.end(),
                                  [&](const Actor& actor) { return actor.name == name; });
           });
}

bool has_status(const Event& event, const std::string& expected) {
    const std::vector<std::string> allowed = split(expected, "|");
    return expected == "*" || std::find(allowed.begin(), allowed.end(), to_string(event.status)) != allowed.end();
}

bool has_date(const Event& event, const std::string& expected) {
    if (expected == "*") {
        return true;
    }
    if (!expected.starts_with("within ")) {
        return event.date.edtf == expected;
    }
    const auto bounds = parse_edtf(expected.substr(7));
    if (!bounds || !event.date.known() || event.date.precision == Precision::day) {
        return false;
    }
    return (!bounds->first || (event.date.first && *event.date.first >= *bounds->first)) &&
           (!bounds->last || (event.date.last && *event.date.last <= *bounds->last));
}

// The ids of the events that "KIND" or "KIND ROLE STATE" means.
std::vector<std::string> ids_of(const Coding& coding, const std::string& meant) {
    const std::vector<std::string> words = split(meant, " ");
    std::vector<std::string> ids;
    for (const Event& event : coding.events) {
        if (event.kind == words[0] && (words.size() < 3 || has_party(event, words[1], words[2]))) {
            ids.push_back(event.id);
        }
    }
    return ids;
}

bool linked(const Coding& coding, const std::string& type, const std::string& from, const std::string& to) {
    const std::vector<std::string> sources = ids_of(coding, from);
    const std::vector<std::string> targets = ids_of(coding, to);
    return std::any_of(coding.links.begin(), coding.links.end(), [&](const Link& link) {
        return to_string(link.type) == type && std::find(sources.begin(), sources.end(), link.from) != sources.end() &&
               std::find(targets.begin(), targets.end(), link.to) != targets.end();
    });
}

// Why the events of one kind are not, between them, what is expected.
std::string complaint_together(const Coding& coding, const std::vector<std::string>& cells) {
    std::vector<std::string> parties;
    std::set<std::string> each;
    for (const Event& event : coding.events) {
        if (event.kind != cells[1]) {
            continue;
        }
        if (!has_status(event, cells[2]) || !has_date(event, cells[3])) {
            return "another status or date: " + describe(event);
        }
        if (!each.insert(parties_of(event)).second) {
            return "twice: " + describe(event);
        }
        for (std::string& party : split(parties_of(event), ", ")) {
            parties.push_back(std::move(party));
        }
    }
    const std::string all = parties_text(std::move(parties));
    return all == parties_text(split(cells[4], ", ")) ? "" : "together they have " + all;
}

// Why the expectation does not hold, "" if it does.
std::string complaint(const Coding& coding, const std::vector<std::string>& cells) {
    if (cells[0] == "link" || cells[0] == "nolink") {
        return linked(coding, cells[1], cells[2], cells[3]) == (cells[0] == "link") ? "" : "it is the other way round";
    }
    if (cells[0] == "together") {
        return complaint_together(coding, cells);
    }
    const std::string names = cells.size() > 5 ? cells[5] : "";
    int alike = 0;
    int right = 0;
    for (const Event& event : coding.events) {
        if (event.kind != cells[1] || !has_actors(event, cells[4]) || !has_status(event, cells[2])) {
            continue;
        }
        ++alike;
        right += has_date(event, cells[3]) && has_names(event, names) ? 1 : 0;
    }
    if (cells[0] == "never") {
        return right == 0 ? "" : "there is one";
    }
    if (alike == 1 && right == 1) {
        return {};
    }
    return std::to_string(alike) + " of this kind, status and actors, " + std::to_string(right) + " with date and names as well";
}

std::string joined(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells) {
        text += (text.empty() ? "" : "  ") + cell;
    }
    return text;
}

bool well_formed(const std::vector<std::string>& cells) {
    return (cells[0] == "link" || cells[0] == "nolink")
               ? cells.size() == 4
               : (cells[0] == "once" || cells[0] == "together" || cells[0] == "never") && cells.size() >= 5;
}

std::string rewordings(const std::string& name) { return tests_path("ingest/what/rewordings/" + name); }

// The coding of NAME.txt, which must read as an article with title, stamp and dateline.
Coding coding_of(const std::string& name, Document& document) {
    const std::vector<Article> articles = read_articles(rewordings(name + ".txt"));
    EXPECT_EQ(articles.size(), 1U) << name;
    if (articles.empty()) {
        return {};
    }
    EXPECT_TRUE(articles[0].rejected.empty()) << articles[0].rejected;
    EXPECT_TRUE(articles[0].dateline.has_value()) << name;
    EXPECT_TRUE(articles[0].info.published && articles[0].info.published->offset_minutes) << name << ": the stamp was not read";
    EXPECT_EQ(iso_date(articles[0].info.published.value_or(Published{}).day), "2025-07-11");
    return code(articles[0], program_data(), {}, document);
}

std::vector<std::string> names_of_rewordings() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(rewordings(""))) {
        if (entry.path().extension() == ".txt") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

class Rewording : public testing::TestWithParam<std::string> {};

TEST_P(Rewording, GivesTheSameEvents) {
    Document document;
    const Coding coding = coding_of(GetParam(), document);
    const std::vector<Row> rows = case_rows(rewordings(GetParam() + ".tsv"));
    ASSERT_FALSE(rows.empty());
    bool failed = false;
    for (const Row& row : rows) {
        ASSERT_TRUE(well_formed(row.cells)) << row.where;
        const std::string why = complaint(coding, row.cells);
        failed = failed || !why.empty();
        EXPECT_TRUE(why.empty()) << row.where << ": " << joined(row.cells) << ": " << why;
    }
    if (failed) {
        std::string links;
        for (const Link& link : coding.links) {
            links += "\n    " + link.from + " " + std::string(to_string(link.type)) + " " + link.to;
        }
        ADD_FAILURE() << "the article gives" << describe(coding) << links;
    }
}

INSTANTIATE_TEST_SUITE_P(OfOneSituation, Rewording, testing::ValuesIn(names_of_rewordings()), [](const auto& reworded) {
    std::string name = reworded.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(Rewordings, AreAtLeastSix) { EXPECT_GE(names_of_rewordings().size(), 6U); }

TEST(Rewordings, KnownMissesAreStillMissed) {
    Document document;
    for (const Row& row : case_rows(rewordings("known_misses.tsv"))) {
        const Coding coding = coding_of(row.cells[0], document);
        const std::vector<std::string> cells(row.cells.begin() + 1, row.cells.end());
        ASSERT_TRUE(!cells.empty() && well_formed(cells)) << row.where;
        EXPECT_FALSE(complaint(coding, cells).empty())
            << row.where << ": this holds now; move it to " << row.cells[0] << ".tsv: " << joined(cells);
    }
}

}  // namespace
}  // namespace demarche::test
