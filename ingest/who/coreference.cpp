// Names on their own, and words that stand for somebody named before. Simple and safe: where two readings are possible, none is
// taken.
#include <algorithm>
#include <array>

#include "who/reader.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kSentencesBack = 3;  // how far back a pronoun or "the minister" reaches

std::size_t number_word(std::string_view lower) {
    constexpr std::array<std::string_view, 7> words{"", "", "two", "three", "four", "five", "six"};
    const auto* const found = std::find(words.begin() + 2, words.end(), lower);
    return lower == "both" ? 2 : found == words.end() ? 0 : static_cast<std::size_t>(found - words.begin());
}

}  // namespace

bool Reader::acts_on(std::uint32_t i) const {
    if (scene_.token(i).upos != Upos::verb) {
        return false;
    }
    // The tables list verbs of dealing with a party by their lemma; the form itself is asked first.
    std::vector<Meaning> found;
    std::vector<DocumentWord> words;
    fold_words(scene_.token(i).lemma, [&](const FoldedWord& w) { words.push_back({w.hash, 0, false, false, true}); });
    return scene_.tables.lexicon().match(words, found) > 0 &&
           std::any_of(found.begin(), found.end(), [](const Meaning& m) { return m.sense == Sense::saying; });
}

std::vector<std::uint32_t> Reader::recent_set(std::uint32_t token, std::size_t size, int kind, std::uint32_t sentences) const {
    const std::uint32_t sentence = scene_.sentence_of(token);
    for (std::size_t s = sets_.size(); s-- > 0;) {
        const Set& set = sets_[s];
        if (sentence - set.sentence > sentences) {
            break;
        }
        if (size != 0 && set.entities.size() != size) {
            continue;
        }
        if (kind == 1 && !set.persons) {
            continue;
        }
        if (kind == 2 && set.persons) {  // "the three countries" of three ministers
            std::vector<std::uint32_t> states;
            for (const std::uint32_t person : set.entities) {
                std::uint32_t row = scene_.tables.find_state(registry_.entity(person).state);
                if (row == ActorTables::npos) {
                    states.clear();
                    break;
                }
                const std::uint32_t state = registry_.state(row);
                if (std::find(states.begin(), states.end(), state) == states.end()) {
                    states.push_back(state);
                }
            }
            if (!states.empty() && (size == 0 || states.size() == size)) {
                return states;
            }
            continue;
        }
        return set.entities;
    }
    return {};
}

// Exactly two persons, or two states, in this sentence and the one before it; else nobody.
std::vector<std::uint32_t> Reader::pair_in_view(std::uint32_t i, bool states) {
    std::vector<std::uint32_t> found;
    const auto& actors = scene_.document.actors;
    for (std::size_t m = actors.size(); m-- > 0 && scene_.sentence_of(i) - scene_.sentence_of(actors[m].tokens.begin) <= 1;) {
        for (const std::uint32_t entity : actors[m].entities) {
            std::uint32_t who = entity;
            if (registry_.entity(entity).kind != ActorKind::person) {
                if (!states || actors[m].adjective || registry_.entity(entity).kind != ActorKind::state) {
                    continue;
                }
            } else if (states) {
                who = registry_.state_by_id(registry_.entity(entity).state);
            }
            if (who != Registry::npos && std::find(found.begin(), found.end(), who) == found.end()) {
                found.push_back(who);
            }
        }
    }
    std::reverse(found.begin(), found.end());
    return found.size() == 2 ? found : std::vector<std::uint32_t>{};
}

