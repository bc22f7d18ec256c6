#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "support.hpp"
#include "who/name_tables.hpp"

namespace demarche {
namespace {

std::string shown(const Document& document) {
    std::string all;
    for (const ActorMention& mention : document.actors) {
        all += all.empty() ? "" : "|";
        all.append(mention.span.in(document.text())).append(" = ");
        for (std::size_t e = 0; e < mention.entities.size(); ++e) {
            all.append(e == 0 ? "" : ",").append(document.entities[mention.entities[e]].id);
        }
        all += mention.adjective ? " adj" : "";
        const bool plain = mention.ground == Ground::name || mention.ground == Ground::acronym ||
                           mention.ground == Ground::demonym || mention.ground == Ground::capital ||
                           mention.ground == Ground::title_and_name;
        if (!plain) {
            all.append(" ").append(to_string(mention.ground));
        }
    }
    return all;
}

TEST(FindActors, Cases) {
    const auto cases = test::rows("cases.tsv");
    ASSERT_GE(cases.size(), 60U);
    for (const auto& row : cases) {
        ASSERT_EQ(row.size(), 4U) << row[0];
        EXPECT_EQ(shown(test::read(row[2], row[0], row[1])->document), row[3]) << row[2];
    }
}

TEST(FindActors, GroupsAndAgentsWithoutAName) {
    const auto cases = test::rows("agents.tsv");
    ASSERT_GE(cases.size(), 25U);
    for (const auto& row : cases) {
        ASSERT_EQ(row.size(), 4U) << row[0];
        EXPECT_EQ(shown(test::read(row[2], row[0], row[1])->document), row[3]) << row[2];
    }
}

TEST(PlaceBodies, Cases) {
    const auto cases = test::rows("towns.tsv");
    ASSERT_GE(cases.size(), 5U);
    for (const auto& row : cases) {
        ASSERT_EQ(row.size(), 4U) << row[0];
        const auto read = test::read(row[0], "2024-03-05");
        Document& document = read->document;
        for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
            if (document.tokens[i].form == row[1]) {
                PlaceMention place;
                place.tokens = {i, i + 1};
                place.span = document.tokens[i].span;
                place.place.name = row[1];
                place.place.country = row[2];
                document.places.push_back(place);
            }
        }
        place_bodies(document);
        EXPECT_EQ(shown(document), row[3]) << row[0];
    }
}

TEST(FindNames, Cases) {
    constexpr std::array<std::string_view, 6> kinds{"person", "state", "organisation", "party", "place", "other"};
    const auto tables = NameTables::load({DEMARCHE_DATA_DIR, {}});
    const auto cases = test::rows("names.tsv");
    ASSERT_GE(cases.size(), 9U);
    for (const auto& row : cases) {
        ASSERT_EQ(row.size(), 2U) << row[0];
        const auto read = test::read(row[0], "2024-03-05");
        find_names(read->document, test::actors(), *tables);
        std::string names;
        for (const NameMention& name : read->document.names) {
            names += names.empty() ? "" : "|";
            names.append(name.span.in(read->document.text())).append(" = ").append(kinds.at(static_cast<std::size_t>(name.kind)));
        }
        EXPECT_EQ(names, row[1]) << row[0];
    }
}

TEST(FindActors, PersonsAndRoster) {
    const auto cases = test::rows("persons.tsv");
    ASSERT_GE(cases.size(), 15U);
    for (const auto& row : cases) {
        ASSERT_EQ(row.size(), 7U) << row[1];
        const auto read = test::read(row[1], row[0]);
        const auto& entities = read->document.entities;
        const auto who = std::find_if(entities.begin(), entities.end(),
                                      [&](const Entity& e) { return e.kind == ActorKind::person && e.name == row[2]; });
        ASSERT_NE(who, entities.end()) << row[1];
        EXPECT_EQ(who->state, row[3]) << row[1];
        EXPECT_EQ(who->office, row[4]) << row[1];
        EXPECT_EQ(who->surname, row[5]) << row[1];
        const auto& roster = read->document.roster;
        const bool listed = std::any_of(roster.begin(), roster.end(), [&](const RosterEntry& r) {
            return r.name == row[2] && r.state == row[3] && r.office == row[4] && r.seen == parse_iso_date(row[0]);
        });
        EXPECT_EQ(listed, row[6] == "yes") << row[1];
    }
}

// Every case again, all in one article: mentions stand in order, do not overlap, and each names somebody.
TEST(FindActors, MentionsAreOrderedAndWhole) {
    std::string text;
    for (const auto& row : test::rows("cases.tsv")) {
        text += row[2] + " ";
    }
    const auto read = test::read(text, "2024-03-05");
    const Document& document = read->document;
    ASSERT_GT(document.actors.size(), 100U);
    std::uint32_t end = 0;
    for (const ActorMention& mention : document.actors) {
        EXPECT_GE(mention.tokens.begin, end);
        EXPECT_LT(mention.tokens.begin, mention.tokens.end);
        EXPECT_EQ(mention.span.begin, document.tokens[mention.tokens.begin].span.begin);
        EXPECT_EQ(mention.span.end, document.tokens[mention.tokens.end - 1].span.end);
        ASSERT_FALSE(mention.entities.empty());
        for (const std::uint32_t entity : mention.entities) {
            EXPECT_LT(entity, document.entities.size());
        }
        end = mention.tokens.end;
    }
    std::vector<std::string> ids;
    for (const Entity& entity : document.entities) {
        ids.push_back(entity.id);
        EXPECT_EQ(entity.id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"),
                  std::string::npos)
            << entity.id;
    }
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end()) << "one entity, one id";
}

