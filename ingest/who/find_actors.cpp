// Who acts in an article: one pass over its tokens, then ids and the roster.
#include <algorithm>

#include "demarche/ingest/stages.hpp"
#include "who/reader.hpp"

namespace demarche {

void Reader::read() {
    find_context();
    for (std::uint32_t i = 0; i < scene_.size();) {
        const std::uint32_t next = read_at(i);
        i = next > i ? next : i + 1;
    }
    settle_offices();
    settle_pending();
}

std::uint32_t Reader::read_at(std::uint32_t i) {
    if (const std::uint32_t next = read_coreference(i); next > i) {
        return next;
    }
    const Item* item = scene_.item(i);
    if (item != nullptr && scene_.is(i, Sense::none) && !scene_.is(i, Sense::organisation)) {
        return item->end;
    }
    if (const std::uint32_t next = read_prefixed(i); next > i) {
        return next;
    }
    if (scene_.lower_is(i, {"inter"}) && scene_.hyphen(i + 1) && scene_.lower_is(i + 2, {"korean"}) &&
        kor_ != ActorTables::npos && prk_ != ActorTables::npos) {
        mention(i, i + 3, {registry_.state(kor_), registry_.state(prk_)}, Ground::set, true);
        return i + 3;
    }
    if (const auto part = scene_.meaning(i, Sense::combining); part && scene_.hyphen(item->end)) {  // "Sino-Russian"
        Affiliation second = affiliation(item->end + 1);
        std::vector<std::uint32_t> entities{registry_.state(*part)};
        if (second.any()) {
            entities.insert(entities.end(), second.entities.begin(), second.entities.end());
            mention(i, second.end, entities, Ground::demonym, true);
            return second.end;
        }
    }
    const bool one_citizen = scene_.lower_is(i, {"brit", "dutchman", "frenchman", "irishman", "englishman", "frenchwoman"});
    if (const auto people = scene_.meaning(i, Sense::state_people); people && !one_citizen && !homograph(i)) {
        mention(quantity_begin(i), item->end, {registry_.state(state_row(i, Sense::state_people))}, Ground::demonym);
        return item->end;
    }
    if (item != nullptr && scene_.capital(i)) {
        if (const auto org = scene_.meaning(i, Sense::organisation); org && scene_.tables.organisation(*org).media) {
            mention(i, item->end, {registry_.organisation(*org)}, Ground::name);
            return item->end;
        }
    }
    if (const std::uint32_t next = read_acronym(i); next > i) {
        return next;
    }
    if (const std::uint32_t next = read_group_name(i, Affiliation{}); next > i) {
        return next;
    }
    if (item != nullptr || (both_koreas_ && scene_.lower_is(i, {"south", "north"})) ||
        scene_.lower_is(i, {"new", "counterpart", "counterparts"})) {
        if (!scene_.is(i, Sense::person) && !scene_.is(i, Sense::honorific)) {
            if (const std::uint32_t next = read_phrase(i); next > i) {
                return next;
            }
        }
        if (scene_.is(i, Sense::state_name) || scene_.is(i, Sense::seat)) {
            // A name of a place that is no actor here: skip the person whose name it is part of.
            const std::uint32_t end = name_end(i);
            return std::max(end, item != nullptr ? item->end : i + 1);
        }
    }
    if (const std::uint32_t next = read_collective(i); next > i) {
        return next;
    }
    return read_name(i);
}

namespace {

// Entities that nothing names (a capital looked at and found to be a place only) are left out.
void drop_unnamed(Document& document) {
    constexpr std::uint32_t gone = 0xFFFFFFFFU;
    std::vector<std::uint32_t> to(document.entities.size(), gone);
    for (const ActorMention& mention : document.actors) {
        for (const std::uint32_t entity : mention.entities) {
            to[entity] = 0;
        }
    }
    std::uint32_t kept = 0;
    for (std::uint32_t i = 0; i < to.size(); ++i) {
        if (to[i] != gone) {
            to[i] = kept;
            if (kept != i) {
                document.entities[kept] = std::move(document.entities[i]);
            }
            ++kept;
        }
    }
    document.entities.resize(kept);
    for (ActorMention& mention : document.actors) {
        for (std::uint32_t& entity : mention.entities) {
            entity = to[entity];
        }
    }
}

}  // namespace

void find_actors(Document& document, const ActorTables& tables) {
    if (document.tokens.empty()) {
        return;
    }
    Scene scene(document, tables);
    Registry registry(scene);
    Reader reader(scene, registry);
    reader.read();
    registry.finish();
    drop_unnamed(document);
}

}  // namespace demarche
