// What the fuzz targets of the readers share: whatever the bytes, an article keeps its promises.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "clean/outlets.hpp"
#include "demarche/ingest/read.hpp"

#ifndef DEMARCHE_DATA_DIR
#define DEMARCHE_DATA_DIR "data"
#endif

namespace demarche::fuzz {

inline void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

inline void read_bytes(const std::uint8_t* data, std::size_t size, Format format) {
    static const std::unique_ptr<const Outlets> outlets = Outlets::load({DEMARCHE_DATA_DIR, {}});
    ReadOptions options;
    options.outlets = outlets.get();
    RawArticle raw;
    raw.path = "fuzz";
    raw.format = format;
    raw.begin = 1000;
    raw.end = 1000 + size;
    raw.bytes.assign(reinterpret_cast<const char*>(data), size);
    raw.fallback_id = "fuzz";
    const Article article = read_article(raw, options);
    require(!article.info.id.empty());
    require(article.rejected.empty() ? !article.text.empty() : true);
    // Paragraphs cover the text but for the joints between them.
    std::uint32_t end = 0;
    for (const Span span : article.paragraphs) {
        require(span.begin == (end == 0 ? 0 : end + 2) && !span.empty() && span.end <= article.text.size());
        end = span.end;
    }
    require(end == article.text.size());
    // Runs are in order, and their bytes stand in the source.
    std::uint32_t clean_end = 0;
    for (const SourceMap::Run& run : article.map.runs) {
        require(run.length > 0 && run.clean >= clean_end && run.clean + run.length <= article.text.size());
        require(run.source >= raw.begin && run.source + run.length <= raw.end);
        require(raw.bytes.compare(run.source - raw.begin, run.length, article.text, run.clean, run.length) == 0);
        require(article.map.to_source(run.clean) == run.source);
        clean_end = run.clean + run.length;
    }
    for (const char c : article.text) {
        require(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
    }
}

}  // namespace demarche::fuzz
