// Of what kind a piece of a capitalised run is.
#include <algorithm>

#include "who/name_finder.hpp"

namespace demarche {

// Reads the name at `begin`; what it returns is where the next piece begins.
std::uint32_t NameFinder::read_piece(std::uint32_t begin, std::uint32_t end) {
    if (const std::uint32_t next = read_headed(begin, end); next > begin) {
        return next;
    }
    if (const std::uint32_t next = read_known(begin, end); next > begin) {
        return next;
    }
    if (is(begin, NameWord::role) || scene_.is(begin, Sense::honorific) || scene_.is(begin, Sense::title) ||
        scene_.is(begin, Sense::rank)) {
        if (scene_.lower_is(begin, {"king", "queen", "pope", "lord", "sir", "st", "st.", "emperor"}) && begin + 1 < end &&
            !is(begin + 1, NameWord::role)) {
            return read_person(begin, end);  // such titles belong to the name
        }
        const bool whole =
            scene_.item(begin) != nullptr && (scene_.is(begin, Sense::title) || scene_.is(begin, Sense::honorific));
        const std::uint32_t behind = std::min(whole ? scene_.item_end(begin) : begin + 1, end);
        titled_ = true;
        return scene_.token(behind).form == "." && !scene_.token(behind).space_before ? behind + 1 : behind;
    }
    if (begin + 2 == end && !titled_ &&
        scene_.lower_is(begin, {"christian", "jewish", "muslim", "islamic", "catholic", "arab", "hindu", "moral", "western"}) &&
        !scene_.tables.given_name(scene_.hash(end - 1)) && !is(end - 1, NameWord::follower)) {
        emit(begin, end, NameKind::organisation);  // "Christian Aid"
        return end;
    }
    if (is(begin, NameWord::follower) || scene_.is(begin, Sense::state_adjective) || scene_.is(begin, Sense::state_people)) {
        titled_ = begin + 1 < end && is(begin, NameWord::follower);  // "Republican Ann Reed"
        return std::min(std::max(begin + 1, scene_.item_end(begin)), end);
    }
    return read_person(begin, end);
}

// The kind that the word, or the two words that end here, give to a name.
bool NameFinder::head_at(std::uint32_t begin, std::uint32_t i, NameKind& kind) const {
    for (std::uint32_t words = 2; words > 0; --words) {
        if (i + 1 < begin + words) {
            continue;
        }
        const std::uint32_t from = i + 1 - words;
        if (is(from, i + 1, NameWord::state)) {
            kind = NameKind::state;
        } else if (is(from, i + 1, NameWord::party)) {
            kind = NameKind::party;
        } else if (is(from, i + 1, NameWord::organisation) || is(from, i + 1, NameWord::soft_party)) {
            kind = NameKind::organisation;
        } else if (is(from, i + 1, NameWord::event) || is(from, i + 1, NameWord::work)) {
            kind = NameKind::other;
        } else if (is(from, i + 1, NameWord::place)) {
            kind = NameKind::place;
        } else {
            continue;
        }
        return true;
    }
    return false;
}

// Words that name a party, or another organisation, or a state on their own.
std::uint32_t NameFinder::read_lone_head(std::uint32_t i, std::uint32_t end, NameKind kind) {
    if (kind == NameKind::party && !scene_.lower_is(i, {"party", "parties", "alignment", "bloc", "rally", "liberal"})) {
        emit(i, i + 1, kind);
        return i + 1;
    }
    if (kind == NameKind::organisation && i + 1 == end &&
        scene_.lower_is(i, {"parliament", "senate",    "congress", "bundestag", "reichstag", "knesset",  "duma",
                            "politburo",  "pentagon",  "treasury", "gestapo",   "stasi",     "mossad",   "comintern",
                            "wehrmacht",  "luftwaffe", "dail",     "sejm",      "riksdag",   "storting", "folketing",
                            "bundesrat",  "cortes",    "majlis",   "taliban"})) {
        emit(i, i + 1, kind);
        return i + 1;
    }
    return i;
}

// A head says what the run is: the last one before "of", or the one that ends it.
std::uint32_t NameFinder::read_headed(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t words = std::min(end - begin, 4U); words > 0; --words) {
        bool headed = false;  // "Vietnam War"
        NameKind other = NameKind::other;
        for (std::uint32_t i = begin + words; i < end; ++i) {
            headed = headed || head_at(begin, i, other);
        }
        if (!headed && is(begin, begin + words, NameWord::state_name)) {
            emit(begin, begin + words, NameKind::state);
            return begin + words;
        }
    }
    NameKind kind = NameKind::other;
    NameKind here = NameKind::other;
    std::uint32_t head = end;
    bool complement = false;
    bool cause = false;
    std::uint32_t stop = end;
    for (std::uint32_t i = begin; i < end; ++i) {
        const bool of = scene_.lower_is(i, {"of", "for", "on", "to"}) || is(i, NameWord::not_name);
        if (of && head < end) {
            complement = complement || head + 1 == i || scene_.lower_is(i, {"for"});
        }
        cause = cause || is(i, NameWord::cause);
        if (i > begin && (scene_.is(i, Sense::person) || (is(i, NameWord::role) && head < end && !complement))) {
            stop = i;
            break;  // "Labour Party Ed …", "Senate Speaker …"
        }
        if (complement && scene_.is(i, Sense::state_name) && scene_.capital(scene_.item_end(i)) && scene_.item_end(i) < end &&
            scene_.tables.given_name(scene_.hash(scene_.item_end(i)))) {
            stop = scene_.item_end(i);
            break;  // "Liberal Party of Canada Ann Reed"
        }
        if (!head_at(begin, i, here)) {
            continue;
        }
        if (complement && here != NameKind::party) {
            continue;  // "Council of Churches"; but "League of Greens Party"
        }
        if (complement && i + 1 < end && is(i + 1, NameWord::party)) {
            continue;
        }
        if (complement && i + 1 < end) {
            cause = true;
            continue;
        }
        head = i;
        kind = here;
    }
    if (head == end) {
        return begin;
    }
    const std::uint32_t behind = [&] {
        std::uint32_t at = complement ? stop : head + 1;
        while (!complement && at < end && kind == NameKind::other &&
               (scene_.token(at).form == "II" || scene_.token(at).form == "I" || scene_.token(at).upos == Upos::num)) {
            ++at;  // "World War II"
        }
        return at;
    }();
    if (head == begin && !complement) {
        const std::uint32_t lone = read_lone_head(begin, end, kind);
        return lone > begin || behind < end ? lone : behind;
    }
    const bool given = scene_.tables.given_name(scene_.hash(begin)) || titled_;
    if (given && (kind == NameKind::other || kind == NameKind::place) && !complement && head + 1 == end && head - begin <= 3) {
        return begin;  // "Ann B. Lake"
    }
    if (kind == NameKind::organisation && (cause || party_text()) && is(head, NameWord::soft_party)) {
        kind = NameKind::party;
    }
    std::uint32_t from = begin;
    while (from + 1 < head && is(from, NameWord::role) && scene_.is(from, Sense::title) && !complement) {
        ++from;
    }
    emit(from, behind, kind);
    return behind;
}

