// table_speed TEXT… [benchmark options]: how long the tables take to load, part by part and all together, and how many bytes a
// second of text are matched against the names of all of them. What a sentence means is not asked here.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "clean/outlets.hpp"
#include "demarche/ingest/data.hpp"
#include "language/language_tables.hpp"
#include "what/rules.hpp"
#include "where/place_names.hpp"
#include "where/place_tables.hpp"
#include "who/actor_tables.hpp"

namespace {

using namespace demarche;

const DataFolders& folders() {
    static const DataFolders base{DEMARCHE_DATA_DIR, {}};
    return base;
}

template <class Load>
void measure_load(const char* name, Load load) {
    benchmark::RegisterBenchmark(name, [load](benchmark::State& state) {
        for (auto _ : state) {
            auto tables = load();
            benchmark::DoNotOptimize(tables);
        }
    })->Unit(benchmark::kMillisecond);
}

// Names of actors at every word; words are folded here as in Scene, without the tokens between.
std::size_t match_actors(std::string_view text, const ActorTables& tables, std::vector<DocumentWord>& words,
                         std::vector<Meaning>& meanings) {
    words.clear();
    meanings.clear();
    fold_words(text, [&](const FoldedWord& word) {
        words.push_back(
            {word.hash, static_cast<std::uint32_t>(words.size()), word.initial_capital, word.all_capitals, !words.empty()});
    });
    std::size_t found = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        found += tables.lexicon().match(std::span(words).subspan(i), meanings) > 0 ? 1U : 0U;
    }
    return found;
}

// Names of places at every word that may begin one.
std::size_t match_places(std::string_view text, const PlaceTables& tables) {
    std::size_t found = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_byte(text, at)) {
            ++at;
            continue;
        }
        const auto first = static_cast<unsigned char>(text[at]);
        const bool may_begin = (first >= 'A' && first <= 'Z') || first >= 0x80;
        found += may_begin && tables.match(text, at) ? 1U : 0U;
        at = word_end(text, at);
    }
    return found;
}

template <class Match>
void measure_matching(const char* name, const std::vector<std::string>& texts, Match match) {
    benchmark::RegisterBenchmark(name, [&texts, match](benchmark::State& state) mutable {
        std::size_t bytes = 0;
        std::size_t found = 0;
        for (auto _ : state) {
            found = 0;
            for (const std::string& text : texts) {
                found += match(text);
                bytes += text.size();
            }
        }
        state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
        state.counters["names"] = static_cast<double>(found);
    })->Unit(benchmark::kMillisecond);
}

// One text for each paragraph, as the program takes a sentence at a time and no more.
std::vector<std::string> paragraphs(const std::vector<std::string>& paths) {
    std::vector<std::string> texts;
    for (const std::string& path : paths) {
        std::ifstream in(path, std::ios::binary);
        if (!in) {
            throw DataError(path + ": cannot be read; name a text file");
        }
        for (std::string line; std::getline(in, line);) {
            if (!line.empty()) {
                texts.push_back(std::move(line));
            }
        }
    }
    return texts;
}

void run(const std::vector<std::string>& paths) {
    measure_load("load/everything", [] { return Data::load(DEMARCHE_DATA_DIR, {}); });
    measure_load("load/outlets", [] { return Outlets::load(folders()); });
    measure_load("load/language", [] { return LanguageTables::load(folders()); });
    measure_load("load/actors", [] { return ActorTables::load(folders()); });
    measure_load("load/places", [] { return PlaceTables::load(folders()); });
    measure_load("load/rules", [] { return Rules::load(folders()); });
    const std::vector<std::string> texts = paragraphs(paths);
    const auto actors = ActorTables::load(folders());
    const auto places = PlaceTables::load(folders());
    std::vector<DocumentWord> words;
    std::vector<Meaning> meanings;
    if (!texts.empty()) {
        measure_matching("match/actors", texts,
                         [&](std::string_view text) { return match_actors(text, *actors, words, meanings); });
        measure_matching("match/places", texts, [&](std::string_view text) { return match_places(text, *places); });
        measure_matching("match/everything", texts, [&](std::string_view text) {
            return match_actors(text, *actors, words, meanings) + match_places(text, *places);
        });
    }
    benchmark::RunSpecifiedBenchmarks();
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    try {
        run({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "table_speed: %s\n", error.what());
        return 1;
    }
    return 0;
}
