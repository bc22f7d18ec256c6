// demarche check: are the tables and rules sound, and which kinds of event do the rules cover?
#include "demarche/ingest/check.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "command.hpp"
#include "demarche/ingest/check_tables.hpp"
#include "demarche/ingest/data.hpp"
#include "demarche/ingest/table.hpp"
#include "options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "terminal.hpp"

namespace demarche::cli {

namespace {

class CheckCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "check",
            "[data] [rules] [kinds]",
            "Check tables and rules; list the kinds of event that no rule finds yet.",
            "Without a word it checks everything. data: says what is wrong in every table, with file and "
            "line. rules: runs the\n"
            "examples of every rule. kinds: lists the kinds of event, and which of them no rule finds yet. "
            "Exit code 1 if anything is wrong.\n"
            "A kind is well shown by 8 examples that match and 4 that do not; --coverage counts them kind by "
            "kind.",
            {{"coverage", "", "rules: print how many rules and examples each kind has, and the CAMEO codes"}, option::data},
            "demarche check\ndemarche check rules --coverage\ndemarche check rules --data my-tables/"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        extra_data_ = arguments.values("data");
        coverage_ = arguments.has("coverage");
        for (const std::string& word : arguments.words()) {
            if (word != "data" && word != "rules" && word != "kinds") {
                throw UsageError("cannot check " + word + "; choose data, rules or kinds");
            }
            chosen_.insert(word);
        }
        if (coverage_ && !wants("rules")) {
            throw UsageError("--coverage tells of rules; write demarche check rules --coverage");
        }
    }

    int run() override {
        for (const std::string& folder : extra_data_) {
            std::error_code ignored;
            if (!std::filesystem::is_directory(folder, ignored)) {
                throw std::runtime_error("--data " + folder + " is not a folder; check the path");
            }
        }
        const DataFolders folders{data_folder(), extra_data_};
        Output out("");
        if (wants("data")) {
            const TableReport report = check_tables(folders);
            for (const std::string& problem : report.problems) {
                out.write(problem + "\n");
            }
            out.write("data: " + counted(report.tables, "table") + ", " + counted(report.rows, "row") + ", " +
                      counted(report.problems.size(), "problem") + "\n");
            if (!report.problems.empty()) {
                out.finish();
                return failure;  // what rules make of broken tables tells nothing
            }
        }
        const auto data = Data::load(folders.base, folders.extra);  // throws with file and line
        bool sound = true;
        if (wants("data")) {
            out.write("data: every table of " + folders.base + " loads; fingerprint " + data->fingerprint() + "\n");
        }
        if (wants("rules")) {
            const RuleReport report = check_rules(*data);
            for (const RuleProblem& problem : report.problems) {
                out.write(problem.where + ": " + problem.what + "\n");
            }
            out.write("rules: " + counted(report.rules, "rule") + ", " + counted(report.examples, "example") + ", " +
                      counted(report.problems.size(), "problem") + "\n");
            out.write(coverage_text(report, coverage_));
            sound = report.problems.empty();
        }
        if (wants("kinds")) {
            out.write(kinds_text(folders, *data));
        }
        out.finish();
        return sound ? done : failure;
    }

private:
    [[nodiscard]] bool wants(std::string_view what) const { return chosen_.empty() || chosen_.contains(what); }

    // How many kinds are well shown by their examples; with `table` a line for each kind, and what it lacks.
    static std::string coverage_text(const RuleReport& report, bool table) {
        const std::vector<KindCoverage>& kinds = report.kinds;
        const auto shown = std::ranges::count_if(kinds, &KindCoverage::well_shown);
        std::string text = "rules: examples show " + std::to_string(shown) + " of " + counted(kinds.size(), "kind") +
                           " well (at least 8 that match and 4 that do not)\n";
        if (!table) {
            return text;
        }
        const auto line = [](std::string_view kind, const std::string& rules, const std::string& yes, const std::string& no,
                             std::string_view enough) {
            const auto right = [](const std::string& cell) {
                return std::string(7 - std::min<std::size_t>(cell.size(), 6), ' ') + cell;
            };
            return "  " + fit(kind, 22, true) + right(rules) + right(yes) + right(no) + std::string(enough) + "\n";
        };
        text += line("kind", "rules", "yes", "no", "");
        for (const KindCoverage& kind : kinds) {
            text += line(kind.kind, std::to_string(kind.rules), std::to_string(kind.matching), std::to_string(kind.not_matching),
                         kind.well_shown() ? "" : "  too few");
        }
        text += "rules: events can get " + counted(report.cameo_codes.size(), "CAMEO code") + ":";
        for (std::size_t i = 0; i < report.cameo_codes.size(); ++i) {
            text += (i % 20 == 0 ? "\n  " : " ") + report.cameo_codes[i];
        }
        return text + "\n";
    }

    static std::string kinds_text(const DataFolders& folders, const Data& data) {
        const std::vector<std::string> covered = covered_kinds(data);
        const Table kinds = Table::load(folders, "kinds.tsv", {"kind", "definition"});
        std::string missing;
        std::size_t found = 0;
        for (std::size_t row = 0; row < kinds.rows(); ++row) {
            if (std::ranges::find(covered, kinds.at(row, 0)) != covered.end()) {
                ++found;
            } else {
                missing += "  " + std::string(kinds.at(row, 0)) + ": " + std::string(kinds.at(row, 1)) + "\n";
            }
        }
        std::string text = "kinds: rules find " + std::to_string(found) + " of " + std::to_string(kinds.rows()) + "\n";
        return missing.empty() ? text : text + "not covered yet:\n" + missing;
    }

    std::vector<std::string> extra_data_;
    std::set<std::string, std::less<>> chosen_;
    bool coverage_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace demarche::cli
