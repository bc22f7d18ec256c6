#include "language/train/train.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <numbers>
#include <stdexcept>
#include <string_view>

#include "demarche/ingest/table.hpp"
#include "language/train/quantize.hpp"

namespace demarche::language::train {

namespace {

constexpr std::uint8_t kNoLabel = 255;
constexpr std::uint64_t kWarmUp = 200;  // steps until the learning rate is at its highest

std::string_view universal(std::string_view label) { return label.substr(0, label.find(':')); }

std::vector<Example> examples_of(const std::vector<TreebankSentence>& sentences, const Vocabulary& vocabulary) {
    std::map<std::string_view, std::uint8_t> labels;
    for (std::size_t i = 0; i < vocabulary.labels.size(); ++i) {
        labels.emplace(vocabulary.labels[i], static_cast<std::uint8_t>(i));
    }
    std::vector<Example> examples;
    examples.reserve(sentences.size());
    for (const TreebankSentence& sentence : sentences) {
        Example& example = examples.emplace_back();
        example.forms = sentence.forms;
        example.heads = sentence.heads;
        for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
            const auto label = labels.find(sentence.labels[i]);
            example.labels.push_back(label == labels.end() ? kNoLabel : label->second);
            const auto tag = std::find(vocabulary.tags.begin(), vocabulary.tags.end(), sentence.tags[i]);
            example.tags.push_back(static_cast<std::uint32_t>(tag - vocabulary.tags.begin()));
        }
    }
    return examples;
}

class Trainer {
public:
    explicit Trainer(const TrainParserOptions& options)
        : options_(options),
          sentences_(read(options.treebanks, options.without)),
          development_(read(options.development.empty() ? std::vector<std::string>{} : std::vector{options.development}, {})),
          vectors_(read_vectors(options.vectors, options.vector_words)),
          vocabulary_(make_vocabulary(sentences_, vectors_, {})),
          examples_(examples_of(sentences_, vocabulary_)),
          development_examples_(examples_of(development_, vocabulary_)),
          variations_(sentences_, vocabulary_, options.variations),
          network_(first_network()) {
        std::size_t words = 0;
        for (const Example& example : examples_) {
            words += example.forms.size();
        }
        steps_ = static_cast<double>(words * options.epochs) / static_cast<double>(options.batch_words);
    }

    void run(const std::function<void(const EpochReport&)>& report) {
        for (std::size_t epoch = take_up(); epoch < options_.epochs; ++epoch) {
            EpochReport done = learn_epoch(epoch);
            done.epoch = epoch + 1;
            done.development = score();
            put_down(epoch + 1);
            report(done);
        }
        write_parser_model(network_, vocabulary_, vectors_, options_.output);
    }

private:
    static std::vector<TreebankSentence> read(const std::vector<std::string>& paths, const std::vector<std::string>& without) {
        std::vector<TreebankSentence> all;
        for (const std::string& path : paths) {
            for (TreebankSentence& sentence : read_treebank(path, without)) {
                all.push_back(std::move(sentence));
            }
        }
        return all;
    }

    Network first_network() {
        if (examples_.empty()) {
            throw DataError("there is no sentence to train on; give treebanks in CoNLL-U");
        }
        Random random(options_.seed);
        return {vocabulary_, vectors_.values.columns, options_.dimensions, random};
    }

    float rate() const {
        const auto step = static_cast<double>(step_);
        const double cosine = 0.5 * (1 + std::cos(std::numbers::pi * std::min(1.0, step / steps_)));
        const double warm = std::min(1.0, step / static_cast<double>(kWarmUp));
        return static_cast<float>(static_cast<double>(options_.rate) * warm * (0.01 + (0.99 * cosine)));
    }

