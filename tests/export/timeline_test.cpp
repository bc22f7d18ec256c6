// Both timelines read back by RapidJSON, which rejects bad UTF-8, and held against what the clients do with them.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <set>

#include "../../export/text.hpp"
#include "hostile_texts.hpp"
#include "sample_world.hpp"

namespace demarche {
namespace {

rapidjson::Document parse(const std::string& bytes) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(bytes.data(), bytes.size());
    EXPECT_FALSE(document.HasParseError()) << bytes.substr(document.GetErrorOffset() > 40 ? document.GetErrorOffset() - 40 : 0,
                                                           80);
    return document;
}

const rapidjson::Value* find(const rapidjson::Value& list, const char* field, const std::string& id) {
    for (const rapidjson::Value& one : list.GetArray()) {
        if (one[field].GetString() == id) {
            return &one;
        }
    }
    return nullptr;
}

std::string date_of(const rapidjson::Value& date) {
    return std::to_string(date["year"].GetInt()) + "-" + std::to_string(date["month"].GetInt()) + "-" +
           std::to_string(date["day"].GetInt());
}

TEST(TimelineJs, HasEveryDatedEventOnce) {
    const rapidjson::Document file = parse(sample::timelinejs(sample::world(), sample::options()));
    const rapidjson::Value& events = file["events"];
    ASSERT_EQ(events.Size(), 4U);
    EXPECT_EQ(find(events, "unique_id", "ev.5"), nullptr);
    const rapidjson::Value& talks = *find(events, "unique_id", "ev.1");
    EXPECT_EQ(date_of(talks["start_date"]), "2025-7-11");
    EXPECT_FALSE(talks.HasMember("end_date"));
    EXPECT_STREQ(talks["display_date"].GetString(), "11 July 2025");
    EXPECT_STREQ(talks["group"].GetString(), "Talks and visits");
    EXPECT_FALSE(talks["autolink"].GetBool());
    EXPECT_FALSE(talks.HasMember("media"));
    const std::string body = talks["text"]["text"].GetString();
    EXPECT_NE(body.find("<a href=\"https://example.org/a1?x=1&amp;y=2\">Example Wire, 2025-07-11</a>"), std::string::npos)
        << body;
    const rapidjson::Value& halt = *find(events, "unique_id", "ev.2");
    EXPECT_EQ(date_of(halt["start_date"]), "2025-6-1");
    EXPECT_EQ(date_of(halt["end_date"]), "2025-6-30");
    EXPECT_STREQ(halt["display_date"].GetString(), "June 2025");
    const rapidjson::Value& tariffs = *find(events, "unique_id", "ev.4");
    EXPECT_FALSE(tariffs.HasMember("end_date"));
    EXPECT_NE(std::string(tariffs["text"]["text"].GetString()).find("Status: planned"), std::string::npos);
    EXPECT_NE(std::string(file["title"]["text"]["text"].GetString()).find("GeoNames"), std::string::npos);
}

TEST(TimelineJs, NeverHasZeroEvents) {
    for (const World& world : {World{}, [] {
                                   World undated = sample::world();
                                   undated.events.erase(undated.events.begin(), undated.events.begin() + 4);
                                   return undated;
                               }()}) {
        const rapidjson::Document file = parse(sample::timelinejs(world, sample::options()));
        ASSERT_EQ(file["events"].Size(), 1U);
        EXPECT_STREQ(file["events"][0]["unique_id"].GetString(), "no-events");
        EXPECT_TRUE(file["events"][0]["start_date"]["year"].IsInt());
    }
}

TEST(Timelines, KeepTheMostSalientInOrderOfTime) {
    World world = sample::world();
    world.events[1].event.salience = 0.9;
    world.events[3].event.salience = 0.8;
    WriteOptions options = sample::options();
    options.max_events = 2;
    const rapidjson::Document file = parse(sample::timelinejs(world, options));
    ASSERT_EQ(file["events"].Size(), 2U);
    EXPECT_STREQ(file["events"][0]["unique_id"].GetString(), "ev.2");
    EXPECT_STREQ(file["events"][1]["unique_id"].GetString(), "ev.4");
    EXPECT_EQ(parse(sample::vis(world, options))["items"].Size(), 2U);
}

TEST(Vis, RangesEndTheDayAfterAndEveryItemHasItsGroup) {
    const rapidjson::Document file = parse(sample::vis(sample::world(), sample::options()));
    const rapidjson::Value& items = file["items"];
    ASSERT_EQ(items.Size(), 4U);
    std::set<std::string> groups;
    for (const rapidjson::Value& group : file["groups"].GetArray()) {
        EXPECT_TRUE(groups.insert(group["id"].GetString()).second);
    }
    for (const rapidjson::Value& item : items.GetArray()) {
        EXPECT_TRUE(groups.contains(item["group"].GetString()));
        EXPECT_EQ(item.HasMember("end"), std::string(item["type"].GetString()) == "range");
    }
    const rapidjson::Value& talks = *find(items, "id", "ev.1");
    EXPECT_STREQ(talks["start"].GetString(), "2025-07-11T00:00:00");
    EXPECT_STREQ(talks["type"].GetString(), "point");
    const rapidjson::Value& halt = *find(items, "id", "ev.2");
    EXPECT_STREQ(halt["start"].GetString(), "2025-06-01T00:00:00");
    EXPECT_STREQ(halt["end"].GetString(), "2025-07-01T00:00:00");
    const rapidjson::Value& tariffs = *find(items, "id", "ev.4");
    EXPECT_NE(std::string(tariffs["className"].GetString()).find("open-end"), std::string::npos);
    EXPECT_NE(std::string(tariffs["className"].GetString()).find("status-planned"), std::string::npos);
    EXPECT_TRUE(parse(sample::vis(World{}, sample::options()))["items"].Empty());
}

TEST(Timelines, HostileTextIsShownNotObeyed) {
    for (const std::string& words : sample::hostile_texts()) {
        const World world = sample::hostile(words);
        const rapidjson::Document timeline = parse(sample::timelinejs(world, sample::options(Quotes::full)));
        ASSERT_EQ(timeline["events"].Size(), 4U);
        for (const rapidjson::Value& event : timeline["events"].GetArray()) {
            for (const char* field : {"display_date", "group"}) {
                EXPECT_EQ(std::string(event[field].GetString()).find('<'), std::string::npos);
            }
            EXPECT_EQ(std::string(event["text"]["headline"].GetString()).find_first_of("<>\""), std::string::npos);
            const std::string body = event["text"]["text"].GetString();
            EXPECT_EQ(body.find("<script"), std::string::npos);
            EXPECT_EQ(body.find("<a href=\"javascript"), std::string::npos);
        }
        const rapidjson::Document vis = parse(sample::vis(world, sample::options(Quotes::full)));
        ASSERT_EQ(vis["items"].Size(), 4U);
        for (const rapidjson::Value& item : vis["items"].GetArray()) {
            EXPECT_EQ(std::string(item["content"].GetString()).find_first_of("<>\""), std::string::npos);
            EXPECT_EQ(std::string(item["title"].GetString()).find_first_of("<>\""), std::string::npos);
            EXPECT_EQ(std::string(item["className"].GetString()).find_first_of("<>\"'&="), std::string::npos);
        }
    }
}

}  // namespace
}  // namespace demarche
