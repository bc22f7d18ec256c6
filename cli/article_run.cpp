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

void print_articles(const Reading& reading, unsigned threads, bool quiet, const std::shared_ptr<const Data>& data,
                    Pipeline<Printed>::MakeWork make_work, std::string_view verb, Output& out) {
    Summary summary;
    SeenIds seen;
    run_articles<Printed>(
        reading, threads, quiet, data, std::move(make_work),
        [&](Printed article) {
            const std::string duplicate = seen.check(article.id, article.where);
            if (article.rejected.empty()) {
                article.rejected = duplicate;
            }
            if (article.rejected.empty()) {
                out.write(article.text);
            }
            summary.add_article(article.rejected, article.where);
        },
        [&] { out.flush(); });
    out.finish();
    if (!quiet) {
        print_note(summary.text(verb, ""));
    }
}

}  // namespace demarche::cli
