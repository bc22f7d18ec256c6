// Which sentences are worth a parse.
#include <algorithm>

#include "demarche/ingest/stages.hpp"
#include "what/rules.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kLongestSentence = 600;  // tokens; a longer one is a pasted table or list

// The quick tagger may take a verb for a noun, whose lemma differs, so the word as it stands counts too.
bool may_trigger(const Token& token, const Rules& rules) { return rules.triggers(token.lemma) || rules.triggers(token.lower); }

}  // namespace

void find_triggers(Document& document, const Rules& rules) {
    for (Sentence& sentence : document.sentences) {
        sentence.may_hold_event =
            sentence.tokens.size() <= kLongestSentence &&
            std::any_of(document.tokens.begin() + sentence.tokens.begin, document.tokens.begin() + sentence.tokens.end,
                        [&](const Token& token) { return may_trigger(token, rules); });
    }
}

}  // namespace demarche
