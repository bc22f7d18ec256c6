#include "who/scene.hpp"

#include <algorithm>
#include <array>

namespace demarche {

namespace {

// For tokens without a tag (the tagger is not sure, or its model is not there): the commonest verbs of news and the regular past.
bool looks_like_verb(std::string_view lower) {
    constexpr std::array<std::string_view, 92> verbs{
        "said",    "says",     "has",   "have",  "had",     "is",     "are",    "was",    "were",   "will",   "would",
        "may",     "might",    "could", "can",   "must",    "should", "did",    "does",   "do",     "met",    "told",
        "left",    "went",     "made",  "took",  "gave",    "held",   "began",  "came",   "kept",   "won",    "lost",
        "sent",    "set",      "cut",   "led",   "put",     "saw",    "sought", "spoke",  "stood",  "struck", "swore",
        "thought", "withdrew", "wrote", "broke", "brought", "built",  "bought", "chose",  "fell",   "fought", "found",
        "flew",    "got",      "grew",  "hit",   "knew",    "laid",   "let",    "lent",   "meant",  "paid",   "ran",
        "read",    "rose",     "sold",  "shot",  "shut",    "spent",  "split",  "taught", "threw",  "won't",  "wants",
        "seeks",   "urges",    "plans", "hopes", "calls",   "warns",  "agrees", "meets",  "visits", "faces",  "insists",
        "denies",  "rejects",  "hosts", "backs"};
    return std::find(verbs.begin(), verbs.end(), lower) != verbs.end() || (lower.size() > 4 && lower.ends_with("ed"));
}

bool function_word(std::string_view lower) {
    constexpr std::array<std::string_view, 60> words{
        "and",     "or",     "but",    "nor",     "in",      "on",   "at",   "to",    "of",    "for",   "with",  "by",
        "from",    "as",     "than",   "that",    "which",   "who",  "whom", "whose", "when",  "where", "while", "if",
        "because", "so",     "yet",    "the",     "a",       "an",   "this", "these", "those", "it",    "its",   "he",
        "she",     "they",   "their",  "his",     "her",     "not",  "also", "then",  "there", "over",  "under", "about",
        "after",   "before", "during", "between", "against", "into", "out",  "up",    "down",  "since", "until", "through"};
    return std::find(words.begin(), words.end(), lower) != words.end();
}

}  // namespace

Scene::Scene(Document& doc, const ActorTables& actor_tables) : document(doc), tables(actor_tables) {
    sentence_.resize(size());
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        const TokenRange range = document.sentences[s].tokens;
        std::fill(sentence_.begin() + range.begin, sentence_.begin() + range.end, s);
    }
    read_words();
    read_items();
}

void Scene::read_words() {
    words_.reserve(document.tokens.size() + 8);
    word_at_.resize(document.tokens.size() + 1);
    bool joined = false;
    for (std::uint32_t i = 0; i < size(); ++i) {
        word_at_[i] = static_cast<std::uint32_t>(words_.size());
        if (i > 0 && sentence_[i] != sentence_[i - 1]) {
            joined = false;
        }
        fold_words(token(i).form, [&](const FoldedWord& word) {
            words_.push_back({word.hash, i, word.initial_capital, word.all_capitals, joined});
            joined = true;
        });
        if (word_at_[i] == words_.size()) {  // punctuation: only hyphens and apostrophes inside a name let a phrase run on
            joined = joined && (hyphen(i) || token(i).form == "'" || token(i).form == "\u2019" || token(i).form == "/");
        }
    }
    word_at_[size()] = static_cast<std::uint32_t>(words_.size());
}

