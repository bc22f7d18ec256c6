// measure_stages FILE…: how fast each stage of coding is, on one thread, and how many sentences and tokens the language stage
// finds. Each stage runs over all articles before the next one begins, so that the clock is read a few times in all; `code` is
// language and all that follows, as the program runs it. Tables are loaded before the first clock.
#include <cstdio>
#include <ctime>
#include <exception>
#include <string>
#include <vector>

#include "demarche/ingest/code.hpp"
#include "demarche/ingest/data.hpp"
#include "demarche/ingest/read.hpp"
#include "demarche/ingest/stages.hpp"

namespace {

// Processor time of this process, so that other work on the machine does not count.
class Clock {
public:
    [[nodiscard]] double seconds() const { return static_cast<double>(std::clock() - begin_) / CLOCKS_PER_SEC; }

private:
    std::clock_t begin_ = std::clock();
};

void print(const char* name, double seconds, double amount, const char* unit) {
    std::printf("%-10s %8.3f s  %12.0f %s/s\n", name, seconds, amount / seconds, unit);
}

void measure(const std::vector<std::string>& inputs) {
    using namespace demarche;
    const auto data = Data::load(DEMARCHE_DATA_DIR, {});
    ReadOptions options;
    options.outlets = &data->outlets();

    const Clock cutting;
    ArticleSource source(inputs, options);
    std::vector<RawArticle> raw;
    while (auto article = source.next()) {
        raw.push_back(std::move(*article));
    }
    const double cut = cutting.seconds();
    const auto bytes = static_cast<double>(source.bytes_read());

    const Clock reading;
    std::vector<Article> articles;
    articles.reserve(raw.size());
    for (const RawArticle& article : raw) {
        articles.push_back(read_article(article, options));
    }
    const double read = reading.seconds();

    Document document;
    std::size_t sentences = 0;
    std::size_t tokens = 0;
    std::size_t rejected = 0;
    const Clock analysing;
    for (const Article& article : articles) {
        if (!article.rejected.empty()) {
            ++rejected;
            continue;
        }
        document.clear();
        document.article = &article;
        read_language(document, data->language());
        sentences += document.sentences.size();
        tokens += document.tokens.size();
    }
    const double language = analysing.seconds();

    // Tags and trees of the sentences that a rule may find something in; language has to run again to have something to parse.
    std::size_t parsed_sentences = 0;
    std::size_t parsed_tokens = 0;
    double parsing = 0;
    for (const Article& article : articles) {
        if (!article.rejected.empty()) {
            continue;
        }
        document.clear();
        document.article = &article;
        read_language(document, data->language());
        find_triggers(document, data->rules());
        for (const Sentence& sentence : document.sentences) {
            parsed_sentences += sentence.may_hold_event ? 1U : 0U;
            parsed_tokens += sentence.may_hold_event ? sentence.tokens.size() : 0U;
        }
        const Clock clock;
        parse(document, data->language());
        parsing += clock.seconds();
    }

    std::size_t events = 0;
    const Clock all;
    for (const Article& article : articles) {
        events += code(article, *data, {}, document).events.size();
    }
    const double coded = all.seconds();

    std::printf("%zu articles (%zu rejected), %.1f MB, %zu sentences, %zu tokens, %zu events\n", articles.size(), rejected,
                bytes / 1e6, sentences, tokens, events);
    print("cut", cut, bytes / 1e6, "MB");
    print("read", read, bytes / 1e6, "MB");
    print("language", language, static_cast<double>(tokens), "tokens");
    print("parse", parsing, static_cast<double>(parsed_tokens), "tokens");
    std::printf("           %zu of %zu sentences are parsed, %zu hold no word of a rule\n", parsed_sentences, sentences,
                sentences - parsed_sentences);
    print("code", coded, static_cast<double>(sentences), "sentences");
    print("together", cut + read + coded, static_cast<double>(sentences), "sentences");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: measure_stages FILE…\n", stderr);
        return 2;
    }
    try {
        measure({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "measure_stages: %s\n", error.what());
        return 1;
    }
    return 0;
}
