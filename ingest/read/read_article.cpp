#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "clean/language.hpp"
#include "clean/outlets.hpp"
#include "demarche/ingest/read.hpp"
#include "read/decode.hpp"
#include "read/formats.hpp"

namespace demarche {

Article read_article(const RawArticle& raw, const ReadOptions& options) {
    static const Outlets none;  // without tables nothing is known of outlets, and nothing is recognised as furniture
    const Outlets& outlets = options.outlets != nullptr ? *options.outlets : none;
    Article article;
    article.info.id = raw.fallback_id.empty() ? stem_of(raw.path) : raw.fallback_id;
    article.info.url = options.url;
    article.info.hash = hash_of(raw.bytes);
    article.info.source = {raw.path, std::string(to_string(raw.format)), raw.begin, raw.end};
    article.rejected = raw.rejected;
    if (!article.rejected.empty()) {
        return article;
    }
    if (raw.bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
        article.rejected = place_of(raw) + ": empty";
        return article;
    }
    if (is_binary(raw.bytes)) {
        article.rejected =
            place_of(raw) + ": not text (it holds NUL or control bytes); save the article as text, HTML or JSON lines";
        return article;
    }
    switch (raw.format) {
        case Format::text:
            read_text(raw, outlets, article);
            break;
        case Format::jsonl:
            read_json_line(raw, outlets, article);
            break;
        case Format::html:
            read_html(raw, outlets, article);
            break;
    }
    if (!options.url.empty()) {
        article.info.url = options.url;
    }
    if (!article.rejected.empty()) {
        return article;
    }
    if (article.text.empty()) {
        article.rejected = place_of(raw) + ": no text found in it";
        return article;
    }
    const LanguageGuess guess = guess_language(article.text);
    article.info.language = guess.language;
    if (!guess.reason.empty()) {
        article.rejected = guess.reason;
    }
    return article;
}

Article read_article_again(const ArticleInfo& info, const ReadOptions& options) {
    Article article;
    article.info = info;
    const auto reject = [&](const std::string& what) {
        article.rejected = what;
        return article;
    };
    const SourceRef& source = info.source;
    if (source.path.empty() || source.path == "-") {
        return reject("the article came from standard input and cannot be read again; save it to a file");
    }
    const auto format = format_from(source.format);
    if (!format || source.end < source.begin) {
        return reject("the record of article " + info.id + " does not say where it stands in " + source.path);
    }
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(source.path, error);
    std::ifstream in(source.path, std::ios::binary);
    if (error || !in) {
        return reject(source.path + " is gone or cannot be read; put it back to see the article");
    }
    if (size < source.end) {
        return reject(source.path + " has changed since article " + info.id + " was read; read it again");
    }
    RawArticle raw;
    raw.path = source.path;
    raw.format = *format;
    raw.begin = source.begin;
    raw.end = source.end;
    raw.fallback_id = info.id;
    raw.bytes.resize(static_cast<std::size_t>(source.end - source.begin));
    in.seekg(static_cast<std::streamoff>(source.begin));
    in.read(raw.bytes.data(), static_cast<std::streamsize>(raw.bytes.size()));
    if (static_cast<std::size_t>(in.gcount()) != raw.bytes.size() || hash_of(raw.bytes) != info.hash) {
        return reject(source.path + " has changed since article " + info.id + " was read; read it again");
    }
    Article again = read_article(raw, options);
    again.info.id = info.id;
    again.info.url = info.url;
    return again;
}

}  // namespace demarche
