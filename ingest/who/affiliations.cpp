// Affiliations: "South Korean", "U.S. and Japanese", "Seoul's", "the State Department", "the North".
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

std::uint32_t Reader::state_row(std::uint32_t i, Sense sense) const {
    const std::uint32_t row = *scene_.meaning(i, sense);
    for (const Meaning& m : scene_.meanings(i)) {
        if (m.sense != sense) {
            continue;
        }
        if (m.index == kor_ || m.index == prk_) {  // "Korean" alone
            const std::string_view lower = scene_.token(i).lower;
            if (lower == "korean" || lower == "koreans" || lower == "korea") {
                return south_only_ ? kor_ : prk_;
            }
        }
        if (brazzaville_ && scene_.tables.state(m.index).id == "COG") {
            return m.index;
        }
        if (!brazzaville_ && scene_.tables.state(m.index).id == "COD") {
            return m.index;
        }
        if (scene_.tables.state(m.index).id == "DOM") {
            return m.index;
        }
    }
    return row;
}

bool Reader::homograph(std::uint32_t i) const {
    const std::uint32_t end = scene_.item_end(i);
    if (end != i + 1) {  // of longer names only those of sets ("four-party") may mean something else
        const HomographRow* set =
            scene_.is(i, Sense::organisation) ? scene_.tables.homograph(fold_hash(scene_.text_of(i, end))) : nullptr;
        return set != nullptr && !set->needs.empty() && !scene_.article_has(set->needs);
    }
    const std::uint64_t name = scene_.hash(i);
    const HomographRow* row = scene_.tables.homograph(name);
    const bool previous = i > scene_.sentence_begin(i);
    const auto among = [&](const std::vector<std::uint64_t>& words, std::uint32_t at) {
        const std::uint64_t word = scene_.hash(at);
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    const std::uint32_t after = end < scene_.size() && scene_.token(end).form == "," ? end + 1 : end;
    if (row != nullptr) {
        if (!row->needs.empty() && !scene_.article_has(row->needs)) {
            return true;
        }
        if ((end < scene_.sentence_end(i) && among(row->next, after)) || (previous && among(row->previous, i - 1)) ||
            (i > scene_.sentence_begin(i) + 1 && scene_.token(i - 1).form == "," && among(row->previous, i - 2))) {
            return true;
        }
    }
    // "Jordan Smith", "Michael Jordan": a name of a person on either side.
    const bool could_be_name = scene_.tables.given_name(name) || row != nullptr;
    if (could_be_name && end < scene_.sentence_end(i) && scene_.capital(end) && scene_.item(end) == nullptr &&
        !scene_.verb(end) && scene_.tables.given_name(name)) {
        return true;
    }
    return could_be_name && previous && scene_.capital(i - 1) && scene_.item(i - 1) == nullptr &&
           i - 1 > scene_.sentence_begin(i) && scene_.tables.given_name(scene_.hash(i - 1));
}

Affiliation Reader::one_affiliation(std::uint32_t i) {
    Affiliation of;
    of.begin = of.end = i;
    if (i >= scene_.size() || scene_.item(i) == nullptr) {
        return of;
    }
    const auto take = [&](std::uint32_t entity, Ground ground) {
        of.entities = {entity};
        of.state = registry_.entity(entity).state;
        of.end = scene_.item_end(i);
        of.ground = ground;
    };
    if (scene_.is(i, Sense::none)) {
        return of;
    }
    if (scene_.is(i, Sense::state_name) && !homograph(i)) {
        const std::uint32_t row = state_row(i, Sense::state_name);
        take(registry_.state(row), scene_.token(i).form.size() <= 6 && scene_.item_end(i) == i + 1 &&
                                           scene_.token(i).lower.size() > 1 && scene_.capital(i) &&
                                           scene_.token(i).form[1] != scene_.token(i).lower[1]
                                       ? Ground::acronym
                                       : Ground::name);
    } else if (scene_.is(i, Sense::state_adjective)) {
        take(registry_.state(state_row(i, Sense::state_adjective)), Ground::demonym);
        of.adjective = true;
    } else if (const auto seat = scene_.meaning(i, Sense::seat)) {
        const SeatRow& row = scene_.tables.seat(*seat);
        take(row.organisation ? registry_.organisation(row.actor) : registry_.state(row.actor), Ground::capital);
        of.seat = true;
        of.town = scene_.tables.seat(*seat).town;
    } else if (const auto org = scene_.meaning(i, Sense::organisation); org && !scene_.tables.organisation(*org).media) {
        if (const std::vector<std::uint32_t> states = members(*org); !states.empty()) {
            if (homograph(i)) {
                return of;
            }
            of.entities = states;
            of.end = scene_.item_end(i);
            of.ground = Ground::set;
            of.adjective = modifies(of.end);
            return of;
        }
        take(registry_.organisation(*org), Ground::name);
        registry_.name_as_in_text(of.entities[0], scene_.text_of(i, of.end));
        if (scene_.token(i).lower != scene_.token(i).form && scene_.item_end(i) == i + 1 && scene_.token(i).form.size() <= 7) {
            of.ground = Ground::acronym;
        }
    } else if (scene_.lower_is(i, {"south", "north"}) || !both_koreas_) {
        return of;
    }
    return of;
}

Affiliation Reader::affiliation(std::uint32_t i) {
    // Looked at before it is taken: making an entity for a town that is only a place would list a state that does not act.
    if (Affiliation both = both_koreas(i); both.any()) {
        return both;
    }
    if (Affiliation list = mixed_list(i); list.any()) {
        return list;
    }
    Affiliation of;
    of.begin = of.end = i;
    if (const std::uint32_t whole = dangling_hyphen(i); whole > i) {
        of = one_affiliation(whole);
        of.begin = i;
    } else if (both_koreas_ && scene_.lower_is(i, {"south", "north"}) && scene_.capital(i) && i > 0 &&
               scene_.lower_is(i - 1, {"the"}) && scene_.item(i) == nullptr &&
               !(i + 1 < scene_.size() && scene_.capital(i + 1)) && !scene_.lower_is(i + 1, {"of"})) {
        of.entities = {registry_.state(scene_.lower_is(i, {"south"}) ? kor_ : prk_)};
        of.state = registry_.entity(of.entities[0]).state;
        of.end = i + 1;
    } else {
        of = one_affiliation(i);
    }
    if (!of.any()) {
        return of;
    }
    // "U.S.-Japan", "U.S. and South Korean officials"
    for (std::uint32_t n = 0; n < 4 && of.end + 1 < scene_.size(); ++n) {
        const bool compound = scene_.hyphen(of.end);
        const bool coordinated = of.adjective && (scene_.lower_is(of.end, {"and"}) || scene_.token(of.end).form == ",");
        if (!compound && !coordinated) {
            break;
        }
        const bool serial = coordinated && scene_.token(of.end).form == "," && scene_.lower_is(of.end + 1, {"and"});
        const std::uint32_t next = of.end + (serial ? 2 : 1);
        if (scene_.item(next) == nullptr || (coordinated && !scene_.is(next, Sense::state_adjective)) ||
            (compound && !scene_.is(next, Sense::state_name) && !scene_.is(next, Sense::state_adjective) &&
             !scene_.is(next, Sense::seat) && !scene_.is(next, Sense::organisation))) {
            break;
        }
        const Affiliation more = one_affiliation(next);
        if (!more.any()) {
            break;
        }
        of.entities.insert(of.entities.end(), more.entities.begin(), more.entities.end());
        of.end = more.end;
        of.adjective = true;
        of.seat = of.seat && more.seat;
    }
    if (scene_.possessive(of.end)) {
        of.possessive = true;
        ++of.end;
    } else if (of.entities.size() == 1 && of.end < scene_.sentence_end(i) && !of.adjective &&
               registry_.entity(of.entities[0]).kind != ActorKind::state) {
        return of;
    } else if (of.entities.size() == 1 && of.end < scene_.sentence_end(i)) {
        const std::uint32_t next = of.end;  // "U.S. State Department": the body says the rest
        if (const auto org = scene_.meaning(next, Sense::organisation);
            org && scene_.tables.organisation(*org).state == of.state && !of.state.empty()) {
            of.entities = {registry_.organisation(*org)};
            of.end = scene_.item_end(next);
            of.adjective = of.seat = of.town = false;
            of.ground = Ground::name;
            if (scene_.possessive(of.end)) {
                of.possessive = true;
                ++of.end;
            }
        }
    }
    return of;
}

std::optional<std::uint32_t> Reader::state_after(std::uint32_t i, std::uint32_t& end) {
    std::uint32_t at = i;
    if (scene_.lower_is(at, {"the"})) {
        ++at;
    }
    if (at >= scene_.size() || scene_.item(at) == nullptr) {
        return std::nullopt;
    }
    if (!scene_.is(at, Sense::state_name) && !scene_.is(at, Sense::seat) && !scene_.is(at, Sense::organisation)) {
        return std::nullopt;
    }
    const Affiliation of = one_affiliation(at);
    if (!of.any() || scene_.possessive(of.end)) {
        return std::nullopt;
    }
    if (of.entities.size() != 1) {
        return std::nullopt;
    }
    end = of.end;
    return of.entities[0];
}

}  // namespace demarche
