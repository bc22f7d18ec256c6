#include "when/attach_words.hpp"

#include <algorithm>

namespace demarche::when {

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool reporting_verb(const Token& token) {
    if (any_of(token.lower, {"said", "says", "told", "tells"})) {
        return true;  // whatever the tagger made of them
    }
    return (token.upos == Upos::verb || token.upos == Upos::x) &&
           any_of(token.lower, {"said",   "says",     "told",      "tells",     "added",     "reported",  "reports", "stated",
                                "noted",  "quoted",   "quoting",   "explained", "confirmed", "announced", "wrote",   "tweeted",
                                "posted", "speaking", "commented", "remarked",  "disclosed", "revealed"});
}

bool is_verb(const Token& token) { return token.upos == Upos::verb; }

// Verbs that only say that their noun takes place, so that their time is its time.
bool holding_verb(const Token& token) {
    return any_of(token.lemma, {"hold",     "take",   "place",    "schedule", "set",     "plan",    "slate", "begin",
                                "start",    "open",   "convene",  "conclude", "end",     "resume",  "occur", "happen",
                                "sign",     "reach",  "expect",   "run",      "make",    "issue",   "know",  "impose",
                                "announce", "launch", "postpone", "date",     "conduct", "continue"}) ||
           token.lower == "due";
}

bool breaks_clause(const Token& token) {
    return any_of(token.lower, {";", ":", "that", "which", "who", "whom", "when", "while", "because", "although", "though",
                                "whether", "after", "before", "as", "where", "but"}) &&
           token.upos != Upos::noun;
}

bool ending_verb(const Token& token) { return any_of(token.lemma, {"end", "conclude", "complete", "finish", "wrap", "close"}); }

bool complement_verb(const Token& token) {
    return any_of(token.lemma, {"agree",   "plan", "promise", "urge",   "call",     "vow",    "pledge", "decide", "offer",
                                "propose", "ask",  "demand",  "refuse", "threaten", "intend", "want",   "warn",   "invite",
                                "order",   "vote", "appeal",  "press",  "expect",   "hope",   "try",    "seek"});
}

}  // namespace demarche::when
