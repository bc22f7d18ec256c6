#include "when/expressions.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "when/tense.hpp"

namespace demarche::when {

namespace {

using Reader = std::optional<Match> (*)(const Words&, std::uint32_t, const Anchors&);

constexpr std::array<Reader, 14> readers{read_figures, read_month,   read_weekday,  read_holiday,  read_year,
                                         read_season,  read_quarter, read_deictic,  read_relative, read_distance,
                                         read_clock,   read_amount,  read_business, read_loose};
constexpr std::size_t for_events = 12;  // the first so many

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
        return words.kind(at + 1) != Kind::none || (words.annotating() && words.kind(at + 2) != Kind::none) ||
               (!words.form(at + 1).empty() && words.form(at + 1).front() <= '9' && words.form(at + 1).front() >= '\'');
    }
    return true;
}

std::optional<Match> longest(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::optional<Match> best;
    for (std::size_t i = 0; i < (words.annotating() ? readers.size() : for_events); ++i) {
        auto match = readers[i](words, at, anchors);
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
            if (meaning.sort == Meaning::Sort::calendar && meaning.days && !match->compared) {
                anchors.mentioned = meaning.days;
                anchors.mentioned_unit = meaning.unit;
                if (meaning.unit == Unit::quarter) {
                    anchors.quarter = meaning.days;
                }
            }
            if (use == Use::annotation && meaning.sort == Meaning::Sort::duration && meaning.unit == Unit::month &&
                (meaning.count == 6 || meaning.count == 9) && anchors.published) {
                // "in the first nine months": what is compared with it goes by years
                anchors.quarter = std::nullopt;
                anchors.mentioned = unit_of(*anchors.published, Unit::year);
                anchors.mentioned_unit = Unit::year;
            }
            found.push_back(expression);
            at = end;
        }
    }
    return found;
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
