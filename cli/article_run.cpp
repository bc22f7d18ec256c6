#include "article_run.hpp"

namespace demarche::cli {

LazySource::LazySource(const Reading& reading, std::shared_ptr<BytesRead> bytes) : reading_(reading), bytes_(std::move(bytes)) {}

std::optional<RawArticle> LazySource::next() {
    if (!source_) {
        source_ = std::make_unique<ArticleSource>(reading_.inputs, reading_.options);
        bytes_->total = source_->bytes_total();
    }
    std::optional<RawArticle> raw = source_->next();
    bytes_->read = source_->bytes_read();
    return raw;
}

std::string SeenIds::check(const std::string& id, const std::string& where) {
    const auto [entry, fresh] = first_.try_emplace(id, where);
    return fresh ? std::string() : "duplicate id " + id + ", first seen in " + entry->second + "; give it another id";
}

std::string where(const RawArticle& raw) {
    return (raw.path == "-" ? "standard input" : raw.path) + ":" + std::to_string(raw.line);
}

}  // namespace demarche::cli
