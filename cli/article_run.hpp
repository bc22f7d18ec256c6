// What `build`, `code` and `read` have in common: articles of the inputs, through a pipeline, to a sink in reading order.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "demarche/ingest/data.hpp"
#include "demarche/ingest/read.hpp"
#include "options.hpp"
#include "output.hpp"
#include "pipeline.hpp"
#include "progress.hpp"

namespace demarche::cli {

// Reads articles one after the other; made when the first is asked for, in the thread that asks, because looking at a pipe waits.
class LazySource {
public:
    LazySource(const Reading& reading, std::shared_ptr<BytesRead> bytes);
    [[nodiscard]] std::optional<RawArticle> next();

private:
    Reading reading_;
    std::shared_ptr<BytesRead> bytes_;
    std::unique_ptr<ArticleSource> source_;
};

// Where each article id was seen first. One thread.
class SeenIds {
public:
    // "" for a new id; otherwise the sentence that rejects this article.
    [[nodiscard]] std::string check(const std::string& id, const std::string& where);

private:
    std::unordered_map<std::string, std::string> first_;
};

[[nodiscard]] std::string where(const RawArticle& raw);  // "path:line"

// Runs `work` (called from `threads` threads; `make_work` once in each) on every article and gives what it returns to `sink`.
template <class Result>
void run_articles(const Reading& reading, unsigned threads, bool quiet, std::shared_ptr<const Data> data,
                  typename Pipeline<Result>::MakeWork make_work, const typename Pipeline<Result>::Sink& sink,
                  const std::function<void()>& idle) {
    const auto bytes = std::make_shared<BytesRead>();
    // Shared with the reader's thread, which may outlive this call after Ctrl-C while it hangs on its input.
    const auto source = std::make_shared<LazySource>(reading, bytes);
    Progress progress(*bytes, quiet);
    Pipeline<Result> pipeline(
        threads, [source, data] { return source->next(); }, std::move(make_work));
    pipeline.run(
        [&](Result result) {
            sink(std::move(result));
            progress.article_done();
        },
        idle);
}

// What a command prints for one article.
struct Printed {
    std::string text;
    std::string id;
    std::string where;
    std::string rejected;
};

// run_articles() for commands that print a text for each article: a second article of the same id is rejected, rejected ones are
// left out; `out` is finished, and unless `quiet` a summary with `verb` ("printed") is told.
void print_articles(const Reading& reading, unsigned threads, bool quiet, const std::shared_ptr<const Data>& data,
                    Pipeline<Printed>::MakeWork make_work, std::string_view verb, Output& out);

}  // namespace demarche::cli
