// The coding and world records: reading gives back what was written, whatever stands in it, and complaints name the field.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "demarche/graph/coding_json.hpp"
#include "demarche/graph/world_json.hpp"
#include "random_codings.hpp"

namespace demarche {
namespace {

using testing::Random;

std::string line_of(const Coding& coding) {
    std::string line;
    append_json_line(line, coding);
    return line;
}

std::string complaint_about(std::string_view line) {
    try {
        static_cast<void>(parse_coding(line));
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "";
}

TEST(CodingJson, ReadsBackWhatItWrote) {
    Random random(1);
    for (int i = 0; i < 3000; ++i) {
        const Coding coding = testing::hostile_coding(random);
        const std::string line = line_of(coding);
        ASSERT_EQ(std::count(line.begin(), line.end(), '\n'), 1) << line;
        ASSERT_EQ(parse_coding(line), coding) << line;
        ASSERT_EQ(line_of(parse_coding(line)), line);
    }
}

TEST(CodingJson, HasTheKeysOfTheRecordInOrder) {
    Coding coding;
    coding.coder = {"0.1.0", "xxh3:41"};
    coding.article.id = "w1";
    coding.article.published = parse_published("2031-03-04T10:00:00+09:00");
    coding.article.source = {"in/w1.txt", "text", 0, 900};
    Event event;
    event.id = "w1.e1";
    event.kind = "talks";
    event.plover = "CONSULT";
    event.date = span_until(*day_of(2031, 3, 4));
    event.date.basis = DateBasis::full;
    event.actors.push_back({Role::host, ActorKind::organisation, "org.ABC", "ABC", "ABC", "", "the ABC", {4, 11}});
    event.mentions.push_back({"The ABC met.", {0, 12}, "met", {8, 11}});
    event.salience = 0.123456;
    event.confidence = 1;
    event.why = {"r.1", {"met"}, {"past tense"}, {}};
    coding.events.push_back(event);
    EXPECT_EQ(
        line_of(coding),
        R"({"schema":"demarche/coding/1","coder":{"version":"0.1.0","data":"xxh3:41"},"article":{"id":"w1","url":"","outlet":"",)"
        R"("title":"","published":"2031-03-04T10:00:00+09:00","language":"","hash":"","source":{"path":"in/w1.txt","format":"text",)"
        R"("span":[0,900]}},"events":[{"id":"w1.e1","kind":"talks","plover":"CONSULT","mode":null,"cameo":null,"status":"occurred",)"
        R"("title":"","date":{"edtf":"../2031-03-04","first":null,"last":"2031-03-04","precision":"open","text":"","basis":"explicit"},)"
        R"("place":null,"actors":[{"role":"host","name":"ABC","state":"ABC","office":"","kind":"organisation","id":"org.ABC",)"
        R"("text":"the ABC","span":[4,11]}],"mentions":[{"sentence":"The ABC met.","sentence_span":[0,12],"trigger":"met",)"
        R"("trigger_span":[8,11]}],"attribution":null,"salience":0.1235,"confidence":1,"why":{"rule":"r.1","terms":["met"],)"
        R"("notes":["past tense"]}}],"links":[],"roster":[],"rejected":null})"
        "\n");
}

TEST(CodingJson, TheStatusPathIsWrittenWhereThereIsOne) {
    Coding coding;
    coding.article.id = "w1";
    Event& event = coding.events.emplace_back();
    event.id = "w1.e1";
    event.kind = "talks";
    event.why.rule = "r.1";
    EXPECT_NE(line_of(coding).find(R"("notes":[]}}])"), std::string::npos) << line_of(coding);
    event.why.status = {"meet: infinitive", "agreed to: planned"};
    const std::string line = line_of(coding);
    EXPECT_NE(line.find(R"("notes":[],"status":["meet: infinitive","agreed to: planned"]}})"), std::string::npos) << line;
    EXPECT_EQ(parse_coding(line), coding);
    EXPECT_NE(complaint_about(R"({"schema":"demarche/coding/1","article":{"id":"w1"},"events":[{"id":"w1.e1","kind":"talks",)"
                              R"("status":"occurred","why":{"status":"planned"}}]})"),
              "");
}

TEST(CodingJson, RepairsTextThatIsNotUtf8) {
    Coding coding;
    coding.article.id = "w1";
    coding.article.title = "caf\xE9 \xED\xA0\x80 \xF0\x9F\x98 end";
    const Coding read = parse_coding(line_of(coding));
    EXPECT_EQ(read.article.title, "caf\uFFFD \uFFFD\uFFFD\uFFFD \uFFFD end");
}

TEST(CodingJson, NeverWritesWhatIsNoNumber) {
    Coding coding;
    coding.article.id = "w1";
    Event& event = coding.events.emplace_back();
    event.id = "w1.e1";
    event.kind = "talks";
    event.salience = std::numeric_limits<double>::quiet_NaN();
    event.confidence = std::numeric_limits<double>::infinity();
    event.place = Place{"Bay", "", std::nan(""), 1.5, std::nullopt};
    const Coding read = parse_coding(line_of(coding));
    EXPECT_EQ(read.events[0].salience, 0.0);
    EXPECT_EQ(read.events[0].confidence, 1.0);
    EXPECT_FALSE(read.events[0].place->lat.has_value());
    EXPECT_EQ(read.events[0].place->lon, 1.5);
}

TEST(CodingJson, TakesFieldsOfLaterVersionsAndAbsentOnes) {
    const Coding coding = parse_coding(
        R"({"schema":"demarche/coding/1","new":[1,{"x":2}],"article":{"id":"w1","mood":"calm"},"events":[{"id":"w1.e1","kind":"talks","status":"planned"}]})");
    EXPECT_EQ(coding.article.id, "w1");
    ASSERT_EQ(coding.events.size(), 1U);
    EXPECT_EQ(coding.events[0].status, Status::planned);
    EXPECT_FALSE(coding.events[0].date.known());
}

TEST(CodingJson, ComplaintsNameTheField) {
    const std::string begin = R"({"schema":"demarche/coding/1","article":{"id":"w1")";
    const std::string event = R"("},"events":[{"id":"w1.e1","kind":"talks","status":"occurred",)";
    const auto article = [&](const std::string& rest) { return complaint_about(begin + rest); };
    EXPECT_EQ(article(R"(,"published":"yesterday"}})"),
              "article.published must be a time like 2025-07-11T23:30:00+09:00 or a day like 2025-07-11");
    EXPECT_EQ(article(R"(},"events":7})"), "events must be an array");
    EXPECT_EQ(article(R"(},"events":[{"id":"w1.e1","kind":"talks","status":"done"}]})"),
              "events[0].status must be occurred, ongoing, planned, possible, denied or cancelled");
    EXPECT_EQ(article(R"(},"events":[{"id":"w1.e1","kind":"talks","status":"occurred","date":{"first":"2031-02-30"}}]})"),
              "events[0].date.first must be a day like 2025-07-11");
    EXPECT_EQ(
        article(
            R"(},"events":[{"id":"w1.e1","kind":"talks","status":"occurred","date":{"first":"2031-02-03","last":"2031-02-01"}}]})"),
        "events[0].date.last must be no earlier than date.first");
    EXPECT_EQ(article(R"(},"events":[{"id":"w1.e1","kind":"talks","status":"occurred","salience":1.5}]})"),
              "events[0].salience must be between 0 and 1");
    EXPECT_EQ(
        article(
            R"(},"events":[{"id":"w1.e1","kind":"talks","status":"occurred","actors":[{"role":"host","kind":"state","id":""}]}]})"),
        "events[0].actors[0].id must be a text that is not empty");
    EXPECT_EQ(article(R"(},"events":[{"id":"w1.e1","kind":"talks","status":"occurred","mentions":[{"sentence_span":[9,3]}]}]})"),
              "events[0].mentions[0].sentence_span must be a pair [begin, end] with begin <= end");
    EXPECT_EQ(complaint_about(R"({"schema":"demarche/coding/9"})"),
              "schema must be \"demarche/coding/1\": this is not a coding record of this version");
    EXPECT_EQ(complaint_about("[]"), "the line must be an object");
    EXPECT_NE(complaint_about(begin).find("not valid JSON at byte"), std::string::npos);
}

TEST(CodingJson, SurvivesDepthAndJunk) {
    EXPECT_NE(complaint_about(std::string(2000000, '[')), "");
    EXPECT_NE(complaint_about(std::string(2000000, '[') + std::string(2000000, ']')), "");
    EXPECT_NE(complaint_about(""), "");
    EXPECT_NE(complaint_about(std::string_view("\0", 1)), "");
    EXPECT_NE(complaint_about("{\"schema\":\"\xFF\"}"), "");
}

TEST(WorldJson, ReadsBackWhatItWrote) {
    Random random(2);
    for (int i = 0; i < 500; ++i) {
        const World world = testing::hostile_world(random);
        std::string lines;
        append_json_lines(lines, world);
        ASSERT_EQ(parse_world(lines), world) << lines;
    }
}

TEST(WorldJson, PutsLinesOfAnyOrderInIdOrder) {
    Random random(3);
    const World world = testing::hostile_world(random);
    std::string text;
    append_json_lines(text, world);
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    testing::shuffle(lines, random);
    std::string shuffled;
    for (const std::string& line : lines) {
        shuffled += line + "\n";  // an empty line between two is nothing
    }
    EXPECT_EQ(parse_world(shuffled), world);
}

TEST(WorldJson, ComplaintsNameTheLine) {
    try {
        static_cast<void>(parse_world("\n{\"type\":\"article\",\"id\":\"a\"}\n{\"type\":\"star\"}\n"));
        FAIL() << "a line of an unknown type was read";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "line 3 of the world record: type must be event, link, actor, place or article");
    }
}

}  // namespace
}  // namespace demarche
