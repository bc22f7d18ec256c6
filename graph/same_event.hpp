// Whether two reports may be of one event, and how much speaks for it.
#pragma once

#include <string>
#include <vector>

#include "merge_member.hpp"

namespace demarche {

// Nothing contradicts: article, kind, parties, date, named persons, place. Symmetric. Two members of one event must
// all be compatible with each other, which is what keeps a vague report from chaining two dated events together.
[[nodiscard]] bool compatible(const MergeMember& a, const MergeMember& b);

struct Likeness {
    int score = 0;                // 0 .. 1000; whole numbers, so that every machine decides alike
    bool enough = false;          // to call them one event
    std::vector<std::string> on;  // what agrees: "kind", "states", "date", "place", "persons", "words"
};

// REQUIRES compatible(a, b).
[[nodiscard]] Likeness likeness(const MergeMember& a, const MergeMember& b);

}  // namespace demarche
