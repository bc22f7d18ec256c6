// Merging coding records into one world. The world is a pure function of the set of records: the order of arrival,
// the number of threads and earlier worlds do not change its bytes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "demarche/graph/world.hpp"

namespace demarche {

// The sorted, de-duplicated set of records (key: article id and coder). Associative, commutative, idempotent.
// Two different records under one key: the smaller record text stays, and a sentence about it is added to `warnings`.
[[nodiscard]] std::vector<Coding> merge_partial(std::vector<Coding> codings, std::vector<std::string>& warnings);

// The world of a partial merge. Rejected records count as articles without events.
// Cost: O(n log n) in the number of events plus the pairs inside blocks of one (kind family, state, month).
[[nodiscard]] World merge(std::span<const Coding> partial);

}  // namespace demarche
