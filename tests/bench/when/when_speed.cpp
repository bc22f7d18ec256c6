// when_speed [FILE…]: how fast time expressions are found and resolved in text that is tokenised and tagged, on one thread, in
// bytes of that text; in the sample articles if no file is named. Options of Google Benchmark may precede.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "demarche/ingest/data.hpp"
#include "demarche/ingest/read.hpp"
#include "demarche/ingest/stages.hpp"
#include "when/timex.hpp"

namespace {

struct Corpus {
    std::vector<demarche::Article> articles;
    std::vector<std::unique_ptr<demarche::Document>> documents;
    std::size_t bytes = 0;
};

Corpus read_corpus(const std::vector<std::string>& inputs) {
    const auto data = demarche::Data::load(DEMARCHE_DATA_DIR, {});
    demarche::ReadOptions options;
    options.outlets = &data->outlets();
    demarche::ArticleSource source(inputs, options);
    Corpus corpus;
    while (auto raw = source.next()) {
        demarche::Article article = demarche::read_article(*raw, options);
        if (article.rejected.empty()) {
            corpus.articles.push_back(std::move(article));
        }
    }
    for (const demarche::Article& article : corpus.articles) {
        auto document = std::make_unique<demarche::Document>();
        document->article = &article;
        demarche::read_language(*document, data->language());
        corpus.documents.push_back(std::move(document));
        corpus.bytes += article.text.size();
    }
    if (corpus.bytes == 0) {
        throw std::runtime_error("there is no article to measure with; name files with articles");
    }
    return corpus;
}

// As coding does.
void find_times(benchmark::State& state, Corpus& corpus) {
    std::size_t found = 0;
    for ([[maybe_unused]] auto _ : state) {
        found = 0;
        for (const auto& document : corpus.documents) {
            demarche::find_times(*document);
            found += document->times.size();
        }
        benchmark::DoNotOptimize(found);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(corpus.bytes) * state.iterations());
    state.counters["found"] = static_cast<double>(found);
}

// As `demarche when` does.
void find_timexes(benchmark::State& state, Corpus& corpus) {
    std::size_t found = 0;
    for ([[maybe_unused]] auto _ : state) {
        found = 0;
        for (const auto& document : corpus.documents) {
            found += demarche::when::find_timexes(*document).size();
        }
        benchmark::DoNotOptimize(found);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(corpus.bytes) * state.iterations());
    state.counters["found"] = static_cast<double>(found);
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    std::vector<std::string> inputs(argv + 1, argv + argc);
    if (inputs.empty()) {
        inputs.emplace_back(DEMARCHE_DATA_DIR "/articles");
    }
    try {
        Corpus corpus = read_corpus(inputs);
        benchmark::RegisterBenchmark("find_times", [&](benchmark::State& state) { find_times(state, corpus); });
        benchmark::RegisterBenchmark("find_timexes", [&](benchmark::State& state) { find_timexes(state, corpus); });
        benchmark::RunSpecifiedBenchmarks();
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "when_speed: %s\n", error.what());
        return 1;
    }
}
