// Typed reading of a JSON value that somebody else may have written: every complaint names the field by its path.
// RapidJSON's reader behind a plain interface, so that its header stays in one .cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace demarche {

class JsonDocument;

// One value of a JsonDocument, with the way to it. Borrows the document and, up to the root, the values that lead to it:
// use it as a local variable. A member that is absent reads like null.
class JsonValue {
public:
    [[nodiscard]] bool is_null() const;
    [[nodiscard]] bool is_text() const;

    // All of these throw std::runtime_error ("events[2].date.first must be a day like 2025-07-11") where the type is another one.
    [[nodiscard]] JsonValue member(const char* name) const;  // of an object
    [[nodiscard]] std::size_t size() const;                  // of an array; null has none
    [[nodiscard]] JsonValue element(std::size_t index) const;
    [[nodiscard]] std::string text() const;           // not null
    [[nodiscard]] std::string text_or_empty() const;  // null is ""
    [[nodiscard]] double number() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] std::uint64_t unsigned_integer() const;
    [[nodiscard]] std::uint32_t small_unsigned() const;
    [[nodiscard]] double share() const;  // 0 .. 1, on the grid of JsonWriter::share

    // The error to throw: "<path> must be <what>".
    [[nodiscard]] std::runtime_error must_be(std::string_view what) const;
    [[nodiscard]] std::string path() const;

private:
    friend class JsonDocument;
    JsonValue(const void* value, const JsonValue* parent, const char* name, std::size_t index)
        : value_(value), parent_(parent), name_(name), index_(index) {}

    const void* value_;        // rapidjson::Value; nullptr if absent
    const JsonValue* parent_;  // nullptr for the root
    const char* name_;         // nullptr for an element
    std::size_t index_;
};

class JsonDocument {
public:
    // Throws std::runtime_error with the byte of the fault if `text` is not one JSON value in UTF-8.
    explicit JsonDocument(std::string_view text);
    ~JsonDocument();
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    [[nodiscard]] JsonValue root() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace demarche