// What the tables know, if it ends where the piece may end.
std::uint32_t NameFinder::read_known(std::uint32_t begin, std::uint32_t end) {
    const PlaceMention* place = mention_at(scene_.document.places, begin);
    const bool gazetteer = place != nullptr && place->tokens.begin == begin && place->tokens.end <= end;
    const Item* item = scene_.item(begin);
    const std::string_view form = scene_.token(begin).form;
    const bool letters = form.size() > 1 && (form[1] == '.' || (form[1] >= 'A' && form[1] <= 'Z'));  // "U.S.", no "Us"
    const bool given = begin + 1 < end && !letters && scene_.tables.given_name(scene_.hash(begin));
    if (item != nullptr && item->end > end && scene_.is(begin, Sense::state_name) && scene_.capital(item->end - 1)) {
        emit(begin, item->end, NameKind::state);  // "United States of America"
        return item->end;
    }
    if (item != nullptr && item->end <= end) {
        const bool whole = item->end == end;
        const bool name_like = given && !whole;
        if (scene_.is(begin, Sense::person)) {
            emit(begin, item->end, NameKind::person);
            return item->end;
        }
        if (scene_.is(begin, Sense::state_name) && !name_like) {
            emit(begin, item->end, NameKind::state);
            return item->end;
        }
        if (const auto org = scene_.meaning(begin, Sense::organisation); org && !name_like && !titled_) {
            emit(begin, item->end, kind_of_group(*org, begin, item->end));
            return item->end;
        }
        if (scene_.is(begin, Sense::body) && item->end > begin + 1) {
            emit(begin, item->end, NameKind::organisation);
            return item->end;
        }
        if (scene_.is(begin, Sense::seat) && !name_like && (whole || gazetteer)) {
            emit(begin, item->end, NameKind::place);
            return item->end;
        }
    }
    if (gazetteer && !titled_ && !(given && place->tokens.end < end)) {
        emit(begin, place->tokens.end, place->country ? NameKind::state : NameKind::place);
        return place->tokens.end;
    }
    return begin;
}

// Armed groups are organisations of another make than parties; the tables hold both as groups.
NameKind NameFinder::kind_of_group(std::uint32_t row, std::uint32_t begin, std::uint32_t end) const {
    if (scene_.tables.organisation(row).kind != ActorKind::group) {
        return NameKind::organisation;
    }
    NameKind kind = NameKind::party;
    for (std::uint32_t i = begin; i < end; ++i) {
        kind = scene_.lower_is(i, {"army", "brigades", "brigade", "organization", "organisation", "jihad", "tigers", "fighters",
                                   "militia", "taliban", "resistance"}) ||
                       is(i, NameWord::organisation)
                   ? NameKind::organisation
                   : kind;
    }
    return kind;
}

}  // namespace demarche
