// demarche parse: text in, or sentences whose words are given; tokens, tags and dependency trees out, as CoNLL-U.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "article_run.hpp"
#include "command.hpp"
#include "conllu_source.hpp"
#include "demarche/ingest/stages.hpp"
#include "language/conllu_document.hpp"
#include "language/language_tables.hpp"
#include "output.hpp"
#include "plain_text.hpp"

namespace demarche::cli {

namespace {

Printed parse_text(const RawArticle& raw, bool articles, const Data& data, const ReadOptions& options, Document& document) {
    const Article article = articles ? read_article(raw, options) : plain_text(raw);
    Printed parsed{"", article.info.id, where(raw), article.rejected};
    if (parsed.rejected.empty()) {
        document.clear();
        document.article = &article;
        read_language(document, data.language());
        parse(document, data.language(), true);
        language::append_conllu(parsed.text, document);
    }
    return parsed;
}

// Sentences keep their words, comments and spaces; their tags and trees are written anew. Throws ConlluError.
std::string parse_words(const RawArticle& raw, const Data& data, Document& document) {
    if (!raw.rejected.empty()) {
        throw language::ConlluError(raw.rejected);
    }
    language::ConlluReader reader(raw.bytes, raw.path, raw.line);
    std::vector<language::ConlluSentence> sentences;
    for (language::ConlluSentence sentence; reader.next(sentence);) {
        sentence.missing_line_feeds = 0;  // what follows may come from another file
        sentences.push_back(std::move(sentence));
    }
    const language::ConlluText text = language::conllu_text(sentences);
    const Article article = language::article_of(sentences, text);
    document.clear();
    document.article = &article;
    language::fill_words(document, sentences, text);
    parse(document, data.language(), true);
    language::fill_cells(sentences, text, document);
    std::string out;
    for (const language::ConlluSentence& sentence : sentences) {
        language::append_conllu(out, sentence);
    }
    return out;
}

class ParseCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "parse",
            "INPUT…",
            "Parse text: words, tags and dependency trees, as CoNLL-U.",
            "Reads plain text, whose paragraphs end with a blank line, and prints every sentence with lemmas, tags, features and "
            "its\n"
            "dependency tree in the labels of Universal Dependencies. With --articles it reads and cleans articles as demarche "
            "code does;\nthe output can be given to demarche code --conllu. With --pretokenized the inputs are CoNLL-U: "
            "sentences "
            "and words stay,\ntags and trees are written anew.",
            join({{{"articles", "", "inputs are articles: text, JSON lines or pages, cleaned as for demarche code"},
                   {"pretokenized", "", "inputs are CoNLL-U files whose sentences and words are kept"}},
                  reading_options(),
                  {option::data, option::threads, option::quiet, option::output_file}}),
            "demarche parse notes.txt > notes.conllu\ndemarche parse --articles articles/ | demarche code --conllu - > "
            "records.jsonl\ndemarche parse --pretokenized words.conllu > trees.conllu"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        reading_ = parse_reading(arguments);
        threads_ = parse_threads(arguments);
        quiet_ = arguments.has("quiet");
        pretokenized_ = arguments.has("pretokenized");
        articles_ = arguments.has("articles");
        if (pretokenized_ && articles_) {
            throw UsageError("--articles and --pretokenized exclude each other; leave one out");
        }
        if (!articles_) {
            if (arguments.has("format") || arguments.has("url")) {
                throw UsageError("--format and --url tell how articles are read; add --articles or leave them out");
            }
            reading_.options.format = Format::text;
        }
        extra_data_ = arguments.values("data");
        output_ = arguments.value("output").value_or("");
    }

    int run() override {
        Output out(output_);
        const std::shared_ptr<const Data> data = Data::load(data_folder(), extra_data_);
        if (pretokenized_) {
            run_words(data, out);
        } else {
            run_text(data, out);
        }
        return done;
    }

private:
    void run_words(const std::shared_ptr<const Data>& data, Output& out) const {
        const auto source =
            std::make_shared<ConlluSource>(reading_.inputs, ConlluSource::Cut::sentences, reading_.options.max_line);
        Pipeline<std::string> pipeline(
            threads_, [source] { return source->next(); },
            [data] {
                return [data, document = std::make_shared<Document>()](const RawArticle& raw) {
                    return parse_words(raw, *data, *document);
                };
            });
        pipeline.run([&](const std::string& text) { out.write(text); }, [&] { out.flush(); });
        out.finish();
    }

    void run_text(const std::shared_ptr<const Data>& data, Output& out) {
        reading_.options.outlets = &data->outlets();
        print_articles(
            reading_, threads_, quiet_, data,
            [data, articles = articles_, options = reading_.options] {
                return [data, articles, options, document = std::make_shared<Document>()](const RawArticle& raw) {
                    return parse_text(raw, articles, *data, options, *document);
                };
            },
            "parsed", out);
    }

    Reading reading_;
    unsigned threads_ = 1;
    bool quiet_ = false;
    bool pretokenized_ = false;
    bool articles_ = false;
    std::vector<std::string> extra_data_;
    std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_parse_command() { return std::make_unique<ParseCommand>(); }

}  // namespace demarche::cli
