// Reads arbitrary bytes as an article's text and checks what is found: mentions in order and inside their sentence, dates whose
// text and bounds agree, and a date for every question that can be asked of the tokens.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"
#include "when/event_date.hpp"
#include "when/timex.hpp"

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void check_date(const demarche::DateSpan& date) {
    const auto parsed = demarche::parse_edtf(date.edtf);
    require(parsed.has_value());
    require(parsed->first == date.first && parsed->last == date.last);
    require(!date.first || !date.last || *date.first <= *date.last);
    require(date.known() || date.basis == demarche::DateBasis::none);
}

// A timex's days have no basis and no words of their own.
void check_bounds(demarche::DateSpan date) {
    date.basis = date.known() ? date.basis : demarche::DateBasis::none;
    check_date(date);
}

void check(const demarche::Document& document) {
    std::uint32_t end = 0;
    for (const demarche::TimeMention& time : document.times) {
        require(end <= time.tokens.begin && time.tokens.begin < time.tokens.end && time.tokens.end <= document.tokens.size());
        require(time.span.begin == document.tokens[time.tokens.begin].span.begin &&
                time.span.end == document.tokens[time.tokens.end - 1].span.end);
        check_date(time.date);
        check_date(time.future);
        end = time.tokens.end;
    }
    std::uint32_t done = 0;
    for (const demarche::when::Timex& timex : demarche::when::find_timexes(document)) {
        require(done <= timex.span.begin && timex.span.begin < timex.span.end && timex.span.end <= document.text().size());
        require(timex.value.find_first_not_of("0123456789-:.ABCDEFGHIKLMNOPQRSTUVWXYZ_") == std::string::npos);
        check_bounds(timex.date);
        done = timex.span.end;
    }
}

void ask(const demarche::Document& document, std::uint8_t seed) {
    constexpr std::uint32_t questions = 64;
    std::uint32_t asked = 0;
    for (std::uint32_t s = 0; s < document.sentences.size() && asked < questions; ++s) {
        const demarche::TokenRange tokens = document.sentences[s].tokens;
        for (std::uint32_t at = tokens.begin; at < tokens.end && asked < questions; at += 3, ++asked) {
            demarche::EventDateQuestion question;
            question.sentence = s;
            question.trigger = {at, at + 1};
            question.clause = tokens;
            question.status = static_cast<demarche::Status>((seed + at) % 5);
            question.tense = static_cast<demarche::EventDateQuestion::Tense>((seed + s) % 5);
            question.speech_act = (at & 1U) != 0;
            const demarche::DateSpan date = demarche::date_of_mention(document, question);
            check_date(date);
            require(!demarche::explain_date(document, question).empty());
            const demarche::DateSpan two[] = {date, demarche::span_until(*demarche::day_of(2025, 7, 11))};
            check_date(demarche::combine_mentions(two));
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto tables = demarche::LanguageTables::load({DEMARCHE_DATA_DIR, {}});
    if (size == 0) {
        return 0;
    }
    demarche::Article article;
    article.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
    article.paragraphs.push_back({0, static_cast<std::uint32_t>(article.text.size())});
    // Publication days from the ends of the calendar and from its middle, and none.
    const demarche::Day days[] = {*demarche::day_of(2025, 7, 11), *demarche::day_of(2024, 2, 29), *demarche::day_of(1, 1, 1),
                                  *demarche::day_of(9999, 12, 31)};
    if (data[0] % 5 != 4) {
        demarche::Published published;
        published.day = days[data[0] % 5];
        article.info.published = published;
        if ((data[0] & 32U) != 0) {
            article.dateline = demarche::Dateline{"BERN", days[(data[0] >> 6U) % 4], ""};
        }
    }
    demarche::Document document;
    document.article = &article;
    demarche::read_language(document, *tables);
    demarche::find_times(document);
    check(document);
    ask(document, data[0]);
    return 0;
}
