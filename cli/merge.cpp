// demarche merge: coding records of any number of machines to one world.
#include "demarche/graph/merge.hpp"

#include <stdexcept>

#include "coding_run.hpp"
#include "command.hpp"
#include "demarche/graph/coding_json.hpp"
#include "demarche/graph/world_json.hpp"
#include "lines.hpp"
#include "output.hpp"
#include "records.hpp"

namespace demarche::cli {

namespace {

class MergeCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "merge",
            "RECORDS…",
            "Merge coding records into one world of events, links and actors.",
            "Reads files of coding records (or - for standard input) and prints the world as JSON lines. The order of the files, "
            "of the\n"
            "records and of earlier merges changes nothing. With --partial it prints the set of records itself, to be merged "
            "again later.",
            {{"partial", "", "print the sorted set of records instead of the world"}, option::quiet, option::output_file},
            "demarche merge monday.jsonl tuesday.jsonl > world.jsonl"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        files_ = arguments.words();
        partial_ = arguments.has("partial");
        quiet_ = arguments.has("quiet");
        output_ = arguments.value("output").value_or("");
        if (files_.empty()) {
            throw UsageError("no records; give the files that demarche code wrote, or - for standard input");
        }
    }

    int run() override {
        Output out(output_);
        std::vector<Coding> codings;
        for (const std::string& file : files_) {
            // The rejection of a duplicate speaks of the run that made it; merging finds duplicates itself.
            for_each_coding(file, [&](Coding coding, std::uint64_t) {
                if (!is_duplicate(coding)) {
                    codings.push_back(std::move(coding));
                }
            });
        }
        std::vector<std::string> warnings;
        const std::vector<Coding> records = merge_partial(std::move(codings), warnings);
        for (const std::string& warning : warnings) {
            print_note("demarche merge: " + warning);
        }
        print(records, out);
        out.finish();
        return done;
    }

private:
    void print(const std::vector<Coding>& records, Output& out) const {
        std::string lines;
        std::string found;
        if (partial_) {
            for (const Coding& coding : records) {
                lines.clear();
                append_json_line(lines, coding);
                out.write(lines);
            }
        } else {
            const World world = merge(records);
            append_json_lines(lines, world);
            out.write(lines);
            found = ": " + counted(world.events.size(), "event") + ", " + counted(world.links.size(), "link") + ", " +
                    counted(world.actors.size(), "actor");
        }
        if (!quiet_) {
            print_note(counted(records.size(), "record") + found + "\n");
        }
    }

    std::vector<std::string> files_;
    bool partial_ = false;
    bool quiet_ = false;
    std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_merge_command() { return std::make_unique<MergeCommand>(); }

}  // namespace demarche::cli
