#include "tables/data_files.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

#include "tables/mapped_file.hpp"

namespace demarche {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kModelHead = 128;

// One number for a list of files, in their order.
std::uint64_t hash_of(const std::vector<const DataFile*>& files) {
    std::string all;
    for (const DataFile* file : files) {
        all.append(file->name).append(1, '\0');
        for (unsigned shift = 0; shift < 64; shift += 8) {
            all.push_back(static_cast<char>(file->hash >> shift));
        }
    }
    return XXH3_64bits(all.data(), all.size());
}

}  // namespace

DataFiles::DataFiles(const DataFolders& folders) {
    add(folders.base, false);
    for (const std::string& folder : folders.extra) {
        add(folder, true);
    }
}

void DataFiles::add(const std::string& root, bool user) {
    std::vector<fs::path> paths;
    std::error_code error;
    fs::recursive_directory_iterator at(root, fs::directory_options::follow_directory_symlink, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const fs::path ending = at->path().extension();
        std::error_code ignored;
        if ((ending == ".tsv" || ending == ".rules" || ending == ".model") && at->is_regular_file(ignored)) {
            paths.push_back(at->path());
        }
    }
    if (error) {
        throw DataError(root + ": the data folder cannot be read (" + error.message() + "); check the path");
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
        const std::optional<MappedFile> file = MappedFile::open(path.string());
        if (!file) {
            throw DataError(path.string() + ": cannot be read; check the data folder (--data)");
        }
        std::string_view bytes = file->text();
        const std::size_t size = bytes.size();
        if (path.extension() == ".model") {
            bytes = bytes.substr(0, kModelHead);
        }
        const std::string name = path.string().substr(root.size());
        const std::uint64_t hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), size);
        files_.push_back({name.substr(std::min(name.find_first_not_of('/'), name.size())), hash, user});
    }
}

std::string DataFiles::fingerprint() const {
    std::vector<const DataFile*> all;
    for (const DataFile& file : files_) {
        all.push_back(&file);
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "xxh3:%016llx", static_cast<unsigned long long>(hash_of(all)));
    return text.data();
}

std::uint64_t DataFiles::base_tables() const {
    std::vector<const DataFile*> tables;
    for (const DataFile& file : files_) {
        if (!file.user && file.name.ends_with(".tsv")) {
            tables.push_back(&file);
        }
    }
    return hash_of(tables);
}

bool DataFiles::user_has(std::string_view folder) const {
    return std::any_of(files_.begin(), files_.end(), [&](const DataFile& file) {
        return file.user && file.name.starts_with(folder) && file.name.ends_with(".tsv");
    });
}

}  // namespace demarche