// "The three countries" of a lead are often named one by one only in the next paragraph.
void Reader::settle_pending() {
    bool added = false;
    for (const Pending& open : pending_) {
        const std::uint32_t sentence = scene_.sentence_of(open.begin);
        const auto set = std::find_if(sets_.begin(), sets_.end(),
                                      [&](const Set& s) { return s.sentence >= sentence && s.entities.size() == open.count; });
        if (set == sets_.end()) {
            continue;
        }
        ActorMention made;
        made.tokens = {open.begin, open.end};
        made.span = scene_.span_of(open.begin, open.end);
        made.ground = Ground::set;
        for (const std::uint32_t entity : set->entities) {
            const std::uint32_t state = set->persons ? registry_.state_by_id(registry_.entity(entity).state) : entity;
            if (state != Registry::npos && std::find(made.entities.begin(), made.entities.end(), state) == made.entities.end()) {
                made.entities.push_back(state);
            }
        }
        if (made.entities.size() == open.count) {
            scene_.document.actors.push_back(std::move(made));
            added = true;
        }
    }
    if (added) {
        std::sort(scene_.document.actors.begin(), scene_.document.actors.end(),
                  [](const ActorMention& a, const ActorMention& b) { return a.tokens.begin < b.tokens.begin; });
    }
}

// "its" belongs to the nearest state or body of the clause ("prompting the North to stop its own"), else, as "it", to the last
// subject.
std::uint32_t Reader::read_it(std::uint32_t i) {
    const bool its = scene_.token(i).lower == "its";
    const std::uint32_t sentence = scene_.sentence_of(i);
    const bool expletive = !its && scene_.lower_is(i + 1, {"is", "was", "would", "will", "appeared", "appears", "seems",
                                                           "remains", "may", "takes", "took"});
    std::uint32_t who = Registry::npos;
    const auto& actors = scene_.document.actors;
    if (its && !actors.empty() && scene_.sentence_of(actors.back().tokens.begin) == sentence) {
        const ActorMention& nearest = actors.back();
        const bool single = nearest.entities.size() == 1 && coordination_.size() <= 1 && !nearest.adjective &&
                            !nearest.anonymous && !nearest.possessive;
        if (!single || registry_.entity(nearest.entities[0]).kind == ActorKind::person) {
            return i + 1;
        }
        who = nearest.entities[0];
    } else if (!expletive && last_subject_ != Registry::npos && sentence - last_subject_sentence_ <= 1) {
        who = last_subject_;
    }
    if (who != Registry::npos) {
        const std::uint32_t subject = last_subject_;
        const std::uint32_t since = last_subject_sentence_;
        mention(i, i + 1, {who}, Ground::pronoun);
        scene_.document.actors.back().possessive = its;
        last_subject_ = subject;
        last_subject_sentence_ = since;
    }
    return i + 1;
}

