// An article that comes as CoNLL-U, from `demarche parse` or from any other parser.
#pragma once

#include <vector>

#include "demarche/ingest/article.hpp"
#include "language/conllu.hpp"
#include "language/conllu_text.hpp"

namespace demarche {

struct ParsedArticle {
    Article article;
    std::vector<language::ConlluSentence> sentences;
    language::ConlluText text;
};

// Sentences of one document; raw.path and raw.line tell where it begins, for messages. What is wrong with it stands in
// article.rejected. Any thread.
[[nodiscard]] ParsedArticle read_parsed_article(const RawArticle& raw);

}  // namespace demarche
