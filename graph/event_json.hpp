// The parts that the coding record and the world record share: dates, places, attribution, articles.
#pragma once

#include <string_view>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "json_reader.hpp"
#include "json_writer.hpp"

namespace demarche {

void write_texts(JsonWriter& json, const std::vector<std::string>& texts);
void write_date(JsonWriter& json, const DateSpan& date);
void write_place(JsonWriter& json, const std::optional<Place>& place);
void write_place_fields(JsonWriter& json, const Place& place);
void write_attribution(JsonWriter& json, const std::optional<Attribution>& attribution);
void write_article_fields(JsonWriter& json, const ArticleInfo& article);

[[nodiscard]] std::vector<std::string> read_texts(const JsonValue& value);
[[nodiscard]] DateSpan read_date(const JsonValue& value);
[[nodiscard]] std::optional<Place> read_place(const JsonValue& value);
[[nodiscard]] Place read_place_fields(const JsonValue& value);
[[nodiscard]] std::optional<Attribution> read_attribution(const JsonValue& value);
[[nodiscard]] std::optional<Published> read_published(const JsonValue& value);
[[nodiscard]] ArticleInfo read_article_fields(const JsonValue& value);

// A text that must not be empty: an id, a kind.
[[nodiscard]] std::string read_required(const JsonValue& value);

[[nodiscard]] Status read_status(const JsonValue& value);
[[nodiscard]] Role read_role(const JsonValue& value);
[[nodiscard]] ActorKind read_actor_kind(const JsonValue& value);
[[nodiscard]] LinkType read_link_type(const JsonValue& value);

}  // namespace demarche
