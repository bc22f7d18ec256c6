#include "language/encoder.hpp"

#include <algorithm>
#include <utility>

#include "language/word_inputs.hpp"

namespace demarche::language {

namespace {

template <class Value>
void need(std::vector<Value>& buffer, std::size_t size) {
    if (buffer.size() < size) {
        buffer.resize(size);
    }
}

// The input of one word: the sum of its rows, squashed.
void read_word(const ParserModel& model, const Kernels& kernels, const WordForm& word, float* sum, std::uint8_t* bytes) {
    const std::size_t size = model.sizes.inputs;
    std::copy_n(model.input_bias.data(), size, sum);
    WordKeys keys;
    word_keys(word.form, word.lower, keys);
    for (std::size_t k = 0; k < keys.size; ++k) {
        std::uint32_t row = model.find(keys.keys[k]);
        if (row == ParserModel::kNoRow) {
            if (k > 0) {
                continue;
            }
            row = ParserModel::kUnknownWord;
        }
        kernels.add_row(model.rows.data() + (row * size), model.row_scales[row], size, sum);
    }
    kernels.squash(sum, size, bytes);
}

// Inputs and first products of all words: from the cache, or made for those that it does not hold.
void first_products(const ParserModel& model, const Kernels& kernels, std::span<const WordForm> words, EncoderBuffers& buffers) {
    const std::size_t size = model.sizes.inputs;
    const std::size_t outputs = model.layers.front().weights.outputs;
    buffers.cache.prepare(model.id, size, outputs);
    buffers.fresh.clear();
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        buffers.hashes[i] = form_hash(words[i].form);
        const float* kept = buffers.cache.find(words[i].form, buffers.hashes[i]);
        buffers.input_of[i] = kept;
        if (kept != nullptr) {
            buffers.products_of[i] = kept + size;
        } else {
            const std::size_t at = buffers.fresh.size();
            buffers.fresh.push_back(i);
            read_word(model, kernels, words[i], buffers.input.data() + (at * size), buffers.bytes.data() + (at * size));
        }
    }
    kernels.multiply(model.layers.front().weights, buffers.bytes.data(), buffers.fresh.size(), buffers.products.data());
    for (std::size_t at = 0; at < buffers.fresh.size(); ++at) {
        buffers.input_of[buffers.fresh[at]] = buffers.input.data() + (at * size);
        buffers.products_of[buffers.fresh[at]] = buffers.products.data() + (at * outputs);
    }
}

// Once nothing of the batch points into the cache any more.
void keep_fresh(const ParserModel& model, std::span<const WordForm> words, EncoderBuffers& buffers) {
    for (const std::uint32_t i : buffers.fresh) {
        buffers.cache.put(words[i].form, buffers.hashes[i], buffers.input_of[i], model.sizes.inputs, buffers.products_of[i]);
    }
}

void run_direction(const ParserModel& model, const Kernels& kernels, const ParserLayer& layer, std::size_t inputs,
                   std::span<const std::uint32_t> ends, bool backward, EncoderBuffers& buffers) {
    const std::size_t units = model.sizes.units;
    const std::size_t at = backward ? units : 0;
    const float* gates = layer.gates.data() + (4 * at);
    const ScanGates scan_gates{gates, gates + units, gates + (2 * units), gates + (3 * units)};
    const std::size_t skip = inputs >= 2 * units ? at : 0;
    const auto step = [&](std::size_t word) {
        const std::size_t place = (word * (2 * units)) + at;
        kernels.scan(scan_gates,
                     {buffers.products_of[word] + (3 * at), buffers.input_of[word] + skip, buffers.output.data() + place,
                      buffers.output_bytes.data() + place},
                     units, buffers.state.data());
    };
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        std::fill_n(buffers.state.begin(), units, 0.0F);
        for (std::uint32_t i = begin; i < end; ++i) {
            step(backward ? end - 1 - (i - begin) : i);
        }
        begin = end;
    }
}

void make_room(const ParserModel& model, std::size_t words, EncoderBuffers& buffers) {
    const std::size_t units = model.sizes.units;
    const std::size_t widest = std::max<std::size_t>(model.sizes.inputs, 2 * units);
    need(buffers.input, words * widest);
    need(buffers.bytes, words * widest);
    need(buffers.output, words * widest);
    need(buffers.output_bytes, words * widest);
    need(buffers.products, words * 6 * units);
    need(buffers.state, units);
    need(buffers.input_of, words);
    need(buffers.products_of, words);
    need(buffers.hashes, words);
    need(buffers.tags, words * model.tagger.outputs);
    need(buffers.positions, words * model.positions.outputs);
}

}  // namespace

void encode(const ParserModel& model, const Kernels& kernels, std::span<const WordForm> words,
            std::span<const std::uint32_t> ends, EncoderBuffers& buffers) {
    make_room(model, words.size(), buffers);
    first_products(model, kernels, words, buffers);
    std::size_t inputs = model.sizes.inputs;
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const ParserLayer& layer = model.layers[i];
        if (i > 0) {
            kernels.multiply(layer.weights, buffers.bytes.data(), words.size(), buffers.products.data());
            for (std::size_t word = 0; word < words.size(); ++word) {
                buffers.input_of[word] = buffers.input.data() + (word * inputs);
                buffers.products_of[word] = buffers.products.data() + (word * layer.weights.outputs);
            }
        }
        run_direction(model, kernels, layer, inputs, ends, false, buffers);
        run_direction(model, kernels, layer, inputs, ends, true, buffers);
        if (i == 0) {
            keep_fresh(model, words, buffers);
        }
        std::swap(buffers.input, buffers.output);
        std::swap(buffers.bytes, buffers.output_bytes);
        inputs = std::size_t{2} * model.sizes.units;
        if (i + 2 == model.layers.size()) {  // tags are read off the input of the last layer
            kernels.multiply(model.tagger, buffers.bytes.data(), words.size(), buffers.tags.data());
        }
    }
    kernels.multiply(model.positions, buffers.bytes.data(), words.size(), buffers.positions.data());
}

}  // namespace demarche::language
