#include "language/train/recurrent.hpp"

#include <algorithm>
#include <cmath>

#include "language/activations.hpp"
#include "language/train/multiply.hpp"

namespace demarche::language::train {

namespace {

// Where the skip connection of a direction begins in the input: a layer as wide as both directions gives each its half.
std::size_t skip_of(std::size_t inputs, std::size_t units, std::size_t direction) {
    return inputs >= 2 * units ? direction * units : 0;
}

// Visits the rows of each sentence in the order of the direction.
template <class Start, class Step>
void walk(std::span<const std::uint32_t> ends, bool reverse, const Start& start, const Step& step) {
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
        start();
        for (std::uint32_t i = begin; i < end; ++i) {
            step(reverse ? end - 1 - (i - begin) : i, i == begin);
        }
        begin = end;
    }
}

struct StepOut {
    float* forget;
    float* reset;
    float* state;
    float* output;
};

// The loops stand alone, with pointers that do not overlap, so that the compiler vectorises them.
void step(const float* __restrict gates, const float* __restrict products, const float* __restrict before,
          const float* __restrict skip, std::size_t units, const StepOut& out) {
    const float* vf = gates;
    const float* vr = vf + units;
    const float* bf = vr + units;
    const float* br = bf + units;
    const float* z = products;
    const float* uf = z + units;
    const float* ur = uf + units;
    float* __restrict f = out.forget;
    float* __restrict r = out.reset;
    float* __restrict c = out.state;
    float* __restrict h = out.output;
    for (std::size_t i = 0; i < units; ++i) {
        f[i] = sigmoid(uf[i] + vf[i] * before[i] + bf[i]);
        r[i] = sigmoid(ur[i] + vr[i] * before[i] + br[i]);
    }
    for (std::size_t i = 0; i < units; ++i) {
        c[i] = f[i] * before[i] + (1 - f[i]) * z[i];
        h[i] = r[i] * tanh_near(c[i]) + (1 - r[i]) * skip[i];
    }
}

struct StepSeen {
    const float* forget;
    const float* reset;
    const float* state;
    const float* output_gradient;
};

struct StepGradients {
    float* skip;
    float* products;
    float* carried;  // of the state, from the step before in this direction to the next
    float* gates;
};

void step_back(const float* __restrict gates, const float* __restrict products, const float* __restrict before,
               const float* __restrict skip, std::size_t units, const StepSeen& seen, const StepGradients& gradients) {
    const float* vf = gates;
    const float* vr = vf + units;
    const float* z = products;
    const float* __restrict f = seen.forget;
    const float* __restrict r = seen.reset;
    const float* __restrict c = seen.state;
    const float* __restrict dh = seen.output_gradient;
    float* __restrict dx = gradients.skip;
    float* __restrict dz = gradients.products;
    float* __restrict carried = gradients.carried;
    float* __restrict duf = dz + units;
    float* __restrict dur = duf + units;
    for (std::size_t i = 0; i < units; ++i) {
        const float g = tanh_near(c[i]);
        dx[i] += dh[i] * (1 - r[i]);
        dur[i] = dh[i] * (g - skip[i]) * r[i] * (1 - r[i]);
        carried[i] += dh[i] * r[i] * (1 - g * g);
    }
    for (std::size_t i = 0; i < units; ++i) {
        const float dc = carried[i];
        dz[i] = dc * (1 - f[i]);
        duf[i] = dc * (before[i] - z[i]) * f[i] * (1 - f[i]);
        carried[i] = dc * f[i] + duf[i] * vf[i] + dur[i] * vr[i];
    }
    float* __restrict dvf = gradients.gates;
    float* __restrict dvr = dvf + units;
    float* __restrict dbf = dvr + units;
    float* __restrict dbr = dbf + units;
    for (std::size_t i = 0; i < units; ++i) {
        dvf[i] += duf[i] * before[i];
        dvr[i] += dur[i] * before[i];
        dbf[i] += duf[i];
        dbr[i] += dur[i];
    }
}

}  // namespace

void RecurrentLayer::init(std::size_t inputs, std::size_t units_, Random& random) {
    units = units_;
    weights.init(6 * units, inputs, std::sqrt(3.0F / static_cast<float>(inputs)), random);
    gates.init(8, units, 0.0F, random);
    for (const std::size_t row : {0U, 1U, 4U, 5U}) {
        for (std::size_t i = 0; i < units; ++i) {
            gates.value.row(row)[i] = (2 * random.uniform() - 1) * 0.1F;
        }
    }
}

void forward(const RecurrentLayer& layer, const Matrix& input, std::span<const std::uint32_t> ends, RecurrentTrace& trace,
             Matrix& output) {
    const std::size_t units = layer.units;
    trace.products.reshape(input.rows, 6 * units);
    multiply().by_transposed(input.values.data(), layer.weights.value.values.data(), trace.products.values.data(), input.rows,
                             6 * units, input.columns);
    for (Matrix* matrix : {&trace.forget, &trace.reset, &trace.state, &output}) {
        matrix->reshape(input.rows, 2 * units);
    }
    std::vector<float> zero(units, 0.0F);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const std::size_t skip = skip_of(input.columns, units, direction);
        const std::size_t at = direction * units;
        const float* before = zero.data();
        walk(
            ends, direction == 1, [&] { before = zero.data(); },
            [&](std::size_t t, bool) {
                float* c = trace.state.row(t) + at;
                step(layer.gates.value.row(4 * direction), trace.products.row(t) + (3 * at), before, input.row(t) + skip, units,
                     {trace.forget.row(t) + at, trace.reset.row(t) + at, c, output.row(t) + at});
                before = c;
            });
    }
}

void backward(RecurrentLayer& layer, const Matrix& input, std::span<const std::uint32_t> ends, const RecurrentTrace& trace,
              const Matrix& output_gradient, Matrix& input_gradient) {
    const std::size_t units = layer.units;
    input_gradient.reshape(input.rows, input.columns);
    Matrix products(input.rows, 6 * units);  // gradient of trace.products
    std::vector<float> zero(units, 0.0F);
    std::vector<float> carried(units, 0.0F);  // gradient of the state
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const std::size_t skip = skip_of(input.columns, units, direction);
        const std::size_t at = direction * units;
        std::uint32_t begin = 0;
        for (const std::uint32_t end : ends) {
            std::fill(carried.begin(), carried.end(), 0.0F);
            for (std::uint32_t back = 0; back < end - begin; ++back) {
                // Against the direction in which the state ran.
                const std::size_t t = direction == 0 ? end - 1 - back : begin + back;
                const bool first = back + 1 == end - begin;
                const float* __restrict before = first ? zero.data() : trace.state.row(direction == 0 ? t - 1 : t + 1) + at;
                step_back(
                    layer.gates.value.row(4 * direction), trace.products.row(t) + (3 * at), before, input.row(t) + skip, units,
                    {trace.forget.row(t) + at, trace.reset.row(t) + at, trace.state.row(t) + at, output_gradient.row(t) + at},
                    {input_gradient.row(t) + skip, products.row(t) + (3 * at), carried.data(),
                     layer.gates.gradient.row(4 * direction)});
            }
            begin = end;
        }
    }
    multiply().transposed_by(products.values.data(), input.values.data(), layer.weights.gradient.values.data(), 6 * units,
                             input.columns, input.rows);
    multiply().plain(products.values.data(), layer.weights.value.values.data(), input_gradient.values.data(), input.rows,
                     input.columns, 6 * units);
}

}  // namespace demarche::language::train
