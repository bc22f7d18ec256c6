// Web and e-mail addresses in running text.
#pragma once

#include <cstddef>
#include <string_view>

namespace demarche::language {

struct AddressScan {
    std::size_t end = 0;    // where the address ends; the place asked for if none begins there
    std::size_t again = 0;  // no address begins before this place, so a caller that asks only from there on stays linear
};

// Looks for an address that begins at chunk[at]; `chunk` ends where the run without blanks ends.
[[nodiscard]] AddressScan scan_address(std::string_view chunk, std::size_t at);

// Where a file's ending after a period ends (".doc" behind a name with blanks in it), `at` if chunk[at] begins none.
[[nodiscard]] std::size_t bare_file_ending_end(std::string_view chunk, std::size_t at);

}  // namespace demarche::language
