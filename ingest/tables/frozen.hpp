// A list that was either built in memory or lies in a mapped file; reads the same.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace demarche {

template <class Value>
class Frozen {
public:
    Frozen() = default;
    explicit Frozen(std::vector<Value> own) : own_(std::move(own)), view_(own_) {}
    explicit Frozen(std::span<const Value> mapped) : view_(mapped) {}
    // A moved vector keeps its memory, so that the view stays right; a copied one would not.
    Frozen(Frozen&&) noexcept = default;
    Frozen& operator=(Frozen&&) noexcept = default;
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;
    ~Frozen() = default;

    [[nodiscard]] auto begin() const { return view_.begin(); }
    [[nodiscard]] auto end() const { return view_.end(); }
    [[nodiscard]] std::size_t size() const { return view_.size(); }
    [[nodiscard]] bool empty() const { return view_.empty(); }
    [[nodiscard]] const Value& operator[](std::size_t i) const { return view_[i]; }
    [[nodiscard]] const Value& front() const { return view_.front(); }
    [[nodiscard]] std::span<const Value> span() const { return view_; }

private:
    std::vector<Value> own_;
    std::span<const Value> view_;
};

}  // namespace demarche
