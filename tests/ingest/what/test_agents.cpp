// Events whose parties are groups or agents without a name.
#include <gtest/gtest.h>

#include "support.hpp"

namespace demarche {
namespace {

// "attack source group.militants, target state.CHL" for each event of a sentence.
std::vector<std::string> events_of(std::string_view sentence) {
    Document document;
    std::vector<std::string> shown;
    for (const Event& event : code(test::article_of(sentence), test::program_data(), {}, document).events) {
        std::string text = event.kind;
        for (const Actor& actor : event.actors) {
            text.append(" ").append(to_string(actor.role)).append(" ").append(actor.id);
        }
        shown.push_back(std::move(text));
    }
    return shown;
}

using Events = std::vector<std::string>;

TEST(Agents, ActWithoutAStateIfAStateIsAParty) {
    EXPECT_EQ(events_of("Gunmen attacked Chilean soldiers on Monday."), Events{"attack source group.militants target state.CHL"});
    EXPECT_EQ(events_of("Norway jailed dozens of protesters."), Events{"detention source state.NOR target group.protesters"});
}

TEST(Agents, AreNoEventAmongThemselves) {
    EXPECT_EQ(events_of("Gunmen attacked villagers on Monday."), Events{});
    EXPECT_EQ(events_of("Rebels held talks with the opposition."), Events{});
}

TEST(Agents, ThatAreOnlyActedOnAreNoSource) {
    EXPECT_EQ(events_of("Villagers condemned Chile on Monday."), Events{});
    EXPECT_EQ(events_of("Chilean villagers condemned Peru on Monday."),
              Events{"condemnation source group.civilians.CHL target state.PER"});
}

TEST(Agents, MightDoSomethingOnACondition) {
    EXPECT_EQ(events_of("Peru would suffer if a Chilean court condemned Norway."), Events{});
}

TEST(Agents, NamedGroupsOfNoStateAreASide) {
    EXPECT_EQ(events_of("Islamic State attacked a village on Monday."), Events{"attack source group.islamic-state"});
    EXPECT_EQ(events_of("Chile held talks with rebels on Monday."),
              Events{"talks participant group.rebels participant state.CHL"});
}

}  // namespace
}  // namespace demarche
