// An article as one JSON line, in the form that the JSON lines reader takes.
#pragma once

#include <string>

#include "demarche/ingest/article.hpp"

namespace demarche::cli {

// Appends {"id":…,"url":…,"outlet":…,"published":…,"title":…,"text":…,"dateline":…,"byline":…,"source":…} and a line feed.
// Text that is not UTF-8 is repaired with U+FFFD.
void append_article_line(std::string& out, const Article& article);

}  // namespace demarche::cli
