// demarche read: articles found in the inputs, cleaned, as JSON lines.
#include "article_json.hpp"
#include "article_run.hpp"
#include "command.hpp"
#include "output.hpp"

namespace demarche::cli {

namespace {

Printed read_line(const RawArticle& raw, const ReadOptions& options) {
    const Article article = read_article(raw, options);
    Printed result{"", article.info.id, where(raw), article.rejected};
    if (result.rejected.empty()) {
        append_article_line(result.text, article);
    }
    return result;
}

class ReadCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{"read",
                                 "INPUT…",
                                 "Read and clean articles: one JSON line for each, without coding them.",
                                 "Prints each article as a JSON line with id, url, outlet, published, title, text, dateline, "
                                 "byline and source, in the\n"
                                 "order of the input. Articles that cannot be read are counted in the summary. The lines can be "
                                 "given to demarche code.",
                                 join({reading_options(), {option::data, option::threads, option::quiet, option::output_file}}),
                                 "demarche read page.html --url https://news.example/page > articles.jsonl"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        reading_ = parse_reading(arguments);
        threads_ = parse_threads(arguments);
        quiet_ = arguments.has("quiet");
        extra_data_ = arguments.values("data");
        output_ = arguments.value("output").value_or("");
    }

    int run() override {
        Output out(output_);
        const std::shared_ptr<const Data> data = Data::load(data_folder(), extra_data_);
        reading_.options.outlets = &data->outlets();
        print_articles(
            reading_, threads_, quiet_, data,
            [data, options = reading_.options] {
                return [data, options](const RawArticle& raw) { return read_line(raw, options); };
            },
            "printed", out);
        return done;
    }

private:
    Reading reading_;
    unsigned threads_ = 1;
    bool quiet_ = false;
    std::vector<std::string> extra_data_;
    std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_read_command() { return std::make_unique<ReadCommand>(); }

}  // namespace demarche::cli
