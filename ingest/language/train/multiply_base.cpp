#define kBuild kMultiplyBase
#include "language/train/multiply.inc"  // NOLINT(bugprone-suspicious-include): one body, two builds

namespace demarche::language::train {

extern const Multiply kMultiplyAvx2;

const Multiply& multiply() {
#if defined(__x86_64__)
    static const bool fast = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    return fast ? kMultiplyAvx2 : kMultiplyBase;
#else
    return kMultiplyBase;
#endif
}

}  // namespace demarche::language::train
