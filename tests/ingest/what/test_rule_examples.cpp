// The rules of data/rules keep what their examples say; a broken rule is refused by file and line; a user's folder adds rules.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "demarche/ingest/check.hpp"
#include "demarche/ingest/table.hpp"
#include "support.hpp"
#include "what/rules.hpp"

namespace demarche::test {
namespace {

// A --data folder of its own for each test, with one file of rules; removed behind it.
class UserFolder {
public:
    explicit UserFolder(std::string_view rules) {
        static int number = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("demarche-rules-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
        std::filesystem::create_directories(path_ / "rules");
        std::ofstream(path_ / "rules" / "own.rules") << rules;
    }
    ~UserFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    UserFolder(const UserFolder&) = delete;
    UserFolder& operator=(const UserFolder&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

// The message of the DataError that loading the program's data with these rules throws; "" if it throws none.
std::string refusal(std::string_view rules) {
    const UserFolder folder(rules);
    try {
        static_cast<void>(Data::load(DEMARCHE_DATA_DIR, {folder.path()}));
    } catch (const DataError& error) {
        return error.what();
    }
    return {};
}

void expect_refused(std::string_view rules, int line, std::string_view says) {
    const std::string message = refusal(rules);
    EXPECT_NE(message.find("own.rules:" + std::to_string(line) + ":"), std::string::npos) << "message: " << message;
    EXPECT_NE(message.find(says), std::string::npos) << "message: " << message;
}

TEST(RuleExamples, AllHold) {
    const RuleReport report = check_rules(program_data());
    EXPECT_GT(report.rules, 30U);
    EXPECT_GT(report.examples, 200U);
    for (const RuleProblem& problem : report.problems) {
        ADD_FAILURE() << problem.where << ": " << problem.what;
    }
}

// docs/rules.md asks for three sentences that match and two that do not; a rule without them is not tested by the test above.
TEST(RuleExamples, EveryRuleHasExamples) {
    const RuleReport report = check_rules(program_data());
    EXPECT_GE(report.examples, 4 * report.rules);
}

TEST(RuleExamples, EveryRuleIsCountedWithItsKind) {
    const RuleReport report = check_rules(program_data());
    std::size_t rules = 0;
    std::size_t examples = 0;
    for (const KindCoverage& kind : report.kinds) {
        rules += kind.rules;
        examples += kind.matching + kind.not_matching;
    }
    EXPECT_EQ(rules, report.rules);
    EXPECT_EQ(examples, report.examples);
    EXPECT_TRUE((KindCoverage{"talks", 2, 8, 4}).well_shown());
    EXPECT_FALSE((KindCoverage{"talks", 2, 8, 3}).well_shown());
    EXPECT_FALSE((KindCoverage{"talks", 2, 7, 4}).well_shown());
}

TEST(RuleExamples, AWrongExampleIsToldByLine) {
    const UserFolder folder(
        "rule visit.inspect-dam\n"
        "kind visit\n"
        "verb inspect\n"
        "object dam reservoir\n"
        "args source=subject target=of,in\n"
        "yes Egyptian Water Minister Hassan Mansour inspected a dam in Ethiopia on Monday. => source EGY, target SDN ; occurred\n"
        "no Egyptian Water Minister Hassan Mansour inspected a dam in Ethiopia on Monday.\n");
    const RuleReport report = check_rules(*Data::load(DEMARCHE_DATA_DIR, {folder.path()}));
    std::string problems;
    for (const RuleProblem& problem : report.problems) {
        problems += problem.where + ": " + problem.what + "\n";
    }
    EXPECT_NE(problems.find("own.rules:6: rule visit.inspect-dam should match and gives"), std::string::npos) << problems;
    EXPECT_NE(problems.find("own.rules:7: rule visit.inspect-dam should not match"), std::string::npos) << problems;
}

TEST(RuleText, UnknownKey) { expect_refused("rule own.key\nkind talks\nverbs parley\n", 3, "unknown key \"verbs\""); }

TEST(RuleText, UnknownFunction) {
    expect_refused("rule own.function\nkind talks\nverb parley\n\nargs participant=subject,beside\n", 5,
                   "unknown function \"beside\"");
}

TEST(RuleText, UnknownRole) {
    expect_refused("rule own.role\nkind talks\nverb parley\nargs guest=subject\n", 4, "guest=subject");
}

TEST(RuleText, UnknownStatus) {
    expect_refused("rule own.status\nkind talks\nstatus certain\n", 3, "unknown status \"certain\"");
}

TEST(RuleText, KindNotInTheTable) {
    expect_refused("# a comment\nrule own.kind\nkind parley\nverb parley\nargs participant=subject\n", 2,
                   "kind \"parley\" is not in kinds.tsv");
}

TEST(RuleText, IdTaken) {
    const std::string twice = "rule own.twice\nkind talks\nverb parley\nargs participant=subject\n";
    expect_refused(twice + twice, 5, "a second rule \"own.twice\"");
}

TEST(RuleText, NothingToFindOrNobody) {
    expect_refused("rule own.args\nkind talks\nverb parley\n", 1, "args");
    expect_refused("rule own.trigger\nkind talks\nargs participant=subject\n", 1, "trigger");
}

TEST(RuleText, LinesBeforeTheFirstRule) { expect_refused("\nkind talks\n", 2, "a rule starts with"); }

TEST(RuleText, NeedsAndNumbers) {
    expect_refused("rule own.need\nkind talks\nverb parley\nneed source somebody\n", 4, "need takes");
    expect_refused("rule own.parties\nkind talks\nverb parley\nparties two\n", 4, "parties takes a number");
}

TEST(RuleText, Examples) {
    expect_refused("rule own.yes\nkind talks\nverb parley\nargs participant=subject\nyes Norway parleyed with Kenya.\n", 5, "=>");
    expect_refused("rule own.yes\nkind talks\nverb parley\nyes Norway parleyed. => visitor NOR ; occurred\n", 4, "visitor NOR");
    expect_refused("rule own.yes\nkind talks\nverb parley\nyes Norway parleyed. => participant NOR ; perhaps\n", 4,
                   "unknown status");
}

TEST(UserRules, AddToTheProgramsOwn) {
    const UserFolder folder(
        "# Water\n"
        "rule visit.inspect-dam\n"
        "kind visit\n"
        "verb inspect\n"
        "object dam reservoir\n"
        "args source=subject target=of,in\n"
        "need source person\n"
        "foreign\n"
        "yes Egyptian Water Minister Hassan Mansour inspected a dam in Ethiopia on Monday. => source EGY, target ETH ; occurred\n"
        "no Engineers inspected the dam.\n");
    const auto data = Data::load(DEMARCHE_DATA_DIR, {folder.path()});
    const Article article = article_of("Egyptian Water Minister Hassan Mansour will inspect a dam in Sudan next week.");
    Document document;
    const Coding without = code(article, program_data(), {}, document);
    EXPECT_TRUE(without.events.empty()) << describe(without);
    const Coding with = code(article, *data, {}, document);
    ASSERT_EQ(with.events.size(), 1U) << describe(with);
    EXPECT_EQ(with.events[0].kind, "visit");
    EXPECT_EQ(with.events[0].plover, "CONSULT");
    EXPECT_EQ(with.events[0].why.rule, "visit.inspect-dam");
    EXPECT_EQ(with.events[0].status, Status::planned);
    EXPECT_EQ(parties_of(with.events[0]), "source EGY, target SDN");
    EXPECT_NE(with.coder.data, without.coder.data);  // the fingerprint covers the user's rules

    const RuleReport own = check_rules(*data);
    EXPECT_EQ(own.rules, check_rules(program_data()).rules + 1);
    for (const RuleProblem& problem : own.problems) {
        EXPECT_EQ(problem.where.find("own.rules"), std::string::npos) << problem.where << ": " << problem.what;
    }
}

TEST(UserRules, TakeThePlaceOfTheProgramsRuleOfTheirId) {
    const UserFolder folder("rule talks.noun\nkind talks\nnoun palaver\nargs participant=of,between\nparties 2\n");
    const auto data = Data::load(DEMARCHE_DATA_DIR, {folder.path()});
    EXPECT_EQ(data->rules().all().size(), program_data().rules().all().size());
    const auto found = std::ranges::find(data->rules().all(), "talks.noun", &Rule::id);
    ASSERT_NE(found, data->rules().all().end());
    ASSERT_EQ(found->nouns.size(), 1U);
    EXPECT_EQ(found->nouns[0].lemma, "palaver");
}

}  // namespace
}  // namespace demarche::test
