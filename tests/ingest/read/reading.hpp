// What the tests of reading share.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "clean/outlets.hpp"
#include "demarche/ingest/read.hpp"

namespace demarche::testing {

inline const Outlets& outlets() {
    static const std::unique_ptr<const Outlets> loaded = Outlets::load({DEMARCHE_DATA_DIR, {}});
    return *loaded;
}

inline ReadOptions options() {
    ReadOptions made;
    made.outlets = &outlets();
    return made;
}

inline RawArticle raw_of(std::string_view bytes, Format format) {
    RawArticle raw;
    raw.path = "sample";
    raw.format = format;
    raw.end = bytes.size();
    raw.bytes = bytes;
    raw.fallback_id = "sample";
    return raw;
}

inline Article read_bytes(std::string_view bytes, Format format) { return read_article(raw_of(bytes, format), options()); }
inline Article read_plain(std::string_view bytes) { return read_bytes(bytes, Format::text); }

inline std::string published_text(const Article& article) {
    return article.info.published ? iso_published(*article.info.published) : "";
}

// Empty if every run of the map stands in the source byte for byte; else the first that does not.
inline std::string broken_run(const Article& article, std::string_view bytes) {
    std::uint32_t at = 0;
    for (const SourceMap::Run& run : article.map.runs) {
        const std::string_view clean = std::string_view(article.text).substr(run.clean, run.length);
        if (run.length == 0 || run.clean < at || run.source + run.length > bytes.size() ||
            bytes.substr(run.source, run.length) != clean) {
            return std::string(clean);
        }
        at = run.clean + run.length;
    }
    return {};
}

// A folder of its own for a test, gone with it.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "demarche-read-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string path(std::string_view name = "") const {
        return name.empty() ? path_ : path_ + "/" + std::string(name);
    }
    std::string write(std::string_view name, std::string_view bytes) const {
        const std::string file = path(name);
        std::filesystem::create_directories(std::filesystem::path(file).parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    std::string path_;
};

inline std::vector<RawArticle> all_of(std::vector<std::string> inputs, ReadOptions with = options()) {
    ArticleSource source(std::move(inputs), std::move(with));
    std::vector<RawArticle> found;
    while (auto raw = source.next()) {
        found.push_back(std::move(*raw));
    }
    return found;
}

}  // namespace demarche::testing
