#include "language/transitions.hpp"

#include <gtest/gtest.h>

namespace demarche::testing {
namespace {

using language::Action;
using language::ArcHybrid;
using language::Move;

TEST(ArcHybrid, DrawsATree) {  // "Ministers met envoys"
    ArcHybrid state;
    state.reset(3);
    for (const Action action : {Action{Move::shift, 0}, Action{Move::left, 1}, Action{Move::shift, 0}, Action{Move::shift, 0},
                                Action{Move::right, 2}, Action{Move::left, 0}}) {
        ASSERT_TRUE(state.allows(action.move));
        state.apply(action);
    }
    EXPECT_TRUE(state.finished());
    EXPECT_EQ(state.head(0), 1);
    EXPECT_EQ(state.label(0), 1);
    EXPECT_EQ(state.head(1), 3);  // the root
    EXPECT_EQ(state.head(2), 1);
    EXPECT_EQ(state.left_dependent(1), 1 + 1);
    EXPECT_EQ(state.right_dependent(1), 2 + 1);
}

TEST(ArcHybrid, OneRootOnly) {
    ArcHybrid state;
    state.reset(2);
    EXPECT_FALSE(state.allows(Move::left));
    EXPECT_FALSE(state.allows(Move::right));
    state.apply({Move::shift, 0});
    state.apply({Move::shift, 0});
    EXPECT_FALSE(state.allows(Move::shift));
    EXPECT_FALSE(state.allows(Move::left)) << "the second word of the stack would have to hang on the root as well";
    ASSERT_TRUE(state.allows(Move::right));
    state.apply({Move::right, 0});
    ASSERT_TRUE(state.allows(Move::left));
    state.apply({Move::left, 0});
    EXPECT_TRUE(state.finished());
}

// Whatever is chosen among the allowed moves, a sentence of n words ends after 2n of them with one root and no cycle.
TEST(ArcHybrid, AnyChoiceGivesATree) {
    std::uint64_t random = 7;
    ArcHybrid state;
    for (std::size_t words = 1; words < 40; ++words) {
        state.reset(words);
        std::size_t moves = 0;
        while (!state.finished()) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            Action action{static_cast<Move>((random >> 33U) % 3), static_cast<std::uint8_t>((random >> 40U) % 5)};
            while (!state.allows(action.move)) {
                action.move = static_cast<Move>((static_cast<int>(action.move) + 1) % 3);
            }
            state.apply(action);
            ++moves;
        }
        EXPECT_EQ(moves, 2 * words);
        std::size_t roots = 0;
        for (std::size_t word = 0; word < words; ++word) {
            roots += state.head(word) == state.words() ? 1U : 0U;
            std::size_t steps = 0;
            for (std::int32_t at = static_cast<std::int32_t>(word); at != state.words() && steps <= words; ++steps) {
                at = state.head(static_cast<std::size_t>(at));
            }
            EXPECT_LE(steps, words);
        }
        EXPECT_EQ(roots, 1U);
    }
}

}  // namespace
}  // namespace demarche::testing
