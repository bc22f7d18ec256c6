#include "language/transitions.hpp"

namespace demarche::language {

void ArcHybrid::reset(std::size_t words) {
    nodes_.assign(words + 1, Node{});
    stack_.clear();
    words_ = static_cast<std::int32_t>(words);
    front_ = 0;
}

bool ArcHybrid::allows(Move move) const {
    switch (move) {
        case Move::shift:
            return front_ < words_;
        case Move::left:
            return front_ < words_ ? !stack_.empty() : stack_.size() == 1;  // one word only hangs on the root
        case Move::right:
            return stack_.size() >= 2;
    }
    return false;
}

void ArcHybrid::apply(Action action) {
    if (action.move == Move::shift) {
        nodes_[static_cast<std::size_t>(front_)].on_stack = true;
        stack_.push_back(front_++);
        return;
    }
    Node& dependent = nodes_[static_cast<std::size_t>(stack_.back())];
    stack_.pop_back();
    dependent.on_stack = false;
    dependent.label = action.label;
    dependent.head = action.move == Move::left ? front_ : stack_.back();
    Node& head = nodes_[static_cast<std::size_t>(dependent.head)];
    (action.move == Move::left ? head.left : head.right) = static_cast<std::uint8_t>(action.label + 1);
}

}  // namespace demarche::language
