// place_scores GWN.xml: place names found in GeoWebNews (Gritta et al. 2019, "A Pragmatic Guide to Geoparsing Evaluation").
// Gold are its toponyms that name a place in their own right; demonyms ("Kenyan") are left out of them, since such a word names
// an actor here. A name is found if the two spans overlap. What overlaps another kind of annotation counts neither way. "Near":
// of the places found that are no country, region or continent and have gold coordinates, those within 161 km (100 miles).
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <numbers>
#include <pugixml.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "demarche/ingest/table.hpp"
#include "language/language_tables.hpp"
#include "where/place_tables.hpp"
#include "who/actor_tables.hpp"

namespace {

using namespace demarche;

struct Toponym {
    Span span;
    bool gold = false;
    bool used = false;
    bool located = false;
    double lat = 0;
    double lon = 0;
};

struct Counts {
    int found = 0;
    int missed = 0;
    int invented = 0;
    int near = 0;
    int located = 0;
};

using Names = std::set<std::string, std::less<>>;

Names demonyms(const DataFolders& folders) {
    Names names{"African", "Asian", "European", "American", "Western", "Arab", "Korean", "EU"};
    const Table states = Table::load(folders, "who/states.tsv", {"adjectives", "people"});
    for (std::size_t row = 0; row < states.rows(); ++row) {
        for (const std::size_t column : {0U, 1U}) {
            for (const std::string_view name : split_cell(states.at(row, column))) {
                names.emplace(name);
            }
        }
    }
    return names;
}

// Regions and countries have no one point that a distance could be measured to.
Names wide_places(const DataFolders& folders) {
    Names names;
    const Table countries = Table::load(folders, "where/countries.tsv", {"name"});
    for (std::size_t row = 0; row < countries.rows(); ++row) {
        names.emplace(countries.at(row, 0));
    }
    const Table places = Table::load(folders, "where/places.tsv", {"name", "feature"});
    for (std::size_t row = 0; row < places.rows(); ++row) {
        if (places.at(row, 1) == "region" || places.at(row, 1) == "continent") {
            names.emplace(places.at(row, 0));
        }
    }
    return names;
}

// The corpus counts characters, we count bytes.
std::vector<std::uint32_t> bytes_of_characters(std::string_view text) {
    std::vector<std::uint32_t> bytes;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            bytes.push_back(i);
        }
    }
    bytes.push_back(static_cast<std::uint32_t>(text.size()));
    return bytes;
}

std::vector<Toponym> toponyms(const pugi::xml_node& article, std::string_view text, const Names& demonym) {
    constexpr std::array<std::string_view, 6> kGold{
        "Literal", "Mixed", "Coercion", "Metonymic", "Literal_Modifier", "Non_Literal_Modifier"};
    const std::vector<std::uint32_t> bytes = bytes_of_characters(text);
    std::vector<Toponym> out;
    for (const pugi::xpath_node& found : article.select_nodes(".//toponym")) {
        const pugi::xml_node node = found.node();
        const auto byte = [&](const char* name) { return bytes.at(node.child(name).text().as_uint()); };
        Toponym toponym;
        toponym.span = {byte("start"), byte("end")};
        const bool type = std::find(kGold.begin(), kGold.end(), node.child_value("type")) != kGold.end();
        toponym.gold = type && !demonym.contains(std::string_view(node.child_value("extractedName")));
        toponym.located = *node.child_value("latitude") != '\0';
        toponym.lat = node.child("latitude").text().as_double();
        toponym.lon = node.child("longitude").text().as_double();
        out.push_back(toponym);
    }
    return out;
}

double kilometres(double lat, double lon, double other_lat, double other_lon) {  // haversine formula
    constexpr double kRadian = std::numbers::pi / 180;
    const double a = std::sin((other_lat - lat) * kRadian / 2);
    const double b = std::sin((other_lon - lon) * kRadian / 2);
    return 12742 * std::asin(std::sqrt((a * a) + (std::cos(lat * kRadian) * std::cos(other_lat * kRadian) * b * b)));
}

Article as_article(std::string text) {
    Article article;
    article.text = std::move(text);
    for (std::size_t at = 0; at < article.text.size();) {
        const std::size_t end = std::min(article.text.find("\n\n", at), article.text.size());
        article.paragraphs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = end + 2;
    }
    return article;
}

void count(const Document& document, std::vector<Toponym>& gold, const Names& wide, Counts& counts) {
    constexpr double kNear = 161;
    for (const PlaceMention& mention : document.places) {
        const auto overlaps = [&](const Toponym& toponym) {
            return toponym.span.begin < mention.span.end && mention.span.begin < toponym.span.end;
        };
        const auto hit =
            std::find_if(gold.begin(), gold.end(), [&](const Toponym& t) { return t.gold && !t.used && overlaps(t); });
        if (hit == gold.end()) {
            counts.invented +=
                std::none_of(gold.begin(), gold.end(), [&](const Toponym& t) { return !t.gold && overlaps(t); }) ? 1 : 0;
            continue;
        }
        hit->used = true;
        ++counts.found;
        if (hit->located && !wide.contains(mention.place.name)) {
            ++counts.located;
            const Place& place = mention.place;
            counts.near += place.lat && place.lon && kilometres(*place.lat, *place.lon, hit->lat, hit->lon) <= kNear ? 1 : 0;
        }
    }
    counts.missed +=
        static_cast<int>(std::count_if(gold.begin(), gold.end(), [](const Toponym& t) { return t.gold && !t.used; }));
}

void score(const char* path) {
    const DataFolders folders{DEMARCHE_DATA_DIR, {}};
    const auto language = LanguageTables::load(folders);
    const auto actors = ActorTables::load(folders);
    const auto places = PlaceTables::load(folders);
    const Names demonym = demonyms(folders);
    const Names wide = wide_places(folders);
    pugi::xml_document file;
    if (!file.load_file(path)) {
        throw std::runtime_error(std::string("cannot read ") + path);
    }
    Counts counts;
    int articles = 0;
    Document document;
    for (const pugi::xml_node& node : file.child("articles").children("article")) {
        const Article article = as_article(node.child_value("text"));
        document.clear();
        document.article = &article;
        read_language(document, *language);
        find_actors(document, *actors);
        find_places(document, *places);
        std::vector<Toponym> gold = toponyms(node, article.text, demonym);
        count(document, gold, wide, counts);
        ++articles;
    }
    const double precision = static_cast<double>(counts.found) / (counts.found + counts.invented);
    const double recall = static_cast<double>(counts.found) / (counts.found + counts.missed);
    std::printf("articles %d  names %d  F1 %.3f  P %.3f  R %.3f\n", articles, counts.found + counts.missed,
                2 * precision * recall / (precision + recall), precision, recall);
    std::printf("near %.3f of %d\n", static_cast<double>(counts.near) / std::max(counts.located, 1), counts.located);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: place_scores GWN.xml\n", stderr);
        return 2;
    }
    try {
        score(argv[1]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "place_scores: %s\n", error.what());
        return 1;
    }
    return 0;
}
