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
                (scene_.capital(at) && (scene_.plain(at) || scene_.is(at, Sense::domain)) && !scene_.verb(at)) ||
                (at > phrase.end + 1 && at + 1 < limit && (scene_.lower_is(at, {"and"}) || scene_.token(at).form == ",") &&
                 (scene_.is(at + 1, Sense::domain) ||
                  (scene_.lower_is(at, {"and"}) && scene_.capital(at + 1) && scene_.plain(at + 1)))))) {
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

}  // namespace demarche
