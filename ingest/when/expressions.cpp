#include "when/expressions.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::when {

namespace {

using Reader = std::optional<Match> (*)(const Words&, std::uint32_t, const Anchors&);

constexpr std::array<Reader, 12> readers{read_figures, read_month,   read_weekday,  read_holiday,  read_year,  read_season,
                                         read_quarter, read_deictic, read_relative, read_distance, read_clock, read_amount};

// Words that can begin an expression without being of a class of their own.
bool begins(const Word& word, std::string_view lower) {
    if (word.kind != Kind::none) {
        return true;
    }
    if (lower.empty()) {
        return false;
    }
    const char first = lower.front();
    return ('0' <= first && first <= '9') || first == '\'' || lower == "the" || lower == "its" || lower == "their" ||
           lower == "right" || lower == "once" || lower == "twice" || lower == "overnight" || lower == "sometime";
}

// A determiner is worth trying only before a word of time.
bool worth_reading(const Words& words, std::uint32_t at) {
    const std::string_view lower = words.lower(at);
    if (lower == "the" || lower == "its" || lower == "their" || words.kind(at) == Kind::article) {
        return words.kind(at + 1) != Kind::none ||
               (!words.form(at + 1).empty() && words.form(at + 1).front() <= '9' && words.form(at + 1).front() >= '\'');
    }
    return true;
}

std::optional<Match> longest(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::optional<Match> best;
    for (const Reader reader : readers) {
        auto match = reader(words, at, anchors);
        if (match && match->end > at && match->end <= words.end && (!best || match->end > best->end)) {
            best = match;
        }
    }
    return best;
}

}  // namespace

Anchors anchors_of(const Document& document) {
    Anchors anchors;
    if (document.article == nullptr) {
        return anchors;
    }
    anchors.published = document.published_day();
    anchors.today = anchors.published;
    const auto& dateline = document.article->dateline;
    if (dateline && dateline->day) {
        // A dateline some days old dates "today"; an older one is a misreading
        if (!anchors.published) {
            anchors.published = dateline->day;
            anchors.today = dateline->day;
        } else if (*dateline->day <= *anchors.published && *dateline->day >= add_days(*anchors.published, -3)) {
            anchors.today = dateline->day;
        }
    }
    return anchors;
}

std::vector<Expression> find_expressions(const Document& document, Use use) {
    std::vector<Expression> found;
    std::vector<Word> classes(document.tokens.size());
    for (std::size_t i = 0; i < classes.size(); ++i) {
        classes[i] = classify(document.tokens[i].lower);
    }
    Anchors anchors = anchors_of(document);
    Words words;
    words.use = use;
    words.text = document.article != nullptr ? document.text() : std::string_view();
    words.tokens = document.tokens;
    words.classes = classes;
    for (const Sentence& sentence : document.sentences) {
        words.begin = sentence.tokens.begin;
        words.end = std::min(sentence.tokens.end, static_cast<std::uint32_t>(classes.size()));
        for (std::uint32_t at = words.begin; at < words.end;) {
            if (!begins(classes[at], words.lower(at)) || !worth_reading(words, at)) {
                ++at;
                continue;
            }
            auto match = longest(words, at, anchors);
            if (!match) {
                ++at;
                continue;
            }
            const std::uint32_t end = match->end;
            Expression expression{{at, end}, *match};
            const Meaning meaning = likelier(document, expression);
            const bool comparison = classes[end - 1].kind == Kind::earlier;  // "from 5 percent a year earlier": told in passing
            if (meaning.sort == Meaning::Sort::calendar && meaning.days && !comparison) {
                anchors.mentioned = meaning.days;
                anchors.mentioned_unit = meaning.unit;
            }
            found.push_back(expression);
            at = end;
        }
    }
    return found;
}

std::optional<bool> speaks_of_future(const Document& document, TokenRange expression) {
    constexpr std::uint32_t reach = 24;  // a verb group farther off belongs to another clause
    const auto after =
        std::upper_bound(document.sentences.begin(), document.sentences.end(), expression.begin,
                         [](std::uint32_t token, const Sentence& sentence) { return token < sentence.tokens.begin; });
    if (after == document.sentences.begin()) {
        return std::nullopt;
    }
    const TokenRange sentence = std::prev(after)->tokens;
    const auto judge = [&](std::uint32_t at) -> std::optional<bool> {
        const Token& token = document.tokens[at];
        const std::string_view lower = token.lower;
        if (lower == "will" || lower == "'ll" || lower == "’ll" || lower == "wo" || lower == "shall" || lower == "would" ||
            lower == "may" || lower == "might" || lower == "could" || lower == "must" || lower == "should") {
            return token.upos == Upos::propn || token.upos == Upos::noun ? std::nullopt : std::optional(true);
        }
        if (lower == "scheduled" || lower == "due" || lower == "slated" || lower == "expected" || lower == "planned" ||
            lower == "plans" || lower == "upcoming" || lower == "deadline" || lower == "set" || lower == "ahead" ||
            lower == "until" || lower == "till" || lower == "expires") {
            // "had been due to expire": due, and past
            const bool over = at > sentence.begin && (document.tokens[at - 1].lower == "been") && at > sentence.begin + 1 &&
                              document.tokens[at - 2].lower == "had";
            return !over;
        }
        if (lower == "to" && at + 1 < sentence.end && document.tokens[at + 1].upos == Upos::verb &&
            has(document.tokens[at + 1].morph, Morph::base)) {
            return true;
        }
        if (lower == "since" || lower == "ended" || lower == "was" || lower == "were" || lower == "had" || lower == "has" ||
            lower == "have" || lower == "did") {
            return false;
        }
        if (token.upos == Upos::verb && (has(token.morph, Morph::past) || has(token.morph, Morph::participle))) {
            return false;
        }
        return std::nullopt;
    };
    for (std::uint32_t at = expression.begin, seen = 0; at > sentence.begin && seen < reach; ++seen) {
        --at;
        if (document.tokens[at].lower == "but" || document.tokens[at].lower == ";") {
            break;  // another clause
        }
        if (const auto verdict = judge(at)) {
            return verdict;
        }
    }
    for (std::uint32_t at = expression.end, seen = 0; at < sentence.end && seen < reach; ++at, ++seen) {
        if (const auto verdict = judge(at)) {
            return verdict;
        }
    }
    return std::nullopt;
}

Meaning likelier(const Document& document, const Expression& expression) {
    const Match& match = expression.match;
    if (!match.directed || !match.future) {
        return match.meaning;
    }
    const auto gaps = [&]() -> std::optional<std::pair<int, int>> {
        if (!match.nearest || !match.meaning.days || !match.future->days || !document.published_day()) {
            return std::nullopt;
        }
        const Day published = *document.published_day();
        return std::pair((published - match.meaning.days->last).count(), (match.future->days->first - published).count());
    }();
    // A day or quarter of the year that is much nearer one way is meant that way, whatever the verb.
    if (gaps && gaps->first > 3 * gaps->second) {
        return *match.future;
    }
    if (gaps && gaps->second > 3 * gaps->first) {
        return match.meaning;
    }
    if (const auto future = speaks_of_future(document, expression.tokens)) {
        return *future ? *match.future : match.meaning;
    }
    if (gaps && gaps->second < gaps->first) {
        return *match.future;
    }
    return match.meaning;
}

}  // namespace demarche::when
