// Merging is a function of the set of records: no order, no repetition, no grouping changes its bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "demarche/graph/coding_json.hpp"
#include "demarche/graph/merge.hpp"
#include "demarche/graph/world_json.hpp"
#include "random_codings.hpp"

namespace demarche {
namespace {

using testing::Random;

std::vector<Coding> partial(std::vector<Coding> codings) {
    std::vector<std::string> warnings;
    return merge_partial(std::move(codings), warnings);
}

std::vector<Coding> both(const std::vector<Coding>& a, const std::vector<Coding>& b) {
    std::vector<Coding> all = a;
    all.insert(all.end(), b.begin(), b.end());
    return partial(std::move(all));
}

std::string bytes_of(const World& world) {
    std::string lines;
    append_json_lines(lines, world);
    return lines;
}

// A random part of `codings`, with records that contradict others under the same key.
std::vector<Coding> some_of(const std::vector<Coding>& codings, Random& random) {
    std::vector<Coding> part;
    for (const Coding& coding : codings) {
        if (random.chance(60)) {
            part.push_back(coding);
            if (random.chance(10)) {
                part.back().article.title = "Title " + std::to_string(random.below(3));
            }
        }
    }
    testing::shuffle(part, random);
    return part;
}

TEST(MergePartial, IsAssociativeCommutativeAndIdempotent) {
    Random random(11);
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const std::vector<Coding> codings = testing::news_codings(seed, 40);
        const auto a = some_of(codings, random);
        const auto b = some_of(codings, random);
        const auto c = some_of(codings, random);
        EXPECT_EQ(both(both(partial(a), b), c), both(a, both(b, c)));
        EXPECT_EQ(both(a, b), both(b, a));
        EXPECT_EQ(both(a, a), partial(a));
        EXPECT_EQ(partial(partial(a)), partial(a));
    }
}

TEST(MergePartial, SaysWhatItDroppedAndKeepsTheSmallerText) {
    std::vector<Coding> codings(2);
    codings[0].article.id = codings[1].article.id = "twin";
    codings[0].article.hash = "xxh3:2";
    codings[0].article.title = "A";
    codings[1].article.hash = "xxh3:1";
    codings[1].article.title = "B";
    std::vector<std::string> warnings;
    const auto kept = merge_partial(codings, warnings);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].article.title, "A");
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings[0].find("article twin"), std::string::npos);
    EXPECT_NE(warnings[0].find("two articles share this id"), std::string::npos);
}

TEST(MergePartial, KeepsRecordsOfOtherCodersAndTheWorldTakesTheNewest) {
    std::vector<Coding> codings = testing::news_codings(5, 30);
    const auto full = std::find_if(codings.begin(), codings.end(), [](const Coding& c) { return !c.events.empty(); });
    ASSERT_NE(full, codings.end());
    Coding old = *full;
    old.coder.version = "0.9.9";
    old.events.clear();
    full->coder.version = "0.10.0";
    const World alone = merge(partial(codings));
    codings.push_back(old);
    const auto kept = partial(codings);
    EXPECT_EQ(kept.size(), codings.size());
    EXPECT_EQ(bytes_of(merge(kept)), bytes_of(alone));
}

TEST(Merge, GivesTheSameBytesForAnyOrder) {
    Random random(12);
    for (std::uint64_t seed = 100; seed < 120; ++seed) {
        std::vector<Coding> codings = testing::news_codings(seed, 150);
        const std::string bytes = bytes_of(merge(partial(codings)));
        for (int i = 0; i < 3; ++i) {
            testing::shuffle(codings, random);
            ASSERT_EQ(bytes_of(merge(partial(codings))), bytes) << "seed " << seed;
        }
        std::vector<Coding> twice = codings;
        twice.insert(twice.end(), codings.begin(), codings.end());
        ASSERT_EQ(bytes_of(merge(partial(twice))), bytes) << "seed " << seed;
    }
}

TEST(Merge, PutsEveryCodingIntoOneEventAndNoTwoOfAnArticleTogether) {
    std::size_t merged = 0;
    for (std::uint64_t seed = 200; seed < 220; ++seed) {
        const auto codings = partial(testing::news_codings(seed, 150));
        const World world = merge(codings);
        std::map<std::string, int> seen;
        for (const WorldEvent& event : world.events) {
            std::set<std::string> articles;
            for (const std::string& coding : event.codings) {
                ++seen[coding];
                EXPECT_TRUE(articles.insert(coding.substr(0, coding.find('.'))).second) << event.event.id;
            }
            EXPECT_EQ(event.articles.size(), event.codings.size());
            EXPECT_EQ(event.grounds.size(), event.codings.size() - 1);
            EXPECT_GE(event.history.size(), event.codings.size());
            merged += event.grounds.size();
        }
        std::size_t count = 0;
        for (const Coding& coding : codings) {
            count += coding.events.size();
            for (const Event& event : coding.events) {
                EXPECT_EQ(seen[event.id], 1) << event.id;
            }
        }
        EXPECT_EQ(seen.size(), count);
    }
    EXPECT_GT(merged, 500U);  // the records are such that there is something to merge
}

TEST(Merge, ReadsBackItsWorld) {
    const World world = merge(partial(testing::news_codings(300, 200)));
    EXPECT_EQ(parse_world(bytes_of(world)), world);
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    EXPECT_TRUE(std::is_sorted(world.actors.begin(), world.actors.end(), by_id));
    EXPECT_TRUE(std::is_sorted(world.places.begin(), world.places.end(), by_id));
    EXPECT_TRUE(std::is_sorted(world.articles.begin(), world.articles.end(), by_id));
    std::set<std::string> ids;
    for (const WorldActor& actor : world.actors) {
        ids.insert(actor.id);
    }
    for (const WorldEvent& event : world.events) {
        for (const Actor& actor : event.event.actors) {
            EXPECT_EQ(ids.count(actor.id), 1U) << actor.id;
        }
    }
}

TEST(Merge, IdsDependOnTheEarliestReportAlone) {
    std::vector<Coding> codings(1);
    codings[0].article.id = "w1";
    codings[0].article.published = parse_published("2031-03-04T10:00:00+09:00");
    Event event;
    event.id = "w1.e1";
    event.kind = "talks";
    event.date = span_of_day(*day_of(2031, 3, 4));
    for (const char* state : {"KOR", "JPN"}) {
        event.actors.push_back({Role::participant, ActorKind::state, std::string("state.") + state, state, state, "", "", {}});
    }
    codings[0].events.push_back(event);
    const std::string id = merge(codings).events.at(0).event.id;
    EXPECT_EQ(id, "ev.08cb96c19d807349");
    codings.push_back(codings[0]);
    codings[1].article.id = "w2";
    codings[1].article.published = parse_published("2031-03-04T12:00:00+09:00");
    codings[1].events[0].id = "w2.e1";
    const World later = merge(codings);
    ASSERT_EQ(later.events.size(), 1U);
    EXPECT_EQ(later.events[0].event.id, id);
    codings[1].article.published = parse_published("2031-03-04T08:00:00+09:00");
    const World earlier = merge(codings);
    ASSERT_EQ(earlier.events.size(), 1U);
    EXPECT_NE(earlier.events[0].event.id, id);
}

}  // namespace
}  // namespace demarche
