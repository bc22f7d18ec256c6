// How much of what an analyst would want from data/articles the program finds. samples_expected.tsv was written before the
// program had read the articles. A wish is found by an event of its article with a mention whose trigger meets the wish's words
// where they stand in the text, and typed if that event is of its kind; one event fulfils one wish. The floors below are what was
// measured when they were written: they may rise, and a change that makes the program find less has to say so here.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "../ingest/what/support.hpp"

namespace demarche::test {
namespace {

constexpr int kFoundFloor = 48;  // of the wishes
constexpr int kTypedFloor = 47;

struct Coded {
    std::string text;
    Coding coding;
    std::vector<bool> used;
};

std::map<std::string, Coded> coded_samples() {
    std::map<std::string, Coded> samples;
    Document document;
    for (const Article& article : read_articles(samples_path())) {
        Coding coding = code(article, program_data(), {}, document);
        std::vector<bool> used(coding.events.size(), false);
        samples.emplace(article.info.id, Coded{article.text, std::move(coding), std::move(used)});
    }
    return samples;
}

std::vector<Span> places_of(std::string_view words, std::string_view text) {
    std::vector<Span> spans;
    for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
        spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
    }
    return spans;
}

bool meets(const Event& event, const std::vector<Span>& places) {
    return std::any_of(event.mentions.begin(), event.mentions.end(), [&](const Mention& mention) {
        return std::any_of(places.begin(), places.end(), [&](Span place) { return place.overlaps(mention.trigger_span); });
    });
}

// Takes an event of the article for each wish not yet fulfilled; with the wished kind first, so that no other wish takes it away.
void fulfil(const std::vector<Row>& wishes, std::map<std::string, Coded>& samples, bool of_kind, std::vector<const Event*>& by) {
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        Coded& sample = samples.at(wishes[i].cells[0]);
        const std::vector<Span> places = places_of(wishes[i].cells[5], sample.text);
        for (std::size_t e = 0; e < sample.coding.events.size() && by[i] == nullptr; ++e) {
            const Event& event = sample.coding.events[e];
            if (!sample.used[e] && (!of_kind || event.kind == wishes[i].cells[1]) && meets(event, places)) {
                sample.used[e] = true;
                by[i] = &event;
            }
        }
    }
}

TEST(Wishes, FoundNoLessThanBefore) {
    const std::vector<Row> wishes = case_rows(tests_path("golden/samples_expected.tsv"));
    ASSERT_GE(wishes.size(), 100U);
    std::map<std::string, Coded> samples = coded_samples();
    for (const Row& wish : wishes) {
        ASSERT_EQ(wish.cells.size(), 6U) << wish.where;
        ASSERT_TRUE(samples.contains(wish.cells[0])) << wish.where;
        EXPECT_FALSE(places_of(wish.cells[5], samples.at(wish.cells[0]).text).empty())
            << wish.where << ": the article does not say \"" << wish.cells[5] << "\"";
    }
    std::vector<const Event*> by(wishes.size(), nullptr);
    fulfil(wishes, samples, true, by);
    fulfil(wishes, samples, false, by);
    int found = 0;
    int typed = 0;
    std::string missed;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        found += by[i] != nullptr ? 1 : 0;
        const bool kind = by[i] != nullptr && by[i]->kind == wishes[i].cells[1];
        typed += kind ? 1 : 0;
        if (!kind) {
            missed += "\n    " + wishes[i].where + ": " + wishes[i].cells[1] + " \"" + wishes[i].cells[5] + "\"" +
                      (by[i] == nullptr ? "" : " is given as " + by[i]->kind);
        }
    }
    RecordProperty("wishes", static_cast<int>(wishes.size()));
    RecordProperty("found", found);
    RecordProperty("typed", typed);
    EXPECT_GE(found, kFoundFloor) << "of " << wishes.size() << " wishes; not fulfilled:" << missed;
    EXPECT_GE(typed, kTypedFloor) << "of " << wishes.size() << " wishes; not fulfilled:" << missed;
    const char* tell = std::getenv("DEMARCHE_TELL_WISHES");
    if (tell != nullptr) {
        std::printf("%d of %zu wishes found, %d typed; not fulfilled:%s\n", found, wishes.size(), typed, missed.c_str());
    }
}

}  // namespace
}  // namespace demarche::test
