#include "coding_run.hpp"

#include "conllu_source.hpp"
#include "demarche/graph/coding_json.hpp"
#include "demarche/ingest/code.hpp"
#include "parsed_article.hpp"

namespace demarche::cli {

namespace {

CodedArticle coded_article(const RawArticle& raw, Coding coding) {
    CodedArticle result{std::move(coding), "", where(raw)};
    append_json_line(result.line, result.coding);
    return result;
}

CodedArticle code_text(const RawArticle& raw, const Data& data, const ReadOptions& reading, const CodeOptions& coding,
                       Document& document) {
    return coded_article(raw, code(read_article(raw, reading), data, coding, document));
}

CodedArticle code_conllu(const RawArticle& raw, const Data& data, const CodeOptions& coding, Document& document) {
    return coded_article(raw, code(read_parsed_article(raw), data, coding, document));
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
    const CodeOptions options{with_text, parse_all};
    SeenIds seen;
    const auto take = [&](CodedArticle coded) {
        // Articles rejected before they had an id of their own cannot be second to anything.
        if (std::string duplicate = seen.check(coded.coding.article.id, coded.where);
            !duplicate.empty() && coded.coding.rejected.empty()) {
            reject(coded, std::move(duplicate));
        }
        summary.add_article(coded.coding.rejected, coded.where);
        sink(std::move(coded));
    };
    // Each worker has a Document of its own, reused for every article.
    if (conllu) {
        const auto source =
            std::make_shared<ConlluSource>(reading.inputs, ConlluSource::Cut::documents, reading.options.max_line);
        Pipeline<CodedArticle> pipeline(
            threads, [source] { return source->next(); },
            [data, options] {
                return [data, options, document = std::make_shared<Document>()](const RawArticle& raw) {
                    return code_conllu(raw, *data, options, *document);
                };
            });
        pipeline.run(take, idle);
        return;
    }
    const auto make_work = [data, read_options = with_outlets.options, options] {
        return [data, read_options, options, document = std::make_shared<Document>()](const RawArticle& raw) {
            return code_text(raw, *data, read_options, options, *document);
        };
    };
    run_articles<CodedArticle>(with_outlets, threads, quiet, data, make_work, take, idle);
}

std::vector<Option> coding_options() {
    return join({reading_options(), {option::with_text, option::parse_all, option::data, option::threads, option::quiet}});
}

CodingRun parse_coding_run(const Arguments& arguments) {
    CodingRun run;
    run.reading = parse_reading(arguments);
    run.threads = parse_threads(arguments);
    run.quiet = arguments.has("quiet");
    run.with_text = arguments.has("with-text");
    run.parse_all = arguments.has("parse-all");
    run.extra_data = arguments.values("data");
    return run;
}

bool is_duplicate(const Coding& coding) { return coding.rejected.starts_with("duplicate id "); }

}  // namespace demarche::cli
