#include "language/kernels.hpp"

#include <array>

#include "language/kernel_bodies.hpp"

namespace demarche::language {

namespace {

void multiply(const ByteMatrix& matrix, const std::uint8_t* bytes, std::size_t rows, float* out) {
    const std::size_t groups = matrix.inputs / 4;
    for (std::size_t row = 0; row < rows; ++row, bytes += matrix.inputs, out += matrix.outputs) {
        const std::int8_t* weights = matrix.weights.data();
        for (std::size_t first = 0; first < matrix.outputs; first += kLanes) {
            std::array<std::int32_t, kLanes> sums{};
            for (std::size_t group = 0; group < groups; ++group, weights += 4 * kLanes) {
                const std::uint8_t* in = bytes + (4 * group);
                for (std::size_t lane = 0; lane < kLanes; ++lane) {
                    const std::int8_t* w = weights + (4 * lane);
                    sums[lane] += (in[0] * w[0]) + (in[1] * w[1]) + (in[2] * w[2]) + (in[3] * w[3]);
                }
            }
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                const std::size_t at = first + lane;
                out[at] = (static_cast<float>(sums[lane] - matrix.offsets[at]) * matrix.scales[at]) + matrix.bias[at];
            }
        }
    }
}

void add_row(const std::int8_t* row, float scale, std::size_t size, float* sum) { body::add_row(row, scale, size, sum); }
void squash(float* values, std::size_t size, std::uint8_t* bytes) { body::squash(values, size, bytes); }
void scan(const ScanGates& gates, const ScanRow& row, std::size_t units, float* state) { body::scan(gates, row, units, state); }
void hidden(const float* const* rows, std::size_t count, std::size_t size, std::uint8_t* bytes) {
    body::hidden(rows, count, size, bytes);
}

constexpr Kernels kPortable{"portable", multiply, add_row, squash, scan, hidden};

}  // namespace

#if defined(__x86_64__)
extern const Kernels kKernelsAvx2;
extern const Kernels kKernelsVnni;
#endif

std::span<const Kernels* const> all_kernels() {
#if defined(__x86_64__)
    static constexpr std::array<const Kernels*, 3> all{&kPortable, &kKernelsAvx2, &kKernelsVnni};
    static const std::size_t count = [] {
        if (__builtin_cpu_supports("avx2") == 0) {
            return std::size_t{1};
        }
        return std::size_t{__builtin_cpu_supports("avx512vnni") != 0 && __builtin_cpu_supports("avx512f") != 0 ? 3U : 2U};
    }();
    return {all.data(), count};
#else
    static constexpr std::array<const Kernels*, 1> all{&kPortable};
    return all;
#endif
}

const Kernels& kernels() { return *all_kernels().back(); }

}  // namespace demarche::language
