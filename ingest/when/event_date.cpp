#include "when/event_date.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "when/attach.hpp"
#include "when/attach_words.hpp"
#include "when/calendar.hpp"
#include "when/expressions.hpp"
#include "when/office_start.hpp"
#include "when/ranges.hpp"
#include "when/tense.hpp"
#include "when/vocabulary.hpp"

namespace demarche {

namespace {

using Tense = EventDateQuestion::Tense;
using when::Attached;
using when::Bound;

struct Answer {
    DateSpan date;
    std::string note;
};

DateSpan with(DateSpan span, DateBasis basis, std::string text) {
    span.basis = span.known() ? basis : DateBasis::none;
    span.text = span.known() ? std::move(text) : std::string();
    return span;
}

// "A two-day visit": how many days; 0 if the trigger does not say.
int days_of_trigger(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 4;
    constexpr int longest = 60;
    const std::uint32_t from = trigger.begin > reach ? trigger.begin - reach : 0;
    for (std::uint32_t at = from + 2; at < trigger.end && at < document.tokens.size(); ++at) {
        const bool hyphened = document.tokens[at].lower == "day" && document.tokens[at - 1].lower == "-";
        if (!hyphened) {
            continue;
        }
        const when::Word number = when::classify(document.tokens[at - 2].lower);
        const bool counts = number.kind == when::Kind::cardinal || number.kind == when::Kind::digits;
        return counts && number.value >= 2 && number.value <= longest ? number.value : 0;
    }
    return 0;
}

// "Ended a two-day visit on Friday": the day is the last one.
bool ends(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t at = trigger.begin > reach ? trigger.begin - reach : 0; at < trigger.begin; ++at) {
        if (when::ending_verb(document.tokens[at])) {
            return true;
        }
    }
    return false;
}

// "Would not hesitate to strike" was said already: the tense of an act of speech is that of what it speaks of.
bool looks_ahead(const EventDateQuestion& question) {
    if (question.speech_act && question.status == Status::occurred) {
        return false;
    }
    return question.status == Status::planned || question.status == Status::possible || question.tense == Tense::future;
}

std::string against(const Document& document) {
    const auto published = document.published_day();
    return published ? ", against publication " + iso_date(*published) : std::string();
}

// "Spoke on Monday after the landmark talks": the noun's event was before what the sentence dates.
bool told_as_before(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 6;
    const Upos last = document.tokens[trigger.end - 1].upos;
    if (last != Upos::noun && last != Upos::propn) {
        return false;
    }
    for (std::uint32_t at = trigger.begin; at > 0 && at + reach > trigger.begin;) {
        const Token& word = document.tokens[--at];
        if (word.lower == "after" || word.lower == "following") {
            return true;
        }
        const bool part = word.upos == Upos::det || word.upos == Upos::adj || word.upos == Upos::noun ||
                          word.upos == Upos::propn || word.upos == Upos::num ||
                          when::any_of(word.lower, {"'s", "’s", "-", "their", "its", "his", "her"});
        if (!part) {
            return false;
        }
    }
    return false;
}

// What the expression says of the event: the reading that fits its status, narrowed by "by", "since", and the day of publication.
DateSpan reading(const Document& document, const EventDateQuestion& question, const Attached& attached) {
    const TimeMention& time = document.times[attached.time];
    // "Food will be a topic at a meeting on Friday": the clause looks ahead, though the noun does not say so.
    const Token& head = document.tokens[question.trigger.end - 1];
    const bool noun =
        (head.upos == Upos::noun || head.upos == Upos::propn) && document.tokens[question.trigger.begin].upos != Upos::verb;
    const bool ahead = looks_ahead(question) || (noun && attached.direct && time.weekday && !question.speech_act &&
                                                 when::speaks_of_future(document, time.tokens).value_or(false));
    DateSpan date = (ahead && time.future.known()) || !time.date.known() ? time.future : time.date;
    if (!ahead && time.type == TimeType::duration && !time.date.known()) {
        return {};  // "within two weeks" says nothing of the past
    }
    if (attached.at_start) {
        date = when::named_date(date);
    }
    const std::string text = date.text;
    const DateBasis basis = date.basis;
    const std::optional<Day> published = document.published_day();
    if (attached.bound == Bound::before) {
        date = ahead && published && date.first > published
                   ? with(when::between(span_of_day(*published), when::named_date(date)), basis, text)
                   : when::to_end(date);
    } else if (attached.bound == Bound::by && !ahead && published && date.last > published) {
        return {};  // "agreed to double trade by 2030": the time of the aim
    } else if (attached.bound == Bound::by) {
        date = ahead && published && date.last >= published ? with(when::between(span_of_day(*published), date), basis, text)
                                                            : when::to_end(date);
    } else if (attached.bound == Bound::after) {
        date = when::from_start(date);
    }
    // What goes on is dated by its start, or by a time that it goes on in.
    if (question.status == Status::ongoing) {
        const bool starts = date.first && !date.last;
        const bool now = published && date.first && date.last && *date.first <= *published && *published <= *date.last;
        if (!starts && !(now && attached.direct)) {
            return {};
        }
    }
    // What has happened lies before publication: "since March" ends there.
    const bool done = question.status == Status::occurred || question.status == Status::denied;
    if (done && !ahead && published && date.first && !date.last && *date.first <= *published) {
        date = when::between(when::named_date(date).known() ? when::named_date(date) : date, span_of_day(*published));
        if (!date.known()) {
            date = span_of_days(std::min(*time.date.first, *published), *published);
        }
    }
    if (const int days = days_of_trigger(document, question.trigger);
        days > 1 && date.precision == Precision::day && attached.bound == Bound::none) {
        const when::Days whole = ends(document, question.trigger)
                                     ? when::Days{when::add_days(*date.first, 1 - days), *date.first}
                                     : when::Days{*date.first, when::add_days(*date.first, days - 1)};
        if (when::in_calendar(whole)) {
            date = span_of_days(whole.first, whole.last);
        }
    }
    return with(std::move(date), basis, text);
}

std::optional<Answer> from_own_time(const Document& document, const EventDateQuestion& question) {
    const auto attached = when::own_time(document, question);
    if (!attached) {
        return std::nullopt;
    }
    Answer answer;
    answer.date = reading(document, question, *attached);
    if (!answer.date.known()) {
        return std::nullopt;
    }
    const bool in_clause = question.clause.contains(document.times[attached->time].tokens.begin);
    answer.note = "\"" + answer.date.text + "\" in the " + (in_clause ? "clause" : "sentence") + against(document);
    return answer;
}

// "On Wednesday, meeting the minister": the time of the clause around; "in March, after he had agreed": not later than that.
std::optional<Answer> from_frame(const Document& document, const EventDateQuestion& question) {
    auto attached = when::frame_time(document, question);
    if (!attached) {
        return std::nullopt;
    }
    const TimeMention& time = document.times[attached->time];
    const bool done = question.status == Status::occurred || question.status == Status::denied;
    Answer answer;
    if (attached->hang == when::Hang::since) {
        const std::optional<Day> published = document.published_day();
        const DateSpan start = when::named_date(time.date);
        if (question.tense != Tense::perfect || !published || !start.first || *start.first > *published) {
            return std::nullopt;
        }
        answer.date =
            question.status == Status::ongoing ? when::from_start(start) : when::between(start, span_of_day(*published));
        answer.date = with(std::move(answer.date), DateBasis::relative, time.date.text);
    } else {
        const bool bound = attached->hang == when::Hang::before || attached->hang == when::Hang::after;
        const bool clashes =
            when::speaks_of_future(document, time.tokens).value_or(looks_ahead(question)) != looks_ahead(question);
        if (clashes || (bound && (!done || attached->bound != Bound::none))) {
            return std::nullopt;
        }
        if (bound) {
            attached->bound = attached->hang == when::Hang::before ? Bound::before : Bound::after;
        }
        answer.date = reading(document, question, *attached);
    }
    if (!answer.date.known()) {
        return std::nullopt;
    }
    answer.note = "\"" + answer.date.text + "\" in the clause around" + against(document);
    return answer;
}

// The government in whose time a thing "has" been done cannot have done it before it was there.
std::optional<Answer> from_government(const Document& document, const EventDateQuestion& question) {
    const std::optional<Day> published = document.published_day();
    if (!published || (question.tense != Tense::perfect && question.tense != Tense::past)) {
        return std::nullopt;
    }
    const auto start = when::government_of(document, question);
    // "The president, in office since June, halted": told in one breath, the past tense is of the same government.
    const TokenRange sentence = document.sentences[question.sentence].tokens;
    if (start && question.tense == Tense::past && !(sentence.contains(start->at) && start->at < question.trigger.begin)) {
        return std::nullopt;
    }
    if (!start || !start->date.first || *start->date.first > *published) {
        return std::nullopt;
    }
    return Answer{with(span_of_days(*start->date.first, *published), DateBasis::inferred, start->date.text),
                  "not before its government took office, \"" + start->date.text + "\""};
}

// "His promise to …", "Kenya's call for": an act that is only named, with its doer, was done some time before.
bool named_act(const Document& document, TokenRange trigger) {
    constexpr std::uint32_t reach = 4;
    if (document.tokens[trigger.end - 1].upos != Upos::noun) {
        return false;
    }
    for (std::uint32_t at = trigger.begin; at > 0 && at + reach > trigger.begin;) {
        const Token& word = document.tokens[--at];
        if (when::any_of(word.lower, {"'s", "’s", "his", "her", "its", "their"})) {
            return true;
        }
        if (word.upos != Upos::adj && word.upos != Upos::noun) {
            return false;
        }
    }
    return false;
}

// A headline, or a lead like one, tells the news of the day in the present tense.
std::optional<Answer> from_headline(const Document& document, const EventDateQuestion& question) {
    const std::optional<Day> published = document.published_day();
    const bool verb = document.tokens[question.trigger.begin].upos == Upos::verb;
    if (!published || question.sentence != 0 || question.tense != Tense::present || question.status != Status::occurred ||
        !verb) {
        return std::nullopt;
    }
    return Answer{with(span_of_days(when::add_days(*published, -1), *published), DateBasis::inferred, ""),
                  "told in the present tense as the news of the day"};
}

Answer from_status(const Document& document, const EventDateQuestion& question) {
    const std::optional<Day> published = document.published_day();
    if (!published || question.status == Status::ongoing) {
        return {{}, published ? "ongoing, without a start" : "no publication date"};
    }
    if (looks_ahead(question)) {
        return {with(span_since(*published), DateBasis::inferred, ""), "not yet, at publication"};
    }
    return {with(span_until(*published), DateBasis::inferred, ""), "done by publication"};
}

std::optional<Answer> from_speaking(const Document& document, const EventDateQuestion& question) {
    const auto attached = when::reporting_time(document, question);
    if (!attached) {
        return std::nullopt;
    }
    const DateSpan& day = document.times[attached->time].date;
    if (!day.known()) {
        return std::nullopt;
    }
    const std::string note = "\"" + day.text + "\" is the day of speaking" + against(document);
    if (question.speech_act) {
        return Answer{day, note};
    }
    const bool done = question.status == Status::occurred || question.status == Status::denied;
    if (!done || looks_ahead(question)) {
        return std::nullopt;
    }
    const bool news_itself = question.sentence == 0 && question.tense == Tense::past;
    if (news_itself && !told_as_before(document, question.trigger)) {
        return Answer{day, note + ", and this is the news"};
    }
    if (question.tense == Tense::past) {
        return Answer{with(when::to_end(day), DateBasis::inferred, day.text), note};
    }
    return std::nullopt;
}

// "Earlier, the group refused", "had previously urged": not the news of the day.
bool told_as_earlier(const Document& document, const EventDateQuestion& question) {
    constexpr std::uint32_t reach = 3;
    const TokenRange tokens = document.sentences[question.sentence].tokens;
    const auto earlier = [&](std::uint32_t at) {
        return when::any_of(document.tokens[at].lower, {"earlier", "previously", "once", "formerly", "long", "repeatedly"});
    };
    for (std::uint32_t at = question.trigger.begin; at > tokens.begin && at + reach > question.trigger.begin;) {
        if (earlier(--at)) {
            return true;
        }
    }
    return tokens.size() > 1 && earlier(tokens.begin) && document.tokens[tokens.begin + 1].lower == ",";
}

Answer answer_of(const Document& document, const EventDateQuestion& question) {
    if (question.sentence >= document.sentences.size()) {
        return {{}, "no sentence"};
    }
    if (question.speech_act && !looks_ahead(question)) {
        // The time in the clause may be that of what is spoken of; the reporting clause knows better.
        if (auto spoken = from_speaking(document, question)) {
            return *std::move(spoken);
        }
    }
    if (auto own = from_own_time(document, question)) {
        return *std::move(own);
    }
    if (auto framed = from_frame(document, question)) {
        return *std::move(framed);
    }
    if (auto spoken = from_speaking(document, question)) {
        return *std::move(spoken);
    }
    if (question.status == Status::occurred || question.status == Status::denied) {
        if (auto bounded = from_government(document, question)) {
            return *std::move(bounded);
        }
        if (auto news = from_headline(document, question)) {
            return *std::move(news);
        }
        const auto published = document.published_day();
        if (question.speech_act && !named_act(document, question.trigger) && published && question.tense != Tense::perfect &&
            !told_as_earlier(document, question)) {
            return {with(span_of_day(*published), DateBasis::published, ""), "said, with no day named: the day of publication"};
        }
    }
    return from_status(document, question);
}

int sharpness(Precision precision) {
    switch (precision) {
        case Precision::day:
            return 5;
        case Precision::interval:
            return 4;
        case Precision::month:
            return 3;
        case Precision::year:
            return 2;
        case Precision::open:
            return 1;
        case Precision::unknown:
            break;
    }
    return 0;
}

}  // namespace

DateSpan date_of_mention(const Document& document, const EventDateQuestion& question) {
    return answer_of(document, question).date;
}

std::vector<std::string> explain_date(const Document& document, const EventDateQuestion& question) {
    std::vector<std::string> notes;
    notes.push_back(answer_of(document, question).note);
    return notes;
}

DateSpan combine_mentions(std::span<const DateSpan> dates) {
    if (dates.empty()) {
        return {};
    }
    std::vector<std::size_t> order(dates.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    // Better supported first: basis, then precision, then order in the text.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (dates[a].basis != dates[b].basis) {
            return dates[a].basis > dates[b].basis;
        }
        return sharpness(dates[a].precision) > sharpness(dates[b].precision);
    });
    DateSpan result = dates[order.front()];
    for (const std::size_t index : order) {
        const auto both = intersect(result, dates[index]);
        if (both) {
            const DateBasis basis = std::max(result.basis, both->basis);
            const std::string text = both->text.empty() ? result.text : both->text;
            result = *both;
            result.basis = basis;
            result.text = text;
        }
    }
    const DateSpan& first = dates.front();
    if (result.known() && (result.first != first.first || result.last != first.last)) {
        result.basis = DateBasis::mention;
    }
    return result;
}

}  // namespace demarche
