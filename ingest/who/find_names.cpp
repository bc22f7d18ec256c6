// Names by their make: what a capitalised run of words holds (a head such as "Party" or "University", a given name, a row of the
// tables) and what stands beside it (a title, a verb of speaking, a preposition of place). McDonald 1996 calls the two internal
// and external evidence.
#include <algorithm>

#include "demarche/ingest/stages.hpp"
#include "who/name_finder.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kLongestName = 14;

bool year(std::string_view form) {
    return form.size() == 4 && (form[0] == '1' || form[0] == '2') &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool NameFinder::is(std::uint32_t begin, std::uint32_t end, NameWord use) const {
    std::uint64_t words = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
        fold_words(scene_.token(i).form, [&](const FoldedWord& word) { words = combine(words, word.hash); });
    }
    return tables_.is(words, use);
}

bool NameFinder::begins(std::uint32_t i) const {
    const Token& token = scene_.token(i);
    if (!scene_.capital(i) || scene_.possessive(i) || scene_.lower_is(i, {"i"})) {
        return false;
    }
    if (i == scene_.sentence_begin(i) || scene_.token(i - 1).upos == Upos::punct) {
        const bool function = token.upos == Upos::det || token.upos == Upos::adp || token.upos == Upos::pron ||
                              token.upos == Upos::cconj || token.upos == Upos::sconj || token.upos == Upos::aux ||
                              token.upos == Upos::adv;
        if ((function || token.upos == Upos::verb || token.upos == Upos::noun) && !scene_.capital(i + 1) &&
            scene_.token(i).form.size() > 1 && !scene_.is(i, Sense::organisation) && !is(i, NameWord::party)) {
            return false;
        }
        const bool the = scene_.lower_is(i, {"the"}) && i > scene_.sentence_begin(i) && scene_.capital(i + 1);
        return the || !is(i, NameWord::not_name);
    }
    const bool counted = scene_.lower_is(i, {"first", "second", "third", "fourth", "fifth"});  // "the Third Republic"
    if (counted && scene_.lower_is(i - 1, {"the"})) {
        return scene_.capital(i + 1);
    }
    if (scene_.lower_is(i, {"the"})) {
        return scene_.capital(i + 1);  // inside a sentence a capital "The" belongs to a name
    }
    return token.upos != Upos::pron && token.upos != Upos::det && !is(i, NameWord::not_name);
}

// "of", "for the", "and", "de" between two capitalised words of one name.
std::uint32_t NameFinder::joiner_end(std::uint32_t begin, std::uint32_t at) const {
    const bool the = scene_.lower_is(at + 1, {"the"});
    const std::uint32_t next = at + (the ? 2 : 1);
    if (scene_.hyphen(at)) {
        return scene_.capital(at + 1) ? at + 1 : at + 2;  // "Kim Dae-jung"
    }
    if (scene_.token(at).form == "&") {
        return at + 1;
    }
    if (scene_.token(at).form == "." && !scene_.token(at).space_before && scene_.token(at - 1).form.size() == 1) {
        return scene_.capital(at + 1) ? at + 1 : at;
    }
    if (!scene_.capital(next) || scene_.sentence_of(next) != scene_.sentence_of(at)) {
        return scene_.lower_is(at, {"van", "von", "de", "der", "den", "del", "della"}) &&
                       scene_.lower_is(at + 1, {"der", "den", "la", "los", "las", "de"}) && scene_.capital(at + 2)
                   ? at + 2
                   : at;
    }
    bool head = false;    // a head so far
    bool inside = false;  // within what stands behind "of"
    for (std::uint32_t i = begin; i < at; ++i) {
        head = head || is(i, NameWord::soft_party) || is(i, NameWord::party) || is(i, NameWord::organisation) ||
               is(i, NameWord::state) || is(i, NameWord::event) || is(i, NameWord::work);
        inside = inside || (head && scene_.lower_is(i, {"of", "for", "on"}));
    }
    if (scene_.lower_is(at, {"of", "for"})) {
        const bool member = (is(at - 1, NameWord::role) && !is(at - 1, NameWord::organisation)) || scene_.is(begin, Sense::title);
        const bool war = is(next, NameWord::event) || (scene_.capital(next + 1) && is(next + 1, NameWord::event));
        if (scene_.lower_is(at, {"for"}) && !head && !the && !member) {  // "Mothers for Peace"
            return scene_.token(at - 1).lower.ends_with('s') || scene_.lower_is(at - 1, {"women", "men", "people"}) ? next : at;
        }
        return head && !member && !war && (!the || !scene_.is(next, Sense::person)) ? next : at;
    }
    if (scene_.lower_is(at, {"on", "to"})) {
        return !the && at > begin && is(at - 1, NameWord::organisation) ? next : at;
    }
    if (scene_.lower_is(at, {"and"}) && !the) {
        if (scene_.lower_is(next + 1, {"of", "for"}) || scene_.tables.given_name(scene_.hash(next))) {
            return at;
        }
        if (inside) {
            return scene_.is(next, Sense::person) || is(next, NameWord::role) || scene_.tables.given_name(scene_.hash(next)) ||
                           scene_.is(next, Sense::state_name)
                       ? at
                       : next;
        }
        const bool named = begin > scene_.sentence_begin(begin) && scene_.lower_is(begin - 1, {"the"});
        if (!head && named && at - begin == 1 && scene_.item(begin) == nullptr && !scene_.tables.given_name(scene_.hash(begin))) {
            for (std::uint32_t i = next; i < next + 4 && scene_.capital(i); ++i) {  // "the Rural and Coastal Transport Board"
                if (is(i, NameWord::organisation) || is(i, NameWord::party)) {
                    return next;
                }
            }
        }
        // "Social Democratic and Labour Party": one head behind both
        const bool bare = !head && scene_.is(at - 1, Sense::group_cause);
        return bare && (is(next + 1, NameWord::party) || is(next + 1, NameWord::organisation)) ? next : at;
    }
    if (scene_.possessive(at)) {
        return scene_.lower_is(at - 1, {"people", "peoples", "workers", "women", "farmers", "citizens", "children", "men",
                                        "veterans", "teachers", "students", "peasants", "nurses", "writers", "miners"}) ||
                       (at > begin && scene_.is(at - 1, Sense::group_cause))
                   ? at + 1
                   : at;
    }
    if (!the && scene_.lower_is(at, {"de",  "du",  "des", "di", "da", "do", "dos", "del", "della", "van", "von", "der", "den",
                                     "bin", "ibn", "al",  "el", "y",  "la", "le",  "ul",  "ter",   "zu",  "af",  "av"})) {
        return next;
    }
    return at;
}

