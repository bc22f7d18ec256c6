// parse_speed TEXT… [benchmark options]: tokens a second of tags and trees for each build of the kernels, on the words of text
// files, with the form cache warm from the text itself and with an empty one before each batch. Tokenising is not counted.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"
#include "language/parser.hpp"

namespace {

using namespace demarche;

constexpr std::size_t kBatch = 64;  // words, as the program takes them

struct Text {
    Article article;
    Document document;
};

std::unique_ptr<Text> read(const std::string& path, const LanguageTables& tables) {
    std::ifstream in(path, std::ios::binary);
    auto text = std::make_unique<Text>();
    text->article.text.assign(std::istreambuf_iterator<char>(in), {});
    for (std::size_t at = 0; at < text->article.text.size();) {
        const std::size_t end = std::min(text->article.text.find("\n\n", at), text->article.text.size());
        text->article.paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end + 2;
    }
    text->document.article = &text->article;
    read_language(text->document, tables);
    return text;
}

std::size_t parse_all(const Document& document, const language::Parser& parser, const language::Kernels& kernels, bool cold,
                      language::ParserScratch& scratch) {
    const auto flush = [&] {
        if (cold) {
            scratch.encoder.cache = {};
        }
        parser.parse(scratch, kernels);
        benchmark::DoNotOptimize(scratch.parsed.data());
        scratch.words.clear();
        scratch.ends.clear();
    };
    for (const Sentence& sentence : document.sentences) {
        for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
            scratch.words.push_back({document.tokens[at].form, document.tokens[at].lower});
        }
        scratch.ends.push_back(static_cast<std::uint32_t>(scratch.words.size()));
        if (scratch.words.size() >= kBatch) {
            flush();
        }
    }
    flush();
    return document.tokens.size();
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (argc < 2) {
        std::fputs("usage: parse_speed TEXT… [--benchmark_…]\n", stderr);
        return 2;
    }
    try {
        const auto tables = LanguageTables::load({DEMARCHE_DATA_DIR, {}});
        std::vector<std::unique_ptr<Text>> texts;
        for (int i = 1; i < argc; ++i) {
            texts.push_back(read(argv[i], *tables));
        }
        for (const language::Kernels* kernels : language::all_kernels()) {
            for (const bool cold : {false, true}) {
                benchmark::RegisterBenchmark(
                    (std::string(kernels->name) + (cold ? ", cold" : ", warm")).c_str(),
                    [&texts, &tables, kernels, cold](benchmark::State& state) {
                        language::ParserScratch scratch;
                        std::size_t tokens = 0;
                        for ([[maybe_unused]] const auto step : state) {
                            for (const auto& text : texts) {
                                tokens += parse_all(text->document, tables->parser(), *kernels, cold, scratch);
                            }
                        }
                        state.counters["tokens"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
                    });
            }
        }
        benchmark::RunSpecifiedBenchmarks();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "parse_speed: %s\n", error.what());
        return 1;
    }
    return 0;
}
