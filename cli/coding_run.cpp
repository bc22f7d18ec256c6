#include "coding_run.hpp"

#include "demarche/graph/coding_json.hpp"
#include "demarche/ingest/code.hpp"

namespace demarche::cli {

namespace {

CodedArticle code_article(const RawArticle& raw, const Data& data, const ReadOptions& reading, const CodeOptions& coding,
                          Document& document) {
    const Article article = read_article(raw, reading);
    CodedArticle result;
    result.where = where(raw);
    result.coding = code(article, data, coding, document);
    append_json_line(result.line, result.coding);
    return result;
}

void reject(CodedArticle& coded, std::string reason) {
    coded.coding.events.clear();
    coded.coding.links.clear();
    coded.coding.roster.clear();
    coded.coding.article.text.reset();
    coded.coding.rejected = std::move(reason);
    coded.line.clear();
    append_json_line(coded.line, coded.coding);
}

}  // namespace

void CodingRun::run(Summary& summary, const std::function<void(CodedArticle)>& sink, const std::function<void()>& idle) const {
    const std::shared_ptr<const Data> data = Data::load(data_folder(), extra_data);
    Reading with_outlets = reading;
    with_outlets.options.outlets = &data->outlets();
    const CodeOptions options{with_text};
    SeenIds seen;

    // Each worker has a Document of its own, reused for every article.
    const auto make_work = [data, read_options = with_outlets.options, options] {
        return [data, read_options, options, document = std::make_shared<Document>()](const RawArticle& raw) {
            return code_article(raw, *data, read_options, options, *document);
        };
    };
    run_articles<CodedArticle>(
        with_outlets, threads, quiet, data, make_work,
        [&](CodedArticle coded) {
            // Articles rejected before they had an id of their own cannot be second to anything.
            if (std::string duplicate = seen.check(coded.coding.article.id, coded.where);
                !duplicate.empty() && coded.coding.rejected.empty()) {
                reject(coded, std::move(duplicate));
            }
            summary.add_article(coded.coding.rejected, coded.where);
            sink(std::move(coded));
        },
        idle);
}

std::vector<Option> coding_options() {
    return join({reading_options(), {option::with_text, option::data, option::threads, option::quiet}});
}

CodingRun parse_coding_run(const Arguments& arguments) {
    CodingRun run;
    run.reading = parse_reading(arguments);
    run.threads = parse_threads(arguments);
    run.quiet = arguments.has("quiet");
    run.with_text = arguments.has("with-text");
    run.extra_data = arguments.values("data");
    return run;
}

bool is_duplicate(const Coding& coding) { return coding.rejected.starts_with("duplicate id "); }

}  // namespace demarche::cli
