// Compiled tables: what loading the TSV files gives, as one file that is mapped at start. It is a product of the build, never the
// source: its head names the tables it was made from by their hash, and an image that is stale, of another version, cut short or
// damaged is not used.
//
// A table has one function, `walk(tables, image)`, that names its members in order; the writer and the reader both go along it.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "tables/frozen.hpp"
#include "tables/mapped_file.hpp"

namespace demarche {

// Mapped and tested; shared by the tables that look into it.
class TableImage {
public:
    // Nothing if there is no such file, or it is not whole, or was made from other tables than those with hash `source`.
    [[nodiscard]] static std::shared_ptr<const TableImage> open(const std::string& path, std::uint64_t source);

    [[nodiscard]] std::span<const std::byte> part(std::size_t number) const;  // throws ImageError if there is none
    [[nodiscard]] std::string_view texts() const;

private:
    explicit TableImage(MappedFile file) : file_(std::move(file)) {}

    MappedFile file_;
};

// The bytes are not those that walk() wrote: the program falls back on the TSV files.
class ImageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class ImageReader {
public:
    static constexpr bool reading = true;

    ImageReader(const TableImage& image, std::size_t part) : bytes_(image.part(part)), texts_(image.texts()) {}

    template <class Value>
    void value(Value& value) {
        static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
    }
    template <class Value>
    void value(std::optional<Value>& value) {
        bool there = false;
        Value number{};
        this->value(there);
        this->value(number);
        value = there ? std::optional(number) : std::nullopt;
    }
    template <class Text>  // string, or string_view into the image
    void text(Text& text) {
        text = view();
    }
    template <class Row, class Fields>
    void rows(std::vector<Row>& rows, Fields fields) {
        const std::size_t count = counted(1);
        rows.clear();
        rows.resize(count);
        for (Row& row : rows) {
            fields(*this, row);
        }
    }
    template <class Value>
    void list(Frozen<Value>& list) {
        const std::size_t count = counted(sizeof(Value));
        align();
        list = Frozen<Value>(std::span(reinterpret_cast<const Value*>(take(count * sizeof(Value)).data()), count));
    }

private:
    [[nodiscard]] std::span<const std::byte> take(std::size_t size);
    [[nodiscard]] std::size_t counted(std::size_t size);  // the next count, of things that have at least `size` bytes
    [[nodiscard]] std::string_view view();
    void align();

    std::span<const std::byte> bytes_;
    std::string_view texts_;
    std::size_t at_ = 0;
};

class ImageWriter {
public:
    static constexpr bool reading = false;

    void begin_part();
    // Beside `path`, synced, renamed. Throws DataError.
    void save(const std::string& path, std::uint64_t source) const;

    template <class Value>
    void value(const Value& value) {
        static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);
        put(&value, sizeof value);
    }
    template <class Value>
    void value(const std::optional<Value>& value) {
        this->value(value.has_value());
        this->value(value.value_or(Value{}));
    }
    void text(std::string_view text);  // each text once
    template <class Row, class Fields>
    void rows(const std::vector<Row>& rows, Fields fields) {
        value(static_cast<std::uint32_t>(rows.size()));
        for (const Row& row : rows) {
            fields(*this, row);
        }
    }
    template <class Value>
    void list(const Frozen<Value>& list) {
        // Bytes between members would differ from build to build.
        static_assert(std::has_unique_object_representations_v<Value> && std::is_trivially_copyable_v<Value>);
        value(static_cast<std::uint32_t>(list.size()));
        body_.resize((body_.size() + 7) / 8 * 8, '\0');
        put(list.span().data(), list.span().size_bytes());
    }

private:
    void put(const void* from, std::size_t size) { body_.append(static_cast<const char*>(from), size); }

    std::string body_;
    std::string texts_;
    std::unordered_map<std::string, std::uint32_t> known_;
    std::vector<std::size_t> parts_;  // where each begins
};

}  // namespace demarche