std::uint32_t Reader::read_coreference(std::uint32_t i) {
    const std::string_view lower = scene_.token(i).lower;
    const std::uint32_t sentence = scene_.sentence_of(i);
    if (lower == "he" || lower == "she" || lower == "his" || lower == "her" || lower == "him") {
        // "his Japanese counterpart" is read as a phrase; the pronoun before it names the holder of the other office.
        const auto& past = scene_.document.actors;
        if ((lower == "his" || lower == "her") && i > 0 && scene_.lower_is(i - 1, {"and", "with"}) && !past.empty() &&
            past.back().tokens.end + 1 == i && past.back().entities.size() == 1 &&
            registry_.entity(past.back().entities[0]).kind == ActorKind::person) {  // "X and his … counterpart"
            mention(i, i + 1, {past.back().entities[0]}, Ground::pronoun);
            scene_.document.actors.back().possessive = true;
            return i + 1;
        }
        if (speaker_unnamed_ && last_official_ != Registry::npos && (lower == "he" || lower == "she") &&
            sentence - speaker_sentence_ <= kSentencesBack) {
            mention(i, i + 1, {last_official_}, Ground::pronoun, false, true);
            return i + 1;
        }
        if (!speaker_unnamed_ && last_person_ != Registry::npos && sentence - last_person_sentence_ <= kSentencesBack) {
            const std::uint32_t who = last_person_;
            const std::uint32_t since = last_person_sentence_;
            mention(i, i + 1, {who}, Ground::pronoun);
            scene_.document.actors.back().possessive = lower == "his" || lower == "her";
            last_person_ = who;
            last_person_sentence_ = lower == "he" || lower == "she" ? sentence : since;
        }
        return i + 1;
    }
    if (lower == "they" || lower == "their" || lower == "them") {
        std::vector<std::uint32_t> set = recent_set(i, 0, 0, 1);
        if (!set.empty()) {
            mention(i, i + 1, std::move(set), Ground::pronoun);
            scene_.document.actors.back().possessive = lower == "their";
        }
        return i + 1;
    }
    if (lower == "its" || lower == "it") {
        return read_it(i);
    }
    const bool the = lower == "the";
    if ((the || lower == "both" || lower == "all") && i + 1 < scene_.sentence_end(i)) {
        std::uint32_t at = the || lower == "all" ? i + 1 : i;
        if (lower == "all" && scene_.lower_is(at, {"the"})) {
            ++at;
        }
        const std::size_t count = at < scene_.size() ? number_word(scene_.token(at).lower) : 0;
        if (count >= 2 && at + 1 < scene_.size()) {
            const std::uint32_t noun = at + 1;
            if (scene_.lower_is(noun, {"koreas"}) && kor_ != ActorTables::npos && prk_ != ActorTables::npos) {
                mention(i, noun + 1, {registry_.state(kor_), registry_.state(prk_)}, Ground::set);
                return noun + 1;
            }
            const bool persons = scene_.lower_is(noun, {"leaders", "ministers", "presidents", "men", "envoys", "diplomats"});
            const bool states = scene_.lower_is(noun, {"countries", "nations", "sides", "allies", "governments", "neighbors",
                                                       "neighbours", "states", "parties", "capitals", "rivals"});
            if (persons || states || (the && scene_.verb(noun))) {
                std::vector<std::uint32_t> set = recent_set(i, count, persons ? 1 : states ? 2 : 0, count > 2 ? 1000U : 8U);
                const std::uint32_t end = persons || states ? noun + 1 : noun;
                if (set.empty() && count == 2) {
                    set = pair_in_view(i, states);
                }
                if (!set.empty()) {
                    mention(i, end, std::move(set), Ground::set);
                } else if (states && count > 2) {
                    pending_.push_back({i, end, count});
                }
                return persons || states ? noun + 1 : noun;
            }
            return i + 1;
        }
    }
    if (!the) {
        return i;
    }
    const std::uint32_t noun = i + 1;
    const bool state_noun = scene_.lower_is(noun, {"country", "nation", "government", "regime", "ministry", "bloc", "alliance",
                                                   "organization", "organisation", "agency"});
    if (state_noun && last_subject_ != Registry::npos && sentence - last_subject_sentence_ <= 2 &&
        !scene_.lower_is(noun + 1, {"of", "official", "officials"}) && !scene_.noun(noun + 1)) {
        const Entity& subject = registry_.entity(last_subject_);
        const bool fits = scene_.lower_is(noun, {"country", "nation", "government", "regime"}) ? subject.kind == ActorKind::state
                          : scene_.lower_is(noun, {"ministry"})
                              ? subject.id.find("ministry") != std::string::npos
                              : subject.kind == ActorKind::organisation && subject.state != "" &&
                                    scene_.tables.find_state(subject.state) == ActorTables::npos;
        if (fits) {
            mention(noun, noun + 1, {last_subject_}, Ground::definite);
            return noun + 1;
        }
    }
    if (scene_.is(noun, Sense::title) || scene_.is(noun, Sense::rank) || scene_.is(noun, Sense::domain)) {
        const TitlePhrase office = title(noun);
        if (!office.any() || office.counterpart || name_end(office.end) > office.end || office.former ||
            scene_.lower_is(office.end, {"'s"}) || !office.state.empty()) {
            return i;
        }
        for (std::size_t m = scene_.document.actors.size(); m-- > 0;) {
            const ActorMention& past = scene_.document.actors[m];
            if (sentence - scene_.sentence_of(past.tokens.begin) > 6) {
                break;
            }
            if (past.entities.size() != 1 || registry_.entity(past.entities[0]).kind != ActorKind::person) {
                continue;
            }
            const OfficeClass held = registry_.office_class(past.entities[0]);
            const bool minister = office.office_class == OfficeClass::minister && held >= OfficeClass::foreign_minister &&
                                  held <= OfficeClass::minister;
            const bool leader = office.office_class == OfficeClass::leader &&
                                (held == OfficeClass::head_of_state || held == OfficeClass::head_of_government) &&
                                scene_.lower_is(noun, {"leader"});
            if ((held == office.office_class && held != OfficeClass::leader && held != OfficeClass::none) || minister || leader) {
                mention(noun, office.end, {past.entities[0]}, Ground::definite);
                return office.end;
            }
        }
    }
    return i;
}

