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

// The world of a partial merge. REQUIRES what merge_partial gives. Rejected records count as articles without events; of an
// article with records of several coders the newest counts (version number by number, then the larger data fingerprint).
//
// Two reports are of one event if nothing contradicts (graph/same_event.hpp) and enough agrees; groups are joined in order of
// likeness, and only where every member of one is compatible with every member of the other. Articles' texts are left out.
// Cost: O(n log n) in the number of events, plus the pairs of one kind family and the same parties whose days meet, plus the
// pairs inside each merged event. 10,000 records take some 0.2 s on one core.
[[nodiscard]] World merge(std::span<const Coding> partial);

}  // namespace demarche
