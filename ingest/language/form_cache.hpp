// What the network makes of a word form alone, kept for the next time that the form comes: its input and its products with the
// first layer's weights. News repeats its words: a thousand forms are two thirds of them. Results do not depend on what is kept.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::language {

class FormCache {
public:
    static constexpr std::size_t kEntries = 1024;  // a power of two
    static constexpr std::size_t kLongest = 22;    // bytes of a form that is kept

    // Empties it if it was made for another model.
    void prepare(std::uint64_t model, std::size_t inputs, std::size_t products) {
        if (model != model_ || inputs + products != width_ || entries_.empty()) {
            model_ = model;
            width_ = inputs + products;
            entries_.assign(kEntries, {});
            values_.assign(kEntries * width_, 0.0F);
        }
    }

    // Inputs and behind them the products, or nullptr. Valid until the next put(). `hash` is of the form as it is written.
    [[nodiscard]] const float* find(std::string_view form, std::uint64_t hash) const {
        const Entry& entry = entries_[hash % kEntries];
        return entry.form() == form ? values_.data() + ((hash % kEntries) * width_) : nullptr;
    }

    void put(std::string_view form, std::uint64_t hash, const float* inputs, std::size_t input_count, const float* products) {
        if (form.size() > kLongest) {
            return;
        }
        Entry& entry = entries_[hash % kEntries];
        std::copy(form.begin(), form.end(), entry.bytes.begin());
        entry.size = static_cast<std::uint8_t>(form.size());
        float* values = values_.data() + ((hash % kEntries) * width_);
        std::copy_n(inputs, input_count, values);
        std::copy_n(products, width_ - input_count, values + input_count);
    }

private:
    struct Entry {
        std::array<char, kLongest> bytes{};
        std::uint8_t size = 0;  // 0 for an empty entry; no form is empty

        [[nodiscard]] std::string_view form() const { return {bytes.data(), size}; }
    };

    std::uint64_t model_ = 0;
    std::size_t width_ = 0;
    std::vector<Entry> entries_;
    std::vector<float> values_;
};

}  // namespace demarche::language
