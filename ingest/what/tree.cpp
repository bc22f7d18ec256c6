// The dependency tree of one sentence, from heads to children.
#include "what/shape.hpp"

namespace demarche {

void Tree::build(const Document& document, TokenRange tokens) {
    begin_ = tokens.begin;
    head_.assign(tokens.size(), kNone);
    first_.assign(tokens.size(), kNone);
    next_.assign(tokens.size(), kNone);
    for (std::uint32_t token = tokens.end; token-- > tokens.begin;) {  // backwards, so that lists come in text order
        const std::int32_t head = document.tokens[token].head;
        if (head < 0 || !tokens.contains(static_cast<std::uint32_t>(head))) {
            continue;
        }
        head_[token - begin_] = head;
        next_[token - begin_] = first_[static_cast<std::uint32_t>(head) - begin_];
        first_[static_cast<std::uint32_t>(head) - begin_] = static_cast<std::int32_t>(token);
    }
}

}  // namespace demarche
