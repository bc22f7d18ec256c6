// demarche code: articles in, one coding record a line out. A filter: any engine that runs a program over lines can use it.
#include <set>

#include "coding_run.hpp"
#include "command.hpp"
#include "output.hpp"

namespace demarche::cli {

namespace {

class CodeCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "code",
            "INPUT…",
            "Code articles: one record a line for each article, in input order.",
            "Reads files, folders (with all that is in them) or - for standard input, and prints one coding record a line for "
            "each\n"
            "article, in the order of the input; an article that cannot be coded has a record that says why.",
            join({{{"conllu", "", "inputs are CoNLL-U files, one article a # newdoc; their words, tags and trees are kept"}},
                  coding_options(),
                  {option::output_file}}),
            "demarche code articles/ > records.jsonl\ndemarche code - < articles.jsonl > records.jsonl\n"
            "demarche parse --articles articles/ | demarche code --conllu - > records.jsonl"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        run_ = parse_coding_run(arguments);
        run_.conllu = arguments.has("conllu");
        if (run_.conllu && (arguments.has("format") || arguments.has("url"))) {
            throw UsageError("--conllu is given with --format or --url, which tell how other articles are read; leave them out");
        }
        output_ = arguments.value("output").value_or("");
    }

    int run() override {
        Output out(output_);
        Summary summary;
        std::uint64_t events = 0;
        std::set<std::string> actors;
        run_.run(
            summary,
            [&](const CodedArticle& coded) {
                out.write(coded.line);
                events += coded.coding.events.size();
                for (const Event& event : coded.coding.events) {
                    for (const Actor& actor : event.actors) {
                        actors.insert(actor.id);
                    }
                }
            },
            [&] { out.flush(); });
        out.finish();
        if (!run_.quiet) {
            print_note(summary.text("coded", counted(events, "event") + ", " + counted(actors.size(), "actor")));
        }
        return done;
    }

private:
    CodingRun run_;
    std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_code_command() { return std::make_unique<CodeCommand>(); }

}  // namespace demarche::cli
