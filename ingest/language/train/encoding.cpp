#include "language/train/encoding.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "language/activations.hpp"
#include "language/characters.hpp"
#include "language/parser_features.hpp"
#include "language/parser_model.hpp"
#include "language/train/multiply.hpp"
#include "language/word_inputs.hpp"

namespace demarche::language::train {

namespace {

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
                    std::uint32_t row = found == vocabulary.rows.end() ? ParserModel::kUnknownWord : found->second;
                    if (noise != nullptr && row != ParserModel::kUnknownWord &&
                        random->chance(noise->word_dropout /
                                       (noise->word_dropout + static_cast<float>(vocabulary.counts[row])))) {
                        row = ParserModel::kUnknownWord;
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

// Tags are read off the input of the last layer: what a word is, is known below what it hangs on (Søgaard and Goldberg 2016).
const Matrix& tag_input(const Pass& pass) { return pass.inputs[pass.inputs.size() - 2]; }

}  // namespace

void times(Matrix& matrix, const Matrix& mask) {
    if (!mask.values.empty()) {
        for (std::size_t i = 0; i < matrix.values.size(); ++i) {
            matrix.values[i] *= mask.values[i];
        }
    }
}

void encode(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors,
            std::span<const Example* const> batch, const TrainingNoise* noise, Random* random, Pass& pass) {
    read_words(network, vocabulary, vectors, batch, noise, random, pass);
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

}  // namespace demarche::language::train
