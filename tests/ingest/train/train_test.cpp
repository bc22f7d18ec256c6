#include "language/train/train.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "demarche/ingest/table.hpp"
#include "language/parser.hpp"
#include "toy_treebank.hpp"

namespace demarche::testing {
namespace {

namespace train = language::train;

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

train::TrainParserOptions toy_options(const ToyFiles& files, const std::string& model) {
    train::TrainParserOptions options;
    options.treebanks = {files.path("train.conllu")};
    options.development = files.path("dev.conllu");
    options.vectors = files.path("vectors.json");
    options.output = files.path(model);
    options.dimensions = {32, 32, 2, 32};
    options.epochs = 12;
    options.batch_words = 60;
    return options;
}

std::vector<train::EpochReport> run(const train::TrainParserOptions& options) {
    std::vector<train::EpochReport> reports;
    train::train_parser(options, [&](const train::EpochReport& report) { reports.push_back(report); });
    return reports;
}

TEST(Train, LearnsAGrammarAndWritesIt) {
    const ToyFiles files("train");
    const auto reports = run(toy_options(files, "toy.model"));
    ASSERT_EQ(reports.size(), 12U);
    const train::TreeScore& score = reports.back().development;
    EXPECT_GT(score.words, 150U);
    EXPECT_GT(static_cast<double>(score.upos), 0.98 * static_cast<double>(score.words));
    EXPECT_GT(static_cast<double>(score.labels), 0.95 * static_cast<double>(score.words));
    EXPECT_LT(reports.back().move_loss, reports.front().move_loss);

    const language::Parser parser(language::ParserModel::load(files.path("toy.model")));
    language::ParserScratch scratch;
    for (const char* form : {"The", "leader", "was", "invited", "in", "Oslo", "."}) {
        scratch.words.push_back(
            {form, std::string_view(form) == "The" ? "the" : (std::string_view(form) == "Oslo" ? "oslo" : form)});
    }
    scratch.ends = {7};
    parser.parse(scratch);
    EXPECT_EQ(scratch.parsed[1].label, "nsubj:pass");
    EXPECT_EQ(scratch.parsed[1].head, 3);
    EXPECT_EQ(scratch.parsed[3].head, -1);
    EXPECT_EQ(scratch.parsed[5].head, 3);
    EXPECT_EQ(scratch.parsed[5].tag.upos, Upos::propn);
}

TEST(Train, SameBytesAndResumable) {
    const ToyFiles files("resume");
    run(toy_options(files, "one.model"));
    run(toy_options(files, "two.model"));
    const std::string whole = bytes_of(files.path("one.model"));
    ASSERT_FALSE(whole.empty());
    EXPECT_EQ(whole, bytes_of(files.path("two.model")));

    // Broken off after the third epoch, by the same means as a signal: the report throws.
    train::TrainParserOptions options = toy_options(files, "three.model");
    options.checkpoint = files.path("state");
    EXPECT_THROW(train::train_parser(options,
                                     [](const train::EpochReport& report) {
                                         if (report.epoch == 3) {
                                             throw std::runtime_error("power cut");
                                         }
                                     }),
                 std::runtime_error);
    EXPECT_EQ(run(options).size(), 9U);
    EXPECT_EQ(whole, bytes_of(files.path("three.model")));

    options.seed = 1;
    EXPECT_THROW(run(options), DataError) << "the checkpoint is of another seed";
}

TEST(Train, SaysWhatIsWrong) {
    const ToyFiles files("wrong");
    const auto message = [&](train::TrainParserOptions options) -> std::string {
        try {
            run(options);
        } catch (const DataError& error) {
            return error.what();
        }
        return "";
    };
    train::TrainParserOptions options = toy_options(files, "x.model");
    options.treebanks = {files.path("none.conllu")};
    EXPECT_NE(message(options).find("none.conllu: the treebank cannot be read"), std::string::npos);
    write_file(files.path("bad.conllu"), "1\tWord\t_\tNOUN\tNN\t_\t7\troot\t_\t_\n\n");
    options.treebanks = {files.path("bad.conllu")};
    EXPECT_NE(message(options).find("bad.conllu:"), std::string::npos);
    options = toy_options(files, "x.model");
    options.without = {"toy"};
    EXPECT_NE(message(options).find("no sentence"), std::string::npos);
    options = toy_options(files, "x.model");
    write_file(files.path("vectors.json"), "{\"vectors\": [");
    EXPECT_NE(message(options).find("vectors.json: byte"), std::string::npos);
}

}  // namespace
}  // namespace demarche::testing
