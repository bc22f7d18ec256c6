#include "language/train/quantize.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>

#include "language/parser_features.hpp"
#include "language/parser_model.hpp"

namespace demarche::language::train {

namespace {

std::int8_t quantized(float value, float scale, int most) {
    const float steps = scale > 0 ? std::round(value / scale) : 0.0F;
    return static_cast<std::int8_t>(std::clamp(steps, -static_cast<float>(most), static_cast<float>(most)));
}

float largest(const float* values, std::size_t count) {
    float most = 0;
    for (std::size_t i = 0; i < count; ++i) {
        most = std::max(most, std::abs(values[i]));
    }
    return most;
}

// A ByteMatrix whose inputs are bytes of `unit` to one with `zero` added.
void put_matrix(SectionWriter& out, const Matrix& weights, const Matrix* bias, float unit, int zero) {
    const std::size_t outputs = (weights.rows + kLanes - 1) / kLanes * kLanes;
    std::vector<std::int8_t> bytes(outputs * weights.columns);
    std::vector<float> scales(outputs);
    std::vector<std::int32_t> offsets(outputs);
    std::vector<float> biases(outputs);
    for (std::size_t row = 0; row < weights.rows; ++row) {
        const float step = largest(weights.row(row), weights.columns) / static_cast<float>(kMostWeight);
        scales[row] = step / unit;
        biases[row] = bias != nullptr ? bias->values[row] : 0.0F;
        for (std::size_t i = 0; i < weights.columns; ++i) {
            const std::int8_t weight = quantized(weights.row(row)[i], step, kMostWeight);
            const std::size_t block = row / kLanes * kLanes * weights.columns;
            bytes[block + (i / 4 * 4 * kLanes) + (row % kLanes * 4) + (i % 4)] = weight;
            offsets[row] += zero * weight;
        }
    }
    out.put<std::int8_t>(bytes);
    out.put<float>(scales);
    out.put<std::int32_t>(offsets);
    out.put<float>(biases);
}

// Rows of the model's one table: those that were trained, and those of words that only have a vector.
struct Rows {
    std::map<std::uint64_t, std::uint32_t> index;  // by key
    std::vector<std::int8_t> bytes;
    std::vector<float> scales;

    std::uint32_t add(const std::vector<float>& row) {
        const float step = largest(row.data(), row.size()) / 127.0F;
        for (const float value : row) {
            bytes.push_back(quantized(value, step, 127));
        }
        scales.push_back(step);
        return static_cast<std::uint32_t>(scales.size() - 1);
    }
};

std::vector<float> folded(const Network& network, const WordVectors& vectors, std::uint32_t trained, std::int64_t vector) {
    const float* row = network.table.value.row(trained);
    std::vector<float> sum(row, row + network.dimensions.inputs);
    if (vector >= 0) {
        const float* numbers = vectors.values.row(static_cast<std::size_t>(vector));
        for (std::size_t i = 0; i < sum.size(); ++i) {
            const float* weights = network.projection.value.row(i);
            for (std::size_t k = 0; k < vectors.values.columns; ++k) {
                sum[i] += weights[k] * numbers[k];
            }
        }
    }
    return sum;
}

Rows make_rows(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors) {
    Rows rows;
    rows.add(folded(network, vectors, ParserModel::kUnknownWord, -1));
    const std::map<std::uint64_t, std::uint32_t> trained(vocabulary.rows.begin(), vocabulary.rows.end());
    for (const auto& [key, row] : trained) {
        const auto vector = vocabulary.vectors.find(key);
        rows.index[key] = rows.add(
            folded(network, vectors, row, vector == vocabulary.vectors.end() ? -1 : static_cast<std::int64_t>(vector->second)));
    }
    const std::map<std::uint64_t, std::uint32_t> known(vocabulary.vectors.begin(), vocabulary.vectors.end());
    for (const auto& [key, vector] : known) {
        if (!rows.index.contains(key)) {
            rows.index[key] = rows.add(folded(network, vectors, ParserModel::kUnknownWord, vector));
        }
    }
    return rows;
}

std::vector<InputSlot> make_slots(const std::map<std::uint64_t, std::uint32_t>& index) {
    std::vector<InputSlot> slots(std::bit_ceil(index.size() + (index.size() / 4)));
    for (const auto& [key, row] : index) {
        std::size_t at = key & (slots.size() - 1);
        while (slots[at].check != 0) {
            at = (at + 1) & (slots.size() - 1);
        }
        slots[at] = {ParserModel::check_of(key), row};
    }
    return slots;
}

// The shift, the lefts, the rights; and in which order the vocabulary has them.
std::vector<std::size_t> ordered_actions(const Vocabulary& vocabulary) {
    std::vector<std::size_t> order(vocabulary.actions.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return static_cast<int>(vocabulary.actions[a].move) < static_cast<int>(vocabulary.actions[b].move);
    });
    return order;
}

}  // namespace