std::uint32_t Reader::read_name(std::uint32_t i) {
    if (!scene_.capital(i)) {
        return i;
    }
    if (scene_.is(i, Sense::honorific)) {
        const std::uint32_t name = scene_.item_end(i);
        const std::uint32_t end = name_end(name);
        if (end > name) {
            const std::uint32_t who = registry_.find(scene_.text_of(name, end));
            if (who != Registry::npos) {
                mention(i, end, {who}, Ground::surname);
            }
            return end;
        }
        return i;
    }
    const std::uint32_t end = name_end(i);
    if (end == i) {
        return i;
    }
    std::string name = scene_.text_of(i, end);
    // "the Lee government", "the Donald Trump administration"
    if (scene_.is(end, Sense::rule) && !scene_.lower_is(end, {"state", "nation", "republic", "side"})) {
        std::uint32_t who = registry_.find(name);
        std::string state = who != Registry::npos ? registry_.entity(who).state : "";
        if (state.empty()) {
            std::uint32_t row = scene_.is(i, Sense::person) ? registry_.in_office(i) : registry_.head_by_surname(fold_hash(name));
            state = row != Registry::npos ? scene_.tables.person(row).state : "";
        }
        if (const std::uint32_t entity = state.empty() ? Registry::npos : registry_.state_by_id(state);
            entity != Registry::npos) {
            mention(i, scene_.item_end(end), {entity}, Ground::definite);
            return scene_.item_end(end);
        }
    }
    if (end > i + 1) {
        if (const std::uint32_t next = apposition(i, end); next > end) {
            return next;
        }
    }
    const bool initial =
        i == scene_.sentence_begin(i) || scene_.token(i - 1).form == "\"" || scene_.token(i - 1).form == "\u201c";
    std::uint32_t who = Registry::npos;
    if (scene_.is(i, Sense::person) && scene_.item_end(i) == end) {
        who = registry_.find(name);
        const std::uint32_t row = who == Registry::npos ? registry_.in_office(i) : Registry::npos;
        if (row != Registry::npos) {
            PersonFacts facts;
            facts.name = name;
            facts.state = scene_.tables.person(row).state;
            who = registry_.person(facts, false);
            if (who != Registry::npos) {
                scene_.document.entities[who].learned = false;
            }
        }
    } else {
        who = registry_.find(name);
    }
    if (who != Registry::npos) {
        mention(i, end, {who}, end == i + 1 ? Ground::surname : Ground::name);
        return end;
    }
    if (end > i + 1 && !scene_.hyphen(i + 1) && (initial || !scene_.tables.given_name(scene_.hash(i)))) {
        // An ordinary word may stand before a surname at the start of a sentence ("Meanwhile Park said").
        const std::uint32_t last = end - 1;
        const std::uint32_t short_form = registry_.by_surname(scene_.hash(last), OfficeClass::none);
        if (short_form != Registry::npos && last == i + 1 && !scene_.tables.given_name(scene_.hash(i)) &&
            !scene_.tables.family_first(scene_.hash(i))) {
            mention(last, end, {short_form}, Ground::surname);
        }
    }
    return end;
}

}  // namespace demarche
