#include "demarche/ingest/document.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

namespace demarche {

namespace {
constexpr std::size_t kArenaStart = 64U << 10U;  // the strings of an ordinary article fit without growing
}

Document::Document() : arena_(std::make_unique<std::pmr::monotonic_buffer_resource>(kArenaStart)) {}

void Document::clear() {
    article = nullptr;
    tokens.clear();
    sentences.clear();
    entities.clear();
    actors.clear();
    places.clear();
    names.clear();
    times.clear();
    events.clear();
    links.clear();
    roster.clear();
    arena_->release();
}

std::string_view Document::store(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    auto* bytes = static_cast<char*>(arena_->allocate(text.size(), 1));
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
}

void Document::add_actors(std::vector<ActorMention> mentions) {
    std::vector<ActorMention> merged;
    merged.reserve(actors.size() + mentions.size());
    std::merge(std::make_move_iterator(actors.begin()), std::make_move_iterator(actors.end()),
               std::make_move_iterator(mentions.begin()), std::make_move_iterator(mentions.end()), std::back_inserter(merged),
               [](const ActorMention& a, const ActorMention& b) { return a.tokens.begin < b.tokens.begin; });
    actors = std::move(merged);
}

std::string_view to_string(Ground ground) {
    constexpr std::array<std::string_view, 11> names{"name",     "demonym", "capital",   "title_and_name", "surname", "pronoun",
                                                     "definite", "set",     "anonymous", "acronym",        "place"};
    return names.at(static_cast<std::size_t>(ground));
}

}  // namespace demarche
