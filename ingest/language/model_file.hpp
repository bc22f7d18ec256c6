// A model file: a header with magic, version, sizes and checksum, then sections of numbers, each at a multiple of 64 bytes,
// little-endian, read where they stand in the mapped file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tables/mapped_file.hpp"

namespace demarche::language {

inline constexpr std::size_t kSectionAlignment = 64;

struct ModelHeader {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t zero = 0;
    std::uint64_t bytes = 0;     // of the whole file
    std::uint64_t checksum = 0;  // XXH3 of everything behind the header
    std::array<std::uint32_t, 24> sizes{};
};
static_assert(sizeof(ModelHeader) == 128);

[[nodiscard]] MappedFile map_model(const std::string& path);  // throws DataError

// Checks magic, version, length and checksum. Throws DataError that names `path`.
[[nodiscard]] ModelHeader read_header(const std::string& path, std::span<const std::byte> file, std::string_view magic,
                                      std::uint32_t version);
[[noreturn]] void fail_model(const std::string& path, std::string_view what);

class SectionReader {
public:
    SectionReader(std::string path, std::span<const std::byte> file) : path_(std::move(path)), file_(file) {}

    // The next `count` values. Throws DataError if the file ends before.
    template <class Value>
    [[nodiscard]] std::span<const Value> take(std::size_t count) {
        const std::span<const std::byte> bytes = section(count, sizeof(Value));
        return {reinterpret_cast<const Value*>(bytes.data()), count};  // aligned: the file is mapped to a page
    }

private:
    [[nodiscard]] std::span<const std::byte> section(std::size_t count, std::size_t size);

    std::string path_;
    std::span<const std::byte> file_;
    std::size_t at_ = sizeof(ModelHeader);
};

class SectionWriter {
public:
    template <class Value>
    void put(std::span<const Value> values) {
        section({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }
    // Writes the file beside `path` and renames it. Throws DataError.
    void save(const std::string& path, std::string_view magic, std::uint32_t version, ModelHeader header) const;

private:
    void section(std::string_view bytes);

    std::string body_;
};

}  // namespace demarche::language
