// Compiled with -mavx2 -mfma where the compiler has them. Eigen gets a namespace of its own, so that the linker cannot give this
// build's code to the other one.
#define Eigen EigenAvx2
#define kBuild kMultiplyAvx2
#include "language/train/multiply.inc"  // NOLINT(bugprone-suspicious-include): one body, two builds
