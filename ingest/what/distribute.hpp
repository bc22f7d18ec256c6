// Collective against distributive readings: "met A and B" is one event of three, "met A and B separately" two events.
#pragma once

#include <vector>

#include "what/candidate.hpp"

namespace demarche {

// Splits a match whose words say that its parties did it each by themselves; otherwise returns it alone. `about` are the words
// of its clause in which such an adverb counts.
[[nodiscard]] std::vector<Candidate> distribute(const Document& document, Candidate candidate, TokenRange about);

}  // namespace demarche