void Scene::read_items() {
    item_at_.assign(size(), 0);
    for (std::uint32_t i = 0; i < size(); ++i) {
        const std::uint32_t first = word_at_[i];
        if (first == word_at_[i + 1]) {
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(meanings_.size());
        const std::uint32_t length = tables.lexicon().match(std::span(words_).subspan(first), meanings_);
        if (length > 0) {
            items_.push_back({words_[first + length - 1].token + 1, begin, static_cast<std::uint32_t>(meanings_.size()) - begin});
            item_at_[i] = static_cast<std::uint32_t>(items_.size());
        }
    }
}

std::span<const Meaning> Scene::meanings(std::uint32_t i) const {
    const Item* found = item(i);
    return found == nullptr ? std::span<const Meaning>{} : std::span(meanings_).subspan(found->first_meaning, found->meanings);
}

std::optional<std::uint32_t> Scene::meaning(std::uint32_t i, Sense sense) const {
    for (const Meaning& m : meanings(i)) {
        if (m.sense == sense) {
            return m.index;
        }
    }
    return std::nullopt;
}

bool Scene::plain(std::uint32_t i) const {
    const auto known = meanings(i);
    return std::all_of(known.begin(), known.end(), [](const Meaning& m) {
        return m.sense == Sense::town || m.sense == Sense::motion || m.sense == Sense::saying;
    });
}

bool Scene::capital(std::uint32_t i) const {
    return i < size() && word_at_[i] < word_at_[i + 1] && words_[word_at_[i]].initial_capital &&
           !(token(i).form[0] >= '0' && token(i).form[0] <= '9');
}

bool Scene::possessive(std::uint32_t i) const {
    if (i >= size()) {
        return false;
    }
    const std::string_view form = token(i).form;
    return form == "'s" || form == "\u2019s" || form == "'S" || form == "\u2019S" ||
           ((form == "'" || form == "\u2019") && i > 0 && !token(i).space_before && token(i - 1).lower.ends_with('s'));
}

bool Scene::hyphen(std::uint32_t i) const {
    const std::string_view form = token(i).form;
    return (form == "-" || form == "\u2010" || form == "\u2011" || form == "\u2013") && !token(i).space_before &&
           i + 1 < size() && !token(i + 1).space_before;
}

bool Scene::lower_is(std::uint32_t i, std::initializer_list<std::string_view> words) const {
    return i < size() && std::find(words.begin(), words.end(), token(i).lower) != words.end();
}

bool Scene::verb(std::uint32_t i) const {
    if (i >= size()) {
        return false;
    }
    if (token(i).upos == Upos::x) {
        return looks_like_verb(token(i).lower) && !capital(i);
    }
    return token(i).upos == Upos::aux ||
           (token(i).upos == Upos::verb &&
            (token(i).morph == Morph::none || !has(token(i).morph, Morph::gerund) || has(token(i).morph, Morph::past)));
}

bool Scene::noun(std::uint32_t i) const {
    if (i >= size()) {
        return false;
    }
    const Upos upos = token(i).upos;
    if (upos == Upos::x) {
        return word_at_[i] < word_at_[i + 1] && !possessive(i) && !looks_like_verb(token(i).lower) &&
               !function_word(token(i).lower);
    }
    return upos == Upos::noun || upos == Upos::propn || upos == Upos::adj;
}

std::uint64_t Scene::hash(std::uint32_t i) const {
    std::uint64_t all = 0;
    if (i >= size()) {
        return all;
    }
    for (std::uint32_t w = word_at_[i]; w < word_at_[i + 1]; ++w) {
        all = combine(all, words_[w].hash);
    }
    return all;
}

bool Scene::article_has(std::span<const std::uint64_t> any) const {
    // the tables hold fold_hash(); the vocabulary single words
    return std::any_of(any.begin(), any.end(), [&](std::uint64_t wanted) {
        return std::any_of(words_.begin(), words_.end(),
                           [&](const DocumentWord& word) { return combine(0, word.hash) == wanted; });
    });
}

bool Scene::subject(std::uint32_t end) const {
    std::uint32_t i = end;
    while (i < size() && sentence_[i] == sentence_[end - 1] &&
           (token(i).upos == Upos::adv || lower_is(i, {"also", "on", "himself", "herself", "itself", "both", "then", "later"}) ||
            lower_is(i, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}))) {
        ++i;
    }
    if (i < size() && sentence_[i] == sentence_[end - 1] && verb(i)) {
        return true;
    }
    if (lower_is(end, {"who"})) {
        return true;
    }
    return end + 1 < size() && token(end).form == "," && (lower_is(end + 1, {"who", "which", "whose", "meanwhile", "however"}));
}

std::string Scene::text_of(std::uint32_t begin, std::uint32_t end) const {
    std::string text;
    for (std::uint32_t i = begin; i < end; ++i) {
        if (i > begin && token(i).space_before) {
            text += ' ';
        }
        text += token(i).form;
    }
    return text;
}

}  // namespace demarche
