// A bidirectional layer of simple recurrent units (Lei, Zhang, Wang, Dai and Artzi 2018, "Simple Recurrent Units for Highly
// Parallelizable Recurrence", equations 1-4, with tanh before the output so that it stays within ±1). All matrix work is one
// product over all tokens; what runs along the sentence is element by element:
//
//   f = sigmoid(uf + vf*c' + bf)    r = sigmoid(ur + vr*c' + br)    c = f*c' + (1-f)*z    h = r*tanh(c) + (1-r)*skip
//
// with z, uf, ur linear in the input, c' the state before, and skip the input of the same index (of the half of its direction).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/train/parameters.hpp"

namespace demarche::language::train {

struct RecurrentLayer {
    Parameter weights;  // 6H x inputs: z, f, r of the forward direction, then of the backward one
    Parameter gates;    // 8 x H: vf, vr, bf, br of the forward direction, then of the backward one
    std::size_t units = 0;

    void init(std::size_t inputs, std::size_t units_, Random& random);
};

// What backward() needs of forward().
struct RecurrentTrace {
    Matrix products;  // tokens x 6H
    Matrix forget;    // tokens x 2H
    Matrix reset;
    Matrix state;
};

// `ends`: where each sentence ends among the rows of `input`; `output` becomes tokens x 2H.
void forward(const RecurrentLayer& layer, const Matrix& input, std::span<const std::uint32_t> ends, RecurrentTrace& trace,
             Matrix& output);
// Adds to the layer's gradients; `input_gradient` is set.
void backward(RecurrentLayer& layer, const Matrix& input, std::span<const std::uint32_t> ends, const RecurrentTrace& trace,
              const Matrix& output_gradient, Matrix& input_gradient);

}  // namespace demarche::language::train
