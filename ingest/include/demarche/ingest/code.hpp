// The whole way of one article: a pure function of (article, data, options).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "demarche/ingest/article.hpp"
#include "demarche/ingest/document.hpp"

namespace demarche {

class Data;
struct ParsedArticle;

struct CodeOptions {
    bool with_text = false;
    bool parse_all = false;  // also the sentences in which no rule knows a word; changes no event
};

// Codes one article. `document` is scratch, cleared here and reused; afterwards it holds what every stage found, until the next
// call. Thread-safe as long as each thread has its own document. `data` must outlive the call.
[[nodiscard]] Coding code(const Article& article, const Data& data, const CodeOptions& options, Document& document);
// The same for an article whose tokens, tags and trees come from elsewhere; ingest/parsed_article.hpp reads one.
[[nodiscard]] Coding code(const ParsedArticle& parsed, const Data& data, const CodeOptions& options, Document& document);

}  // namespace demarche
