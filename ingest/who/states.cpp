// When a capital stands for its government, what the article is about, and sets of states named together.
#include <algorithm>

#include "who/reader.hpp"

namespace demarche {

bool Reader::seat_acts(std::uint32_t i, std::uint32_t end) const {
    const std::uint32_t first = scene_.sentence_begin(i);
    const bool the = i > first && scene_.lower_is(i - 1, {"the"});
    const std::uint32_t before = the ? i - 1 : i;  // the word that governs the phrase stands before this token
    const bool has_before = before > first;
    const std::uint32_t governor = has_before ? before - 1 : before;
    const bool town = scene_.tables.seat(*scene_.meaning(i, Sense::seat)).town;
    const std::uint32_t next = end;
    const std::uint32_t limit = scene_.sentence_end(i);
    if (has_before &&
        scene_.lower_is(governor, {"in",      "at",   "from",     "near",    "outside",    "inside", "into",   "of",
                                   "through", "via",  "around",   "across",  "throughout", "within", "toward", "towards",
                                   "over",    "onto", "downtown", "central", "north",      "south",  "east",   "west"})) {
        return scene_.lower_is(governor, {"of"}) && !town;
    }
    const bool possessive = scene_.possessive(end - 1);
    if (possessive) {
        return next < limit && !scene_.is(next, Sense::town) && (!scene_.capital(next) || scene_.item(next) != nullptr);
    }
    if (next < limit && scene_.token(next).form == "," && next + 1 < limit && scene_.item(next + 1) != nullptr &&
        scene_.is(next + 1, Sense::state_name)) {
        return false;  // "Seoul, South Korea"
    }
    if (!town) {
        return !(has_before && scene_.lower_is(governor, {"to"})) || scene_.subject(end);
    }
    if (next < limit && scene_.capital(next) && scene_.item(next) == nullptr && !scene_.verb(next) &&
        scene_.token(next).upos == Upos::propn) {
        return false;  // part of another name
    }
    if (has_before && scene_.capital(governor) && scene_.item(governor) == nullptr && governor > first && !the &&
        scene_.token(governor).upos == Upos::propn) {
        return false;
    }
    if (has_before && scene_.lower_is(governor, {"with", "between", "against", "by", "for", "upon", "than"})) {
        return true;
    }
    if (has_before && scene_.lower_is(governor, {"to"})) {
        return governor > first &&
               scene_.lower_is(
                   governor - 1,
                   {"message",    "appeal",     "call",     "calls",      "threat",      "threats",   "response",  "aid",
                    "assistance", "assurances", "offer",    "concession", "concessions", "warning",   "sales",     "exports",
                    "support",    "letter",     "proposal", "belongs",    "talk",        "speak",     "spoke",     "talked",
                    "talking",    "listen",     "close",    "loyal",      "opposed",     "important", "according", "pressure"});
    }
    if (scene_.subject(end)) {
        return true;
    }
    if (has_before && !scene_.lower_is(governor, {"and", "or", ","})) {
        return scene_.is(governor, Sense::saying) || acts_on(governor);
    }
    if (has_before) {  // coordinated with a state or seat that acts
        const auto& actors = scene_.document.actors;
        return !actors.empty() && actors.back().tokens.end == governor && !actors.back().adjective;
    }
    if (next + 1 < limit && scene_.lower_is(next, {"and", "or"}) && scene_.item(next + 1) != nullptr &&
        (scene_.is(next + 1, Sense::state_name) || scene_.is(next + 1, Sense::seat))) {
        return scene_.subject(scene_.item_end(next + 1)) || scene_.verb(scene_.item_end(next + 1));  // "Seoul and Tokyo agreed"
    }
    return false;
}

bool Reader::modifies(std::uint32_t next) const {
    for (int n = 0; n < 3 && next < scene_.size(); ++n, ++next) {
        const Token& token = scene_.token(next);
        if (token.upos == Upos::noun || token.upos == Upos::propn || (token.upos == Upos::x && scene_.noun(next))) {
            return true;
        }
        if (token.upos != Upos::adj && token.upos != Upos::num && !(n > 0 && scene_.hyphen(next))) {
            return false;
        }
    }
    return false;
}

// Treebanks keep a prefix and its word together: "anti-Pyongyang", "inter-Korean", "post-Soviet".
std::uint32_t Reader::read_prefixed(std::uint32_t i) {
    const std::string_view form = scene_.token(i).form;
    const std::size_t hyphen = form.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2 || hyphen > 5) {
        return i;
    }
    const std::string_view prefix = scene_.token(i).lower.substr(0, hyphen);
    std::vector<DocumentWord> combined;  // "Sino-Russian" in one token
    fold_words(form.substr(0, hyphen), [&](const FoldedWord& w) {
        combined.push_back({w.hash, 0, w.initial_capital, w.all_capitals, true});
    });
    std::vector<Meaning> first;
    if (scene_.tables.lexicon().match(combined, first) > 0 && first.front().sense == Sense::combining) {
        std::vector<DocumentWord> rest;
        fold_words(form.substr(hyphen + 1), [&](const FoldedWord& w) {
            rest.push_back({w.hash, static_cast<std::uint32_t>(rest.size()), w.initial_capital, w.all_capitals, true});
        });
        std::vector<Meaning> second;
        if (scene_.tables.lexicon().match(rest, second) == rest.size()) {
            for (const Meaning& m : second) {
                if (m.sense == Sense::state_adjective) {
                    mention(i, i + 1, {registry_.state(first.front().index), registry_.state(m.index)}, Ground::demonym, true);
                    return i + 1;
                }
            }
        }
    }
    if (prefix != "anti" && prefix != "pro" && prefix != "inter" && prefix != "non" && prefix != "post" && prefix != "pan" &&
        prefix != "intra") {
        return i;
    }
    std::vector<DocumentWord> words;
    fold_words(form.substr(hyphen + 1), [&](const FoldedWord& w) {
        words.push_back({w.hash, static_cast<std::uint32_t>(words.size()), w.initial_capital, w.all_capitals, true});
    });
    std::vector<Meaning> found;
    if (words.empty() || scene_.tables.lexicon().match(words, found) != words.size()) {
        return i;
    }
    if (prefix == "inter" || prefix == "intra") {
        if (found.front().index == kor_ || found.front().index == prk_) {
            mention(i, i + 1, {registry_.state(kor_), registry_.state(prk_)}, Ground::set, true);
        }
        return i + 1;
    }
    for (const Meaning& m : found) {
        if (m.sense == Sense::state_name || m.sense == Sense::state_adjective) {
            mention(i, i + 1, {registry_.state(m.index)}, Ground::demonym, true);
            return i + 1;
        }
        if (m.sense == Sense::seat && !scene_.tables.seat(m.index).organisation) {
            mention(i, i + 1, {registry_.state(scene_.tables.seat(m.index).actor)}, Ground::capital, true);
            return i + 1;
        }
        if (m.sense == Sense::organisation) {
            mention(i, i + 1, {registry_.organisation(m.index)}, Ground::name, true);
            return i + 1;
        }
    }
    return i;
}

