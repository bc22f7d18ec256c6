// Numbers in running text.
#pragma once

#include <cstddef>
#include <string_view>

namespace demarche::language {

// Where the number that begins at chunk[begin] ends: digits with inner separators ("1,000.5", "10:30", "3/4"), an ordinal or
// plural ending ("20th", "1990s") but no unit ("5pm" is two tokens), hyphens only in telephone numbers and dates. `first` is its
// first digit, after a sign; `chunk` ends where the run without blanks ends.
[[nodiscard]] std::size_t number_end(std::string_view chunk, std::size_t begin, std::size_t first);

}  // namespace demarche::language
