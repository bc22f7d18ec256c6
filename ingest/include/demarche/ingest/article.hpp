// An article on its way in: the bytes as found (RawArticle), then read and cleaned (Article).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "demarche/graph/span.hpp"

namespace demarche {

enum class Format : std::uint8_t { text, jsonl, html };

[[nodiscard]] std::string_view to_string(Format format);
[[nodiscard]] std::optional<Format> format_from(std::string_view text);

// One article's bytes, cut out of its file but not yet looked at. Cheap to make: the serial reader makes them,
// any thread may turn them into an Article.
struct RawArticle {
    std::string path;
    Format format = Format::text;
    std::uint64_t begin = 0;  // bytes [begin, end) of the file
    std::uint64_t end = 0;
    std::uint64_t line = 1;  // line of the file where it begins, for messages
    std::string bytes;
    std::string fallback_id;  // used if the article carries no id; NMTOKEN
    std::string rejected;     // set by the reader if there is nothing to read (line too long, unreadable file)
};

// Runs of the cleaned text that stand one after the other in the source, in order of `clean`.
struct SourceMap {
    struct Run {
        std::uint32_t clean = 0;   // first byte in the cleaned text
        std::uint64_t source = 0;  // first byte in the file
        std::uint32_t length = 0;
    };
    std::vector<Run> runs;

    // Byte of the file for a byte of the cleaned text; empty if that byte has no place in the source.
    [[nodiscard]] std::optional<std::uint64_t> to_source(std::uint32_t clean) const;
};

struct Dateline {
    std::string place;       // "KUALA LUMPUR", "NAIROBI, Kenya"
    std::optional<Day> day;  // "July 11", resolved against the publication
    std::string agency;      // "Yonhap"
};

struct Article {
    ArticleInfo info;
    std::string text;              // cleaned: paragraphs joined by "\n\n"; no title, byline, dateline, caption, furniture. UTF-8.
    std::vector<Span> paragraphs;  // of `text`, in order
    std::optional<Dateline> dateline;
    std::string byline;
    SourceMap map;
    std::string rejected;  // one sentence, "" if the article can be coded
};

}  // namespace demarche
