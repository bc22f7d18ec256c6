// From a page's or message's text to the article: takes title, byline, dateline, stamp, captions and page furniture out and keeps
// the paragraphs of the body.
#pragma once

#include "clean/blocks.hpp"
#include "clean/mapped_text.hpp"
#include "clean/outlets.hpp"
#include "demarche/ingest/article.hpp"

namespace demarche {

enum class TitleFrom : std::uint8_t {
    text,     // find the title among the first lines
    outside,  // the format has a field for it; short first lines are part of the text unless they are furniture
};

// Fills text, paragraphs, map, dateline, byline and what `article.info` lacks of title, published and outlet.
// What is there already (from JSON fields or page metadata) stays. Linear in the text.
void clean_article(const MappedText& source, Layout layout, TitleFrom title_from, const Outlets& outlets, Article& article);

// Takes "UPDATE 2-", "(2nd LD)", "URGENT:" off a title, and the outlet's name off its end (" | Reuters").
[[nodiscard]] std::string clean_title(std::string_view title, std::string_view outlet, const Outlets& outlets);

}  // namespace demarche
