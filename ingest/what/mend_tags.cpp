// Slips of the tagger that what is known by now betrays: an actor before the word, or a word that the rules know as a noun only.
#include "what/gather.hpp"

namespace demarche {

namespace {

// "President Aydin plans to visit", "a forum hosted by ASEAN opens in Manila": a verb right behind who acts.
void mend_verbs(Document& document) {
    for (const ActorMention& mention : document.actors) {
        const std::uint32_t next = mention.tokens.end;
        if (mention.possessive || next + 1 >= document.tokens.size() || document.tokens[next].upos != Upos::noun) {
            continue;
        }
        Token& token = document.tokens[next];
        const Token& after = document.tokens[next + 1];
        const bool infinitive =
            after.lower == "to" && next + 2 < document.tokens.size() && document.tokens[next + 2].upos == Upos::verb;
        const bool plural = has(token.morph, Morph::plural);
        const bool named = mention.ground != Ground::demonym && (!mention.adjective || mention.ground == Ground::name);
        const bool opens = plural && (after.lower == "in" || after.lower == "on") &&
                           (token.lemma == "open" || token.lemma == "meet" || token.lemma == "visit");
        const std::string_view before =
            mention.tokens.begin > 0 ? document.tokens[mention.tokens.begin - 1].lower : std::string_view{};
        const bool relative =
            plural && (before == "which" || before == "that" || before == "whom");  // "a forum which ASEAN hosts"
        if (named && (opens || relative || (infinitive && (plural || mention.entities.size() > 1 || token.lemma == "plan")))) {
            token.upos = Upos::verb;
            token.morph = plural ? Morph::present | Morph::third : Morph::present;
        }
    }
}

// "its propaganda broadcasts against the North", "Talks between Norway and Kenya": nouns in -s taken for verbs.
void mend_nouns(Document& document, const Rules& rules) {
    for (const Sentence& sentence : document.sentences) {
        for (std::uint32_t i = sentence.tokens.begin; i + 1 < sentence.tokens.end; ++i) {
            Token& token = document.tokens[i];
            if (token.upos == Upos::noun && !has(token.morph, Morph::plural) && token.lower.size() > 3 &&
                token.lower.ends_with('s') && token.lemma == token.lower &&
                rules.only_noun(token.lower.substr(0, token.lower.size() - 1))) {
                token.lemma = token.lower.substr(0, token.lower.size() - 1);
                token.morph = Morph::plural;
                continue;
            }
            const bool first = i == sentence.tokens.begin;  // no sentence starts with a finite verb in -s
            if (token.upos != Upos::verb || !token.lower.ends_with('s') ||
                !(rules.only_noun(token.lemma) || (first && !rules.noun(token.lemma).empty()))) {
                continue;
            }
            const Upos next = document.tokens[i + 1].upos;
            const Upos before = first ? Upos::x : document.tokens[i - 1].upos;
            const std::string_view word = first ? std::string_view{} : document.tokens[i - 1].lower;
            const bool governed =
                word == "over" || word == "on" || word == "about" || word == "against";  // "over tariffs to be imposed"
            if (governed && rules.only_noun(token.lemma)) {
                token.upos = Upos::noun;
                token.morph = Morph::plural;
                continue;
            }
            const bool phrase = first || before == Upos::noun || before == Upos::propn || before == Upos::adj;
            if (phrase && (next == Upos::adp || next == Upos::aux || next == Upos::punct)) {
                token.upos = Upos::noun;
                token.morph = Morph::plural;
            }
        }
    }
}

}  // namespace

void mend_tags(Document& document, const Rules& rules) {
    mend_verbs(document);
    mend_nouns(document, rules);
}

}  // namespace demarche
