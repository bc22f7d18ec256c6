// What the readers of the single formats share.
#pragma once

#include <string>
#include <string_view>

#include "clean/mapped_text.hpp"
#include "demarche/ingest/article.hpp"
#include "demarche/ingest/read.hpp"

namespace demarche {

// The kind of input by its first bytes; `path` decides only what the bytes leave open (a JSON lines file whose first line is
// broken).
[[nodiscard]] Format find_format(std::string_view first_bytes, std::string_view path);

// File name without folders and last ending, as an NMTOKEN; "stdin" for "-".
[[nodiscard]] std::string stem_of(std::string_view path);

// "feed.jsonl" or "feed.jsonl, line 12", for messages.
[[nodiscard]] std::string place_of(const RawArticle& raw);

[[nodiscard]] std::string hash_of(std::string_view bytes);  // "xxh3:%016x"

// The readers fill `article`; its info.source, info.hash and a fallback id are set already.
void read_text(const RawArticle& raw, const Outlets& outlets, Article& article);
void read_json_line(const RawArticle& raw, const Outlets& outlets, Article& article);
void read_html(const RawArticle& raw, const Outlets& outlets, Article& article);

// A date as feeds and pages write it: ISO 8601 first, then any stamp. An ISO time in UTC is put into the outlet's zone if the
// outlet writes from home, because the day of publication is the outlet's.
[[nodiscard]] std::optional<Published> published_from(std::string_view text, const Outlets& outlets, std::string_view outlet,
                                                      std::string_view url);

}  // namespace demarche
