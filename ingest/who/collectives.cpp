// Agents without a name: "Turkish prosecutors", "Taliban fighters", "a court in Bishkek", "dozens of protesters". They act for
// the state or the group that the phrase names; where it names none, for nobody.
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

namespace {

bool day(std::string_view lower) {
    return lower == "yesterday" || lower == "today" || lower == "tomorrow" || lower == "tonight" || lower == "monday" ||
           lower == "tuesday" || lower == "wednesday" || lower == "thursday" || lower == "friday" || lower == "saturday" ||
           lower == "sunday";
}

}  // namespace

// "dozens of protesters", "a group of Kenyan soldiers": the count is the head of the phrase.
std::uint32_t Reader::quantity_begin(std::uint32_t begin) const {
    std::uint32_t at = begin;
    const std::uint32_t first = at < scene_.size() ? scene_.sentence_begin(at) : at;
    for (std::uint32_t back = 0; back < 3 && at > first; ++back) {  // adjectives and "the" may stand between
        if (scene_.lower_is(at - 1, {"of"})) {
            break;
        }
        const Upos upos = scene_.token(at - 1).upos;
        if (upos != Upos::adj && upos != Upos::det && upos != Upos::num) {
            return begin;
        }
        --at;
    }
    if (at < first + 2 || !scene_.lower_is(at - 1, {"of"}) ||
        !scene_.lower_is(at - 2,
                         {"dozens",  "hundreds", "thousands", "scores",    "tens",       "millions", "number", "group", "groups",
                          "crowd",   "crowds",   "handful",   "majority",  "couple",     "members",  "most",   "many",  "some",
                          "several", "convoy",   "team",      "coalition", "contingent", "band",     "mob",    "column"})) {
        return begin;
    }
    const auto& actors = scene_.document.actors;
    return actors.empty() || actors.back().tokens.end <= at - 2 ? at - 2 : begin;
}

std::uint32_t Reader::collective_end(std::uint32_t i, std::uint32_t& row) const {
    row = Registry::npos;
    const std::uint32_t limit = i < scene_.size() ? scene_.sentence_end(i) : i;
    std::uint32_t end = i;
    for (std::uint32_t at = i, words = 0; at < limit && words < 8; ++words) {
        const Token& token = scene_.token(at);
        if (const auto found = scene_.meaning(at, Sense::collective)) {
            const std::uint32_t behind = scene_.item_end(at);
            const Upos upos = scene_.token(behind - 1).upos;
            const CollectiveRow& here = scene_.tables.collective(*found);
            if (upos == Upos::noun || upos == Upos::propn || (upos == Upos::x && scene_.noun(behind - 1)) ||
                (upos == Upos::adj && here.plural)) {
                row = *found;
                at = end = behind;
                continue;
            }
        }
        if (scene_.hyphen(at)) {
            row = Registry::npos;  // "police-led"
            ++at;
            continue;
        }
        if (scene_.is(at, Sense::title) || scene_.is(at, Sense::official)) {
            row = Registry::npos;
            break;  // "Police Chief Ana Lopez"
        }
        if (row != Registry::npos && (token.upos == Upos::propn || day(token.lower) || token.upos == Upos::num)) {
            break;  // "journalist Ana Lopez", "police Monday"
        }
        if (row != Registry::npos && token.upos == Upos::noun && scene_.tables.collective(row).plural && end > i &&
            scene_.token(end - 1).lower.ends_with('s')) {
            break;  // "protesters march": a plural seldom stands before a noun
        }
        if (token.upos != Upos::adj && token.upos != Upos::noun && token.upos != Upos::propn && token.upos != Upos::num) {
            break;
        }
        if (row != Registry::npos && token.upos == Upos::adj) {
            break;  // "protesters angry at …"
        }
        row = Registry::npos;  // another noun is the head so far
        ++at;
    }
    return row == Registry::npos ? i : end;
}

