#include <gtest/gtest.h>

#include <cmath>

#include "language/train/recurrent.hpp"

namespace demarche::testing {
namespace {

using namespace language::train;

// The sum of outputs weighted by fixed numbers, whose gradient is those numbers.
double objective(const RecurrentLayer& layer, const Matrix& input, std::span<const std::uint32_t> ends, const Matrix& weights) {
    RecurrentTrace trace;
    Matrix output;
    forward(layer, input, ends, trace, output);
    double sum = 0;
    for (std::size_t i = 0; i < output.values.size(); ++i) {
        sum += static_cast<double>(output.values[i]) * static_cast<double>(weights.values[i]);
    }
    return sum;
}

void expect_near(double numeric, float analytic) {
    EXPECT_NEAR(numeric, static_cast<double>(analytic), 0.02 + (0.03 * std::abs(numeric)));
}

// Backward agrees with differences of forward, for inputs, weights and gates, over two sentences of different length.
TEST(Recurrent, GradientsAreDifferences) {
    Random random(11);
    for (const std::size_t inputs : {8U, 16U}) {  // one skip for both directions, and a half for each
        RecurrentLayer layer;
        layer.init(inputs, 8, random);
        const std::vector<std::uint32_t> ends{3, 5};
        Matrix input(5, inputs);
        Matrix weights(5, 16);
        for (Matrix* matrix : {&input, &weights}) {
            for (float& value : matrix->values) {
                value = (2 * random.uniform()) - 1;
            }
        }
        RecurrentTrace trace;
        Matrix output;
        forward(layer, input, ends, trace, output);
        Matrix input_gradient;
        backward(layer, input, ends, trace, weights, input_gradient);
        const auto check = [&](std::vector<float>& values, const std::vector<float>& gradient) {
            constexpr float kStep = 2e-3F;
            for (std::size_t i = 0; i < values.size(); i += 5) {
                const float before = values[i];
                values[i] = before + kStep;
                const double more = objective(layer, input, ends, weights);
                values[i] = before - kStep;
                const double less = objective(layer, input, ends, weights);
                values[i] = before;
                expect_near((more - less) / (2 * static_cast<double>(kStep)), gradient[i]);
            }
        };
        check(input.values, input_gradient.values);
        check(layer.weights.value.values, layer.weights.gradient.values);
        check(layer.gates.value.values, layer.gates.gradient.values);
    }
}

}  // namespace
}  // namespace demarche::testing
