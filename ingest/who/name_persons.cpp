// Names that no head and no table tells: persons by their make or by what stands beside them, acronyms, names in another
// language.
#include <algorithm>
#include <array>

#include "who/name_finder.hpp"

namespace demarche {

namespace {

// Endings of English abstract nouns and adjectives, which names of persons hardly have.
bool abstract(std::string_view lower) {
    constexpr std::array<std::string_view, 16> endings{"tion",  "sion", "ity",  "ism",  "ing",  "ment", "ance", "ence",
                                                       "cracy", "tive", "ical", "ists", "ives", "ness", "ties", "ers"};
    return lower.size() > 5 &&
           std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return lower.ends_with(ending); });
}

}  // namespace

// Does what stands around a single word make it a person?
bool NameFinder::person_by_context(std::uint32_t begin, std::uint32_t end) const {
    if (titled_ || surnames_.contains(scene_.hash(end - 1))) {
        return true;
    }
    const std::uint32_t first = scene_.sentence_begin(begin);
    const bool before = begin > first;
    if (before && scene_.lower_is(begin - 1, {"in", "at", "near", "from", "to", "into", "outside", "of", "around", "the",
                                              "across", "through", "via", "a", "an"})) {
        return scene_.lower_is(begin - 1, {"of", "to", "from"}) && scene_.possessive(end);
    }
    if (before && is(begin - 1, NameWord::person_noun)) {
        return true;
    }
    return scene_.subject(end) || scene_.possessive(end) || scene_.lower_is(end, {"himself", "herself", "who"});
}

std::uint32_t NameFinder::read_person(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t stop = begin + 1;  // what else is known in the run ends the name
    while (stop < end && !(scene_.capital(stop) &&
                           (is(stop, NameWord::role) || scene_.is(stop, Sense::honorific) || is(stop, NameWord::follower)))) {
        ++stop;
    }
    const bool cut = stop < end && is(stop, NameWord::follower);
    while (stop > begin + 1 && !scene_.capital(stop - 1) && !scene_.hyphen(stop - 2)) {
        --stop;
    }
    const std::string_view form = scene_.token(begin).form;
    if (stop == begin + 1) {
        read_word(begin, end);
        return stop;
    }
    if (cut && !scene_.tables.given_name(scene_.hash(begin))) {
        return stop;  // "Moderate Republicans"
    }
    const bool given = scene_.tables.given_name(scene_.hash(begin)) || scene_.tables.family_first(scene_.hash(begin)) || titled_;
    const bool initial = form.size() == 1 || (form.size() == 2 && form[1] == '.') || scene_.token(begin + 1).form.size() <= 2;
    bool nouns = false;
    for (std::uint32_t i = begin; i < stop; ++i) {
        nouns = nouns || abstract(scene_.token(i).lower) || is(i, NameWord::cause) || is(i, NameWord::soft_party) ||
                is(i, NameWord::not_name) || scene_.lower_is(i, {"for", "and", "of"});
    }
    const auto& names = scene_.document.names;
    const bool again = begin > 0 && scene_.token(begin - 1).form == "(" && !names.empty() &&
                       names.back().tokens.end + 1 == begin &&
                       (names.back().kind == NameKind::party || names.back().kind == NameKind::organisation);
    if (again) {  // its name in another language
        const NameKind kind = names.back().kind;
        emit(begin, stop, kind);
        return stop;
    }
    if (!given && scene_.lower_is(begin, {"north", "south", "east", "west", "new", "upper", "lower", "greater", "mid", "central",
                                          "northern", "southern", "eastern", "western"})) {
        emit(begin, stop, NameKind::place);
        return stop;
    }
    const bool placed =
        begin > scene_.sentence_begin(begin) && scene_.lower_is(begin - 1, {"in", "at", "near", "the", "a", "an"});
    if (given || (initial && !nouns) || (!placed && !nouns && stop - begin <= 5)) {
        emit(begin, stop, NameKind::person);
    } else if (nouns && stop - begin > 1) {
        emit(begin, stop, party_text() ? NameKind::party : NameKind::organisation);
    }
    return stop;
}

// One word that nothing knows: an acronym, a surname, or nothing that could be told.
void NameFinder::read_word(std::uint32_t i, std::uint32_t end) {
    const Token& token = scene_.token(i);
    const std::string_view form = token.form;
    const bool capitals = form.size() >= 2 && form.size() <= 8 &&
                          std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) * 3 >=
                              static_cast<std::ptrdiff_t>(form.size()) * 2;
    if (capitals && !titled_ && !surnames_.contains(scene_.hash(i))) {
        auto& names = scene_.document.names;
        const bool explains = i > 0 && scene_.token(i - 1).form == "(" && !names.empty() && names.back().tokens.end == i - 1;
        const auto known =
            std::find_if(acronyms_.begin(), acronyms_.end(), [&](const auto& a) { return a.first == scene_.hash(i); });
        NameKind kind = explains                   ? names.back().kind
                        : known != acronyms_.end() ? known->second
                        : party_text()             ? NameKind::party
                                                   : NameKind::organisation;
        if (explains && (kind == NameKind::person || kind == NameKind::place)) {  // nobody shortens a person's name so
            names.back().kind = party_text() ? NameKind::party : NameKind::organisation;
            kind = names.back().kind;
        }
        if (explains) {
            acronyms_.emplace_back(scene_.hash(i), kind);
        }
        emit(i, i + 1, kind);
        return;
    }
    const bool name = token.upos == Upos::propn || token.upos == Upos::x || titled_;
    if (name && person_by_context(i, i + 1) && !abstract(token.lower) && !(i + 1 < end && !titled_)) {
        emit(i, i + 1, NameKind::person);
    }
}

// Does the sentence speak of parties and seats? Then an acronym that nothing explains is likelier a party's.
bool NameFinder::party_text() const { return party_sentence_; }

}  // namespace demarche
