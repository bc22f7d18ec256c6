// Whether the clause around a time expression speaks of the future: its verb groups and the words that announce.
#include "when/tense.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace demarche::when {

namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

class TenseReader {
public:
    TenseReader(const Document& document, TokenRange sentence) : tokens_(document.tokens), sentence_(sentence) {}

    // What one word tells of the time of its clause; empty if nothing.
    [[nodiscard]] std::optional<bool> verdict(std::uint32_t at) const {
        const Token& token = tokens_[at];
        const std::string_view lower = token.lower;
        if (modal(at)) {
            return lower_at(at + 1) != "have" && lower_at(at + 2) != "have";  // "may have met": past
        }
        if (announces(lower) || (lower == "set" && (lower_at(at + 1) == "for" || lower_at(at + 1) == "to"))) {
            return !was_announced(at);
        }
        if (lower == "to" && at + 1 < sentence_.end && tokens_[at + 1].upos == Upos::verb &&
            has(tokens_[at + 1].morph, Morph::base)) {
            if (at > sentence_.begin && tokens_[at - 1].upos == Upos::noun && !announces(tokens_[at - 1].lower) &&
                !any_of(tokens_[at - 1].lemma,
                        {"plan", "agreement", "decision", "deal", "pledge", "promise", "proposal", "vow"})) {
                return std::nullopt;  // "extended its offer to buy the company": the verb before it is the one that is dated
            }
            return !(at > sentence_.begin && announces(tokens_[at - 1].lower) && was_announced(at - 1));
        }
        if (any_of(lower, {"since", "ended", "was", "were", "had", "has", "have", "did"})) {
            return false;
        }
        if (token.upos != Upos::verb) {
            return std::nullopt;
        }
        if (has(token.morph, Morph::past)) {
            return false;
        }
        if (has(token.morph, Morph::participle)) {
            return participle(at);
        }
        if (has(token.morph, Morph::gerund)) {
            return at > sentence_.begin && any_of(tokens_[at - 1].lower, {"is", "are", "'re", "’re", "be"}) ? std::optional(true)
                                                                                                            : std::nullopt;
        }
        return std::nullopt;
    }

    // "the leaders meet Monday": the present of what is arranged, where it stands right before the day.
    [[nodiscard]] bool arranged(std::uint32_t at) const {
        const Token& token = tokens_[at];
        const bool bare = has(token.morph, Morph::base) && at > sentence_.begin && tokens_[at - 1].lower != "to" &&
                          tokens_[at - 1].upos != Upos::aux;  // taggers confuse "they meet" with "to meet"
        return token.upos == Upos::verb && (has(token.morph, Morph::present) || bare) &&
               any_of(token.lemma, {"meet",  "begin",  "start", "open",   "close",   "arrive", "leave",  "depart",
                                    "visit", "travel", "fly",   "head",   "vote",    "end",    "expire", "resume",
                                    "host",  "go",     "come",  "return", "convene", "appear", "hold",   "take"});
    }

private:
    [[nodiscard]] std::string_view lower_at(std::uint32_t at) const {
        return at < sentence_.end ? tokens_[at].lower : std::string_view();
    }

    [[nodiscard]] bool modal(std::uint32_t at) const {
        return any_of(tokens_[at].lower,
                      {"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "could", "must", "should"}) &&
               tokens_[at].upos != Upos::propn && tokens_[at].upos != Upos::noun;
    }

    [[nodiscard]] static bool announces(std::string_view lower) {
        return any_of(lower, {"scheduled", "due", "slated", "expected", "planned", "plans", "upcoming", "deadline", "ahead",
                              "until", "till", "expires"});
    }

    // "had been due to expire", "was previously scheduled": announced, and past
    [[nodiscard]] bool was_announced(std::uint32_t at) const {
        for (std::uint32_t back = 1; back <= 3 && at >= sentence_.begin + back; ++back) {
            const std::string_view before = tokens_[at - back].lower;
            if (before == "had") {
                return true;
            }
            if (before != "been" && tokens_[at - back].upos != Upos::adv) {
                return false;
            }
        }
        return false;
    }

    // A participle takes its time from its auxiliary; before a noun it is an adjective and tells none.
    [[nodiscard]] std::optional<bool> participle(std::uint32_t at) const {
        for (std::uint32_t back = 1; back <= 4 && at >= sentence_.begin + back; ++back) {
            const std::uint32_t before = at - back;
            if (modal(before)) {
                return true;
            }
            if (tokens_[before].lower == "to") {
                return true;  // "to be redeemed"
            }
            if (tokens_[before].upos != Upos::aux && tokens_[before].upos != Upos::adv && tokens_[before].lower != "be") {
                break;
            }
            if (any_of(tokens_[before].lower, {"had", "has", "have", "was", "were"})) {
                return false;
            }
            if (any_of(tokens_[before].lower, {"is", "are"})) {
                return std::nullopt;  // "when the case is heard in May"
            }
        }
        const bool adjective = at + 1 < sentence_.end &&
                               (tokens_[at + 1].upos == Upos::noun || tokens_[at + 1].upos == Upos::propn) &&
                               at > sentence_.begin && tokens_[at - 1].upos != Upos::noun && tokens_[at - 1].upos != Upos::propn;
        return adjective ? std::nullopt : std::optional(false);
    }

    const std::vector<Token>& tokens_;
    TokenRange sentence_;
};

}  // namespace

std::optional<bool> speaks_of_future(const Document& document, TokenRange expression) {
    constexpr std::uint32_t reach = 24;  // a verb group farther off belongs to another clause
    const auto after =
        std::upper_bound(document.sentences.begin(), document.sentences.end(), expression.begin,
                         [](std::uint32_t token, const Sentence& sentence) { return token < sentence.tokens.begin; });
    if (after == document.sentences.begin()) {
        return std::nullopt;
    }
    const TokenRange sentence = std::prev(after)->tokens;
    const TenseReader reader(document, sentence);
    // "the department on Sunday issued": the verb right behind is the one that is dated
    if (expression.end < sentence.end) {
        const Token& next = document.tokens[expression.end];
        if ((next.upos == Upos::verb && has(next.morph, Morph::past)) || next.upos == Upos::aux) {
            if (const auto verdict = reader.verdict(expression.end)) {
                return verdict;
            }
        }
    }
    // "would get around Wednesday's ruling": what has a day has mostly been, unless it is awaited
    if (expression.end < sentence.end && any_of(document.tokens[expression.end].lower, {"'s", "’s"}) &&
        expression.begin > sentence.begin) {
        const std::uint32_t at = expression.begin - 1;
        return any_of(document.tokens[at].lower, {"for", "before", "until", "by"}) || reader.verdict(at).value_or(false) ||
               (at > sentence.begin && document.tokens[at].lower == "of" && document.tokens[at - 1].lower == "ahead");
    }
    for (std::uint32_t at = expression.begin, seen = 0; at > sentence.begin && seen < reach; ++seen) {
        --at;
        if (document.tokens[at].lower == "but" || document.tokens[at].lower == ";") {
            break;  // another clause
        }
        if (const auto verdict = reader.verdict(at)) {
            return verdict;
        }
        if (seen < 6 && reader.arranged(at)) {
            return true;
        }
    }
    for (std::uint32_t at = expression.end, seen = 0; at < sentence.end && seen < reach; ++at, ++seen) {
        if (const auto verdict = reader.verdict(at)) {
            return verdict;
        }
    }
    return std::nullopt;
}

}  // namespace demarche::when
