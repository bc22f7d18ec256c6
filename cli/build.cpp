// demarche build: the whole way, from articles to the files that Gephi, a timeline and a spreadsheet open.
#include "coding_run.hpp"
#include "command.hpp"
#include "demarche/graph/merge.hpp"
#include "demarche/graph/world_json.hpp"
#include "exports.hpp"
#include "interrupt.hpp"
#include "output_folder.hpp"

namespace demarche::cli {

namespace {

class BuildCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "build",
            "INPUT… -o DIR",
            "All of it: read and code articles, merge events, write graphs and timelines.",
            "Reads files, folders (with all that is in them) or - for standard input, and writes into DIR:\n"
            "  records.jsonl   what was found in each article        graph.graphml, graph.gexf   the graph, for Gephi and "
            "others\n"
            "  world.jsonl     the merged events and actors          actors.graphml              who met whom\n"
            "  timeline.json   for TimelineJS                        events.csv, actors.csv      for a spreadsheet\n"
            "  vis.json        for vis-timeline\n"
            "The files change all together at the end, or not at all. Filters choose the events of every file but records.jsonl.",
            join({{option::output_folder}, coding_options(), selection_options(), {option::quotes}}),
            "demarche build articles/ -o out\ndemarche build articles/ -o out --from 2025-06 --actor KOR --kind talks"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        run_ = parse_coding_run(arguments);
        selection_ = parse_selection(arguments);
        quotes_ = parse_quotes(arguments);
        folder_ = arguments.value("output").value_or("");
        if (folder_.empty()) {
            throw UsageError("no folder for the results; give one with -o DIR");
        }
    }

    int run() override {
        check_kinds(selection_, {data_folder(), run_.extra_data});
        OutputFolder folder(folder_);
        Summary summary;

        std::vector<Coding> codings = code_articles(folder, summary);
        if (summary.articles() == 0) {
            throw std::runtime_error("no articles in " + run_.reading.inputs.front() + "; give files or folders with articles");
        }
        const World world = merge_codings(std::move(codings));
        write_world(world, folder);
        stop_if_interrupted();
        folder.commit();

        if (!run_.quiet) {
            print_note(
                summary.text("coded", counted(world.events.size(), "event") + ", " + counted(world.actors.size(), "actor")));
        }
        return done;
    }

private:
    // Streams records.jsonl and keeps what merging needs.
    std::vector<Coding> code_articles(const OutputFolder& folder, Summary& summary) const {
        std::vector<Coding> codings;
        OutputFile records(folder.staged("records.jsonl"));
        run_.run(
            summary,
            [&](CodedArticle coded) {
                records.write(coded.line);
                coded.coding.article.text.reset();
                if (!is_duplicate(coded.coding)) {
                    codings.push_back(std::move(coded.coding));
                }
            },
            [] {});
        records.commit();
        return codings;
    }

    [[nodiscard]] World merge_codings(std::vector<Coding> codings) const {
        std::vector<std::string> warnings;
        const std::vector<Coding> partial = merge_partial(std::move(codings), warnings);
        for (const std::string& warning : warnings) {
            print_note("demarche build: " + warning);
        }
        stop_if_interrupted();
        World world = merge(partial);
        stop_if_interrupted();
        return selection_.everything() ? std::move(world) : select(world, selection_);
    }

    void write_world(const World& world, const OutputFolder& folder) const {
        OutputFile out(folder.staged("world.jsonl"));
        std::string lines;
        append_json_lines(lines, world);
        out.write(lines);
        out.commit();
        export_all(world, write_options(quotes_), [&](std::string_view file) { return folder.staged(file); });
    }

    CodingRun run_;
    Selection selection_;
    Quotes quotes_ = Quotes::trigger;
    std::string folder_;
};

}  // namespace

std::unique_ptr<Command> make_build_command() { return std::make_unique<BuildCommand>(); }

}  // namespace demarche::cli
