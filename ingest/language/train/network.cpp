#include "language/train/network.hpp"

#include <algorithm>
#include <cmath>

#include "language/activations.hpp"
#include "language/characters.hpp"
#include "language/kernels.hpp"
#include "language/parser_features.hpp"
#include "language/train/multiply.hpp"
#include "language/word_inputs.hpp"

namespace demarche::language::train {

namespace {

// Everything that forward computes for a batch and backward reads.
struct Pass {
    std::vector<std::uint32_t> ends;
    std::vector<std::vector<std::uint32_t>> rows;  // by token: its input rows
    Matrix vectors;                                // tokens x numbers of a word vector, zero without one
    std::vector<Matrix> inputs;                    // of each layer, after dropout; the last is the encoding
    std::vector<Matrix> masks;                     // of each of them, empty without dropout
    Matrix squashed;                               // the first input before dropout
    std::vector<RecurrentTrace> traces;
    Matrix positions;  // tokens x 4 hidden
};

void read_words(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors,
                std::span<const Example* const> batch, const TrainingNoise* noise, Random* random, Pass& pass) {
    std::size_t tokens = 0;
    for (const Example* example : batch) {
        tokens += example->forms.size();
        pass.ends.push_back(static_cast<std::uint32_t>(tokens));
    }
    pass.rows.resize(tokens);
    pass.vectors.reshape(tokens, vectors.values.columns);
    Matrix& input = pass.squashed;
    input.reshape(tokens, network.dimensions.inputs);
    std::string lower;
    WordKeys keys;
    std::size_t at = 0;
    for (const Example* example : batch) {
        for (const std::string& form : example->forms) {
            lower.resize(form.size());
            lower.resize(lower_case(form, lower.data()));
            word_keys(form, lower, keys);
            std::vector<std::uint32_t>& rows = pass.rows[at];
            for (std::size_t i = 0; i < keys.size; ++i) {
                const auto found = vocabulary.rows.find(keys.keys[i]);
                if (i == 0) {
                    std::uint32_t row = found == vocabulary.rows.end() ? kUnknownWord : found->second;
                    if (noise != nullptr && row != kUnknownWord &&
                        random->chance(noise->word_dropout /
                                       (noise->word_dropout + static_cast<float>(vocabulary.counts[row])))) {
                        row = kUnknownWord;
                    }
                    rows.push_back(row);
                } else if (found != vocabulary.rows.end()) {
                    rows.push_back(found->second);
                }
            }
            const auto vector = vocabulary.vectors.find(keys.keys[0]);
            if (vector != vocabulary.vectors.end() && (noise == nullptr || !random->chance(noise->vector_dropout))) {
                std::copy_n(vectors.values.row(vector->second), vectors.values.columns, pass.vectors.row(at));
            }
            float* sum = input.row(at);
            std::copy_n(network.input_bias.value.row(0), input.columns, sum);
            for (const std::uint32_t row : rows) {
                const float* values = network.table.value.row(row);
                for (std::size_t i = 0; i < input.columns; ++i) {
                    sum[i] += values[i];
                }
            }
            ++at;
        }
    }
    multiply().by_transposed(pass.vectors.values.data(), network.projection.value.values.data(), input.values.data(), tokens,
                             input.columns, pass.vectors.columns);
    for (float& value : input.values) {
        value = tanh_near(value);
    }
}

// One mask a sentence (Gal and Ghahramani 2016).
Matrix dropout_mask(std::span<const std::uint32_t> ends, std::size_t columns, float probability, Random& random) {
    Matrix mask(ends.back(), columns);
    const float scale = 1 / (1 - probability);
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        float* first = mask.row(begin);
        for (std::size_t i = 0; i < columns; ++i) {
            first[i] = random.chance(probability) ? 0.0F : scale;
        }
        for (std::uint32_t t = begin + 1; t < end; ++t) {
            std::copy_n(first, columns, mask.row(t));
        }
        begin = end;
    }
    return mask;
}

void times(Matrix& matrix, const Matrix& mask) {
    if (!mask.values.empty()) {
        for (std::size_t i = 0; i < matrix.values.size(); ++i) {
            matrix.values[i] *= mask.values[i];
        }
    }
}

void encode(const Network& network, const TrainingNoise* noise, Random* random, Pass& pass) {
    const std::size_t layers = network.layers.size();
    pass.inputs.resize(layers + 1);
    pass.masks.resize(layers + 1);
    pass.traces.resize(layers);
    pass.inputs[0] = pass.squashed;
    for (std::size_t layer = 0; layer <= layers; ++layer) {
        if (layer > 0) {
            forward(network.layers[layer - 1], pass.inputs[layer - 1], pass.ends, pass.traces[layer - 1], pass.inputs[layer]);
        }
        if (noise != nullptr) {
            const float probability = layer == 0 ? noise->input_dropout : noise->layer_dropout;
            pass.masks[layer] = dropout_mask(pass.ends, pass.inputs[layer].columns, probability, *random);
            times(pass.inputs[layer], pass.masks[layer]);
        }
    }
    pass.positions.reshape(pass.ends.back(), kPositions * network.dimensions.hidden);
    multiply().by_transposed(pass.inputs.back().values.data(), network.position_weights.value.values.data(),
                             pass.positions.values.data(), pass.ends.back(), pass.positions.columns, pass.inputs.back().columns);
}

// Tags are read off the input of the last layer: what a word is, is known below what it hangs on (Søgaard and Goldberg 2016).
const Matrix& tag_input(const Pass& pass) { return pass.inputs[pass.inputs.size() - 2]; }

Matrix tag_scores(const Network& network, const Pass& pass) {
    const Matrix& input = tag_input(pass);
    Matrix scores(input.rows, network.tag_bias.value.columns);
    for (std::size_t t = 0; t < scores.rows; ++t) {
        std::copy_n(network.tag_bias.value.row(0), scores.columns, scores.row(t));
    }
    multiply().by_transposed(input.values.data(), network.tag_weights.value.values.data(), scores.values.data(), scores.rows,
                             scores.columns, input.columns);
    return scores;
}

void hidden_units(const Network& network, const Matrix& positions, std::uint32_t begin, const StateFeatures& state,
                  std::int32_t root, std::vector<float>& hidden) {
    const std::size_t size = network.dimensions.hidden;
    std::copy_n(network.hidden_bias.value.row(0), size, hidden.data());
    const auto add = [&](const float* values) {
        for (std::size_t i = 0; i < size; ++i) {
            hidden[i] += values[i];
        }
    };
    for (std::size_t k = 0; k < kPositions; ++k) {
        const std::int32_t word = state.words[k];
        if (word == ArcHybrid::kNobody || word == root) {
            add(network.nobody.value.row(word == root ? kPositions : k));
        } else {
            add(positions.row(begin + static_cast<std::uint32_t>(word)) + (k * size));
        }
    }
    for (const std::uint32_t fact : state.facts) {
        add(network.facts.value.row(fact));
    }
    for (float& unit : hidden) {
        unit = std::clamp(unit, 0.0F, kMostHidden);
    }
}

void action_scores(const Network& network, const std::vector<float>& hidden, std::vector<float>& scores) {
    std::copy_n(network.action_bias.value.row(0), scores.size(), scores.data());
    multiply().plain(network.action_weights.value.values.data(), hidden.data(), scores.data(), scores.size(), 1, hidden.size());
}

std::size_t best_action(const Vocabulary& vocabulary, const ArcHybrid& state, const std::vector<float>& scores) {
    const std::array<bool, 3> allowed{state.allows(Move::shift), state.allows(Move::left), state.allows(Move::right)};
    std::size_t best = scores.size();
    for (std::size_t a = 0; a < scores.size(); ++a) {
        if (allowed[static_cast<std::size_t>(vocabulary.actions[a].move)] &&
            (best == scores.size() || scores[a] > scores[best])) {
            best = a;
        }
    }
    return best;
}

// The parser's side of a batch: every state that was visited, for the products of backward.
struct States {
    std::vector<float> hidden;     // states x hidden
    std::vector<float> gradients;  // states x actions
    std::vector<StateFeatures> features;
    std::vector<std::uint32_t> begins;
    std::vector<std::int32_t> roots;
    double loss = 0;
};

void walk_sentence(const Network& network, const Vocabulary& vocabulary, const Pass& pass, const Example& example,
                   std::uint32_t begin, const TrainingNoise& noise, Random& random, States& states) {
    const auto root = static_cast<std::int32_t>(example.forms.size());
    ArcHybrid state;
    state.reset(example.forms.size());
    Oracle oracle;
    oracle.reset(example.heads);
    std::vector<float> hidden(network.dimensions.hidden);
    std::vector<float> scores(vocabulary.actions.size());
    std::vector<std::uint8_t> right(scores.size());
    while (!state.finished()) {
        const StateFeatures features = state_features(state, vocabulary.labels.size());
        hidden_units(network, pass.positions, begin, features, root, hidden);
        action_scores(network, hidden, scores);
        const std::array<int, 3> costs = oracle.costs(state);
        const int least = *std::min_element(costs.begin(), costs.end());
        float highest = -1e30F;
        for (std::size_t a = 0; a < scores.size(); ++a) {
            const Action action = vocabulary.actions[a];
            const int cost = costs[static_cast<std::size_t>(action.move)];
            right[a] = cost == least && (action.move == Move::shift ||
                                         action.label == example.labels[static_cast<std::size_t>(state.stack(0))])
                           ? 1
                           : 0;
            if (cost != Oracle::kForbidden) {
                highest = std::max(highest, scores[a]);
            }
        }
        std::size_t chosen = best_action(vocabulary, state, scores);
        std::size_t chosen_right = scores.size();
        float all = 0;
        float good = 0;
        states.hidden.insert(states.hidden.end(), hidden.begin(), hidden.end());
        const std::size_t base = states.gradients.size();
        states.gradients.resize(base + scores.size());
        float* gradient = states.gradients.data() + base;
        for (std::size_t a = 0; a < scores.size(); ++a) {
            if (costs[static_cast<std::size_t>(vocabulary.actions[a].move)] == Oracle::kForbidden) {
                continue;
            }
            gradient[a] = exp2_near(std::max(scores[a] - highest, -60.0F) * 1.4426950409F);
            all += gradient[a];
            if (right[a] != 0) {
                good += gradient[a];
                chosen_right = chosen_right == scores.size() || scores[a] > scores[chosen_right] ? a : chosen_right;
            }
        }
        if (chosen_right == scores.size()) {  // the label never stands on this side: an arc that is wrong anyway
            std::fill_n(gradient, scores.size(), 0.0F);
        } else {
            for (std::size_t a = 0; a < scores.size(); ++a) {
                gradient[a] = gradient[a] / all - (right[a] != 0 ? gradient[a] / good : 0.0F);
            }
            states.loss -= std::log(static_cast<double>(good) / static_cast<double>(all));
            if (right[chosen] == 0 && !random.chance(noise.exploration)) {
                chosen = chosen_right;
            }
        }
        states.features.push_back(features);
        states.begins.push_back(begin);
        states.roots.push_back(root);
        state.apply(vocabulary.actions[chosen]);
    }
}

// From the visited states back to the encodings' gradient.
void learn_moves(Network& network, const Pass& pass, const States& states, float scale, Matrix& encoding_gradient) {
    const std::size_t count = states.features.size();
    const std::size_t size = network.dimensions.hidden;
    const std::size_t actions = network.action_bias.value.columns;
    std::vector<float> gradients = states.gradients;
    for (float& gradient : gradients) {
        gradient *= scale;
    }
    multiply().transposed_by(gradients.data(), states.hidden.data(), network.action_weights.gradient.values.data(), actions, size,
                             count);
    Matrix hidden(count, size);
    multiply().plain(gradients.data(), network.action_weights.value.values.data(), hidden.values.data(), count, size, actions);
    Matrix positions(pass.positions.rows, pass.positions.columns);
    for (std::size_t s = 0; s < count; ++s) {
        for (std::size_t a = 0; a < actions; ++a) {
            network.action_bias.gradient.values[a] += gradients[(s * actions) + a];
        }
        float* unit = hidden.row(s);
        for (std::size_t i = 0; i < size; ++i) {
            const float value = states.hidden[(s * size) + i];
            unit[i] = value > 0.0F && value < kMostHidden ? unit[i] : 0.0F;
        }
        const auto add_to = [&](float* values) {
            for (std::size_t i = 0; i < size; ++i) {
                values[i] += unit[i];
            }
        };
        add_to(network.hidden_bias.gradient.row(0));
        for (const std::uint32_t fact : states.features[s].facts) {
            add_to(network.facts.gradient.row(fact));
        }
        for (std::size_t k = 0; k < kPositions; ++k) {
            const std::int32_t word = states.features[s].words[k];
            if (word == ArcHybrid::kNobody || word == states.roots[s]) {
                add_to(network.nobody.gradient.row(word == states.roots[s] ? kPositions : k));
            } else {
                add_to(positions.row(states.begins[s] + static_cast<std::uint32_t>(word)) + (k * size));
            }
        }
    }
    multiply().transposed_by(positions.values.data(), pass.inputs.back().values.data(),
                             network.position_weights.gradient.values.data(), positions.columns, pass.inputs.back().columns,
                             positions.rows);
    multiply().plain(positions.values.data(), network.position_weights.value.values.data(), encoding_gradient.values.data(),
                     positions.rows, encoding_gradient.columns, positions.columns);
}

double learn_tags(Network& network, const Pass& pass, std::span<const Example* const> batch, float scale, Matrix& gradient) {
    Matrix scores = tag_scores(network, pass);
    double loss = 0;
    std::size_t t = 0;
    for (const Example* example : batch) {
        for (const std::uint32_t tag : example->tags) {
            float* row = scores.row(t++);
            const float highest = *std::max_element(row, row + scores.columns);
            float all = 0;
            for (std::size_t i = 0; i < scores.columns; ++i) {
                row[i] = exp2_near(std::max(row[i] - highest, -60.0F) * 1.4426950409F);
                all += row[i];
            }
            loss -= std::log(static_cast<double>(row[tag]) / static_cast<double>(all));
            for (std::size_t i = 0; i < scores.columns; ++i) {
                row[i] = (row[i] / all - (i == tag ? 1.0F : 0.0F)) * scale;
                network.tag_bias.gradient.values[i] += row[i];
            }
        }
    }
    const Matrix& input = tag_input(pass);
    multiply().transposed_by(scores.values.data(), input.values.data(), network.tag_weights.gradient.values.data(),
                             scores.columns, input.columns, input.rows);
    multiply().plain(scores.values.data(), network.tag_weights.value.values.data(), gradient.values.data(), input.rows,
                     input.columns, scores.columns);
    return loss;
}

void learn_words(Network& network, const Pass& pass, Matrix& gradient) {
    for (std::size_t i = 0; i < gradient.values.size(); ++i) {
        gradient.values[i] *= 1 - (pass.squashed.values[i] * pass.squashed.values[i]);
    }
    multiply().transposed_by(gradient.values.data(), pass.vectors.values.data(), network.projection.gradient.values.data(),
                             gradient.columns, pass.vectors.columns, gradient.rows);
    for (std::size_t t = 0; t < gradient.rows; ++t) {
        const float* values = gradient.row(t);
        const auto add_to = [&](float* out) {
            for (std::size_t i = 0; i < gradient.columns; ++i) {
                out[i] += values[i];
            }
        };
        add_to(network.input_bias.gradient.row(0));
        for (const std::uint32_t row : pass.rows[t]) {
            network.table.touch(row);
            add_to(network.table.gradient.row(row));
        }
    }
}

}  // namespace

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
    read_words(network, vocabulary, vectors, batch, &noise, &random, pass);
    encode(network, &noise, &random, pass);
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
    read_words(network, vocabulary, vectors, batch, nullptr, nullptr, pass);
    encode(network, nullptr, nullptr, pass);
    const Matrix tags = tag_scores(network, pass);
    std::vector<Analysis> analyses(batch.size());
    std::vector<float> hidden(network.dimensions.hidden);
    std::vector<float> scores(vocabulary.actions.size());
    ArcHybrid state;
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        Analysis& analysis = analyses[i];
        const std::size_t words = batch[i]->forms.size();
        state.reset(words);
        while (!state.finished()) {
            hidden_units(network, pass.positions, begin, state_features(state, vocabulary.labels.size()),
                         static_cast<std::int32_t>(words), hidden);
            action_scores(network, hidden, scores);
            state.apply(vocabulary.actions[best_action(vocabulary, state, scores)]);
        }
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
