// Products of row-major matrices, through Eigen. There are two builds of the same code, one for processors with AVX2 and FMA,
// which is taken where it runs; their results differ in the last bits.
#pragma once

#include <cstddef>

namespace demarche::language::train {

struct Multiply {
    // All add to `out`, which has the shape m x n.
    using Function = void (*)(const float* a, const float* b, float* out, std::size_t m, std::size_t n, std::size_t k);
    Function by_transposed;  // a: m x k, b: n x k
    Function plain;          // a: m x k, b: k x n
    Function transposed_by;  // a: k x m, b: k x n
};

[[nodiscard]] const Multiply& multiply();

}  // namespace demarche::language::train
