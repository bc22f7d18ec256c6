#include "language/kernels.hpp"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <vector>

#include "language/activations.hpp"

namespace demarche::testing {
namespace {

using language::all_kernels;
using language::ByteMatrix;
using language::Kernels;

class Numbers {
public:
    std::uint64_t next() { return (state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL) >> 33U; }
    float between(float low, float high) { return low + ((high - low) * static_cast<float>(next() % 100'000) / 100'000.0F); }
    std::vector<float> floats(std::size_t count, float low, float high) {
        std::vector<float> values(count);
        for (float& value : values) {
            value = between(low, high);
        }
        return values;
    }

private:
    std::uint64_t state_ = 12345;
};

struct Matrix {
    Matrix(std::size_t outputs, std::size_t inputs, Numbers& numbers)
        : weights(outputs * inputs), scales(numbers.floats(outputs, 0, 0.1F)), bias(numbers.floats(outputs, -1, 1)) {
        for (std::int8_t& weight : weights) {
            weight = static_cast<std::int8_t>(static_cast<int>(numbers.next() % (2 * language::kMostWeight + 1)) -
                                              language::kMostWeight);
        }
        for (std::size_t i = 0; i < outputs; ++i) {
            offsets.push_back(static_cast<std::int32_t>(numbers.next() % 1000));
        }
        view = {outputs, inputs, weights, scales, offsets, bias};
    }

    std::vector<std::int8_t> weights;
    std::vector<float> scales;
    std::vector<std::int32_t> offsets;
    std::vector<float> bias;
    ByteMatrix view;
};

TEST(Kernels, PortableMultiplyIsExact) {
    Numbers numbers;
    const Matrix matrix(32, 8, numbers);
    std::vector<std::uint8_t> bytes{0, 255, 3, 77, 128, 1, 254, 9};
    std::vector<float> out(32);
    all_kernels().front()->multiply(matrix.view, bytes.data(), 1, out.data());
    for (std::size_t output = 0; output < 32; ++output) {
        std::int32_t sum = 0;
        for (std::size_t input = 0; input < 8; ++input) {
            const std::size_t at = (output / 16 * 16 * 8) + (input / 4 * 64) + (output % 16 * 4) + (input % 4);
            sum += bytes[input] * matrix.weights[at];
        }
        EXPECT_EQ(out[output], (static_cast<float>(sum - matrix.offsets[output]) * matrix.scales[output]) + matrix.bias[output]);
    }
}

// Every build gives the same bits, for numbers of rows and outputs that fill its registers and that do not, and for the largest
// products.
TEST(Kernels, BuildsAgree) {
    Numbers numbers;
    const Kernels& portable = *all_kernels().front();
    for (const Kernels* build : all_kernels()) {
        SCOPED_TRACE(build->name);
        for (const std::size_t outputs : {16U, 48U, 112U, 768U}) {
            for (const std::size_t rows : {1U, 3U, 8U, 21U}) {
                Matrix matrix(outputs, 96, numbers);
                std::vector<std::uint8_t> bytes(rows * 96);
                for (std::uint8_t& byte : bytes) {
                    byte = static_cast<std::uint8_t>(rows == 3 ? 255 : numbers.next());
                }
                if (rows == 3) {
                    std::fill(matrix.weights.begin(), matrix.weights.end(), static_cast<std::int8_t>(language::kMostWeight));
                }
                std::vector<float> one(rows * outputs);
                std::vector<float> other(rows * outputs);
                portable.multiply(matrix.view, bytes.data(), rows, one.data());
                build->multiply(matrix.view, bytes.data(), rows, other.data());
                EXPECT_EQ(one, other);
            }
        }
        constexpr std::size_t kUnits = 96;
        const std::vector<float> products = numbers.floats(3 * kUnits, -40, 40);
        const std::vector<float> gates = numbers.floats(4 * kUnits, -2, 2);
        const std::vector<float> skip = numbers.floats(kUnits, -1, 1);
        std::array<std::vector<float>, 2> state{numbers.floats(kUnits, -3, 3), {}};
        state[1] = state[0];
        std::array<std::vector<float>, 2> output{std::vector<float>(kUnits), std::vector<float>(kUnits)};
        std::array<std::vector<std::uint8_t>, 2> bytes{std::vector<std::uint8_t>(kUnits), std::vector<std::uint8_t>(kUnits)};
        for (std::size_t i = 0; i < 2; ++i) {
            (i == 0 ? portable : *build)
                .scan({gates.data(), gates.data() + kUnits, gates.data() + (2 * kUnits), gates.data() + (3 * kUnits)},
                      {products.data(), skip.data(), output[i].data(), bytes[i].data()}, kUnits, state[i].data());
        }
        EXPECT_EQ(state[0], state[1]);
        EXPECT_EQ(output[0], output[1]);
        EXPECT_EQ(bytes[0], bytes[1]);
        std::array<std::vector<float>, 2> values{numbers.floats(kUnits, -20, 20), {}};
        values[1] = values[0];
        for (std::size_t i = 0; i < 2; ++i) {
            (i == 0 ? portable : *build).squash(values[i].data(), kUnits, bytes[i].data());
        }
        EXPECT_EQ(values[0], values[1]);
        EXPECT_EQ(bytes[0], bytes[1]);
        const std::vector<float> first = numbers.floats(kUnits, -2, 4);
        const std::vector<float> second = numbers.floats(kUnits, -2, 4);
        const std::array<const float*, 2> rows{first.data(), second.data()};
        for (std::size_t i = 0; i < 2; ++i) {
            (i == 0 ? portable : *build).hidden(rows.data(), rows.size(), kUnits, bytes[i].data());
        }
        EXPECT_EQ(bytes[0], bytes[1]);
    }
}

TEST(Kernels, ActivationsAreNear) {
    for (float x = -40; x < 40; x += 0.0137F) {
        EXPECT_NEAR(language::sigmoid(x), 1 / (1 + std::exp(-x)), 5e-5F) << x;
        EXPECT_NEAR(language::tanh_near(x), std::tanh(x), 5e-5F) << x;
    }
}

}  // namespace
}  // namespace demarche::testing
