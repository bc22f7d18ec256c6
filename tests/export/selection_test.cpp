#include "demarche/export/selection.hpp"

#include <gtest/gtest.h>

#include "sample_world.hpp"

namespace demarche {
namespace {

std::string events_of(const Selection& selection) {
    std::string ids;
    for (const WorldEvent& one : select(sample::world(), selection).events) {
        ids += one.event.id.substr(3);
    }
    return ids;
}

Selection dates(std::optional<Day> from, std::optional<Day> to) {
    Selection s;
    s.from = from;
    s.to = to;
    return s;
}

Selection actors(std::string name) {
    Selection s;
    s.actors = {std::move(name)};
    return s;
}

TEST(Selection, EmptyIsEverything) {
    EXPECT_TRUE(Selection{}.everything());
    EXPECT_EQ(select(sample::world(), {}), sample::world());
}

TEST(Selection, DatesThatCanBe) {
    EXPECT_EQ(events_of(dates(sample::day(2025, 7, 1), {})), "134");
    EXPECT_EQ(events_of(dates({}, sample::day(2025, 7, 8))), "23");
    EXPECT_EQ(events_of(dates(sample::day(2025, 6, 30), sample::day(2025, 6, 30))), "2");
    EXPECT_EQ(events_of(dates(sample::day(2030, 1, 1), {})), "4");  // open at its end
}

TEST(Selection, ActorsByIdNameOrState) {
    EXPECT_EQ(events_of(actors("STATE.bor")), "124");
    EXPECT_EQ(events_of(actors("borland")), "124");
    EXPECT_EQ(events_of(actors("arl")), "1245");
    EXPECT_EQ(events_of(actors("ana b. example")), "15");
    EXPECT_EQ(events_of(actors("nobody")), "");
}

TEST(Selection, KindStatusConfidence) {
    Selection kind;
    kind.kinds = {"HALT", "consult"};
    EXPECT_EQ(events_of(kind), "123");
    Selection status;
    status.statuses = {Status::planned, Status::ongoing};
    EXPECT_EQ(events_of(status), "45");
    Selection confidence;
    confidence.min_confidence = 0.76;
    EXPECT_EQ(events_of(confidence), "");
    confidence.min_confidence = 0.75;
    EXPECT_EQ(events_of(confidence), "12345");
}

TEST(Selection, KeepsWhatTheEventsNeed) {
    Selection s;
    s.kinds = {"appointment"};
    const World world = select(sample::world(), s);
    ASSERT_EQ(world.actors.size(), 2U);  // the person, and the state she acts for
    EXPECT_EQ(world.actors[1].id, "state.ARL");
    EXPECT_TRUE(world.places.empty());
    EXPECT_TRUE(world.links.empty());
    ASSERT_EQ(world.articles.size(), 1U);
    s.kinds = {"talks", "conference"};
    EXPECT_EQ(select(sample::world(), s).links.size(), 1U);
}

}  // namespace
}  // namespace demarche
