// demarche export: one format, or all, of a world that was merged before.
#include <algorithm>
#include <filesystem>

#include "command.hpp"
#include "demarche/ingest/data.hpp"
#include "exports.hpp"
#include "options.hpp"
#include "output.hpp"
#include "output_folder.hpp"
#include "roster.hpp"

namespace demarche::cli {

namespace {

class ExportCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "export",
            "FORMAT|all WORLD -o PATH",
            "Write a world in one format or in all: GraphML, GEXF, timelines, CSV.",
            "WORLD is a world.jsonl, the output folder of a build, or - for standard input. PATH is a file, "
            "or a folder in which the file\n"
            "gets its usual name; for all it is a folder. Formats: graphml actors-graphml gexf timelinejs "
            "vis events-csv actors-csv\n"
            "roster: the persons that articles have named with their office, from the records of a build's "
            "folder or of a file, as a\n"
            "table who/persons.tsv. Review it, put it into a folder as who/persons.tsv, and give that folder "
            "with --data.",
            join({{{"output", "PATH", "the file, or the folder for it", 'o'}, option::data},
                  selection_options(),
                  {option::quotes}}),
            "demarche export gexf out -o korea.gexf --actor KOR --from 2025-06"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        const std::vector<std::string>& words = arguments.words();
        if (words.size() != 2) {
            throw UsageError("it takes a format and a world; write demarche export FORMAT WORLD -o PATH");
        }
        selection_ = parse_selection(arguments);
        options_ = write_options(parse_quotes(arguments));
        extra_data_ = arguments.values("data");
        world_ = words[1];
        output_ = arguments.value("output").value_or("");
        if (output_.empty()) {
            throw UsageError("no place for the result; give one with -o PATH");
        }
        roster_ = words[0] == "roster";
        if (roster_ && !selection_.everything()) {
            throw UsageError("a roster has no filters; take rows out of its file");
        }
        if (!roster_) {
            choose_format(words[0]);
        }
    }

    int run() override {
        if (roster_) {
            return write_roster();
        }
        if (!selection_.kinds.empty()) {
            check_kinds(selection_, {data_folder(), extra_data_});
        }
        World world = load_world(world_);
        if (!selection_.everything()) {
            world = select(world, selection_);
        }
        if (format_ == nullptr) {
            OutputFolder folder(output_);
            export_all(world, options_, [&](std::string_view file) { return folder.staged(file); });
            folder.commit();
            return done;
        }
        const KnowledgeGraph graph(world);
        OutputFile out(output_path(format_->file));
        format_->write(world, graph, options_, out);
        out.commit();
        return done;
    }

private:
    int write_roster() const {
        const std::vector<LearnedOffice> roster = load_roster(world_);
        const auto data = Data::load(data_folder(), extra_data_);
        OutputFile out(output_path("persons.tsv"));
        out.write(roster_table(roster, data->actors()));
        out.commit();
        return done;
    }

    void choose_format(const std::string& name) {
        if (name == "all") {
            return;
        }
        std::vector<std::string_view> names{"all", "roster"};
        for (const ExportFormat& format : export_formats()) {
            if (format.name == name) {
                format_ = &format;
                return;
            }
            names.push_back(format.name);
        }
        const std::string_view near = nearest(name, names);
        throw UsageError("unknown format " + name + "; " +
                         (near.empty()
                              ? "choose graphml, actors-graphml, gexf, timelinejs, vis, events-csv, actors-csv, roster or all"
                              : "did you mean " + std::string(near) + "?"));
    }

    [[nodiscard]] std::string output_path(std::string_view file) const {
        std::error_code ignored;
        if (output_.back() == '/' || std::filesystem::is_directory(output_, ignored)) {
            return (std::filesystem::path(output_) / file).string();
        }
        return output_ == "-" ? "/dev/stdout" : output_;
    }

    Selection selection_;
    WriteOptions options_;
    std::vector<std::string> extra_data_;
    std::string world_;
    std::string output_;
    bool roster_ = false;
    const ExportFormat* format_ = nullptr;  // null: all
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace demarche::cli
