// The kernels for AVX2 and AVX-512 VNNI. The file itself is compiled for any x86-64 processor; only these functions are not.
#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

#include "language/kernel_bodies.hpp"
#include "language/kernels.hpp"

#define DEMARCHE_AVX2 __attribute__((target("avx2")))
#define DEMARCHE_VNNI __attribute__((target("avx2,avx512f,avx512vnni")))

// GCC keeps the sums in registers only if it unrolls the loops over them before it looks at arrays; Clang does so anyway.
#if defined(__GNUC__) && !defined(__clang__)
#define DEMARCHE_UNROLLED _Pragma("GCC unroll 8")
#else
#define DEMARCHE_UNROLLED
#endif

namespace demarche::language {

namespace {

// Both builds walk blocks of sixteen outputs, several rows at once so that a weight is loaded once for all of them.

DEMARCHE_AVX2 inline std::int32_t four_bytes(const std::uint8_t* bytes) {
    std::int32_t four = 0;
    std::memcpy(&four, bytes, sizeof four);
    return four;
}

DEMARCHE_AVX2 inline __m256i add_avx2(__m256i sum, __m256i bytes, __m256i weights) {
    const __m256i pairs = _mm256_maddubs_epi16(bytes, weights);
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

DEMARCHE_AVX2 inline void finish_avx2(const ByteMatrix& matrix, std::size_t first, __m256i sums, float* out) {
    const __m256i offsets = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(matrix.offsets.data() + first));
    const __m256 exact = _mm256_cvtepi32_ps(_mm256_sub_epi32(sums, offsets));
    const __m256 scaled = _mm256_mul_ps(exact, _mm256_loadu_ps(matrix.scales.data() + first));
    _mm256_storeu_ps(out + first, _mm256_add_ps(scaled, _mm256_loadu_ps(matrix.bias.data() + first)));
}

template <std::size_t Rows>
DEMARCHE_AVX2 void rows_avx2(const ByteMatrix& matrix, const std::uint8_t* bytes, float* out) {
    const std::int8_t* weights = matrix.weights.data();
    for (std::size_t first = 0; first < matrix.outputs; first += kLanes) {
        __m256i low[Rows];
        __m256i high[Rows];
        DEMARCHE_UNROLLED
        for (std::size_t row = 0; row < Rows; ++row) {
            low[row] = _mm256_setzero_si256();
            high[row] = _mm256_setzero_si256();
        }
        for (std::size_t at = 0; at < matrix.inputs; at += 4, weights += 4 * kLanes) {
            const __m256i low_weights = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights));
            const __m256i high_weights = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(weights + (2 * kLanes)));
            DEMARCHE_UNROLLED
            for (std::size_t row = 0; row < Rows; ++row) {
                const __m256i four = _mm256_set1_epi32(four_bytes(bytes + (row * matrix.inputs) + at));
                low[row] = add_avx2(low[row], four, low_weights);
                high[row] = add_avx2(high[row], four, high_weights);
            }
        }
        DEMARCHE_UNROLLED
        for (std::size_t row = 0; row < Rows; ++row) {
            finish_avx2(matrix, first, low[row], out + (row * matrix.outputs));
            finish_avx2(matrix, first + (kLanes / 2), high[row], out + (row * matrix.outputs));
        }
    }
}

// The masked form, because GCC 12 takes the plain one for a use of an uninitialised value (GCC bug 105593).
constexpr __mmask16 kAll = 0xFFFF;
DEMARCHE_VNNI inline void finish_vnni(const ByteMatrix& matrix, std::size_t first, __m512i sums, float* out) {
    const __m512i offsets = _mm512_loadu_si512(matrix.offsets.data() + first);
    const __m512 exact = _mm512_maskz_cvtepi32_ps(kAll, _mm512_sub_epi32(sums, offsets));
    const __m512 scaled = _mm512_mul_ps(exact, _mm512_loadu_ps(matrix.scales.data() + first));
    _mm512_storeu_ps(out + first, _mm512_add_ps(scaled, _mm512_loadu_ps(matrix.bias.data() + first)));
}

