#include "clean/mapped_text.hpp"

#include <algorithm>

namespace demarche {

void MappedText::append(std::string_view bytes, std::uint64_t source) {
    if (bytes.empty()) {
        return;
    }
    const auto clean = static_cast<std::uint32_t>(text_.size());
    const auto length = static_cast<std::uint32_t>(bytes.size());
    text_.append(bytes);
    if (!runs_.empty()) {
        SourceMap::Run& last = runs_.back();
        if (last.clean + last.length == clean && last.source + last.length == source) {
            last.length += length;
            return;
        }
    }
    runs_.push_back({clean, source, length});
}

void MappedText::append_from(const MappedText& other, Span span) {
    const std::string_view text = other.text_;
    auto run = std::partition_point(other.runs_.begin(), other.runs_.end(),
                                    [&](const SourceMap::Run& r) { return r.clean + r.length <= span.begin; });
    std::uint32_t at = span.begin;
    for (; run != other.runs_.end() && run->clean < span.end; ++run) {
        const std::uint32_t begin = std::max(run->clean, span.begin);
        const std::uint32_t end = std::min(run->clean + run->length, span.end);
        append_unmapped(text.substr(at, begin - at));
        append(text.substr(begin, end - begin), run->source + (begin - run->clean));
        at = end;
    }
    append_unmapped(text.substr(at, span.end - at));
}

void MappedText::drop_last_byte() {
    text_.pop_back();
    if (!runs_.empty() && runs_.back().clean + runs_.back().length > text_.size() && --runs_.back().length == 0) {
        runs_.pop_back();
    }
}

}  // namespace demarche
