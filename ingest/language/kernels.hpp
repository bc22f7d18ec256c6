// The arithmetic of the network in use, in three builds: for any processor, for AVX2, and for AVX2 with the dot products of
// AVX-512 VNNI. They give the same bits: products are exact integers, and floats are added in one order without fused operations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace demarche::language {

inline constexpr std::size_t kLanes = 16;  // outputs of a block
inline constexpr int kMostWeight = 63;     // so that two products fit into 16 bits (the instruction saturates)
inline constexpr float kUnit = 127.0F;     // a value of ±1 in eight bits, stored with kZero added
inline constexpr int kZero = 128;
inline constexpr float kMostHidden = 4.0F;  // the parser's hidden units lie in [0, 4]
inline constexpr float kHiddenUnit = 255.0F / kMostHidden;

// out = scale * (W * bytes - offset) + bias. Outputs come in blocks of sixteen, inputs in groups of four:
// weights[block][group][output][input].
struct ByteMatrix {
    std::size_t outputs = 0;  // a multiple of kLanes
    std::size_t inputs = 0;   // a multiple of 4
    std::span<const std::int8_t> weights;
    std::span<const float> scales;
    std::span<const std::int32_t> offsets;
    std::span<const float> bias;
};

// One direction of a recurrent layer (train/recurrent.hpp has the formulas).
struct ScanGates {
    const float* forget_state = nullptr;
    const float* reset_state = nullptr;
    const float* forget_bias = nullptr;
    const float* reset_bias = nullptr;
};

struct ScanRow {
    const float* products = nullptr;  // z, f, r
    const float* skip = nullptr;
    float* output = nullptr;
    std::uint8_t* bytes = nullptr;  // the output in eight bits
};

struct Kernels {
    const char* name;
    // `rows` rows of matrix.inputs bytes; out: rows x matrix.outputs.
    void (*multiply)(const ByteMatrix& matrix, const std::uint8_t* bytes, std::size_t rows, float* out);
    // Adds a row of `size` bytes times `scale`.
    void (*add_row)(const std::int8_t* row, float scale, std::size_t size, float* sum);
    // tanh in place, and its bytes.
    void (*squash)(float* values, std::size_t size, std::uint8_t* bytes);
    // One step along the sentence; `state` is read and written.
    void (*scan)(const ScanGates& gates, const ScanRow& row, std::size_t units, float* state);
    // Bytes of the sum of `count` rows, cut to [0, kMostHidden].
    void (*hidden)(const float* const* rows, std::size_t count, std::size_t size, std::uint8_t* bytes);
};

// The fastest build that this processor runs.
[[nodiscard]] const Kernels& kernels();
// All that this processor runs; the portable one comes first. For comparing them.
[[nodiscard]] std::span<const Kernels* const> all_kernels();

}  // namespace demarche::language
