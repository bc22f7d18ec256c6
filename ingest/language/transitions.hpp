// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer with the artificial root at its
// end, and three moves. A sentence of n words takes 2n moves; exactly one word hangs on the root.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace demarche::language {

enum class Move : std::uint8_t {
    shift,  // the buffer's first word goes on the stack
    left,   // the top of the stack becomes a dependent of the buffer's first word, and is popped
    right   // the top of the stack becomes a dependent of the word below it, and is popped
};

struct Action {
    Move move = Move::shift;
    std::uint8_t label = 0;  // of left and right

    friend constexpr bool operator==(Action, Action) = default;
};

class ArcHybrid {
public:
    static constexpr std::int32_t kNobody = -1;

    void reset(std::size_t words);  // REQUIRES words > 0; keeps memory

    [[nodiscard]] std::int32_t words() const { return words_; }
    [[nodiscard]] std::int32_t front() const { return front_; }  // words() is the root
    [[nodiscard]] std::size_t depth() const { return stack_.size(); }
    [[nodiscard]] std::int32_t stack(std::size_t from_top) const {
        return from_top < stack_.size() ? stack_[stack_.size() - 1 - from_top] : kNobody;
    }
    [[nodiscard]] bool on_stack(std::int32_t word) const { return nodes_[static_cast<std::size_t>(word)].on_stack; }
    [[nodiscard]] bool finished() const { return front_ == words_ && stack_.empty(); }
    [[nodiscard]] bool allows(Move move) const;
    void apply(Action action);  // REQUIRES allows(action.move)

    // Of a finished sentence every word has a head: words() for the root's dependent.
    [[nodiscard]] std::int32_t head(std::size_t word) const { return nodes_[word].head; }
    [[nodiscard]] std::uint8_t label(std::size_t word) const { return nodes_[word].label; }
    // 1 + label of the outermost dependent so far on that side, 0 if there is none; also for the root.
    [[nodiscard]] std::uint8_t left_dependent(std::int32_t word) const { return nodes_[static_cast<std::size_t>(word)].left; }
    [[nodiscard]] std::uint8_t right_dependent(std::int32_t word) const { return nodes_[static_cast<std::size_t>(word)].right; }

private:
    struct Node {
        std::int32_t head = kNobody;
        std::uint8_t label = 0;
        std::uint8_t left = 0;
        std::uint8_t right = 0;
        bool on_stack = false;
    };
    std::vector<Node> nodes_;  // and the root
    std::vector<std::int32_t> stack_;
    std::int32_t words_ = 0;
    std::int32_t front_ = 0;
};

}  // namespace demarche::language