// `Blocks` blocks beside each other: with few rows their sums run independently of each other.
template <std::size_t Rows, std::size_t Blocks>
DEMARCHE_VNNI void blocks_vnni(const ByteMatrix& matrix, std::size_t first, const std::uint8_t* bytes, float* out) {
    const std::size_t stride = kLanes * matrix.inputs;
    const std::int8_t* weights = matrix.weights.data() + (first * matrix.inputs);
    __m512i sums[Rows][Blocks];
    DEMARCHE_UNROLLED
    for (std::size_t row = 0; row < Rows; ++row) {
        DEMARCHE_UNROLLED
        for (std::size_t i = 0; i < Blocks; ++i) {
            sums[row][i] = _mm512_setzero_si512();
        }
    }
    for (std::size_t at = 0; at < matrix.inputs; at += 4, weights += 4 * kLanes) {
        __m512i block[Blocks];
        DEMARCHE_UNROLLED
        for (std::size_t i = 0; i < Blocks; ++i) {
            block[i] = _mm512_loadu_si512(weights + (i * stride));
        }
        DEMARCHE_UNROLLED
        for (std::size_t row = 0; row < Rows; ++row) {
            const __m512i four = _mm512_set1_epi32(four_bytes(bytes + (row * matrix.inputs) + at));
            DEMARCHE_UNROLLED
            for (std::size_t i = 0; i < Blocks; ++i) {
                sums[row][i] = _mm512_dpbusd_epi32(sums[row][i], four, block[i]);
            }
        }
    }
    DEMARCHE_UNROLLED
    for (std::size_t row = 0; row < Rows; ++row) {
        DEMARCHE_UNROLLED
        for (std::size_t i = 0; i < Blocks; ++i) {
            finish_vnni(matrix, first + (i * kLanes), sums[row][i], out + (row * matrix.outputs));
        }
    }
}

template <std::size_t Rows>
DEMARCHE_VNNI void rows_vnni(const ByteMatrix& matrix, const std::uint8_t* bytes, float* out) {
    constexpr std::size_t kBlocks = 3;
    std::size_t first = 0;
    for (; first + (kBlocks * kLanes) <= matrix.outputs; first += kBlocks * kLanes) {
        blocks_vnni<Rows, kBlocks>(matrix, first, bytes, out);
    }
    for (; first < matrix.outputs; first += kLanes) {
        blocks_vnni<Rows, 1>(matrix, first, bytes, out);
    }
}

using SomeRows = void (*)(const ByteMatrix&, const std::uint8_t*, float*);

void all_rows(std::size_t many, SomeRows take_many, SomeRows take_one, const ByteMatrix& matrix, const std::uint8_t* bytes,
              std::size_t rows, float* out) {
    for (; rows >= many; rows -= many, bytes += many * matrix.inputs, out += many * matrix.outputs) {
        take_many(matrix, bytes, out);
    }
    for (; rows > 0; --rows, bytes += matrix.inputs, out += matrix.outputs) {
        take_one(matrix, bytes, out);
    }
}

void multiply_avx2(const ByteMatrix& matrix, const std::uint8_t* bytes, std::size_t rows, float* out) {
    all_rows(2, rows_avx2<2>, rows_avx2<1>, matrix, bytes, rows, out);
}

void multiply_vnni(const ByteMatrix& matrix, const std::uint8_t* bytes, std::size_t rows, float* out) {
    all_rows(4, rows_vnni<4>, rows_vnni<1>, matrix, bytes, rows, out);
}

DEMARCHE_AVX2 void add_row(const std::int8_t* row, float scale, std::size_t size, float* sum) {
    body::add_row(row, scale, size, sum);
}
DEMARCHE_AVX2 void squash(float* values, std::size_t size, std::uint8_t* bytes) { body::squash(values, size, bytes); }
DEMARCHE_AVX2 void scan(const ScanGates& gates, const ScanRow& row, std::size_t units, float* state) {
    body::scan(gates, row, units, state);
}
DEMARCHE_AVX2 void hidden(const float* const* rows, std::size_t count, std::size_t size, std::uint8_t* bytes) {
    body::hidden(rows, count, size, bytes);
}

}  // namespace

extern const Kernels kKernelsAvx2;
extern const Kernels kKernelsVnni;
const Kernels kKernelsAvx2{"avx2", multiply_avx2, add_row, squash, scan, hidden};
const Kernels kKernelsVnni{"avx512-vnni", multiply_vnni, add_row, squash, scan, hidden};

}  // namespace demarche::language

#endif
