// The model of tagger and parser as it stands in its file: views into the mapped bytes. Immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/kernels.hpp"
#include "language/model_file.hpp"
#include "language/tagger_features.hpp"
#include "language/transitions.hpp"

namespace demarche::language {

inline constexpr std::string_view kParserMagic = "DMRCPRS\n";
inline constexpr std::uint32_t kParserVersion = 1;

// Sizes in the header, in this order.
struct ParserSizes {
    std::uint32_t inputs = 0;  // numbers of a word's input
    std::uint32_t units = 0;   // of one direction of a layer
    std::uint32_t layers = 0;
    std::uint32_t hidden = 0;
    std::uint32_t tags = 0;
    std::uint32_t labels = 0;
    std::uint32_t actions = 0;
    std::uint32_t lefts = 0;        // actions are: the shift, so many lefts, the rights
    std::uint32_t label_bytes = 0;  // of the labels' names, each with a zero byte
    std::uint32_t slots = 0;        // of the table of inputs, a power of two
    std::uint32_t rows = 0;
};

struct InputSlot {
    std::uint32_t check = 0;  // high half of the key, 0 for an empty slot
    std::uint32_t row = 0;
};

struct ParserLayer {
    ByteMatrix weights;
    std::span<const float> gates;  // 8 x units, as in train/recurrent.hpp
};

class ParserModel {
public:
    static constexpr std::uint32_t kUnknownWord = 0;
    static constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;

    static ParserModel load(const std::string& path);  // throws DataError: missing, cut short, damaged, other version

    ParserSizes sizes;
    std::uint64_t id = 0;  // of the file: its checksum
    std::vector<JointTag> tags;
    std::vector<std::string_view> labels;
    std::vector<Action> actions;
    std::span<const float> row_scales;
    std::span<const std::int8_t> rows;
    std::span<const float> input_bias;
    std::vector<ParserLayer> layers;
    ByteMatrix tagger;
    ByteMatrix positions;
    std::span<const float> nobody;
    std::span<const float> facts;
    std::span<const float> hidden_bias;
    ByteMatrix moves;

    // Row of a key, or kNoRow.
    [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
        const auto check = check_of(key);
        for (std::size_t at = key & (slots_.size() - 1); slots_[at].check != 0; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].check == check) {
                return slots_[at].row;
            }
        }
        return kNoRow;
    }
    [[nodiscard]] static std::uint32_t check_of(std::uint64_t key) {
        const auto check = static_cast<std::uint32_t>(key >> 32U);
        return check == 0 ? 1 : check;
    }

private:
    explicit ParserModel(MappedFile file) : file_(std::move(file)) {}
    void check(const std::string& path) const;

    MappedFile file_;
    std::span<const InputSlot> slots_;
};

}  // namespace demarche::language