void Reader::find_context() {
    kor_ = scene_.tables.find_state("KOR");
    prk_ = scene_.tables.find_state("PRK");
    usa_ = scene_.tables.find_state("USA");
    bool south = false;
    bool north = false;
    for (std::uint32_t i = 0; i < scene_.size(); ++i) {
        for (const Meaning& m : scene_.meanings(i)) {
            if (m.sense == Sense::state_name || m.sense == Sense::state_adjective || m.sense == Sense::seat) {
                const bool body = m.sense == Sense::seat && scene_.tables.seat(m.index).organisation;
                const std::uint32_t row = body                     ? ActorTables::npos
                                          : m.sense == Sense::seat ? scene_.tables.seat(m.index).actor
                                                                   : m.index;
                const bool alone = scene_.lower_is(i, {"korean", "korea"});
                south = south || (row == kor_ && !alone);
                north = north || (row == prk_ && !alone);
            }
        }
        brazzaville_ = brazzaville_ || scene_.lower_is(i, {"brazzaville"});
    }
    both_koreas_ = south || north;
    south_only_ = south || !north;
    if (kor_ == ActorTables::npos || prk_ == ActorTables::npos) {
        both_koreas_ = false;
    }
    if (const auto& dateline = scene_.document.article->dateline; dateline) {
        // A capital or a state in the dateline tells whose "Foreign Ministry" is meant when nothing else does.
        std::string_view place = dateline->place;
        const std::size_t comma = place.find(',');
        const std::string_view country = comma == std::string_view::npos ? std::string_view{} : place.substr(comma + 1);
        place = place.substr(0, comma);
        dateline_state_ = named_state(country);
        std::vector<DocumentWord> words;
        fold_words(place, [&](const FoldedWord& w) {
            words.push_back({w.hash, static_cast<std::uint32_t>(words.size()), true, true, true});
        });
        std::vector<Meaning> found;
        if (scene_.tables.lexicon().match(words, found) == words.size()) {
            for (const Meaning& m : found) {
                if (m.sense == Sense::seat && !scene_.tables.seat(m.index).organisation && dateline_state_ == Registry::npos) {
                    dateline_state_ = scene_.tables.seat(m.index).actor;
                }
            }
        }
    }
}

