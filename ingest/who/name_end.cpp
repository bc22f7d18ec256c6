// Where the name of a person ends: capitals, particles, initials, hyphens.
#include "who/reader.hpp"

namespace demarche {

bool Reader::begins_name(std::uint32_t i) const {
    return scene_.item(i) == nullptr && scene_.capital(i) &&
           (scene_.tables.given_name(scene_.hash(i)) || scene_.tables.family_first(scene_.hash(i)));
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
        if (parts > 0 && (token.form.starts_with("d'") || token.form.starts_with("d\u2019")) &&
            token.form.size() > 3) {  // "d'Estaing"
            end = ++at;
            ++parts;
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
