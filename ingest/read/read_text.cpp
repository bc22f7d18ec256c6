// Plain text as saved from a news page or received from a wire.
#include "clean/clean_article.hpp"
#include "read/decode.hpp"
#include "read/formats.hpp"

namespace demarche {

void read_text(const RawArticle& raw, const Outlets& outlets, Article& article) {
    const MappedText text = decode(raw.bytes, raw.begin, {});
    clean_article(text, Layout::lines, TitleFrom::text, outlets, article);
}

}  // namespace demarche
