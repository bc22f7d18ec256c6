#include "language/train/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <istream>
#include <ostream>
#include <stdexcept>

namespace demarche::language::train {

void Parameter::init(std::size_t rows, std::size_t columns, float scale, Random& random) {
    value.reshape(rows, columns);
    for (float& weight : value.values) {
        weight = (2 * random.uniform() - 1) * scale;
    }
    gradient.reshape(rows, columns);
    mean.reshape(rows, columns);
    variance.reshape(rows, columns);
    is_touched.assign(sparse ? rows : 0, 0);
}

void Parameter::touch(std::size_t row) {
    if (is_touched[row] == 0) {
        is_touched[row] = 1;
        touched.push_back(static_cast<std::uint32_t>(row));
    }
}

namespace {

double squares(const float* values, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    }
    return sum;
}

template <class Visit>
void for_each_part(Parameter& parameter, const Visit& visit) {
    if (!parameter.sparse) {
        visit(std::size_t{0}, parameter.value.values.size());
        return;
    }
    for (const std::uint32_t row : parameter.touched) {
        visit(row * parameter.value.columns, parameter.value.columns);
    }
}

}  // namespace

void adam_step(const std::vector<Parameter*>& parameters, const AdamOptions& options, std::uint64_t step) {
    double sum = 0;
    for (Parameter* parameter : parameters) {
        for_each_part(*parameter, [&](std::size_t begin, std::size_t count) {
            sum += squares(parameter->gradient.values.data() + begin, count);
        });
    }
    const auto norm = static_cast<float>(std::sqrt(sum));
    const float clip = norm > options.longest ? options.longest / norm : 1.0F;
    const auto steps = static_cast<double>(step);
    const auto correct1 = static_cast<float>(1 - std::pow(static_cast<double>(options.decay1), steps));
    const auto correct2 = static_cast<float>(1 - std::pow(static_cast<double>(options.decay2), steps));
    const float rate = options.rate / correct1;
    const float root = 1.0F / std::sqrt(correct2);
    for (Parameter* parameter : parameters) {
        for_each_part(*parameter, [&](std::size_t begin, std::size_t count) {
            float* value = parameter->value.values.data() + begin;
            float* gradient = parameter->gradient.values.data() + begin;
            float* mean = parameter->mean.values.data() + begin;
            float* variance = parameter->variance.values.data() + begin;
            for (std::size_t i = 0; i < count; ++i) {
                const float g = gradient[i] * clip;
                mean[i] = options.decay1 * mean[i] + (1 - options.decay1) * g;
                variance[i] = options.decay2 * variance[i] + (1 - options.decay2) * g * g;
                value[i] -= rate * mean[i] / (std::sqrt(variance[i]) * root + options.epsilon);
                gradient[i] = 0;
            }
        });
        for (const std::uint32_t row : parameter->touched) {
            parameter->is_touched[row] = 0;
        }
        parameter->touched.clear();
    }
}

void save(std::ostream& out, const std::vector<const Parameter*>& parameters) {
    for (const Parameter* parameter : parameters) {
        for (const Matrix* matrix : {&parameter->value, &parameter->mean, &parameter->variance}) {
            const std::uint64_t size = matrix->values.size();
            out.write(reinterpret_cast<const char*>(&size), sizeof size);
            out.write(reinterpret_cast<const char*>(matrix->values.data()), static_cast<std::streamsize>(size * sizeof(float)));
        }
    }
}

void load(std::istream& in, const std::vector<Parameter*>& parameters) {
    for (Parameter* parameter : parameters) {
        for (Matrix* matrix : {&parameter->value, &parameter->mean, &parameter->variance}) {
            std::uint64_t size = 0;
            in.read(reinterpret_cast<char*>(&size), sizeof size);
            if (!in || size != matrix->values.size()) {
                throw std::runtime_error("the checkpoint was made with other data or options; remove it to start anew");
            }
            in.read(reinterpret_cast<char*>(matrix->values.data()), static_cast<std::streamsize>(size * sizeof(float)));
        }
    }
    if (!in) {
        throw std::runtime_error("the checkpoint is cut short; remove it to start anew");
    }
}

}  // namespace demarche::language::train
