// Each case: a text, the words of the trigger, what the event stage knows of it, and the date. Published on Friday, 11 July 2025.
#include "when/event_date.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "documents.hpp"

namespace demarche {
namespace {

using Tense = EventDateQuestion::Tense;

struct Case {
    std::string_view text;
    std::string_view trigger;
    Status status;
    Tense tense;
    bool speech;
    std::string_view edtf;
    DateBasis basis;
};

EventDateQuestion question_of(const test::TimedText& timed, const Case& one) {
    EventDateQuestion question;
    question.trigger = timed.tokens_of(one.trigger);
    const Document& document = timed.document();
    for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
        if (document.sentences[s].tokens.contains(question.trigger.begin)) {
            question.sentence = s;
            question.clause = document.sentences[s].tokens;
        }
    }
    question.status = one.status;
    question.tense = one.tense;
    question.speech_act = one.speech;
    return question;
}

constexpr Status occurred = Status::occurred;
constexpr Status planned = Status::planned;
constexpr Status possible = Status::possible;
constexpr Status ongoing = Status::ongoing;
constexpr Status denied = Status::denied;

const Case cases[] = {
    // the expression in the clause
    {"The ministers met Friday in Bern.", "met", occurred, Tense::past, false, "2025-07-11", DateBasis::relative},
    {"The ministers met in Bern on Thursday.", "met", occurred, Tense::past, false, "2025-07-10", DateBasis::relative},
    {"On Monday the ministers met in Bern.", "met", occurred, Tense::past, false, "2025-07-07", DateBasis::relative},
    {"On Monday, the ministers of both sides, who had long refused, met in Bern.", "met", occurred, Tense::past, false,
     "2025-07-07", DateBasis::relative},
    {"Talks were held in Bern on July 4, 2025.", "Talks", occurred, Tense::past, false, "2025-07-04", DateBasis::full},
    {"The talks took place on Tuesday.", "talks", occurred, Tense::past, false, "2025-07-08", DateBasis::relative},
    {"Thursday's talks ended without a deal.", "talks", occurred, Tense::past, false, "2025-07-10", DateBasis::relative},
    {"The June 5 summit ended without a deal.", "summit", occurred, Tense::past, false, "2025-06-05", DateBasis::relative},
    {"The two sides signed an accord last month.", "accord", occurred, Tense::past, false, "2025-06", DateBasis::relative},
    {"The two sides signed an accord in 2019.", "signed", occurred, Tense::past, false, "2019", DateBasis::full},
    {"The envoy recently visited Bern.", "visited", occurred, Tense::past, false, "../2025-07-11", DateBasis::relative},
    {"The army fired shells over the past three days.", "fired", occurred, Tense::past, false, "2025-07-08/2025-07-11",
     DateBasis::relative},
    {"The ministers met in Bern in early June.", "met", occurred, Tense::past, false, "2025-06-01/2025-06-10",
     DateBasis::relative},
    {"The ministers met from Monday to Wednesday.", "met", occurred, Tense::past, false, "2025-07-07/2025-07-09",
     DateBasis::relative},
    {"The army left before Tuesday.", "left", occurred, Tense::past, false, "../2025-07-08", DateBasis::relative},
    {"The state has shelled the border since March.", "shelled", occurred, Tense::perfect, false, "2025-03/2025-07-11",
     DateBasis::relative},

    // the expression of something else
    {"The minister met his rival, a Seoul official said Friday.", "met", occurred, Tense::past, false, "2025-07-11",
     DateBasis::relative},
    {"Peace is far. The minister met his rival, an official said Thursday.", "met", occurred, Tense::past, false, "../2025-07-10",
     DateBasis::inferred},
    {"Peace is far. An official told reporters on Thursday that the minister has met his rival.", "met", occurred, Tense::perfect,
     false, "../2025-07-11", DateBasis::inferred},
    {"The sides met ahead of the Aug. 1 deadline.", "met", occurred, Tense::past, false, "../2025-07-11", DateBasis::inferred},
    {"The sides met after Tuesday's vote in parliament.", "met", occurred, Tense::past, false, "../2025-07-11",
     DateBasis::inferred},
    {"The sides have agreed to meet on Monday.", "agreed", occurred, Tense::perfect, false, "../2025-07-11", DateBasis::inferred},
    {"The sides have agreed to meet on Monday.", "meet", planned, Tense::future, false, "2025-07-14", DateBasis::relative},
    {"An official said Thursday the minister will visit Bern on Monday.", "visit", planned, Tense::future, false, "2025-07-14",
     DateBasis::relative},
    {"The halt of the broadcasts came after the talks that were held on June 4.", "halt", occurred, Tense::past, false,
     "../2025-07-11", DateBasis::inferred},

    {"The two sides have spoken of a pact to replace the 1953 truce.", "pact", possible, Tense::none, false, "2025-07-11/..",
     DateBasis::inferred},
    {"The sides agreed to double trade by 2030.", "agreed", occurred, Tense::past, false, "../2025-07-11", DateBasis::inferred},
    {"He last came in May, when he was named to the post.", "named", occurred, Tense::past, false, "2025-05",
     DateBasis::relative},
    {"It is his first trip since May when he was named to the post.", "named", occurred, Tense::past, false, "2025-05",
     DateBasis::relative},
    {"Talks ended in May when the state halted its tests.", "halted", occurred, Tense::past, false, "2025-05",
     DateBasis::relative},
    {"The minister will visit Bern next week for talks.", "talks", planned, Tense::none, false, "2025-07-14/2025-07-20",
     DateBasis::relative},
    {"They will sit down for talks on the bodies of troops killed in the war in Bern in August.", "sit down", planned,
     Tense::future, false, "2025-08", DateBasis::relative},
    {"Friday's talks, attended by a deputy because of the hearings, were short.", "hearings", ongoing, Tense::none, false, "",
     DateBasis::none},
    {"The forum is under way this week in Bern.", "forum", ongoing, Tense::present, false, "2025-07-07/2025-07-13",
     DateBasis::relative},

    {"The minister is due in Bern on Monday for a two-day visit.", "visit", planned, Tense::present, false,
     "2025-07-14/2025-07-15", DateBasis::relative},
    {"The minister ended a three-day visit to Bern on Thursday.", "visit", occurred, Tense::past, false, "2025-07-08/2025-07-10",
     DateBasis::relative},

    // nothing but tense and status
    {"The state has halted its broadcasts.", "halted", occurred, Tense::perfect, false, "../2025-07-11", DateBasis::inferred},
    {"The state halted its broadcasts.", "halted", occurred, Tense::past, false, "../2025-07-11", DateBasis::inferred},
    {"The minister will visit Bern.", "visit", planned, Tense::future, false, "2025-07-11/..", DateBasis::inferred},
    {"The minister may visit Bern.", "visit", possible, Tense::none, false, "2025-07-11/..", DateBasis::inferred},
    {"The state did not fire a shell.", "fire", denied, Tense::past, false, "../2025-07-11", DateBasis::inferred},
    {"The state denied that it shelled the port on Tuesday.", "shelled", denied, Tense::past, false, "2025-07-08",
     DateBasis::relative},
    {"The two sides are in talks over fish.", "talks", ongoing, Tense::present, false, "", DateBasis::none},
    {"The two sides have been in talks over fish since March.", "talks", ongoing, Tense::perfect, false, "2025-03/..",
     DateBasis::relative},

    // the future
    {"The minister will visit Bern in August.", "visit", planned, Tense::future, false, "2025-08", DateBasis::relative},
    {"The minister will visit Bern next week.", "visit", planned, Tense::future, false, "2025-07-14/2025-07-20",
     DateBasis::relative},
    {"The minister will visit Bern on Aug. 7.", "visit", planned, Tense::future, false, "2025-08-07", DateBasis::relative},
    {"The summit is scheduled for Wednesday.", "summit", planned, Tense::present, false, "2025-07-16", DateBasis::relative},
    {"The minister will visit Bern on Friday.", "visit", planned, Tense::future, false, "2025-07-11", DateBasis::relative},
    {"The minister will visit Bern by Tuesday.", "visit", planned, Tense::future, false, "2025-07-11/2025-07-15",
     DateBasis::relative},
    {"The minister will visit Bern in two weeks.", "visit", planned, Tense::future, false, "2025-07-21/2025-07-27",
     DateBasis::relative},
    {"The minister will soon visit Bern.", "visit", planned, Tense::future, false, "2025-07-11/..", DateBasis::relative},
    {"Talks could be held after Tuesday.", "Talks", possible, Tense::none, false, "2025-07-15/..", DateBasis::relative},

    // speaking
    {"The minister urged restraint.", "urged", occurred, Tense::past, true, "2025-07-11", DateBasis::published},
    {"The minister has urged restraint.", "urged", occurred, Tense::perfect, true, "../2025-07-11", DateBasis::inferred},
    {"The minister urged restraint on Wednesday.", "urged", occurred, Tense::past, true, "2025-07-09", DateBasis::relative},
    {"\"We call on both sides to stop,\" the minister said Thursday.", "call", occurred, Tense::present, true, "2025-07-10",
     DateBasis::relative},
    {"The minister on Tuesday urged both sides to stop.", "urged", occurred, Tense::past, true, "2025-07-08",
     DateBasis::relative},
};

TEST(EventDate, OfOneMention) {
    static_assert(std::size(cases) >= 40);
    for (const Case& one : cases) {
        const test::TimedText timed(one.text, day_of(2025, 7, 11));
        const EventDateQuestion question = question_of(timed, one);
        ASSERT_LT(question.trigger.begin, question.trigger.end) << one.text;
        const DateSpan date = date_of_mention(timed.document(), question);
        const std::string notes = explain_date(timed.document(), question).front();
        EXPECT_EQ(date.edtf, one.edtf) << one.text << " [" << one.trigger << "] " << notes;
        EXPECT_EQ(to_string(date.basis), to_string(one.basis)) << one.text << " [" << one.trigger << "] " << notes;
    }
}

TEST(EventDate, WithoutPublicationOnlyWrittenDatesRemain) {
    for (const Case& one : cases) {
        const test::TimedText timed(one.text, std::nullopt);
        const DateSpan date = date_of_mention(timed.document(), question_of(timed, one));
        EXPECT_TRUE(!date.known() || date.basis == DateBasis::full) << one.text << " " << date.edtf;
    }
}

TEST(EventDate, GovernmentGivesLowerBound) {
    const auto date = [](std::string_view text, std::string_view trigger) {
        const test::TimedText timed(text, day_of(2025, 7, 11));
        const Case one{text, trigger, occurred, Tense::perfect, false, "", DateBasis::none};
        return date_of_mention(timed.document(), question_of(timed, one));
    };
    const DateSpan inside =
        date("The government of President Mora, who took office in early June, has halted the broadcasts.", "halted");
    EXPECT_EQ(inside.edtf, "2025-06-01/2025-07-11");
    EXPECT_EQ(inside.basis, DateBasis::inferred);
    EXPECT_EQ(inside.text, "early June");
    const DateSpan apart =
        date("President Mora was sworn in on June 4.\n\nThe new government has halted the broadcasts.", "halted");
    EXPECT_EQ(apart.edtf, "2025-06-04/2025-07-11");
    const DateSpan none = date("President Mora was sworn in on June 4.\n\nThe rebels have halted the broadcasts.", "halted");
    EXPECT_EQ(none.edtf, "../2025-07-11");
    const DateSpan since = date("Since taking office in 2023, the administration has halted the broadcasts.", "halted");
    EXPECT_EQ(since.edtf, "2023-01-01/2025-07-11");
}

TEST(EventDate, QuestionsOutsideTheDocumentAreUnknown) {
    const test::TimedText timed("The ministers met Friday.", day_of(2025, 7, 11));
    EventDateQuestion question;
    question.sentence = 7;
    EXPECT_FALSE(date_of_mention(timed.document(), question).known());
    EXPECT_FALSE(explain_date(timed.document(), question).empty());
}

DateSpan with(DateSpan span, DateBasis basis, std::string text = "") {
    span.basis = basis;
    span.text = std::move(text);
    return span;
}

TEST(CombineMentions, NarrowsWhereCompatible) {
    const DateSpan open = with(span_until(*day_of(2025, 7, 11)), DateBasis::inferred);
    const DateSpan day = with(span_of_day(*day_of(2025, 7, 9)), DateBasis::relative, "Wednesday");
    const DateSpan both[] = {open, day};
    const DateSpan combined = combine_mentions(both);
    EXPECT_EQ(combined.edtf, "2025-07-09");
    EXPECT_EQ(combined.basis, DateBasis::mention);
    EXPECT_EQ(combined.text, "Wednesday");
    const DateSpan other_order[] = {day, open};
    EXPECT_EQ(combine_mentions(other_order), day);
}

TEST(CombineMentions, PrefersTheBetterSupportedWhereNot) {
    const DateSpan relative = with(span_of_day(*day_of(2025, 7, 9)), DateBasis::relative, "Wednesday");
    const DateSpan full = with(span_of_day(*day_of(2025, 7, 8)), DateBasis::full, "July 8, 2025");
    const DateSpan both[] = {relative, full};
    EXPECT_EQ(combine_mentions(both).edtf, "2025-07-08");
    EXPECT_EQ(combine_mentions(both).basis, DateBasis::mention);
    const DateSpan month = with(span_of_month(2025, 5), DateBasis::relative, "May");
    const DateSpan by_precision[] = {month, relative};
    EXPECT_EQ(combine_mentions(by_precision).edtf, "2025-07-09");
    const DateSpan later = with(span_of_day(*day_of(2025, 7, 10)), DateBasis::relative, "Thursday");
    const DateSpan by_order[] = {relative, later};
    EXPECT_EQ(combine_mentions(by_order), relative);
}

TEST(CombineMentions, UnknownConstrainsNothing) {
    const DateSpan day = with(span_of_day(*day_of(2025, 7, 9)), DateBasis::relative, "Wednesday");
    const DateSpan dates[] = {DateSpan{}, day, DateSpan{}};
    EXPECT_EQ(combine_mentions(dates).edtf, "2025-07-09");
    EXPECT_EQ(combine_mentions(dates).basis, DateBasis::mention);
    EXPECT_EQ(combine_mentions({}), DateSpan{});
    const DateSpan nothing[] = {DateSpan{}};
    EXPECT_EQ(combine_mentions(nothing), DateSpan{});
}

}  // namespace
}  // namespace demarche
