// Text under way from source bytes to cleaned text: UTF-8 that knows which of its bytes stand unchanged in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "demarche/graph/span.hpp"
#include "demarche/ingest/article.hpp"

namespace demarche {

class MappedText {
public:
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<SourceMap::Run>& runs() const { return runs_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    void reserve(std::size_t bytes) { text_.reserve(bytes); }

    // Bytes that stand at `source` in the file just as they are here; joins the last run where they follow on it.
    void append(std::string_view bytes, std::uint64_t source);
    // Bytes that stand nowhere in the file: decoded entities, joining spaces.
    void append_unmapped(std::string_view bytes) { text_.append(bytes); }
    // A stretch of another text with what is known of its place. O(log runs + runs in the stretch).
    void append_from(const MappedText& other, Span span);

    void drop_last_byte();

    [[nodiscard]] std::string take_text() { return std::move(text_); }
    [[nodiscard]] SourceMap take_map() { return {std::move(runs_)}; }

private:
    std::string text_;
    std::vector<SourceMap::Run> runs_;  // in order of clean, never empty runs
};

}  // namespace demarche
