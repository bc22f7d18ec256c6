#include "plain_text.hpp"

#include <algorithm>

#include "read/decode.hpp"

namespace demarche::cli {

std::vector<Span> blank_line_paragraphs(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    std::vector<Span> paragraphs;
    for (std::size_t at = text.find_first_not_of(blank); at < text.size(); at = text.find_first_not_of(blank, at)) {
        std::size_t end = at;
        while (end < text.size()) {
            end = std::min(text.find('\n', end), text.size());
            const std::size_t next = text.find_first_not_of(" \t\r", end + 1);
            if (next == std::string_view::npos || text[next] == '\n') {
                break;
            }
            end = next;
        }
        paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(std::min(end, text.size()))});
        at = std::min(end, text.size());
    }
    return paragraphs;
}

Article plain_text(const RawArticle& raw) {
    Article article;
    article.info.id = raw.fallback_id;
    article.rejected = raw.rejected;
    if (article.rejected.empty() && is_binary(raw.bytes)) {
        article.rejected = "this is no text; give a file of plain text";
    }
    article.text = decode(raw.bytes, 0, "").take_text();
    article.paragraphs = blank_line_paragraphs(article.text);
    return article;
}

}  // namespace demarche::cli
