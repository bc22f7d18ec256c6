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

struct CodeOptions {
    bool with_text = false;
};

// Codes one article. `document` is scratch, cleared here and reused; afterwards it holds what every stage found, until the next
// call. Thread-safe as long as each thread has its own document. `data` must outlive the call.
[[nodiscard]] Coding code(const Article& article, const Data& data, const CodeOptions& options, Document& document);

}  // namespace demarche
