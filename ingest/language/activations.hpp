// The functions of the network, one definition for training and use. Plain IEEE arithmetic in a fixed order without fused
// operations, so that a vectorised loop and a scalar one give the same bits.
#pragma once

#include <bit>
#include <cstdint>

namespace demarche::language {

// 2^x for |x| <= 120: the integer part goes into the exponent, the rest through a polynomial (relative error below 5e-5).
[[gnu::always_inline]] inline float exp2_near(float x) {
    const float shifted = x + 12582912.0F;  // 1.5 * 2^23: rounds to the nearest integer
    const float whole = shifted - 12582912.0F;
    const float rest = x - whole;  // in [-0.5, 0.5]
    float power = 0.0096181291F;
    power = power * rest + 0.0555041087F;
    power = power * rest + 0.2402265070F;
    power = power * rest + 0.6931471806F;
    power = power * rest + 1.0F;
    const std::uint32_t scale = (std::bit_cast<std::uint32_t>(shifted) << 23U) + 0x3F800000U;
    return power * std::bit_cast<float>(scale);
}

// e^-x, with x cut to ±30.
[[gnu::always_inline]] inline float exp_of_minus(float x) {
    x = x < -30.0F ? -30.0F : x;
    x = x > 30.0F ? 30.0F : x;
    return exp2_near(x * -1.4426950409F);
}

[[gnu::always_inline]] inline float sigmoid(float x) { return 1.0F / (1.0F + exp_of_minus(x)); }

[[gnu::always_inline]] inline float tanh_near(float x) {
    x = x < -15.0F ? -15.0F : x;
    x = x > 15.0F ? 15.0F : x;
    const float e = exp2_near(x * -2.8853900818F);
    return (1.0F - e) / (1.0F + e);
}

}  // namespace demarche::language
