#include "event_json.hpp"

#include <utility>

namespace demarche {

namespace {

void write_day(JsonWriter& json, const std::optional<Day>& day) {
    if (day) {
        json.text(iso_date(*day));
    } else {
        json.null();
    }
}

void write_degrees(JsonWriter& json, const std::optional<double>& value) {
    if (value) {
        json.degrees(*value);
    } else {
        json.null();
    }
}

std::optional<Day> read_day(const JsonValue& value) {
    if (value.is_null()) {
        return std::nullopt;
    }
    const auto day = parse_iso_date(value.text());
    if (!day) {
        throw value.must_be("a day like 2025-07-11");
    }
    return day;
}

std::optional<double> read_degrees(const JsonValue& value, double limit) {
    if (value.is_null()) {
        return std::nullopt;
    }
    const double degrees = value.number();
    if (degrees < -limit || degrees > limit) {
        throw value.must_be("degrees from -" + std::to_string(static_cast<int>(limit)) + " to " +
                            std::to_string(static_cast<int>(limit)));
    }
    return rounded_degrees(degrees);
}

SourceRef read_source(const JsonValue& value) {
    SourceRef source;
    if (value.is_null()) {
        return source;
    }
    source.path = value.member("path").text_or_empty();
    source.format = value.member("format").text_or_empty();
    const JsonValue span = value.member("span");
    if (!span.is_null()) {
        if (span.size() != 2) {
            throw span.must_be("a pair [begin, end]");
        }
        source.begin = span.element(0).unsigned_integer();
        source.end = span.element(1).unsigned_integer();
    }
    return source;
}

template <typename Read>
auto read_word(const JsonValue& value, Read read, std::string_view words) {
    const auto word = read(value.is_text() ? value.text() : std::string("?"));
    if (!word) {
        throw value.must_be(words);
    }
    return *word;
}

}  // namespace

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
    json.begin_array();
    for (const std::string& text : texts) {
        json.text(text);
    }
    json.end_array();
}

void write_date(JsonWriter& json, const DateSpan& date) {
    json.begin_object();
    json.field("edtf", date.edtf);
    json.key("first");
    write_day(json, date.first);
    json.key("last");
    write_day(json, date.last);
    json.field("precision", to_string(date.precision));
    json.field("text", date.text);
    json.field("basis", to_string(date.basis));
    json.end_object();
}

void write_place_fields(JsonWriter& json, const Place& place) {
    json.field("name", place.name);
    json.field("country", place.country);
    json.key("lat");
    write_degrees(json, place.lat);
    json.key("lon");
    write_degrees(json, place.lon);
    json.key("geonameid");
    if (place.geonameid) {
        json.integer(*place.geonameid);
    } else {
        json.null();
    }
}

void write_place(JsonWriter& json, const std::optional<Place>& place) {
    if (!place) {
        json.null();
        return;
    }
    json.begin_object();
    write_place_fields(json, *place);
    json.end_object();
}

void write_attribution(JsonWriter& json, const std::optional<Attribution>& attribution) {
    if (!attribution) {
        json.null();
        return;
    }
    json.begin_object();
    json.field("claimed_by", attribution->claimed_by);
    json.field_or_null("state", attribution->state);
    json.field("verb", attribution->verb);
    json.end_object();
}

void write_article_fields(JsonWriter& json, const ArticleInfo& article) {
    json.field("id", article.id);
    json.field("url", article.url);
    json.field("outlet", article.outlet);
    json.field("title", article.title);
    json.field_or_null("published", article.published ? iso_published(*article.published) : std::string());
    json.field("language", article.language);
    json.field("hash", article.hash);
    json.key("source");
    if (article.source == SourceRef{}) {
        json.null();
    } else {
        json.begin_object();
        json.field("path", article.source.path);
        json.field("format", article.source.format);
        json.key("span");
        json.begin_array();
        json.unsigned_integer(article.source.begin);
        json.unsigned_integer(article.source.end);
        json.end_array();
        json.end_object();
    }
    if (article.text) {
        json.field("text", *article.text);
    }
}

std::vector<std::string> read_texts(const JsonValue& value) {
    std::vector<std::string> texts(value.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i] = value.element(i).text();
    }
    return texts;
}

DateSpan read_date(const JsonValue& value) {
    DateSpan date;
    if (value.is_null()) {
        return date;
    }
    date.edtf = value.member("edtf").text_or_empty();
    date.first = read_day(value.member("first"));
    date.last = read_day(value.member("last"));
    if (date.first && date.last && *date.last < *date.first) {
        throw value.member("last").must_be("no earlier than date.first");
    }
    const JsonValue precision = value.member("precision");
    if (!precision.is_null()) {
        date.precision = read_word(precision, precision_from, "day, interval, month, year, open or unknown");
    }
    const JsonValue basis = value.member("basis");
    if (!basis.is_null()) {
        date.basis = read_word(basis, basis_from, "explicit, relative, mention, inferred, dateline, published or empty");
    }
    date.text = value.member("text").text_or_empty();
    return date;
}

Place read_place_fields(const JsonValue& value) {
    Place place;
    place.name = value.member("name").text_or_empty();
    place.country = value.member("country").text_or_empty();
    place.lat = read_degrees(value.member("lat"), 90.0);
    place.lon = read_degrees(value.member("lon"), 180.0);
    const JsonValue geonameid = value.member("geonameid");
    if (!geonameid.is_null()) {
        place.geonameid = geonameid.integer();
    }
    return place;
}

std::optional<Place> read_place(const JsonValue& value) {
    return value.is_null() ? std::nullopt : std::optional(read_place_fields(value));
}

std::optional<Attribution> read_attribution(const JsonValue& value) {
    if (value.is_null()) {
        return std::nullopt;
    }
    return Attribution{value.member("claimed_by").text_or_empty(), value.member("state").text_or_empty(),
                       value.member("verb").text_or_empty()};
}

std::optional<Published> read_published(const JsonValue& value) {
    if (value.is_null()) {
        return std::nullopt;
    }
    const auto published = parse_published(value.text());
    if (!published) {
        throw value.must_be("a time like 2025-07-11T23:30:00+09:00 or a day like 2025-07-11");
    }
    return published;
}

ArticleInfo read_article_fields(const JsonValue& value) {
    ArticleInfo article;
    article.id = read_required(value.member("id"));
    article.url = value.member("url").text_or_empty();
    article.outlet = value.member("outlet").text_or_empty();
    article.title = value.member("title").text_or_empty();
    article.published = read_published(value.member("published"));
    article.language = value.member("language").text_or_empty();
    article.hash = value.member("hash").text_or_empty();
    article.source = read_source(value.member("source"));
    const JsonValue text = value.member("text");
    if (!text.is_null()) {
        article.text = text.text();
    }
    return article;
}

std::string read_required(const JsonValue& value) {
    if (!value.is_text() || value.text().empty()) {
        throw value.must_be("a text that is not empty");
    }
    return value.text();
}

Status read_status(const JsonValue& value) {
    return read_word(value, status_from, "occurred, ongoing, planned, possible, denied or cancelled");
}

Role read_role(const JsonValue& value) { return read_word(value, role_from, "source, target, participant, host or mediator"); }

ActorKind read_actor_kind(const JsonValue& value) {
    return read_word(value, actor_kind_from, "person, state, organisation or group");
}

LinkType read_link_type(const JsonValue& value) {
    return read_word(value, link_type_from, "response_to, part_of, about, follows or cancels");
}

}  // namespace demarche