std::uint32_t NameFinder::run_end(std::uint32_t i) const {
    const std::uint32_t limit = std::min(scene_.sentence_end(i), i + kLongestName);
    std::uint32_t end = i + 1;
    while (end < limit) {
        const Token& token = scene_.token(end);
        if (scene_.capital(end) && !scene_.possessive(end) && token.upos != Upos::pron && token.form != "I") {
            ++end;
            continue;
        }
        if (token.upos == Upos::num && !token.form.empty() && token.form.size() <= 2 && !scene_.capital(end)) {
            break;
        }
        const std::uint32_t next = joiner_end(i, end);
        if (next == end || next >= limit) {
            break;
        }
        end = next;
    }
    while (end > i + 1 && !scene_.capital(end - 1) && !scene_.hyphen(end - 2)) {
        --end;
    }
    return end;
}

// "1997 Irish general election", "United States presidential primaries": nothing in it is a name of its own.
bool NameFinder::election_follows(std::uint32_t end) const {
    for (std::uint32_t at = end; at < end + 5 && at < scene_.sentence_end(end - 1); ++at) {
        if (scene_.lower_is(at, {"election", "elections", "referendum", "primaries", "primary", "by-election", "by-elections",
                                 "caucuses", "plebiscite"})) {
            return true;
        }
        const Upos upos = scene_.token(at).upos;
        if ((upos != Upos::adj && upos != Upos::noun && !scene_.hyphen(at)) || scene_.capital(at)) {
            return false;
        }
    }
    return false;
}

// Then an acronym that nothing explains is likelier a party's.
bool NameFinder::speaks_of_parties(std::uint32_t i) const {
    for (std::uint32_t at = scene_.sentence_begin(i); at < scene_.sentence_end(i); ++at) {
        if (scene_.lower_is(at, {"party", "parties", "coalition", "seats", "seat", "candidate", "candidates", "election",
                                 "elections", "votes", "vote", "councillors", "caucus", "unionist", "democrats", "socialists"})) {
            return true;
        }
    }
    return false;
}

void NameFinder::run() {
    std::uint32_t sentence = 0xFFFFFFFFU;
    for (std::uint32_t i = 0; i < scene_.size();) {
        if (scene_.sentence_of(i) != sentence) {
            sentence = scene_.sentence_of(i);
            party_sentence_ = speaks_of_parties(i);
        }
        if (!begins(i)) {
            ++i;
            continue;
        }
        const std::uint32_t end = run_end(i);
        const bool dated = i > scene_.sentence_begin(i) && year(scene_.token(i - 1).form);
        if (election_follows(end) && (dated || scene_.token(end).upos == Upos::adj || end > i + 1)) {
            emit(dated ? i - 1 : i, end, NameKind::other);
            std::uint32_t behind = end;
            while (!scene_.lower_is(behind, {"election", "elections", "referendum", "primaries", "primary", "by-election",
                                             "by-elections", "caucuses", "plebiscite"})) {
                ++behind;
            }
            ++behind;
            const std::uint32_t where = behind + (scene_.lower_is(behind + 1, {"the"}) ? 2 : 1);
            if (scene_.lower_is(behind, {"in"}) && begins(where)) {
                behind = run_end(where);
            }
            i = behind;
            continue;
        }
        i = std::max(end, read_run(i, end));
    }
}

std::uint32_t NameFinder::read_run(std::uint32_t begin, std::uint32_t end) {
    titled_ = false;
    std::uint32_t at = begin;
    while (at < end) {
        at = std::max(read_piece(at, end), at + 1);
        while (at < end && !scene_.capital(at)) {
            ++at;
        }
    }
    return at;
}

void NameFinder::emit(std::uint32_t begin, std::uint32_t end, NameKind kind) {
    scene_.document.names.push_back({{begin, end}, scene_.span_of(begin, end), kind});
    if (kind == NameKind::person && end > begin + 1) {
        surnames_.insert(scene_.hash(end - 1));
    }
    titled_ = false;
}

void find_names(Document& document, const ActorTables& actors, const NameTables& names) {
    document.names.clear();
    if (document.tokens.empty()) {
        return;
    }
    Scene scene(document, actors);
    NameFinder(scene, names).run();
}

}  // namespace demarche
