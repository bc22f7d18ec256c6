// The loops that every build of the kernels shares; each build inlines them into functions for its own instructions.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "language/activations.hpp"
#include "language/kernels.hpp"

namespace demarche::language::body {

inline constexpr float kHalf = 0.5F;  // what is cut to a whole number was rounded by adding it

[[gnu::always_inline]] inline std::uint8_t byte_of(float value) {
    return static_cast<std::uint8_t>(static_cast<std::int32_t>((value * kUnit) + (static_cast<float>(kZero) + 0.5F)));
}

[[gnu::always_inline]] inline void add_row(const std::int8_t* row, float scale, std::size_t size, float* sum) {
    for (std::size_t i = 0; i < size; ++i) {
        sum[i] += scale * static_cast<float>(row[i]);
    }
}

[[gnu::always_inline]] inline void squash(float* __restrict values, std::size_t size, std::uint8_t* __restrict bytes) {
    for (std::size_t i = 0; i < size; ++i) {
        values[i] = tanh_near(values[i]);
        bytes[i] = byte_of(values[i]);
    }
}

[[gnu::always_inline]] inline void scan(const ScanGates& gates, const ScanRow& row, std::size_t units, float* __restrict state) {
    const float* __restrict z = row.products;
    const float* __restrict uf = z + units;
    const float* __restrict ur = uf + units;
    const float* __restrict vf = gates.forget_state;
    const float* __restrict vr = gates.reset_state;
    const float* __restrict bf = gates.forget_bias;
    const float* __restrict br = gates.reset_bias;
    const float* __restrict skip = row.skip;
    float* __restrict output = row.output;
    std::uint8_t* __restrict bytes = row.bytes;
    for (std::size_t i = 0; i < units; ++i) {
        const float before = state[i];
        // Two sigmoids with one division.
        const float ef = 1.0F + exp_of_minus(uf[i] + (vf[i] * before) + bf[i]);
        const float er = 1.0F + exp_of_minus(ur[i] + (vr[i] * before) + br[i]);
        const float both = 1.0F / (ef * er);
        const float f = both * er;
        const float r = both * ef;
        const float c = (f * before) + ((1.0F - f) * z[i]);
        const float h = (r * tanh_near(c)) + ((1.0F - r) * skip[i]);
        state[i] = c;
        output[i] = h;
    }
    for (std::size_t i = 0; i < units; ++i) {
        bytes[i] = byte_of(output[i]);
    }
}

[[gnu::always_inline]] inline void hidden(const float* const* rows, std::size_t count, std::size_t size,
                                          std::uint8_t* __restrict bytes) {
    constexpr std::size_t kPiece = 32;
    for (std::size_t begin = 0; begin < size; begin += kPiece) {
        float sum[kPiece] = {};
        for (std::size_t row = 0; row < count; ++row) {
            const float* __restrict values = rows[row] + begin;
            for (std::size_t i = 0; i < kPiece; ++i) {
                sum[i] += values[i];
            }
        }
        for (float& value : sum) {
            value = std::min(std::max(value, 0.0F), kMostHidden);
        }
        std::int32_t rounded[kPiece];
        for (std::size_t i = 0; i < kPiece; ++i) {
            rounded[i] = static_cast<std::int32_t>((sum[i] * kHiddenUnit) + kHalf);
        }
        for (std::size_t i = 0; i < kPiece; ++i) {
            bytes[begin + i] = static_cast<std::uint8_t>(rounded[i]);
        }
    }
}

}  // namespace demarche::language::body
