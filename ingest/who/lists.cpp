// Several states in one phrase: "US and South Korean officials", "North and South Korea", "the Greek- and Turkish-Cypriot
// leaders", "officials from Peru, Chile and Brazil", and sets with a name of their own ("the EU3").
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kLongestList = 8;

}  // namespace

// A row of organisations whose state is "GBR-FRA-DEU" names a set of states; nothing else has a "-" there.
std::vector<std::uint32_t> Reader::members(std::uint32_t organisation) {
    std::vector<std::uint32_t> states;
    std::string_view rest = scene_.tables.organisation(organisation).state;
    if (rest.find('-') == std::string_view::npos) {
        return states;
    }
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('-'), rest.size());
        if (const std::uint32_t row = scene_.tables.find_state(rest.substr(0, end)); row != ActorTables::npos) {
            states.push_back(registry_.state(row));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return states;
}

// Is the head of the noun phrase that begins here a plural, or a word for many ("police")?
bool Reader::plural_head(std::uint32_t i) const {
    const std::uint32_t limit = i < scene_.size() ? scene_.sentence_end(i) : i;
    bool plural = false;
    for (std::uint32_t at = i; at < limit && at < i + 5; ++at) {
        const Token& token = scene_.token(at);
        if (token.upos == Upos::noun || token.upos == Upos::propn) {
            const auto agents = scene_.meaning(at, Sense::collective);
            plural = has(token.morph, Morph::plural) || (agents && scene_.tables.collective(*agents).plural);
        } else if (token.upos != Upos::adj && token.upos != Upos::num) {
            break;
        }
    }
    return plural;
}

// "US and South Korean officials", "North Korean and US troops": short names of states stand beside adjectives. A plural must
// follow, or the name may be a party of its own ("the US and Japanese airline JAL").
Affiliation Reader::mixed_list(std::uint32_t i) {
    Affiliation list;
    list.begin = list.end = i;
    const auto short_name = [&](std::uint32_t at) {
        return (scene_.is(at, Sense::state_name) || scene_.is(at, Sense::organisation)) && scene_.item_end(at) == at + 1 &&
               scene_.token(at).form.size() <= 5 && scene_.token(at).form.size() > 1 &&
               scene_.token(at).form[1] != scene_.token(at).lower[1];
    };
    const auto short_or_points = [&](std::uint32_t at) {
        return short_name(at) || (scene_.is(at, Sense::state_name) && scene_.token(at).form.find('.') == 1);
    };
    bool adjective = false;
    bool name = false;
    bool joined = false;
    std::vector<std::uint32_t> places;
    std::uint32_t at = i;
    while (places.size() < kLongestList && at < scene_.size()) {
        const bool is_adjective = scene_.is(at, Sense::state_adjective);
        if (!is_adjective && !short_or_points(at)) {
            return list;
        }
        adjective = adjective || is_adjective;
        name = name || !is_adjective;
        places.push_back(at);
        at = scene_.item_end(at);
        if (scene_.token(at).form == "," && !joined) {
            ++at;
            if (scene_.lower_is(at, {"and"})) {
                joined = true;
                ++at;
            }
        } else if (scene_.lower_is(at, {"and"}) && !joined) {
            joined = true;
            ++at;
        } else {
            break;
        }
    }
    if (!adjective || !name || !joined || places.size() < 2 || !plural_head(at)) {
        return list;
    }
    for (const std::uint32_t place : places) {
        const Affiliation one = one_affiliation(place);
        list.entities.insert(list.entities.end(), one.entities.begin(), one.entities.end());
        if (list.state.empty()) {
            list.state = one.state;
        }
    }
    list.end = at;
    list.adjective = true;
    list.ground = Ground::demonym;
    return list;
}

// Does the bare adjective stand for a people or its state? As a subject only in the plural ("the Chinese"): "American" is an
// airline or one citizen then. As an object it is somebody on whom something is done, unless it is a language.
bool Reader::people_of(const Affiliation& of) const {
    const std::string_view lower = scene_.token(of.end - 1).lower;
    if (scene_.subject(of.end)) {
        return lower.ends_with("ese") || lower.ends_with("sh") || lower.ends_with("ch") || lower.ends_with("ss");
    }
    const bool before = of.begin > scene_.sentence_begin(of.begin);
    return !(before && scene_.lower_is(of.begin - 1, {"speak", "speaks", "spoke", "speaking", "learn", "learning", "learned",
                                                      "teach", "taught", "much", "fluent"}));
}

// "North and South Korea", "South and North Korean": the first word is short for a state's name.
Affiliation Reader::both_koreas(std::uint32_t i) {
    Affiliation both;
    both.begin = both.end = i;
    const bool south = scene_.lower_is(i, {"south"});
    if (kor_ == ActorTables::npos || prk_ == ActorTables::npos || (!south && !scene_.lower_is(i, {"north"})) ||
        !scene_.capital(i) || !scene_.lower_is(i + 1, {"and"})) {
        return both;
    }
    const std::uint32_t other = south ? prk_ : kor_;
    const std::uint32_t next = i + 2;
    for (const Meaning& m : scene_.meanings(next)) {
        if ((m.sense == Sense::state_name || m.sense == Sense::state_adjective || m.sense == Sense::state_people) &&
            m.index == other && scene_.item_end(next) > next + 1) {
            both.entities = {registry_.state(south ? kor_ : prk_), registry_.state(other)};
            both.state = registry_.entity(both.entities[0]).state;
            both.adjective = m.sense == Sense::state_adjective;
            both.end = scene_.item_end(next);
            return both;
        }
    }
    return both;
}

// "the Greek- and Turkish-Cypriot leaders": the hyphen waits for the last word, which says whose they are.
std::uint32_t Reader::dangling_hyphen(std::uint32_t i) const {
    const std::uint32_t end = scene_.item_end(i);
    const std::uint32_t next = end + 2;
    if (scene_.token(end).form != "-" || scene_.token(end).space_before || !scene_.lower_is(end + 1, {"and", "or"})) {
        return i;
    }
    const auto whole = scene_.meaning(next, Sense::state_adjective);
    const std::uint32_t last = scene_.item_end(next) - 1;
    return whole && last > next && scene_.meaning(last, Sense::state_adjective) == whole ? next : i;
}

// "from Peru, Chile and Brazil": the states and bodies of the list; the first alone if nothing joins them.
std::vector<std::uint32_t> Reader::states_after(std::uint32_t i, std::uint32_t& end) {
    std::vector<std::uint32_t> list;
    std::uint32_t at = i;
    std::uint32_t first_end = i;
    bool joined = false;
    while (list.size() < kLongestList) {
        std::uint32_t behind = at;
        const auto owner = state_after(at, behind);
        if (!owner) {
            break;
        }
        list.push_back(*owner);
        if (list.size() == 1 || joined) {
            first_end = behind;
        }
        if (joined) {
            break;
        }
        at = behind;
        const bool comma = scene_.token(at).form == ",";
        at += comma ? 1U : 0U;
        if (scene_.lower_is(at, {"and"})) {
            joined = true;
            ++at;
        } else if (!comma) {
            break;
        }
    }
    if (list.size() > 1 && !(joined && first_end > at)) {
        list.erase(list.begin() + 1, list.end());
    }
    if (!list.empty()) {
        end = first_end;
    }
    return list;
}

}  // namespace demarche
