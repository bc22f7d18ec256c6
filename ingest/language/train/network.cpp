#include "language/train/network.hpp"

#include <algorithm>
#include <cmath>

#include "language/parser_features.hpp"
#include "language/train/encoding.hpp"
#include "language/train/moves.hpp"

namespace demarche::language::train {

Network::Network(const Vocabulary& vocabulary, std::size_t vector_numbers, const Dimensions& dimensions_, Random& random)
    : dimensions(dimensions_) {
    const auto scale = [](std::size_t inputs) { return std::sqrt(3.0F / static_cast<float>(inputs)); };
    const std::size_t encoding = 2 * dimensions.units;
    table.sparse = true;
    table.init(vocabulary.counts.size(), dimensions.inputs, 0.1F, random);
    projection.init(dimensions.inputs, vector_numbers, scale(vector_numbers), random);
    input_bias.init(1, dimensions.inputs, 0, random);
    layers.resize(dimensions.layers);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        layers[i].init(i == 0 ? dimensions.inputs : encoding, dimensions.units, random);
    }
    tag_weights.init(vocabulary.tags.size(), encoding, scale(encoding), random);
    tag_bias.init(1, vocabulary.tags.size(), 0, random);
    position_weights.init(kPositions * dimensions.hidden, encoding, scale(encoding) / 2, random);
    nobody.init(kPositions + 1, dimensions.hidden, 0.1F, random);
    facts.init(fact_rows(vocabulary.labels.size()), dimensions.hidden, 0.1F, random);
    hidden_bias.init(1, dimensions.hidden, 0, random);
    std::fill(hidden_bias.value.values.begin(), hidden_bias.value.values.end(), 0.2F);
    action_weights.init(vocabulary.actions.size(), dimensions.hidden, scale(dimensions.hidden), random);
    action_bias.init(1, vocabulary.actions.size(), 0, random);
}

std::vector<Parameter*> Network::parameters() {
    std::vector<Parameter*> all{&table, &projection, &input_bias};
    for (RecurrentLayer& layer : layers) {
        all.push_back(&layer.weights);
        all.push_back(&layer.gates);
    }
    for (Parameter* parameter :
         {&tag_weights, &tag_bias, &position_weights, &nobody, &facts, &hidden_bias, &action_weights, &action_bias}) {
        all.push_back(parameter);
    }
    return all;
}

std::vector<const Parameter*> Network::parameters() const {
    const std::vector<Parameter*> all = const_cast<Network*>(this)->parameters();  // NOLINT: read only
    return {all.begin(), all.end()};
}

Loss learn(Network& network, const Vocabulary& vocabulary, const WordVectors& vectors, std::span<const Example* const> batch,
           const TrainingNoise& noise, Random& random) {
    Pass pass;
    encode(network, vocabulary, vectors, batch, &noise, &random, pass);
    const std::size_t tokens = pass.ends.back();
    const float scale = 1 / static_cast<float>(tokens);

    States states;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        walk_sentence(network, vocabulary, pass, *batch[i], i == 0 ? 0 : pass.ends[i - 1], noise, random, states);
    }
    const std::size_t layers = network.layers.size();
    Matrix gradient(tokens, pass.inputs.back().columns);
    learn_moves(network, pass, states, scale, gradient);
    Loss loss;
    loss.moves = states.loss;
    for (std::size_t layer = layers; layer > 0; --layer) {
        times(gradient, pass.masks[layer]);
        Matrix below;
        backward(network.layers[layer - 1], pass.inputs[layer - 1], pass.ends, pass.traces[layer - 1], gradient, below);
        gradient = std::move(below);
        if (layer == layers) {
            loss.tags = learn_tags(network, pass, batch, scale, gradient);
        }
    }
    times(gradient, pass.masks[0]);
    learn_words(network, pass, gradient);
    return loss;
}

std::vector<Analysis> analyse(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors,
                              std::span<const Example* const> batch) {
    Pass pass;
    encode(network, vocabulary, vectors, batch, nullptr, nullptr, pass);
    const Matrix tags = tag_scores(network, pass);
    std::vector<Analysis> analyses(batch.size());
    ArcHybrid state;
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        Analysis& analysis = analyses[i];
        const std::size_t words = batch[i]->forms.size();
        draw_tree(network, vocabulary, pass, begin, words, state);
        for (std::size_t word = 0; word < words; ++word) {
            const float* row = tags.row(begin + word);
            analysis.tags.push_back(static_cast<std::uint32_t>(std::max_element(row, row + tags.columns) - row));
            analysis.heads.push_back(state.head(word));
            analysis.labels.push_back(state.label(word));
        }
        begin = pass.ends[i];
    }
    return analyses;
}

}  // namespace demarche::language::train