// Behind an affiliation: "Turkish prosecutors", "Syria's rebels", "Taliban fighters", "Moscow police".
std::uint32_t Reader::collective_phrase(const Phrase& phrase) {
    const Affiliation& of = phrase.of;
    if (!of.any() || scene_.hyphen(of.end)) {
        return phrase.head;  // "U.S.-backed rebels"
    }
    std::uint32_t row = Registry::npos;
    const std::uint32_t end = collective_end(phrase.head, row);
    if (row == Registry::npos) {
        return phrase.head;
    }
    const CollectiveRow& agents = scene_.tables.collective(row);
    if (of.seat && !agents.place) {
        return phrase.head;
    }
    std::vector<std::uint32_t> entities;
    for (const std::uint32_t owner : of.entities) {
        if (registry_.entity(owner).kind != ActorKind::state) {
            if (of.seat) {
                return phrase.head;  // the police of Brussels are not the union's
            }
            entities.push_back(owner);
            continue;
        }
        const std::string state = registry_.entity(owner).state;
        entities.push_back(registry_.collective(agents, scene_.text_of(of.begin, end), state));
    }
    mention(quantity_begin(phrase.begin), end, entities, of.ground);
    if (of.entities.size() == 2) {
        sets_.push_back(
            {of.entities, scene_.sentence_of(of.begin), false});  // "the two countries" of "Kenyan and Ugandan police"
    }
    return end;
}

// On its own: "police", "protesters in Hong Kong", "soldiers from the SPLA".
std::uint32_t Reader::read_collective(std::uint32_t i) {
    const auto first = scene_.meaning(i, Sense::collective);
    if (!first) {
        return i;
    }
    std::uint32_t row = Registry::npos;
    const std::uint32_t end = collective_end(i, row);
    if (row == Registry::npos) {
        return i;
    }
    const CollectiveRow& agents = scene_.tables.collective(row);
    const bool opens = i == scene_.sentence_begin(i);
    const Upos before = opens ? Upos::x : scene_.token(i - 1).upos;
    const bool singular = !agents.plural;
    if (singular && !(opens && scene_.verb(end)) && before != Upos::det && before != Upos::adj && before != Upos::num &&
        before != Upos::noun && before != Upos::propn && !(i > 0 && scene_.possessive(i - 1)) &&
        !(before == Upos::verb && scene_.lower_is(i - 1, {"armed", "masked", "alleged", "suspected", "accused"}))) {
        return end;  // "in court", "went to sea"
    }
    std::vector<std::uint32_t> entities;
    std::uint32_t until = end;
    const bool from = scene_.lower_is(end, {"from"});
    if (from || scene_.lower_is(end, {"of", "in"})) {
        std::uint32_t owner_end = end;
        const auto owner = state_after(end + 1, owner_end);
        if (owner && registry_.entity(*owner).kind == ActorKind::state) {
            if (from || agents.place) {
                const std::string state = registry_.entity(*owner).state;
                entities = {registry_.collective(agents, scene_.text_of(i, owner_end), state)};
                until = from ? end : owner_end;  // "bought tanks from Chile": Chile may have a part of its own
            }
        } else if (owner && !scene_.lower_is(end, {"in"})) {
            entities = {*owner};
            until = owner_end;
        }
    }
    if (entities.empty()) {
        const bool explains =
            singular && i > 1 && before == Upos::det && scene_.token(i - 2).form == ",";  // "Ana Lopez, a farmer,"
        if (!agents.alone || explains) {
            return end;
        }
        const bool again = agents.plural || (i > 0 && scene_.lower_is(i - 1, {"the"}));
        const std::uint32_t known = again ? registry_.collective_named(agents.slug) : Registry::npos;
        entities = {known != Registry::npos ? known : registry_.collective(agents, scene_.text_of(i, end), {})};
    }
    mention(quantity_begin(i), until, entities, Ground::definite);
    return until;
}

}  // namespace demarche