std::uint32_t Reader::body_state_fallback() const {
    // An unnamed body of the state whose officials or bodies spoke last, else of the dateline's capital.
    if (last_official_ != Registry::npos) {
        const std::uint32_t row = scene_.tables.find_state(registry_.entity(last_official_).state);
        if (row != ActorTables::npos) {
            return row;
        }
    }
    if (dateline_state_ != Registry::npos) {
        return dateline_state_;
    }
    // The only state that the article has spoken of so far.
    std::uint32_t only = Registry::npos;
    for (const ActorMention& mention : scene_.document.actors) {
        for (const std::uint32_t entity : mention.entities) {
            const std::uint32_t row = scene_.tables.find_state(registry_.entity(entity).state);
            if (row == ActorTables::npos) {
                continue;
            }
            if (only != Registry::npos && only != row) {
                return Registry::npos;
            }
            only = row;
        }
    }
    return only;
}

// The state of which these words are the whole name; npos if they are not.
std::uint32_t Reader::named_state(std::string_view name) const {
    std::vector<DocumentWord> words;
    fold_words(name, [&](const FoldedWord& w) {
        words.push_back({w.hash, static_cast<std::uint32_t>(words.size()), true, true, true});
    });
    std::vector<Meaning> found;
    if (!words.empty() && scene_.tables.lexicon().match(words, found) == words.size()) {
        for (const Meaning& m : found) {
            if (m.sense == Sense::state_name) {
                return m.index;
            }
        }
    }
    return Registry::npos;
}

void Reader::note_coordination() {
    const auto& actors = scene_.document.actors;
    const ActorMention& last = actors.back();
    bool chained = actors.size() > 1 && !coordination_.empty() && last.entities.size() == 1;
    if (chained) {
        const ActorMention& previous = actors[actors.size() - 2];
        std::uint32_t at = previous.tokens.end;
        chained = previous.tokens.end == coordination_end_ && at < last.tokens.begin && last.tokens.begin - at <= 4;
        bool joiner = false;
        for (; chained && at < last.tokens.begin; ++at) {
            joiner = joiner || scene_.lower_is(at, {"and", "&", ","});
            chained = scene_.lower_is(at, {"and", "&", ",", "the", "with", "both", "then"});
        }
        chained = chained && joiner &&
                  (registry_.entity(coordination_[0]).kind == ActorKind::person) ==
                      (registry_.entity(last.entities[0]).kind == ActorKind::person);
    }
    if (!chained) {
        coordination_.clear();
        if (last.entities.size() == 1 && !registry_.entity(last.entities[0]).news_agency) {
            coordination_ = last.entities;
        }
    } else if (std::find(coordination_.begin(), coordination_.end(), last.entities[0]) == coordination_.end()) {
        if (coordination_.size() > 1 && !sets_.empty() && sets_.back().entities == coordination_) {
            sets_.pop_back();
        }
        coordination_.push_back(last.entities[0]);
        if (last_subject_ == last.entities[0]) {
            last_subject_ = Registry::npos;  // "X and Y said": neither is "it"
        }
        if (last_person_ == last.entities[0]) {
            last_person_ = Registry::npos;
        }
        sets_.push_back(
            {coordination_, scene_.sentence_of(last.tokens.begin), registry_.entity(last.entities[0]).kind == ActorKind::person});
    }
    coordination_end_ = last.tokens.end;
}

}  // namespace demarche