TEST(FindActors, NewsAgenciesSpeakButAreNoParty) {
    const auto read = test::read("Reuters quoted Kenya.", "2024-03-05");
    ASSERT_EQ(read->document.entities.size(), 2U);
    EXPECT_TRUE(read->document.entities[0].news_agency);
    EXPECT_FALSE(read->document.entities[1].news_agency);
}

TEST(FindActors, UnnamedOfficialsStandForTheirState) {
    const auto read = test::read("Kenyan diplomats left.", "2024-03-05");
    ASSERT_EQ(read->document.actors.size(), 1U);
    EXPECT_TRUE(read->document.actors[0].anonymous);
    EXPECT_EQ(read->document.entities[0].id, "state.KEN");
}

TEST(FindActors, ThePossessiveIsMarkedAndLeftOutOfTheSpan) {
    const auto read = test::read("Kenya's offer stands.", "2024-03-05");
    ASSERT_EQ(read->document.actors.size(), 1U);
    EXPECT_TRUE(read->document.actors[0].possessive);
    EXPECT_EQ(read->document.actors[0].span.in(read->document.text()), "Kenya");
}

TEST(FindActors, AnOfficeEndsOnTheDayThatTheTableTells) {
    EXPECT_EQ(test::read("The Trump administration objected.", "2018-06-01")->document.entities.size(), 1U);
    EXPECT_TRUE(test::read("The Trump administration objected.", "2010-06-01")->document.entities.empty());
    EXPECT_EQ(test::read("Marco Rubio spoke.", "2025-07-11")->document.entities[0].office, "Secretary of State");
}

TEST(FindActors, EmptyAndForeignTextGiveNothing) {
    EXPECT_TRUE(test::read("", "")->document.actors.empty());
    EXPECT_TRUE(test::read("\xE6\x97\xA5\xE6\x9C\xAC \xD0\x9C\xD0\xBE\xD1\x81", "")->document.actors.empty());
    EXPECT_TRUE(test::read("- ' ' - . , 's 's -", "")->document.actors.empty());
}

}  // namespace
}  // namespace demarche