void write_parser_model(const Network& network, const Vocabulary& vocabulary, const WordVectors& vectors,
                        const std::string& path) {
    const std::vector<std::size_t> order = ordered_actions(vocabulary);
    const Rows rows = make_rows(network, vocabulary, vectors);
    const std::vector<InputSlot> slots = make_slots(rows.index);
    SectionWriter out;
    std::vector<std::uint8_t> bytes;
    for (const JointTag tag : vocabulary.tags) {
        bytes.push_back(static_cast<std::uint8_t>(tag.penn));
        bytes.push_back(static_cast<std::uint8_t>(tag.upos));
    }
    out.put<std::uint8_t>(bytes);
    std::string names;
    for (const std::string& label : vocabulary.labels) {
        names += label + '\0';
    }
    out.put<char>(names);
    bytes.clear();
    ParserSizes sizes;
    Matrix action_weights(order.size(), network.dimensions.hidden);
    Matrix action_bias(1, order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Action action = vocabulary.actions[order[i]];
        bytes.push_back(static_cast<std::uint8_t>(action.move));
        bytes.push_back(action.label);
        sizes.lefts += action.move == Move::left ? 1U : 0U;
        std::copy_n(network.action_weights.value.row(order[i]), action_weights.columns, action_weights.row(i));
        action_bias.values[i] = network.action_bias.value.values[order[i]];
    }
    out.put<std::uint8_t>(bytes);
    out.put<InputSlot>(slots);
    out.put<float>(rows.scales);
    out.put<std::int8_t>(rows.bytes);
    out.put<float>(network.input_bias.value.values);
    for (const RecurrentLayer& layer : network.layers) {
        put_matrix(out, layer.weights.value, nullptr, kUnit, kZero);
        out.put<float>(layer.gates.value.values);
    }
    put_matrix(out, network.tag_weights.value, &network.tag_bias.value, kUnit, kZero);
    put_matrix(out, network.position_weights.value, nullptr, kUnit, kZero);
    out.put<float>(network.nobody.value.values);
    out.put<float>(network.facts.value.values);
    out.put<float>(network.hidden_bias.value.values);
    put_matrix(out, action_weights, &action_bias, kHiddenUnit, 0);

    const auto size = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
    sizes.inputs = size(network.dimensions.inputs);
    sizes.units = size(network.dimensions.units);
    sizes.layers = size(network.dimensions.layers);
    sizes.hidden = size(network.dimensions.hidden);
    sizes.tags = size(vocabulary.tags.size());
    sizes.labels = size(vocabulary.labels.size());
    sizes.actions = size(order.size());
    sizes.label_bytes = size(names.size());
    sizes.slots = size(slots.size());
    sizes.rows = size(rows.scales.size());
    ModelHeader header;
    std::memcpy(header.sizes.data(), &sizes, sizeof sizes);
    out.save(path, kParserMagic, kParserVersion, header);
}

}  // namespace demarche::language::train
