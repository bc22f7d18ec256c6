// place_of_mention on a table of sentences.
#include "where/event_place.hpp"

#include <gtest/gtest.h>

#include <string>

#include "make_document.hpp"

namespace demarche::test {
namespace {

// Takes a mark out of the text and returns where it stood.
std::size_t take(std::string& text, char mark) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) {
        text.erase(at, 1);
    }
    return at;
}

TokenRange tokens_within(const Document& document, std::size_t begin, std::size_t end) {
    TokenRange range;
    for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
        const Span span = document.tokens[i].span;
        if (span.begin >= begin && span.end <= end) {
            range = {range.size() == 0 ? i : range.begin, i + 1};
        }
    }
    return range;
}

std::string written(const std::optional<Place>& place, const Document& document) {
    if (!place) {
        return "-";
    }
    bool country = false;
    for (const PlaceMention& mention : document.places) {
        country = country || (mention.place == *place && mention.country);
    }
    return (country ? "*" : "") + place->name + "/" + place->country;
}

TEST(PlaceOfMention, FindsThePlaceOfTheEventAndNoOther) {
    const Table table =
        Table::load({DEMARCHE_TESTS_DIR, {}}, "ingest/where/event_place.tsv", {"expected", "flags", "dateline", "text"});
    ASSERT_GE(table.rows(), 40U);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::string text(table.at(row, 3));
        const bool has_clause = text.find('{') != std::string::npos;
        const bool clause_first = text.find('{') < text.find('[');
        std::size_t clause_begin = has_clause && clause_first ? take(text, '{') : 0;
        const std::size_t begin = take(text, '[');
        const std::size_t end = take(text, ']');
        const std::size_t clause_end = has_clause ? take(text, '}') : 0;

        TestDocument document(text, std::string(table.at(row, 2)));
        document.find_places();
        const std::string_view flags = table.at(row, 1);
        EventPlaceQuestion question;
        question.trigger = tokens_within(*document, begin, end);
        question.clause = has_clause ? tokens_within(*document, clause_begin, clause_end) : TokenRange{};
        question.visit = flags.find('v') != std::string_view::npos;
        question.meeting = flags.find('m') != std::string_view::npos;
        question.lead = flags.find('l') != std::string_view::npos;
        EXPECT_EQ(written(place_of_mention(*document, question), *document), table.at(row, 0)) << table.at(row, 3);
    }
}

TEST(PlaceOfMention, DatelineOfAnotherDayIsNotThePlace) {
    Article article;
    article.text = "The two sides held talks on Sunday.";
    TestDocument near(article.text, "DOHA");
    near.find_places();
    const auto ask = [](Document& document) {
        EventPlaceQuestion question;
        question.trigger = tokens_within(document, 19, 24);
        question.meeting = true;
        question.lead = true;
        return place_of_mention(document, question);
    };
    EXPECT_TRUE(ask(*near));
    Article old = *near->article;
    old.dateline->day = *day_of(2026, 2, 20);
    near->article = &old;
    EXPECT_FALSE(ask(*near));
}

TEST(PlaceOfMention, QuestionsOutOfRangeHaveNoAnswer) {
    TestDocument document("They met in Oslo.", "");
    document.find_places();
    EXPECT_FALSE(place_of_mention(*document, {7, {1, 2}, {}, false, true, false}));
    EXPECT_FALSE(place_of_mention(*document, {0, {1, 1}, {}, false, true, false}));
}

}  // namespace
}  // namespace demarche::test