    EpochReport learn_epoch(std::size_t epoch) {
        Random random(options_.seed + (0x9E3779B97F4A7C15ULL * (epoch + 1)));  // an epoch does not depend on a run's start
        std::vector<Example> varied = examples_;
        for (Example& example : varied) {
            variations_.vary(example, random);
        }
        std::vector<const Example*> order;
        order.reserve(varied.size());
        for (const Example& example : varied) {
            order.push_back(&example);
        }
        random.shuffle(order);
        EpochReport report;
        std::size_t words = 0;
        std::size_t begin = 0;
        std::size_t in_batch = 0;
        for (std::size_t end = 1; end <= order.size(); ++end) {
            in_batch += order[end - 1]->forms.size();
            if (in_batch < options_.batch_words && end < order.size()) {
                continue;
            }
            ++step_;
            const Loss loss =
                learn(network_, vocabulary_, vectors_, std::span(order).subspan(begin, end - begin), options_.noise, random);
            AdamOptions adam;
            adam.rate = rate();
            adam_step(network_.parameters(), adam, step_);
            report.tag_loss += loss.tags;
            report.move_loss += loss.moves;
            words += in_batch;
            begin = end;
            in_batch = 0;
        }
        report.tag_loss /= static_cast<double>(words);
        report.move_loss /= static_cast<double>(words);
        return report;
    }

    TreeScore score() const {
        constexpr std::size_t kBatch = 50;
        TreeScore score;
        for (std::size_t begin = 0; begin < development_examples_.size(); begin += kBatch) {
            std::vector<const Example*> batch;
            for (std::size_t i = begin; i < std::min(begin + kBatch, development_examples_.size()); ++i) {
                batch.push_back(&development_examples_[i]);
            }
            const std::vector<Analysis> analyses = analyse(network_, vocabulary_, vectors_, batch);
            for (std::size_t i = 0; i < batch.size(); ++i) {
                add(development_[begin + i], analyses[i], score);
            }
        }
        return score;
    }

    void add(const TreebankSentence& gold, const Analysis& analysis, TreeScore& score) const {
        for (std::size_t word = 0; word < gold.forms.size(); ++word) {
            const JointTag tag = vocabulary_.tags[analysis.tags[word]];
            const bool head = analysis.heads[word] == gold.heads[word];
            score.words += 1;
            score.upos += tag.upos == gold.tags[word].upos ? 1U : 0U;
            score.xpos += tag.penn == gold.tags[word].penn ? 1U : 0U;
            score.heads += head ? 1U : 0U;
            score.labels +=
                head && universal(vocabulary_.labels[analysis.labels[word]]) == universal(gold.labels[word]) ? 1U : 0U;
        }
    }

    // The checkpoint: seed, finished epochs, steps, then the parameters.
    std::size_t take_up() {
        std::ifstream in(options_.checkpoint, std::ios::binary);
        if (options_.checkpoint.empty() || !in) {
            return 0;
        }
        std::array<std::uint64_t, 4> head{};
        in.read(reinterpret_cast<char*>(head.data()), sizeof head);
        if (!in || head[0] != options_.seed || head[1] != options_.epochs) {
            throw DataError(options_.checkpoint + ": the checkpoint was made with other options; remove it to start anew");
        }
        try {
            load(in, network_.parameters());
        } catch (const std::runtime_error& error) {
            throw DataError(options_.checkpoint + ": " + error.what());
        }
        step_ = head[3];
        return static_cast<std::size_t>(head[2]);
    }

    void put_down(std::size_t epochs_done) const {
        if (options_.checkpoint.empty()) {
            return;
        }
        const std::string beside = options_.checkpoint + ".new";
        std::ofstream out(beside, std::ios::binary | std::ios::trunc);
        const std::array<std::uint64_t, 4> head{options_.seed, options_.epochs, epochs_done, step_};
        out.write(reinterpret_cast<const char*>(head.data()), sizeof head);
        save(out, network_.parameters());
        out.close();
        if (!out || std::rename(beside.c_str(), options_.checkpoint.c_str()) != 0) {
            throw DataError(options_.checkpoint + ": the checkpoint cannot be written; check the folder and the free space");
        }
    }

    const TrainParserOptions& options_;
    std::vector<TreebankSentence> sentences_;
    std::vector<TreebankSentence> development_;
    WordVectors vectors_;
    Vocabulary vocabulary_;
    std::vector<Example> examples_;
    std::vector<Example> development_examples_;
    Variations variations_;
    Network network_;
    std::uint64_t step_ = 0;
    double steps_ = 0;  // of the whole training
};

}  // namespace

void train_parser(const TrainParserOptions& options, const std::function<void(const EpochReport&)>& report) {
    Trainer(options).run(report);
}

}  // namespace demarche::language::train
