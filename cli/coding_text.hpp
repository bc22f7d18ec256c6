// What `explain` prints of one coding: its sentences as trees, the rule, and on what each field rests.
#pragma once

#include <string>

#include "demarche/graph/coding.hpp"
#include "source_places.hpp"
#include "terminal.hpp"

namespace demarche {
class Data;
}

namespace demarche::cli {

[[nodiscard]] std::string coding_text(const Terminal& terminal, const Event& event, const ArticleInfo& article, const Data& data,
                                      SourcePlaces& places);

}  // namespace demarche::cli
