#include "tables/table_image.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <bit>
#include <cstdio>

#include "demarche/ingest/table.hpp"

namespace demarche {

namespace {

static_assert(std::endian::native == std::endian::little, "images are read as they stand in memory");

constexpr std::array<char, 8> kMagic{'D', 'M', 'R', 'C', 'T', 'B', 'L', '\n'};
constexpr std::uint32_t kVersion = 1;  // count up whenever a walk() or a type in a list changes
constexpr std::size_t kMostParts = 4;

struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t parts = 0;
    std::uint64_t bytes = 0;     // of the whole file
    std::uint64_t source = 0;    // hash of the tables
    std::uint64_t checksum = 0;  // XXH3 of everything behind the header
    std::uint64_t texts = 0;     // where they begin
    std::array<std::uint64_t, kMostParts> part_begins{};
    std::array<std::uint64_t, 6> zero{};
};
static_assert(sizeof(Header) == 128);

Header header_of(std::span<const std::byte> bytes) {
    Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    return header;
}

// Everything on the disk before the name is there: after a crash the image is the old one, or whole.
bool write_synced(const std::string& path, const Header& header, const std::string& body, const std::string& texts) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) {
        return false;
    }
    const auto put = [&](const char* from, std::size_t size) {
        while (size > 0) {
            const ssize_t written = ::write(file, from, size);
            if (written <= 0) {
                return false;
            }
            from += written;
            size -= static_cast<std::size_t>(written);
        }
        return true;
    };
    const bool whole = put(reinterpret_cast<const char*>(&header), sizeof header) && put(body.data(), body.size()) &&
                       put(texts.data(), texts.size()) && ::fsync(file) == 0;
    return (::close(file) == 0) && whole;
}

}  // namespace

std::shared_ptr<const TableImage> TableImage::open(const std::string& path, std::uint64_t source) {
    std::optional<MappedFile> file = MappedFile::open(path);
    if (!file || file->bytes().size() < sizeof(Header)) {
        return nullptr;
    }
    const std::span<const std::byte> bytes = file->bytes();
    const Header header = header_of(bytes);
    if (header.magic != kMagic || header.version != kVersion || header.bytes != bytes.size() || header.source != source ||
        header.parts > kMostParts || header.texts < sizeof(Header) || header.texts > bytes.size() ||
        header.checksum != XXH3_64bits(bytes.data() + sizeof(Header), bytes.size() - sizeof(Header))) {
        return nullptr;
    }
    return std::shared_ptr<const TableImage>(new TableImage(std::move(*file)));
}

std::span<const std::byte> TableImage::part(std::size_t number) const {
    const Header header = header_of(file_.bytes());
    if (number >= header.parts || header.part_begins[number] < sizeof(Header) || header.part_begins[number] > header.texts) {
        throw ImageError("the image has no such part");
    }
    const std::size_t begin = header.part_begins[number];
    return file_.bytes().subspan(begin, header.texts - begin);
}

std::string_view TableImage::texts() const { return file_.text().substr(header_of(file_.bytes()).texts); }

std::span<const std::byte> ImageReader::take(std::size_t size) {
    if (size > bytes_.size() - at_) {
        throw ImageError("the image ends too soon");
    }
    const std::span<const std::byte> taken = bytes_.subspan(at_, size);
    at_ += size;
    return taken;
}

std::size_t ImageReader::counted(std::size_t size) {
    std::uint32_t count = 0;
    value(count);
    if (count > (bytes_.size() - at_) / size) {
        throw ImageError("the image ends too soon");
    }
    return count;
}

std::string_view ImageReader::view() {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    value(begin);
    value(size);
    if (begin > texts_.size() || size > texts_.size() - begin) {
        throw ImageError("a text lies outside of the image");
    }
    return texts_.substr(begin, size);
}

void ImageReader::align() {
    // A part begins at a multiple of 8 in the file, which is mapped to a page.
    (void)take(std::min((8 - at_ % 8) % 8, bytes_.size() - at_));
}

void ImageWriter::begin_part() {
    body_.resize((body_.size() + 7) / 8 * 8, '\0');
    parts_.push_back(body_.size());
}

void ImageWriter::text(std::string_view text) {
    const auto [known, fresh] = known_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
    if (fresh) {
        texts_.append(text);
    }
    value(known->second);
    value(static_cast<std::uint32_t>(text.size()));
}

void ImageWriter::save(const std::string& path, std::uint64_t source) const {
    std::string body = body_;
    body.resize((body.size() + 7) / 8 * 8, '\0');
    Header header;
    header.magic = kMagic;
    header.version = kVersion;
    header.parts = static_cast<std::uint32_t>(parts_.size());
    header.texts = sizeof header + body.size();
    header.bytes = header.texts + texts_.size();
    header.source = source;
    for (std::size_t i = 0; i < parts_.size() && i < kMostParts; ++i) {
        header.part_begins[i] = sizeof header + parts_[i];
    }
    const std::string all = body + texts_;
    header.checksum = XXH3_64bits(all.data(), all.size());
    const std::string beside = path + ".new";
    if (!write_synced(beside, header, body, texts_) || std::rename(beside.c_str(), path.c_str()) != 0) {
        (void)std::remove(beside.c_str());
        throw DataError(path + ": the compiled tables cannot be written; check the folder and the free space");
    }
}

}  // namespace demarche
