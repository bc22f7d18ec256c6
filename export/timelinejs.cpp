// TimelineJS 3. One bad element keeps the whole page from loading, so: numbers where numbers belong, no nulls, no media without
// an address, both dates with the same parts, and never a file without events.
#include <algorithm>
#include <array>

#include "demarche/export/formats.hpp"
#include "json.hpp"
#include "timeline.hpp"

namespace demarche {

namespace {

constexpr std::size_t kMaxSources = 5;

void append_date(std::string& out, Day day) {
    const CivilDay parts = civil(day);
    out += "{\"year\":";
    text::append_number(out, parts.year);
    out += ",\"month\":";
    text::append_number(out, parts.month);
    out += ",\"day\":";
    text::append_number(out, parts.day);
    out += '}';
}

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

const ArticleInfo* article_of(const World& world, std::string_view id) {
    const auto found =
        std::ranges::lower_bound(world.articles, id, {}, [](const ArticleInfo& a) { return std::string_view(a.id); });
    return found != world.articles.end() && found->id == id ? &*found : nullptr;
}

void append_html(std::string& out, std::string_view value) { text::append(out, value, text::kHtmlJson); }

// "Example Wire, 11 July 2025", linked where the article has an address.
void append_source(std::string& out, const ArticleInfo& article) {
    std::string name = article.outlet.empty() ? (article.title.empty() ? article.id : article.title) : article.outlet;
    if (article.published && text::is_writable(article.published->day)) {
        name += ", " + iso_date(article.published->day);
    }
    if (is_web_address(article.url)) {
        out += "<a href=\\\"";
        append_html(out, article.url);
        out += "\\\">";
        append_html(out, name);
        out += "</a>";
    } else {
        append_html(out, name);
    }
}

void append_paragraph(std::string& out, std::string_view before, std::string_view value) {
    if (!value.empty()) {
        out += "<p>";
        out += before;
        append_html(out, value);
        out += "</p>";
    }
}

void append_quote(std::string& out, std::string_view words) {
    if (!words.empty()) {
        out += "<p>“";
        append_html(out, words);
        out += "”</p>";
    }
}

void append_body(std::string& out, const World& world, const WorldEvent& one, Quotes quotes) {
    const Event& event = one.event;
    if (event.status != Status::occurred) {
        append_paragraph(out, "Status: ", to_string(event.status));
    }
    append_paragraph(out, "", actor_names(event));
    append_paragraph(out, "Place: ", event.place ? std::string_view(event.place->name) : std::string_view{});
    if (quotes != Quotes::none) {
        append_paragraph(out, "According to ",
                         event.attribution ? std::string_view(event.attribution->claimed_by) : std::string_view{});
    }
    if (quotes == Quotes::full) {
        append_quote(out, one.sentence);
    } else if (quotes == Quotes::trigger) {
        append_quote(out, one.trigger);
    }
    std::size_t shown = 0;
    for (const std::string& id : one.articles) {
        const ArticleInfo* article = article_of(world, id);
        if (article == nullptr || shown == kMaxSources) {
            continue;
        }
        out += shown == 0 ? "<p>Source: " : "; ";
        append_source(out, *article);
        ++shown;
    }
    if (shown > 0) {
        if (one.articles.size() > shown) {
            out += " and ";
            text::append_number(out, one.articles.size() - shown);
            out += " more";
        }
        out += "</p>";
    }
}

void append_event(std::string& out, const World& world, const WorldEvent& one, Quotes quotes) {
    const Event& event = one.event;
    const text::Bounds bounds = text::bounds_of(event.date);
    out += "{\"unique_id\":";
    json::append_string(out, event.id);
    out += ",\"start_date\":";
    append_date(out, bounds.any());
    if (bounds.first && bounds.last && *bounds.first != *bounds.last) {
        out += ",\"end_date\":";
        append_date(out, *bounds.last);
    }
    out += ",\"display_date\":";
    json::append_html_string(out, display_date(event));
    out += ",\"group\":";
    json::append_html_string(out, family_of(event.plover).heading);
    out += ",\"autolink\":false,\"text\":{\"headline\":";
    json::append_html_string(out, text::shorten(event.title.empty() ? event.kind : event.title, 200));
    out += ",\"text\":\"";
    append_body(out, world, one, quotes);
    out += "\"}}";
}

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void append_title(std::string& out, const World& world, std::size_t shown, std::size_t dated, std::string_view attribution) {
    out += "\"title\":{\"unique_id\":\"title\",\"autolink\":false,\"text\":{\"headline\":\"Diplomatic events\",\"text\":\"<p>";
    out += count_of(shown, "event", "events") + " from " + count_of(world.articles.size(), "article", "articles") + ".";
    if (dated > shown) {
        out += ' ';
        text::append_number(out, dated - shown);
        out += " less salient left out.";
    }
    if (world.events.size() > dated) {
        out += ' ';
        text::append_number(out, world.events.size() - dated);
        out += " more without a known date.";
    }
    out += "</p>";
    append_paragraph(out, "", attribution);
    out += "\"}}";
}

// TimelineJS shows an error page for a file without events, so an empty world says so in one.
constexpr std::string_view kNoEvents =
    "{\"unique_id\":\"no-events\",\"start_date\":{\"year\":1970},\"display_date\":\"no date\",\"autolink\":false,"
    "\"text\":{\"headline\":\"No dated events\",\"text\":\"<p>No event with a known date was found.</p>\"}}";

}  // namespace

void write_timelinejs(const World& world, const WriteOptions& options, OutputFile& out) {
    const std::size_t dated = dated_events(world, 0).size();
    const std::vector<std::size_t> events = dated_events(world, options.max_events);
    std::string line = "{\"scale\":\"human\",\n";
    append_title(line, world, events.size(), dated, options.attribution);
    line += ",\n\"events\":[\n";
    out.write(line);
    if (events.empty()) {
        out.write(kNoEvents);
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        line.assign(i == 0 ? std::string_view{} : std::string_view(",\n"));
        append_event(line, world, world.events[events[i]], options.quotes);
        out.write(line);
    }
    out.write("\n]}\n");
}

}  // namespace demarche
