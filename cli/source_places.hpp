// Where a mention stands in the file that the article came from.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "demarche/graph/coding.hpp"
#include "demarche/ingest/read.hpp"

namespace demarche::cli {

// Reads each article at most once. One thread.
class SourcePlaces {
public:
    explicit SourcePlaces(ReadOptions options) : options_(std::move(options)) {}

    // "path:line:column" of byte `clean` of the cleaned text, or one sentence that says why there is none.
    [[nodiscard]] std::string place(const ArticleInfo& info, std::uint32_t clean);

private:
    struct Source {
        std::string bytes;  // of the whole file
        SourceMap map;
        std::string problem;
    };
    [[nodiscard]] Source load(const ArticleInfo& info) const;

    ReadOptions options_;
    std::map<std::string, Source> sources_;  // by article id
};

}  // namespace demarche::cli
