#include "when/ranges.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace demarche::when {

namespace {

// The first or last side of a span's EDTF: what stands before or behind the slash.
std::string start_text(const DateSpan& span) { return span.edtf.substr(0, span.edtf.find('/')); }

std::string end_text(const DateSpan& span) {
    const std::size_t slash = span.edtf.find('/');
    return slash == std::string::npos ? span.edtf : span.edtf.substr(slash + 1);
}

std::string_view lower(const Document& document, std::uint32_t at) {
    return at < document.tokens.size() ? document.tokens[at].lower : std::string_view();
}

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    for (const std::string_view one : list) {
        if (word == one) {
            return true;
        }
    }
    return false;
}

bool same_sentence(const Document& document, std::uint32_t a, std::uint32_t b) {
    for (std::uint32_t at = a; at < b; ++at) {
        if (any_of(lower(document, at), {".", "!", "?", ";"})) {
            return false;
        }
    }
    return true;
}

bool is_date(const Expression& expression) {
    const Meaning& meaning = expression.match.meaning;
    return meaning.sort == Meaning::Sort::calendar || (meaning.sort == Meaning::Sort::unknown && expression.match.directed);
}

TimeMention mention_of(const Document& document, const Expression& expression) {
    TimeMention mention;
    mention.tokens = expression.tokens;
    const Match& match = expression.match;
    const std::optional<Day> published = document.published_day();
    mention.type = type_of(match.meaning);
    mention.date = date_of(match.meaning, published);
    mention.date.basis = mention.date.known() ? match.basis : DateBasis::none;
    mention.weekday = match.directed;
    if (match.future) {
        mention.future = date_of(*match.future, published);
        mention.future.basis = mention.future.known() ? match.basis : DateBasis::none;
    }
    return mention;
}

// The reading of the second end that does not lie before the first: "from Friday to Monday".
const DateSpan& not_before(const DateSpan& start, const TimeMention& end) {
    const bool wrong = start.first && end.date.last && *end.date.last < *start.first;
    return wrong && end.future.known() ? end.future : end.date;
}

struct Joint {
    std::uint32_t begin = 0;  // token where the range begins
    bool range = false;
};

// Whether the words before and between two dates make a range of them.
Joint joint_of(const Document& document, const Expression& a, const Expression& b) {
    const std::uint32_t gap_begin = a.tokens.end;
    const std::uint32_t gap = b.tokens.begin - gap_begin;
    const std::uint32_t before = a.tokens.begin;
    if (gap < 1 || gap > 2 || !same_sentence(document, a.tokens.begin, b.tokens.begin)) {
        return {};
    }
    const std::string_view joiner = lower(document, gap_begin);
    if (gap == 2 && !(joiner == "and" || joiner == "to" || joiner == "until")) {
        return {};
    }
    if (gap == 2 && lower(document, gap_begin + 1) != "the" && lower(document, gap_begin + 1) != "on") {
        return {};
    }
    const std::string_view opener = before > 0 ? lower(document, before - 1) : std::string_view();
    if (joiner == "and" && opener == "between") {
        return {before - 1, true};
    }
    if (any_of(joiner, {"to", "through", "until", "till"})) {
        return {opener == "from" ? before - 1 : before,
                joiner != "to" || opener == "from" || a.match.meaning.unit == b.match.meaning.unit};
    }
    if (any_of(joiner, {"-", "–", "—"}) && a.match.meaning.unit == b.match.meaning.unit) {
        // a dash with blanks around it in running text may be a break of the sentence
        const bool tight = !document.tokens[gap_begin].space_before || opener == "(" || opener == "from";
        return {before, tight};
    }
    return {};
}

void finish(const Document& document, TimeMention& mention) {
    mention.span = document.span_of(mention.tokens);
    const std::string text(mention.span.in(document.text()));
    mention.date.text = mention.date.known() ? text : std::string();
    mention.future.text = mention.future.known() ? text : std::string();
}

}  // namespace

