#include "demarche/graph/merge.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "cluster_members.hpp"
#include "demarche/graph/coding_json.hpp"
#include "merge_member.hpp"
#include "merged_event.hpp"
#include "person_index.hpp"
#include "world_actors.hpp"
#include "world_links.hpp"

namespace demarche {

namespace {

auto key_of(const Coding& coding) { return std::tie(coding.article.id, coding.coder.version, coding.coder.data); }

std::string text_of(const Coding& coding) {
    std::string text;
    append_json_line(text, coding);
    return text;
}

// "0.10.0" is newer than "0.9.2": numbers part by part, then the text.
bool older_version(std::string_view a, std::string_view b) {
    const auto parts = [](std::string_view version) {
        std::vector<unsigned> numbers;
        while (!version.empty()) {
            const std::size_t dot = version.find('.');
            const std::string_view part = version.substr(0, dot);
            unsigned number = 0;
            std::from_chars(part.data(), part.data() + part.size(), number);
            numbers.push_back(number);
            version.remove_prefix(dot == std::string_view::npos ? version.size() : dot + 1);
        }
        return numbers;
    };
    const auto first = parts(a);
    const auto second = parts(b);
    return first != second ? first < second : a < b;
}

bool staler(const Coding& a, const Coding& b) {
    return a.coder.version != b.coder.version ? older_version(a.coder.version, b.coder.version) : a.coder.data < b.coder.data;
}

// One record an article, of its newest coder, in canonical order.
std::vector<const Coding*> current_codings(std::span<const Coding> partial) {
    std::map<std::string_view, const Coding*> newest;
    for (const Coding& coding : partial) {
        const auto [at, fresh] = newest.emplace(coding.article.id, &coding);
        if (!fresh && staler(*at->second, coding)) {
            at->second = &coding;
        }
    }
    std::vector<const Coding*> codings;
    codings.reserve(newest.size());
    for (const auto& [id, coding] : newest) {
        codings.push_back(coding);
    }
    std::sort(codings.begin(), codings.end(),
              [](const Coding* a, const Coding* b) { return published_before(a->article, b->article); });
    return codings;
}

void collect_places(World& world) {
    std::map<std::string, Place> places;
    for (const WorldEvent& event : world.events) {
        if (event.event.place && event.event.place->known()) {
            const Place& place = *event.event.place;
            const auto [at, fresh] = places.emplace(place_id(place), place);
            const auto rank = [](const Place& p) {
                return std::tuple(!p.country.empty(), p.lat.has_value(), p.name, p.country, p.lat, p.lon);
            };
            if (!fresh && rank(at->second) < rank(place)) {
                at->second = place;
            }
        }
    }
    for (auto& [id, place] : places) {
        world.places.push_back({id, std::move(place)});
    }
}

void collect_articles(World& world, const std::vector<const Coding*>& codings) {
    for (const Coding* coding : codings) {
        if (!coding->events.empty()) {
            world.articles.push_back(coding->article);
            world.articles.back().text.reset();  // the world holds what articles say, not the articles
        }
    }
    std::sort(world.articles.begin(), world.articles.end(),
              [](const ArticleInfo& a, const ArticleInfo& b) { return a.id < b.id; });
}

}  // namespace

std::vector<Coding> merge_partial(std::vector<Coding> codings, std::vector<std::string>& warnings) {
    std::stable_sort(codings.begin(), codings.end(), [](const Coding& a, const Coding& b) { return key_of(a) < key_of(b); });
    std::vector<Coding> kept;
    kept.reserve(codings.size());
    for (Coding& coding : codings) {
        if (kept.empty() || key_of(kept.back()) != key_of(coding)) {
            kept.push_back(std::move(coding));
            continue;
        }
        if (kept.back() == coding) {
            continue;
        }
        std::string warning = "article " + coding.article.id + " has two different records of one coder";
        warning += kept.back().article.hash == coding.article.hash ? "" : ": two articles share this id";
        warning += "; the record whose text sorts first was kept; give the articles different ids";
        if (warnings.empty() || warnings.back() != warning) {
            warnings.push_back(std::move(warning));
        }
        if (text_of(coding) < text_of(kept.back())) {
            kept.back() = std::move(coding);
        }
    }
    return kept;
}

World merge(std::span<const Coding> partial) {
    const std::vector<const Coding*> codings = current_codings(partial);
    const PersonIndex persons(codings);
    const std::vector<MergeMember> members = merge_members(codings, persons);
    std::vector<MergeCluster> clusters = cluster_members(members);
    // Ids first, so that events and the clusters beside them stand in id order from the start.
    std::vector<std::pair<std::string, std::size_t>> order;
    order.reserve(clusters.size());
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        order.emplace_back(event_id(members[clusters[i].members.front()]), i);
    }
    std::sort(order.begin(), order.end());
    World world;
    std::vector<MergeCluster> ordered;
    ordered.reserve(clusters.size());
    world.events.reserve(clusters.size());
    for (const auto& [id, i] : order) {
        world.events.push_back(merged_event(clusters[i], members));
        ordered.push_back(std::move(clusters[i]));
    }
    link_events(world, ordered, members);
    collect_actors(world, members, persons);
    collect_places(world);
    collect_articles(world, codings);
    return world;
}

}  // namespace demarche
