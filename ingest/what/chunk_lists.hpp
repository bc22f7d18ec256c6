// Lists of phrases: a chunk and what is coordinated with it.
#pragma once

#include "what/shape.hpp"

namespace demarche {

// The chunk and those that the tree, or the order of words, joins to it.
void add_list(const Document& document, const Shape& shape, Few& list, std::int32_t first);

// The chunk and everything coordinated with it to the left; in text order.
void add_joined(const Shape& shape, Few& list, std::int32_t chunk_index);

// Subject and object that the tree leaves unsaid, by control, raising, coordination or a gap, for a predicate whose governor has
// its own already.
void imply_arguments(const Document& document, Shape& shape, Predicate& predicate);

}  // namespace demarche
