// From inputs (files, folders, "-") to articles. Finding and cutting is serial and cheap; reading an article is pure and
// parallel.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/article.hpp"

namespace demarche {

class Outlets;  // data/outlets.tsv: names of news agencies and papers, their zones; see ingest/clean/outlets.hpp

struct ReadOptions {
    const Outlets* outlets = nullptr;       // borrowed; needed by read_article
    std::optional<Format> format;           // empty: found by content
    std::string url;                        // --url, for a single page
    std::uint64_t max_line = 16ULL << 20U;  // longest JSON line, and largest single text or page
};

// Walks the inputs in the order given; a folder recursively, its files in byte order of their paths; hidden files are left out.
// Throws std::runtime_error with one sentence if an input named by the user does not exist or cannot be read; a file found
// inside a folder that cannot be read, is empty or is binary comes out as a RawArticle with `rejected` set.
class ArticleSource {
public:
    ArticleSource(std::vector<std::string> inputs, ReadOptions options);
    ~ArticleSource();

    [[nodiscard]] std::optional<RawArticle> next();  // empty at the end

    [[nodiscard]] std::uint64_t bytes_read() const;
    [[nodiscard]] std::uint64_t bytes_total() const;  // 0 if not known (a pipe)

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Decodes, finds title, date, outlet, dateline and byline, and cleans. Pure; any thread. Never throws on bad content: sets
// `rejected`.
[[nodiscard]] Article read_article(const RawArticle& raw, const ReadOptions& options);

// Reads one article again from where a coding record says it stands; `rejected` says so if the file is gone or has changed.
[[nodiscard]] Article read_article_again(const ArticleInfo& info, const ReadOptions& options);

// An NMTOKEN made of any text: letters, digits, "_.:-" stay, the rest becomes "-"; never empty.
[[nodiscard]] std::string nmtoken(std::string_view text);

}  // namespace demarche
