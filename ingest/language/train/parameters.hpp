// The network's weights in float, with what Adam (Kingma and Ba 2015) keeps of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "language/train/random.hpp"

namespace demarche::language::train {

struct Matrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values;  // row by row

    Matrix() = default;
    Matrix(std::size_t rows_, std::size_t columns_) : rows(rows_), columns(columns_), values(rows_ * columns_) {}
    void reshape(std::size_t rows_, std::size_t columns_) {  // all zero
        rows = rows_;
        columns = columns_;
        values.assign(rows_ * columns_, 0.0F);
    }
    [[nodiscard]] float* row(std::size_t at) { return values.data() + (at * columns); }
    [[nodiscard]] const float* row(std::size_t at) const { return values.data() + (at * columns); }
};

struct Parameter {
    Matrix value;
    Matrix gradient;
    Matrix mean;                         // of the gradient
    Matrix variance;                     // of the gradient, not centred
    bool sparse = false;                 // a table of which a batch touches few rows
    std::vector<std::uint32_t> touched;  // its rows with a gradient; may repeat
    std::vector<std::uint8_t> is_touched;

    // Uniform in ±scale.
    void init(std::size_t rows, std::size_t columns, float scale, Random& random);
    void touch(std::size_t row);
};

struct AdamOptions {
    float rate = 0.002F;
    float decay1 = 0.9F;
    float decay2 = 0.98F;
    float epsilon = 1e-8F;
    float longest = 5.0F;  // norm of the whole gradient
};

// One step with the gradients, which are zero afterwards. Rows of sparse tables that were not touched stand still. `step` counts
// from 1.
void adam_step(const std::vector<Parameter*>& parameters, const AdamOptions& options, std::uint64_t step);

// For checkpoints: values, means and variances as they stand in memory. Loading throws std::runtime_error if sizes differ.
void save(std::ostream& out, const std::vector<const Parameter*>& parameters);
void load(std::istream& in, const std::vector<Parameter*>& parameters);

}  // namespace demarche::language::train
