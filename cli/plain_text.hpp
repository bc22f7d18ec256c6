// Running text as it stands: nothing is cleaned away, a blank line ends a paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "demarche/ingest/article.hpp"
#include "demarche/ingest/read.hpp"

namespace demarche::cli {

[[nodiscard]] std::vector<Span> blank_line_paragraphs(std::string_view text);
[[nodiscard]] Article plain_text(const RawArticle& raw);

}  // namespace demarche::cli
