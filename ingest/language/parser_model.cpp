#include "language/parser_model.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "language/parser_features.hpp"

namespace demarche::language {

namespace {

constexpr std::size_t kMostUnits = 1024;

std::size_t whole_blocks(std::size_t outputs) { return (outputs + kLanes - 1) / kLanes * kLanes; }

ByteMatrix take_matrix(SectionReader& sections, std::size_t outputs, std::size_t inputs) {
    ByteMatrix matrix;
    matrix.outputs = whole_blocks(outputs);
    matrix.inputs = inputs;
    matrix.weights = sections.take<std::int8_t>(matrix.outputs * inputs);
    matrix.scales = sections.take<float>(matrix.outputs);
    matrix.offsets = sections.take<std::int32_t>(matrix.outputs);
    matrix.bias = sections.take<float>(matrix.outputs);
    return matrix;
}

// Sizes that kernels and buffers can take, checked before anything is multiplied.
bool sizes_fit(const ParserSizes& sizes) {
    const auto within = [](std::uint32_t value, std::size_t most, std::size_t step) {
        return value > 0 && value <= most && value % step == 0;
    };
    return within(sizes.inputs, kMostUnits, 32) && within(sizes.units, kMostUnits, 32) && sizes.layers >= 2 &&
           within(sizes.layers, 16, 1) && within(sizes.hidden, kMostUnits, 32) && within(sizes.tags, 255, 1) &&
           within(sizes.labels, 254, 1) && within(sizes.actions, 511, 1) && sizes.lefts < sizes.actions &&
           within(sizes.label_bytes, 1 << 16, 1) && std::has_single_bit(sizes.slots) && within(sizes.rows, 1 << 24, 1) &&
           sizes.inputs >= sizes.units;
}

}  // namespace

ParserModel ParserModel::load(const std::string& path) {
    ParserModel model{map_model(path)};
    const std::span<const std::byte> bytes = model.file_.bytes();
    const ModelHeader header = read_header(path, bytes, kParserMagic, kParserVersion);
    std::memcpy(static_cast<void*>(&model.sizes), header.sizes.data(), sizeof model.sizes);
    model.id = header.checksum;
    const ParserSizes& sizes = model.sizes;
    if (!sizes_fit(sizes)) {
        fail_model(path, "the model has sizes that this program cannot use");
    }
    SectionReader sections(path, bytes);
    const auto tags = sections.take<std::uint8_t>(std::size_t{2} * sizes.tags);
    for (std::size_t i = 0; i < sizes.tags; ++i) {
        model.tags.push_back({static_cast<Penn>(tags[2 * i]), static_cast<Upos>(tags[(2 * i) + 1])});
    }
    const auto names = sections.take<char>(sizes.label_bytes);
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = static_cast<std::size_t>(
            std::find(names.begin() + static_cast<std::ptrdiff_t>(at), names.end(), '\0') - names.begin());
        model.labels.emplace_back(names.data() + at, end - at);
        at = end + 1;
    }
    const auto actions = sections.take<std::uint8_t>(std::size_t{2} * sizes.actions);
    for (std::size_t i = 0; i < sizes.actions; ++i) {
        model.actions.push_back({static_cast<Move>(actions[2 * i]), actions[(2 * i) + 1]});
    }
    model.slots_ = sections.take<InputSlot>(sizes.slots);
    model.row_scales = sections.take<float>(sizes.rows);
    model.rows = sections.take<std::int8_t>(std::size_t{sizes.rows} * sizes.inputs);
    model.input_bias = sections.take<float>(sizes.inputs);
    const std::size_t encoding = std::size_t{2} * sizes.units;
    for (std::size_t i = 0; i < sizes.layers; ++i) {
        ParserLayer& layer = model.layers.emplace_back();
        layer.weights = take_matrix(sections, std::size_t{6} * sizes.units, i == 0 ? sizes.inputs : encoding);
        layer.gates = sections.take<float>(std::size_t{8} * sizes.units);
    }
    model.tagger = take_matrix(sections, sizes.tags, encoding);
    model.positions = take_matrix(sections, kPositions * sizes.hidden, encoding);
    model.nobody = sections.take<float>((kPositions + 1) * std::size_t{sizes.hidden});
    model.facts = sections.take<float>(fact_rows(sizes.labels) * sizes.hidden);
    model.hidden_bias = sections.take<float>(sizes.hidden);
    model.moves = take_matrix(sections, sizes.actions, sizes.hidden);
    model.check(path);
    return model;
}

// A damaged file is caught by the checksum; this catches a wrong one that was written with a right checksum.
void ParserModel::check(const std::string& path) const {
    bool sound = labels.size() == sizes.labels;
    for (const JointTag tag : tags) {
        sound = sound && static_cast<std::size_t>(tag.penn) < kPennTags && tag.upos <= Upos::x;
    }
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const Move wanted = i == 0 ? Move::shift : (i <= sizes.lefts ? Move::left : Move::right);
        sound = sound && actions[i].move == wanted && actions[i].label < labels.size();
    }
    sound = sound && sizes.lefts > 0 && sizes.lefts + 1 < sizes.actions;  // every state allows a move of the model
    bool open = false;
    for (const InputSlot& slot : slots_) {
        open = open || slot.check == 0;  // a look-up ends at an empty slot
        sound = sound && slot.row < sizes.rows;
    }
    if (!sound || !open) {
        fail_model(path, "the model is not consistent");
    }
}

}  // namespace demarche::language
