// The tree of a mention: which phrases are folded, how wide the drawing is, and that no record can break it.
#include "mention_tree.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "demarche/ingest/data.hpp"

namespace demarche::cli {
namespace {

const Data& program_data() {
    static const std::shared_ptr<const Data> data = Data::load(DEMARCHE_DATA_DIR, {});
    return *data;
}

Span span_of(std::string_view text, std::string_view words, std::uint32_t shift) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return {at + shift, at + shift + static_cast<std::uint32_t>(words.size())};
}

// The sentence stands at byte 100 of its article.
std::string drawn(const std::string& sentence, const std::string& trigger, Event event, std::size_t width = 100) {
    Terminal terminal;
    terminal.width = width;
    const auto end = static_cast<std::uint32_t>(100 + sentence.size());
    const Mention mention{sentence, {100, end}, trigger, span_of(sentence, trigger, 100)};
    for (Actor& actor : event.actors) {
        actor.span = span_of(sentence, actor.text, 100);
    }
    return mention_tree(terminal, program_data().language(), event, mention);
}

Actor state(Role role, const std::string& code, const std::string& name) {
    return {role, ActorKind::state, "state." + code, name, code, "", name, {}};
}

TEST(MentionTree, PhrasesWithoutAPartAreFolded) {
    Event event;
    event.actors = {state(Role::source, "PER", "Peru"), state(Role::target, "CHL", "Chile")};
    event.date.text = "Tuesday";
    event.date.edtf = "2026-01-13";
    event.why.status = {"visit: infinitive", "agreed to: planned", "no such words: planned", "no colon"};
    EXPECT_EQ(drawn("Peru agreed to visit Chile on Tuesday, an official of the foreign ministry said.", "visit", event),
              "      said  VERB  root\n"
              "      ├─ agreed  VERB  ccomp  ← status planned\n"
              "      │  ├─ Peru  nsubj  ← source PER\n"
              "      │  └─ to visit  VERB  xcomp  ← trigger, status infinitive\n"
              "      │     ├─ Chile  obj  ← target CHL\n"
              "      │     └─ on Tuesday  obl  ← date 2026-01-13\n"
              "      └─ an official of the foreign ministry  nsubj\n");
}

TEST(MentionTree, IsNoWiderThanTheTerminal) {
    Event event;
    event.actors = {state(Role::participant, "NOR", "Norway")};
    const std::string text =
        drawn("Norway held talks on the safety of shipping lanes, the price of cod and the future of the old harbour in Oslo.",
              "talks", event, 44);
    std::istringstream lines(text);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        EXPECT_LE(display_width(line), 44U) << line;
    }
    EXPECT_GE(count, 3U);
    EXPECT_NE(text.find("…"), std::string::npos) << text;
}

TEST(MentionTree, AnyRecordCanBeDrawn) {
    EXPECT_EQ(drawn("", "", {}), "");
    Event event;
    event.actors = {state(Role::source, "PER", "Bolivia")};  // not in the sentence
    EXPECT_EQ(drawn("Peru met Chile.", "parley", event), "") << "nothing of the event stands in it";
    const Terminal terminal;
    const Mention outside{"Peru met Chile.", {10, 4000}, "met", {3000, 3003}};
    EXPECT_EQ(mention_tree(terminal, program_data().language(), {}, outside), "");
    std::string deep = "Peru met";
    for (int i = 0; i < 200; ++i) {
        deep += " a friend of";
    }
    EXPECT_NE(drawn(deep + " Chile.", "Chile", {}), "");
    EXPECT_EQ(drawn("Peru \x1b[2Jmet Chile \xff.", "met", {}).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace demarche::cli
