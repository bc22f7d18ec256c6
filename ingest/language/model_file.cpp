#include "language/model_file.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <utility>

#include "demarche/ingest/table.hpp"

namespace demarche::language {

static_assert(std::endian::native == std::endian::little, "model files are read as they stand in memory");

void fail_model(const std::string& path, std::string_view what) {
    throw DataError(path + ": " + std::string(what) + "; install the data folder of this version again");
}

MappedFile map_model(const std::string& path) {
    std::optional<MappedFile> file = MappedFile::open(path);
    if (!file) {
        fail_model(path, "the model cannot be read");
    }
    if (file->bytes().empty()) {
        fail_model(path, "the model is empty");
    }
    return std::move(*file);
}

ModelHeader read_header(const std::string& path, std::span<const std::byte> file, std::string_view magic, std::uint32_t version) {
    ModelHeader header;
    if (file.size() < sizeof header) {
        fail_model(path, "the model is cut short");
    }
    std::memcpy(&header, file.data(), sizeof header);
    if (std::string_view(header.magic.data(), header.magic.size()) != magic) {
        fail_model(path, "this is not a model of this kind");
    }
    if (header.version != version) {
        fail_model(path, "the model has version " + std::to_string(header.version) + " and this program reads version " +
                             std::to_string(version));
    }
    if (header.bytes != file.size()) {
        fail_model(path, file.size() < header.bytes ? "the model is cut short" : "the model has bytes after its end");
    }
    if (XXH3_64bits(file.data() + sizeof header, file.size() - sizeof header) != header.checksum) {
        fail_model(path, "the model is damaged (its checksum is wrong)");
    }
    return header;
}

std::span<const std::byte> SectionReader::section(std::size_t count, std::size_t size) {
    at_ = std::min((at_ + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment, file_.size());
    if (count > (file_.size() - at_) / size) {
        fail_model(path_, "the model is not consistent");
    }
    const std::span<const std::byte> bytes = file_.subspan(at_, count * size);
    at_ += count * size;
    return bytes;
}

void SectionWriter::section(std::string_view bytes) {
    body_.resize((body_.size() + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment, '\0');
    body_ += bytes;
}

void SectionWriter::save(const std::string& path, std::string_view magic, std::uint32_t version, ModelHeader header) const {
    std::copy_n(magic.begin(), header.magic.size(), header.magic.begin());
    header.version = version;
    header.bytes = sizeof header + body_.size();
    header.checksum = XXH3_64bits(body_.data(), body_.size());
    const std::string beside = path + ".new";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    out << body_;
    out.close();
    if (!out || std::rename(beside.c_str(), path.c_str()) != 0) {
        throw DataError(path + ": the model cannot be written; check the folder and the free space");
    }
}

}  // namespace demarche::language
