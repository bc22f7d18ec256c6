#include <gtest/gtest.h>

#include <filesystem>

#include "support.hpp"

namespace demarche {
namespace {

namespace fs = std::filesystem;

// A user's data folder with one table.
class UserFolder : public ::testing::Test {
protected:
    void SetUp() override {
        root_ = fs::path(::testing::TempDir()) /
                ("who_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::create_directories(root_ / "who");
    }
    void TearDown() override { fs::remove_all(root_); }

    void put(const std::string& table, const std::string& content) const { std::ofstream(root_ / "who" / table) << content; }
    std::unique_ptr<const ActorTables> load() const { return ActorTables::load({DEMARCHE_DATA_DIR, {root_.string()}}); }
    std::string failure() const {
        try {
            (void)load();
        } catch (const DataError& error) {
            return error.what();
        }
        return "";
    }

private:
    fs::path root_;
};

struct Bad {
    const char* table;
    const char* content;
    const char* message;  // must stand in the error, with file and line
};

TEST_F(UserFolder, BadRowsAreNamedByFileAndLine) {
    const std::vector<Bad> cases{
        {"states.tsv", "id\tname\tnames\tadjectives\tpeople\tseats\tcombining\nRu\tRuritania\t\t\t\t\t\n",
         "who/states.tsv:2: \"Ru\" is no alpha-3 code"},
        {"states.tsv", "id\tname\tnames\tadjectives\tpeople\tseats\tcombining\n# note\nRUR\t\t\t\t\t\t\n",
         "who/states.tsv:3: the state has no name"},
        {"orgs.tsv", "id\tname\tnames\tkind\tstate\nX\tX\tX\tclub\t\n", "who/orgs.tsv:2: \"club\" is no kind"},
        {"orgs.tsv", "id\tname\tnames\tkind\tstate\nX Y\tX\tX\tgroup\t\n", "who/orgs.tsv:2: id and state"},
        {"persons.tsv",
         "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\nA B\t\tKEN\tboss\tboss\tB\t2020-01-01\t2021-01-01\n",
         "who/persons.tsv:2: \"boss\" is no class"},
        {"persons.tsv",
         "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\nA B\t\tKEN\tx\tminister\tB\t2021-01-01\t2020-01-01\n",
         "who/persons.tsv:2: first and last"},
        {"persons.tsv",
         "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\nA B\t\tKEN\tx\tminister\tB\t2020-02-31\t2020-03-01\n",
         "who/persons.tsv:2: first and last"},
        {"words.tsv", "phrase\trole\tclass\tstate\nx\tnoun\t\t\n", "who/words.tsv:2: \"noun\" is no role"},
        {"words.tsv", "phrase\trole\tclass\tstate\nx\ttitle\tking\t\n", "who/words.tsv:2: \"king\" is no class"},
        {"words.tsv", "phrase\trole\tclass\tstate\nx\ttitle\tminister\tQQQ\n", "who/words.tsv:2: \"QQQ\" is no state"},
        {"names.tsv", "name\tuse\nanna\tpet\n", "who/names.tsv:2: the use of a name"},
        {"seats.tsv", "name\torganisation\nBabel\tNOBODY\n", "who/seats.tsv:2: \"NOBODY\" is no id"},
        {"homographs.tsv", "name\nX\n", "who/homographs.tsv:1: the header has no column"},
        {"collectives.tsv", "singular\tplural\tclass\tkind\tstate\talone\nx\txs\tX Y\tgroup\towner\tyes\n",
         "who/collectives.tsv:2: \"X Y\" is no class"},
        {"collectives.tsv", "singular\tplural\tclass\tkind\tstate\talone\nx\txs\tx\tclub\towner\tyes\n",
         "who/collectives.tsv:2: \"club\" is no kind"},
        {"collectives.tsv", "singular\tplural\tclass\tkind\tstate\talone\nx\txs\tx\tgroup\towner\tperhaps\n",
         "who/collectives.tsv:2: state is owner or place"},
        {"surname_states.tsv", "state\nQQQ\n", "who/surname_states.tsv:2: \"QQQ\" is no state"},
        {"not_actors.tsv", "name\nX\tY\n", "who/not_actors.tsv:2: 2 cells where the header has 1"},
    };
    for (const Bad& bad : cases) {
        put(bad.table, bad.content);
        EXPECT_NE(failure().find(bad.message), std::string::npos) << bad.content << "\ngave: " << failure();
        put(bad.table, std::string(bad.content).substr(0, std::string(bad.content).find('\n') + 1));  // header alone is fine
        if (std::string(bad.table) == "homographs.tsv") {
            put(bad.table, "name\tneeds\trefuses_next\trefuses_previous\n");
        }
    }
    EXPECT_EQ(failure(), "");
}

TEST_F(UserFolder, AMissingTableIsAnError) {
    EXPECT_THROW((void)ActorTables::load({::testing::TempDir() + "/nothing_here", {}}), DataError);
}

TEST_F(UserFolder, UserRowsAddActors) {
    put("states.tsv",
        "id\tname\tnames\tadjectives\tpeople\tseats\tcombining\nRUR\tRuritania\t\tRuritanian\tRuritanians\tStrelsau\t\n");
    put("orgs.tsv", "id\tname\tnames\tkind\tstate\nred-hand\tRed Hand\tRed Hand\tgroup\tRUR\n");
    put("persons.tsv",
        "name\taliases\tstate\toffice\tclass\tsurname\tfirst\tlast\nRudolf "
        "Elphberg\t\tRUR\tKing\thead_of_state\tElphberg\t2020-01-01\t2025-01-01\n");
    const auto tables = load();
    const auto read = test::read("Ruritania and Kenya condemned Red Hand. Rudolf Elphberg spoke, and Strelsau agreed.",
                                 "2024-03-05", "", *tables);
    std::vector<std::string> ids;
    for (const Entity& entity : read->document.entities) {
        ids.push_back(entity.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"state.RUR", "state.KEN", "group.red-hand.RUR", "person.rudolf-elphberg.RUR"}));
    EXPECT_EQ(read->document.entities[3].office, "King");
}

TEST_F(UserFolder, RowsOfAKnownGroupAddNamesAndWordsAddAgents) {
    put("movements.tsv", "id\tname\tnames\tkind\tstate\nhamas\tHamas\tGreen Banner\tgroup\tPSE\n");
    put("collectives.tsv", "singular\tplural\tclass\tkind\tstate\talone\nfalconer\tfalconers\tfalconers\tgroup\towner\tyes\n");
    const auto tables = load();
    const auto read =
        test::read("Green Banner thanked Hamas. The court praised the Kenyan falconers.", "2024-03-05", "", *tables);
    std::vector<std::string> ids;
    for (const Entity& entity : read->document.entities) {
        ids.push_back(entity.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"group.hamas.PSE", "org.court", "group.falconers.KEN"}));
}

TEST(Lexicon, LongestPhraseWithTheRightCapitals) {
    Lexicon lexicon;
    lexicon.add("US", Sense::state_name, 1);
    lexicon.add("South Sudan", Sense::state_name, 2);
    lexicon.add("South", Sense::state_name, 3);
    lexicon.add("Perú", Sense::state_name, 4);
    lexicon.finish();
    const auto found = [&](std::string_view text) {
        std::vector<DocumentWord> words;
        fold_words(text, [&](const FoldedWord& w) {
            words.push_back({w.hash, static_cast<std::uint32_t>(words.size()), w.initial_capital, w.all_capitals, true});
        });
        std::vector<Meaning> meanings;
        return lexicon.match(words, meanings) == 0 ? 0U : meanings.front().index;
    };
    EXPECT_EQ(found("US troops"), 1U);
    EXPECT_EQ(found("U.S. troops"), 1U);
    EXPECT_EQ(found("us"), 0U);
    EXPECT_EQ(found("South Sudan"), 2U);
    EXPECT_EQ(found("South Kivu"), 3U);
    EXPECT_EQ(found("south Sudan"), 0U);
    EXPECT_EQ(found("Peru"), 4U);
    EXPECT_EQ(found("PERÚ"), 4U);
}

TEST(Fold, SlugsAreAsciiAndKeepWordsApart) {
    EXPECT_EQ(fold_slug("Park Yoon-joo"), "park-yoon-joo");
    EXPECT_EQ(fold_slug("Ðặng Văn Łukasz Åsa Şahin"), "dang-van-lukasz-asa-sahin");
    EXPECT_EQ(fold_slug("J. O\u2019Neill"), "j-o-neill");
    EXPECT_EQ(fold_slug("..."), "");
    EXPECT_EQ(fold_hash("José ÁLVAREZ"), fold_hash("jose alvarez"));
    EXPECT_NE(fold_hash("Jo Se"), fold_hash("Jose"));
}

}  // namespace
}  // namespace demarche
