// Affiliations and titles: "South Korean", "U.S. and Japanese", "Seoul's", "the State Department"; "First Vice Foreign Minister",
// "Foreign Minister nominee", "Under Secretary of State for Arms Control".
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

namespace {

// Ranks that describe the holder and are no part of the office.
bool describes(std::string_view lower) {
    return lower == "visiting" || lower == "outgoing" || lower == "incoming" || lower == "newly" || lower == "veteran" ||
           lower == "hardline" || lower == "ranking" || lower == "high" || lower == "leading" || lower == "newly elected" ||
           lower == "newly appointed" || lower == "acting" || lower == "government";
}

}  // namespace

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
    if (end != i + 1) {
        return false;
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
    Affiliation of;
    of.begin = of.end = i;
    if (both_koreas_ && scene_.lower_is(i, {"south", "north"}) && scene_.capital(i) && i > 0 && scene_.lower_is(i - 1, {"the"}) &&
        scene_.item(i) == nullptr && !(i + 1 < scene_.size() && scene_.capital(i + 1)) && !scene_.lower_is(i + 1, {"of"})) {
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
        const std::uint32_t next = of.end + 1;
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
    end = of.end;
    return of.entities[0];
}

bool Reader::begins_name(std::uint32_t i) const {
    return scene_.item(i) == nullptr && scene_.capital(i) &&
           (scene_.tables.given_name(scene_.hash(i)) || scene_.tables.family_first(scene_.hash(i)));
}

// "head of the North Korean UN mission", "spokesman for the South Korean Foreign Ministry": where the body ends.
std::uint32_t Reader::body_of_state(TitlePhrase& phrase) {
    std::uint32_t at = phrase.end + 1;
    if (scene_.lower_is(at, {"the", "a"})) {
        ++at;
    }
    if (!scene_.is(at, Sense::state_adjective) && !(scene_.is(at, Sense::state_name) && scene_.possessive(scene_.item_end(at)))) {
        return phrase.end;
    }
    const Affiliation of = affiliation(at);
    std::uint32_t end = of.end;
    while (end < scene_.sentence_end(phrase.begin) &&
           (scene_.is(end, Sense::organisation) || scene_.is(end, Sense::body) || scene_.is(end, Sense::rule) ||
            (scene_.token(end).upos == Upos::noun && !scene_.verb(end)))) {
        end = scene_.item_end(end);
    }
    if (!of.any() || (end == of.end && of.adjective)) {
        return phrase.end;
    }
    phrase.state = of.state;
    phrase.office = scene_.text_of(phrase.begin, end);
    return end;
}

void Reader::complement(TitlePhrase& phrase) {
    const std::uint32_t limit = phrase.begin < scene_.size() ? scene_.sentence_end(phrase.begin) : 0;
    // "nominee", "-designate", "-elect"
    if (phrase.end + 1 < limit && scene_.token(phrase.end).form == "-" && scene_.is(phrase.end + 1, Sense::suffix)) {
        phrase.end += 2;
        phrase.nominee = true;
    } else if (phrase.end < limit && scene_.is(phrase.end, Sense::suffix)) {
        ++phrase.end;
        phrase.nominee = true;
    }
    for (int n = 0; n < 3 && phrase.end + 1 < limit && scene_.lower_is(phrase.end, {"of", "for", "to", "on"}); ++n) {
        std::uint32_t end = phrase.end;
        const bool to = scene_.lower_is(phrase.end, {"to"});
        const bool of = scene_.lower_is(phrase.end, {"of"});
        if (const auto whose = state_after(phrase.end + 1, end)) {
            if (of && phrase.state.empty()) {
                phrase.state = registry_.entity(*whose).state;
                if (phrase.office.empty()) {
                    phrase.office = scene_.text_of(phrase.begin, phrase.end);
                }
            } else if (!to && !scene_.lower_is(phrase.end, {"for"})) {
                return;
            }
            phrase.end = end;
            continue;
        }
        if (to) {
            return;
        }
        if (const std::uint32_t body = body_of_state(phrase); body > phrase.end) {
            phrase.end = body;
            return;
        }
        std::uint32_t at = phrase.end + 1;
        while (at < limit && !begins_name(at) &&
               (scene_.is(at, Sense::domain) ||
                (scene_.capital(at) && (scene_.item(at) == nullptr || scene_.is(at, Sense::domain)) && !scene_.verb(at)) ||
                (at > phrase.end + 1 && at + 1 < limit && (scene_.lower_is(at, {"and"}) || scene_.token(at).form == ",") &&
                 (scene_.is(at + 1, Sense::domain) ||
                  (scene_.lower_is(at, {"and"}) && scene_.capital(at + 1) && scene_.item(at + 1) == nullptr))))) {
            at = scene_.item(at) != nullptr && scene_.is(at, Sense::domain) ? scene_.item_end(at) : at + 1;
        }
        if (at == phrase.end + 1) {
            return;
        }
        phrase.end = at;
    }
}

TitlePhrase Reader::title(std::uint32_t i) {
    TitlePhrase phrase;
    phrase.begin = phrase.end = i;
    const std::uint32_t limit = i < scene_.size() ? scene_.sentence_end(i) : 0;
    std::uint32_t at = i;
    std::uint32_t office = i;
    while (at < limit) {
        if (scene_.is(at, Sense::title) || scene_.lower_is(at, {"counterpart", "counterparts"})) {
            break;
        }
        if (scene_.is(at, Sense::former)) {
            phrase.former = true;
            at = scene_.item_end(at);
            if (at < limit && scene_.token(at).form == "-") {
                ++at;
            }
            office = at;
        } else if (scene_.is(at, Sense::rank) || scene_.is(at, Sense::domain) ||
                   (scene_.lower_is(at, {"new"}) && scene_.item(at) == nullptr)) {
            const std::uint32_t end = scene_.item(at) != nullptr ? scene_.item_end(at) : at + 1;
            if (at == office && (describes(scene_.token(at).lower) || scene_.lower_is(at, {"new"}))) {
                phrase.former = phrase.former || scene_.lower_is(at, {"acting"});
                office = end;
            }
            at = end;
        } else if (at > office && (scene_.lower_is(at, {"and", "&"}) || scene_.token(at).form == ",") &&
                   scene_.is(at + 1, Sense::domain)) {
            ++at;  // "foreign and defense ministers"
        } else {
            return phrase;
        }
    }
    if (at >= limit) {
        return phrase;
    }
    if (scene_.lower_is(at, {"counterpart", "counterparts"})) {
        phrase.counterpart = true;
        phrase.plural = scene_.lower_is(at, {"counterparts"});
        phrase.end = at + 1;
        return phrase;
    }
    const auto row = scene_.meaning(at, Sense::title);
    phrase.office_class = scene_.tables.word(*row).office_class;
    phrase.usual_state = scene_.tables.word(*row).state;
    phrase.begin = office;
    phrase.end = scene_.item_end(at);
    // a domain before a bare head tells the class: "nuclear envoy", "defense chief" stand in the table, the rest follow the head
    complement(phrase);
    if (phrase.end + 1 < limit && scene_.lower_is(phrase.end, {"and"}) && scene_.is(phrase.end + 1, Sense::title) &&
        scene_.capital(phrase.end + 1) && scene_.capital(phrase.begin)) {
        phrase.end = scene_.item_end(phrase.end + 1);  // "Deputy Prime Minister and Foreign Minister"
        complement(phrase);
    }
    if (phrase.office.empty()) {
        phrase.office = scene_.text_of(phrase.begin, phrase.end);
    }
    return phrase;
}

std::uint32_t Reader::name_end(std::uint32_t i) const {
    const std::uint32_t limit = i < scene_.size() ? scene_.sentence_end(i) : 0;
    std::uint32_t at = i;
    std::uint32_t parts = 0;
    std::uint32_t end = i;
    while (at < limit && parts < 7) {
        const Token& token = scene_.token(at);
        if (parts > 0 &&
            (scene_.hyphen(at) || ((token.form == "'" || token.form == "\u2019") && !token.space_before && at + 1 < limit &&
                                   !scene_.token(at + 1).space_before && !scene_.possessive(at)))) {
            ++at;
            if (at < limit) {
                ++at;
                end = at;
            }
            continue;
        }
        if (parts > 0 && token.form == "." && !token.space_before) {
            ++at;
            continue;
        }
        if (scene_.lower_is(at, {"de",  "da", "do", "dos", "del", "della", "di", "van", "von", "der", "den", "bin",
                                 "ibn", "al", "el", "abu", "ben", "la",    "le", "ter", "ul",  "ur",  "e"}) &&
            !scene_.capital(at)) {
            if (at + 1 >= limit ||
                !(scene_.capital(at + 1) || scene_.hyphen(at + 1) || scene_.lower_is(at + 1, {"la", "der", "den", "al"}))) {
                break;
            }
            ++at;
            continue;
        }
        if (!scene_.capital(at) || scene_.possessive(at)) {
            break;
        }
        if (scene_.lower_is(
                at, {"monday", "tuesday", "wednesday", "thursday",  "friday",  "saturday", "sunday",   "january", "february",
                     "april",  "june",    "july",      "september", "october", "november", "december", "the",     "i",
                     "he",     "she",     "and",       "in",        "on",      "of",       "at",       "a"})) {
            break;
        }
        if (const Item* item = scene_.item(at); item != nullptr) {
            const bool person = scene_.is(at, Sense::person);
            const bool only_a_word = scene_.is(at, Sense::motion) || scene_.is(at, Sense::saying) || scene_.is(at, Sense::town);
            const bool state_like = scene_.is(at, Sense::state_name) || scene_.is(at, Sense::seat);
            if (scene_.is(at, Sense::title) || scene_.is(at, Sense::body) ||
                (scene_.is(at, Sense::organisation) &&
                 !(parts == 0 && scene_.tables.given_name(scene_.hash(at)) && item->end < limit && scene_.capital(item->end))) ||
                scene_.is(at, Sense::official) || scene_.is(at, Sense::state_adjective) || scene_.is(at, Sense::rule) ||
                scene_.is(at, Sense::honorific) || scene_.is(at, Sense::none)) {
                if (!(parts > 0 && item->end == at + 1 &&
                      (scene_.is(at, Sense::rule) || scene_.is(at, Sense::state_adjective) || scene_.is(at, Sense::title)) &&
                      scene_.token(at).upos == Upos::propn && !scene_.is(at, Sense::title))) {
                    break;
                }
            }
            if (state_like && !(parts == 0 && scene_.tables.given_name(scene_.hash(at)) && scene_.capital(item->end)) &&
                !(parts > 0 && at == end && scene_.tables.given_name(scene_.hash(at - 1)))) {
                break;
            }
            if (person) {
                return item->end;
            }
            if (!only_a_word && !state_like && (scene_.is(at, Sense::domain) || scene_.is(at, Sense::rank)) && parts == 0) {
                break;
            }
        }
        ++at;
        ++parts;
        end = at;
    }
    return parts == 0 ? i : end;
}

}  // namespace demarche
