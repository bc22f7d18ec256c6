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

// "its" belongs to the nearest state or body of the clause ("prompting the North to stop its own"), else, as "it", to the last
// subject.
std::uint32_t Reader::read_it(std::uint32_t i) {
    const bool its = scene_.token(i).lower == "its";
    const std::uint32_t sentence = scene_.sentence_of(i);
    const bool auxiliary = scene_.lower_is(i + 1, {"would", "will", "may", "might", "could", "can", "should", "has", "had"});
    const bool expletive =  // "it is clear", "it will take weeks"; but "it will impose"
        !its &&
        (scene_.lower_is(i + 1, {"is", "was", "appeared", "appears", "seems", "seemed", "remains", "takes", "took"}) ||
         (auxiliary && scene_.lower_is(scene_.token(i + 2).upos == Upos::adv || scene_.lower_is(i + 2, {"not"}) ? i + 3 : i + 2,
                                       {"be", "been", "take", "taken", "seem", "seemed", "appear", "appeared", "remain", "become",
                                        "depend", "rain", "snow", "mean", "help", "happen"})));
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
            mention(i, i + 1, set, Ground::pronoun);
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
                    mention(i, end, set, Ground::set);
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
                              : subject.kind == ActorKind::organisation && !subject.state.empty() &&
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

}  // namespace demarche