DateSpan from_start(const DateSpan& start) {
    if (!start.first) {
        return {};
    }
    auto span = parse_edtf(start_text(start) + "/..").value_or(DateSpan{});
    span.basis = start.basis;
    return span;
}

DateSpan to_end(const DateSpan& end) {
    if (!end.last) {
        return {};
    }
    auto span = parse_edtf("../" + end_text(end)).value_or(DateSpan{});
    span.basis = end.basis;
    return span;
}

DateSpan between(const DateSpan& start, const DateSpan& end) {
    if (!start.first || !end.last || *end.last < *start.first) {
        return {};
    }
    DateSpan span = parse_edtf(start_text(start) + "/" + end_text(end)).value_or(span_of_days(*start.first, *end.last));
    if (start_text(start) == end_text(end)) {
        span = start;
    }
    span.basis = std::min(start.basis, end.basis);
    return span;
}

DateSpan named_date(const DateSpan& span) {
    if (span.precision != Precision::open) {
        return span;
    }
    DateSpan named = parse_edtf(span.first ? start_text(span) : end_text(span)).value_or(DateSpan{});
    named.basis = span.basis;
    named.text = span.text;
    return named;
}

std::vector<TimeMention> put_together(const Document& document, const std::vector<Expression>& expressions) {
    std::vector<TimeMention> mentions;
    mentions.reserve(expressions.size());
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        TimeMention mention = mention_of(document, expressions[i]);
        const std::uint32_t begin = mention.tokens.begin;
        const Joint joint = i + 1 < expressions.size() && is_date(expressions[i]) && is_date(expressions[i + 1])
                                ? joint_of(document, expressions[i], expressions[i + 1])
                                : Joint{};
        if (joint.range) {
            const TimeMention second = mention_of(document, expressions[i + 1]);
            // "from March to May 2024": the year counts for both
            DateSpan start = mention.date;
            DateSpan future_start = mention.future.known() ? mention.future : mention.date;
            if (mention.weekday && !second.weekday && second.date.first && mention.date.first) {
                const CivilDay a = civil(*mention.date.first);
                const Meaning& meaning = expressions[i].match.meaning;
                if (meaning.unit == Unit::month || meaning.unit == Unit::day) {
                    int year = civil(*second.date.first).year;
                    for (int back = 0; back < 2; ++back) {
                        const auto first = day_of(year, a.month, a.day);
                        if (first && *first <= *second.date.first) {
                            start = meaning.unit == Unit::month ? span_of_month(year, a.month) : span_of_day(*first);
                            future_start = start;
                            break;
                        }
                        --year;
                    }
                }
            }
            const DateSpan whole = between(start, not_before(start, second));
            if (whole.known() || !mention.date.known()) {
                const DateSpan ahead = between(future_start, second.future.known() ? second.future : second.date);
                mention.date = whole;
                mention.future = ahead.known() && ahead.edtf != whole.edtf ? ahead : DateSpan{};
                mention.date.basis =
                    whole.known() ? (second.date.basis == DateBasis::full ? DateBasis::full : whole.basis) : DateBasis::none;
                mention.weekday = mention.weekday && second.weekday;
                mention.tokens = {joint.begin, second.tokens.end};
                finish(document, mention);
                mentions.push_back(std::move(mention));
                ++i;
                continue;
            }
        }
        const bool the = begin > 0 && lower(document, begin - 1) == "the";
        const std::uint32_t opener_at = the ? begin - 1 : begin;
        const std::string_view opener = opener_at > 0 ? lower(document, opener_at - 1) : std::string_view();
        const bool free = mentions.empty() || mentions.back().tokens.end < opener_at;
        if (free && is_date(expressions[i]) && any_of(opener, {"since", "until", "till"})) {
            const bool since = opener == "since";
            mention.tokens.begin = opener_at - 1;
            if (since) {
                mention.date = from_start(mention.date);
                mention.future = DateSpan{};  // what began, began in the past
                mention.weekday = false;
            } else {
                mention.date = to_end(mention.date);
                mention.future = mention.future.known() ? to_end(mention.future) : DateSpan{};
            }
        }
        finish(document, mention);
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

}  // namespace demarche::when
