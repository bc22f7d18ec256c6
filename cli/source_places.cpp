#include "source_places.hpp"

#include <stdexcept>

#include "lines.hpp"

namespace demarche::cli {

std::string SourcePlaces::place(const ArticleInfo& info, std::uint32_t clean) {
    auto found = sources_.find(info.id);
    if (found == sources_.end()) {
        found = sources_.emplace(info.id, load(info)).first;
    }
    const Source& source = found->second;
    if (!source.problem.empty()) {
        return source.problem;
    }
    const std::optional<std::uint64_t> offset = source.map.to_source(clean);
    if (!offset) {
        return info.source.path + " (these words have no single place in the file)";
    }
    const LineColumn position = line_column(source.bytes, *offset);
    return info.source.path + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

SourcePlaces::Source SourcePlaces::load(const ArticleInfo& info) const {
    Source source;
    if (info.source.path.empty() || info.source.path == "-") {
        source.problem = "the article came through a pipe; its source cannot be read again";
        return source;
    }
    Article article = read_article_again(info, options_);
    if (!article.rejected.empty()) {
        source.problem = article.rejected;
        return source;
    }
    source.map = std::move(article.map);
    try {
        source.bytes = read_file(info.source.path);
    } catch (const std::runtime_error& error) {
        source.problem = error.what();
    }
    return source;
}

}  // namespace demarche::cli
