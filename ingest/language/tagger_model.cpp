// The tagger's model file, little-endian:
//
//   8 bytes  magic "DMRCTAG\n"      u32 version     u32 tags     u32 lexicon slots    u32 feature slots    u32 weights    u32
//   zero u64      checksum of everything after it tags     2 bytes each (Penn, universal), then padding to 8 bytes lexicon  8
//   bytes a slot         features  8 bytes a slot       weights  2 bytes each
#include <array>
#include <bit>
#include <cstring>
#include <fstream>

#include "language/tagger.hpp"
#include "tables/mapped_file.hpp"

namespace demarche::language {

namespace {

static_assert(std::endian::native == std::endian::little, "the model file is read as it stands in memory");

constexpr std::string_view kMagic = "DMRCTAG\n";
constexpr std::uint32_t kVersion = 2;

struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t tags = 0;
    std::uint32_t lexicon = 0;
    std::uint32_t features = 0;
    std::uint32_t weights = 0;
    std::uint32_t zero = 0;
    std::uint64_t checksum = 0;
};
static_assert(sizeof(Header) == 40 && sizeof(LexiconEntry) == 8 && sizeof(FeatureEntry) == 8);

std::uint64_t checksum_of(std::string_view bytes) {
    std::uint64_t sum = bytes.size();
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        sum = std::rotl((sum ^ word) * 0x9E3779B97F4A7C15ULL, 29);
    }
    for (; at < bytes.size(); ++at) {
        sum = std::rotl((sum ^ static_cast<unsigned char>(bytes[at])) * 0x9E3779B97F4A7C15ULL, 29);
    }
    return sum;
}

[[noreturn]] void fail(const std::string& path, std::string_view what) {
    throw DataError(path + ": " + std::string(what) + "; install the data folder of this version again");
}

constexpr std::size_t tag_bytes(std::size_t tags) { return (tags * 2 + 7) / 8 * 8; }

template <class Value>
void take(std::string_view& bytes, std::vector<Value>& values, std::size_t count) {
    values.resize(count);
    std::memcpy(values.data(), bytes.data(), count * sizeof(Value));
    bytes.remove_prefix(count * sizeof(Value));
}

template <class Value>
void put(std::string& bytes, const std::vector<Value>& values) {
    const std::size_t at = bytes.size();
    bytes.resize(at + values.size() * sizeof(Value));
    std::memcpy(bytes.data() + at, values.data(), values.size() * sizeof(Value));
}

// A damaged file is caught by the checksum; this catches a wrong one that was written with a right checksum.
bool is_sound(const TaggerModel& model) {
    const auto open = [](const auto& table) {
        for (const auto& entry : table) {
            if (entry.key == 0) {
                return true;  // a look-up ends at an empty slot
            }
        }
        return false;
    };
    if (model.tags.empty() || model.tags.size() > Tagger::kMostTags || !std::has_single_bit(model.lexicon.size()) ||
        !std::has_single_bit(model.features.size()) || !open(model.lexicon) || !open(model.features)) {
        return false;
    }
    for (const LexiconEntry& entry : model.lexicon) {
        if (entry.fixed > model.tags.size()) {
            return false;
        }
    }
    for (const FeatureEntry& entry : model.features) {
        if ((entry.weights >> 8U) + (entry.weights & 0xFFU) > model.weights.size()) {
            return false;
        }
    }
    return true;  // a weight's tag has seven bits and so stays below kMostTags
}

}  // namespace

TaggerModel TaggerModel::load(const std::string& path) {
    const std::optional<MappedFile> file = MappedFile::open(path);
    if (!file) {
        fail(path, "the tagger's model cannot be read");
    }
    const std::string_view content = file->text();
    Header header;
    if (content.size() < sizeof(Header)) {
        fail(path, "the tagger's model is cut short");
    }
    std::memcpy(&header, content.data(), sizeof(Header));
    if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
        fail(path, "this is not a tagger's model");
    }
    if (header.version != kVersion) {
        fail(path, "the tagger's model has version " + std::to_string(header.version) + " and this program reads version " +
                       std::to_string(kVersion));
    }
    const std::size_t expected =
        tag_bytes(header.tags) + (std::size_t{header.lexicon} + header.features) * 8 + std::size_t{header.weights} * 2;
    std::string_view body = content.substr(sizeof(Header));
    if (body.size() != expected) {
        fail(path, body.size() < expected ? "the tagger's model is cut short" : "the tagger's model has bytes after its end");
    }
    if (checksum_of(body) != header.checksum) {
        fail(path, "the tagger's model is damaged (its checksum is wrong)");
    }
    TaggerModel model;
    for (std::size_t i = 0; i < header.tags; ++i) {
        const auto penn = static_cast<unsigned char>(body[2 * i]);
        const auto upos = static_cast<unsigned char>(body[(2 * i) + 1]);
        if (penn >= kPennTags || upos > static_cast<unsigned char>(Upos::x)) {
            fail(path, "the tagger's model names an unknown tag");
        }
        model.tags.push_back({static_cast<Penn>(penn), static_cast<Upos>(upos)});
    }
    body.remove_prefix(tag_bytes(header.tags));
    take(body, model.lexicon, header.lexicon);
    take(body, model.features, header.features);
    take(body, model.weights, header.weights);
    if (!is_sound(model)) {
        fail(path, "the tagger's model is not consistent");
    }
    return model;
}

void TaggerModel::save(const std::string& path) const {
    std::string body;
    for (const JointTag tag : tags) {
        body.push_back(static_cast<char>(tag.penn));
        body.push_back(static_cast<char>(tag.upos));
    }
    body.resize(tag_bytes(tags.size()), '\0');
    put(body, lexicon);
    put(body, features);
    put(body, weights);
    Header header;
    std::memcpy(header.magic.data(), kMagic.data(), kMagic.size());
    header.version = kVersion;
    header.tags = static_cast<std::uint32_t>(tags.size());
    header.lexicon = static_cast<std::uint32_t>(lexicon.size());
    header.features = static_cast<std::uint32_t>(features.size());
    header.weights = static_cast<std::uint32_t>(weights.size());
    header.checksum = checksum_of(body);
    std::string head(sizeof(Header), '\0');
    std::memcpy(head.data(), &header, sizeof(Header));
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << head << body;
    out.flush();
    if (!out) {
        throw DataError(path + ": the model cannot be written; check the folder and the free space");
    }
}

}  // namespace demarche::language
