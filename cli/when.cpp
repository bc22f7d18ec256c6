// demarche when: the time expressions of texts, resolved; a table for people, or TimeML with TIMEX3 tags.
#include <filesystem>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "article_run.hpp"
#include "command.hpp"
#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"
#include "output.hpp"
#include "output_folder.hpp"
#include "terminal.hpp"
#include "timeml.hpp"
#include "when/timex.hpp"

namespace demarche::cli {

namespace {

std::vector<when::Timex> timexes_of(const Article& article, const Data& data, Document& document) {
    document.clear();
    document.article = &article;
    read_language(document, data.language());
    parse(document, data.language(), true);  // for its better tags
    return when::find_timexes(document);
}

std::string anchor_text(const Article& article, when::Anchored anchored, const DateSpan& date) {
    switch (anchored) {
        case when::Anchored::published:
            return !date.known() ? "-" : article.info.published ? "published" : "dateline";
        case when::Anchored::spoken:
            return date.known() ? "spoken of" : "-";
        case when::Anchored::none:
            break;
    }
    return "-";
}

std::string days_text(const DateSpan& date) {
    if (!date.known()) {
        return "-";
    }
    const std::string first = date.first ? iso_date(*date.first) : std::string();
    const std::string last = date.last ? iso_date(*date.last) : std::string();
    return first == last ? first : first + ".." + last;
}

std::string table_of(const Article& article, const std::vector<when::Timex>& timexes) {
    constexpr std::size_t expression_width = 34;
    constexpr std::size_t type_width = 9;
    constexpr std::size_t value_width = 18;
    constexpr std::size_t anchor_width = 10;
    std::string out = "# " + printable(article.info.id) + ", published " +
                      (article.info.published ? iso_published(*article.info.published) : std::string("on a day not told")) + "\n";
    const auto row = [&](std::string_view expression, std::string_view type, std::string_view value, std::string_view anchor,
                         std::string_view days) {
        out += fit(expression, expression_width, true) + " " + fit(type, type_width, true) + " " + fit(value, value_width, true) +
               " " + fit(anchor, anchor_width, true) + " " + std::string(days) + "\n";
    };
    row("expression", "type", "value", "anchor", "first..last");
    for (const when::Timex& timex : timexes) {
        row(printable(timex.span.in(article.text)), when::to_string(timex.type),
            timex.value + (timex.mod.empty() ? "" : " " + std::string(timex.mod)),
            anchor_text(article, timex.anchored, timex.date), days_text(timex.date));
    }
    return out + "\n";
}

class WhenCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "when",
            "INPUT…",
            "Find the times that texts speak of, and what days they mean.",
            "Prints for each article its time expressions: type and value as in TIMEX3, what it was resolved against, and the\n"
            "first and last day that it can mean. With --timeml the inputs are TimeML files without annotations, and come out "
            "with\nTIMEX3 tags in their <TEXT>; everything else stays byte for byte.",
            join({{{"timeml", "", "inputs are TimeML; one goes to standard output, several need -o DIR"},
                   {"published", "DATE", "day of publication of articles that do not tell theirs: 2025-07-11"}},
                  reading_options(),
                  {option::data,
                   option::threads,
                   option::quiet,
                   {"output", "PLACE", "write to this file; with --timeml into this folder, under the names of the inputs",
                    'o'}}}),
            "demarche when --published 2025-07-11 notes.txt\ndemarche when --timeml stripped/*.tml -o tagged"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        reading_ = parse_reading(arguments);
        threads_ = parse_threads(arguments);
        quiet_ = arguments.has("quiet");
        timeml_ = arguments.has("timeml");
        extra_data_ = arguments.values("data");
        output_ = arguments.value("output").value_or("");
        if (const auto published = arguments.value("published")) {
            const auto day = parse_iso_date(*published);
            if (!day) {
                throw UsageError("--published " + *published + " is no day; give one like 2025-07-11");
            }
            published_ = Published{*day, {}, {}};
        }
        if (timeml_ && (arguments.has("format") || arguments.has("url") || arguments.has("published"))) {
            throw UsageError("--format, --url and --published are for articles; leave them out with --timeml");
        }
        if (timeml_ && output_.empty() && reading_.inputs.size() > 1) {
            throw UsageError("several TimeML files cannot be printed as one; give a folder with -o");
        }
        reading_.options.format = timeml_ ? std::optional(Format::text) : reading_.options.format;
    }

    int run() override {
        const std::shared_ptr<const Data> data = Data::load(data_folder(), extra_data_);
        if (timeml_) {
            tag_timeml(*data);
            return done;
        }
        Output out(output_);
        reading_.options.outlets = &data->outlets();
        print_articles(
            reading_, threads_, quiet_, data,
            [data, published = published_, options = reading_.options] {
                return [data, published, options, document = std::make_shared<Document>()](const RawArticle& raw) {
                    Article article = read_article(raw, options);
                    if (!article.info.published) {
                        article.info.published = published;
                    }
                    Printed printed{"", article.info.id, where(raw), article.rejected};
                    if (printed.rejected.empty()) {
                        printed.text = table_of(article, timexes_of(article, *data, *document));
                    }
                    return printed;
                };
            },
            "printed", out);
        return done;
    }

private:
    void tag_timeml(const Data& data) const {
        const std::unique_ptr<OutputFolder> folder = output_.empty() ? nullptr : std::make_unique<OutputFolder>(output_);
        ArticleSource source(reading_.inputs, reading_.options);
        std::set<std::string> names;
        Document document;
        bool printed = false;
        while (auto raw = source.next()) {
            if (!raw->rejected.empty()) {
                throw std::runtime_error(where(*raw) + ": " + raw->rejected);
            }
            const TimemlFile file(raw->path == "-" ? "standard input" : raw->path, std::move(raw->bytes));
            const std::string tagged = file.annotated(timexes_of(file.article(), data, document));
            if (!folder) {
                if (std::exchange(printed, true)) {
                    throw std::runtime_error("there are several TimeML files in " + reading_.inputs.front() +
                                             "; give a folder with -o");
                }
                Output out("");
                out.write(tagged);
                out.finish();
                continue;
            }
            const std::string name =
                raw->path == "-" ? std::string("stdin.tml") : std::filesystem::path(raw->path).filename().string();
            if (!names.insert(name).second) {
                throw std::runtime_error(raw->path + ": there is another input named " + name + "; give them apart");
            }
            Output out(folder->staged(name));
            out.write(tagged);
            out.finish();
        }
        if (folder) {
            folder->commit();
        }
    }

    Reading reading_;
    unsigned threads_ = 1;
    bool quiet_ = false;
    bool timeml_ = false;
    std::optional<Published> published_;
    std::vector<std::string> extra_data_;
    std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_when_command() { return std::make_unique<WhenCommand>(); }

}  // namespace demarche::cli
