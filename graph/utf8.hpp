// Well-formed UTF-8 as the Unicode Standard defines it (table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

[[nodiscard]] bool is_utf8(std::string_view text);

// Each maximal ill-formed part becomes one U+FFFD, the practice that the Unicode Standard (section 3.9) and WHATWG recommend.
[[nodiscard]] std::string repair_utf8(std::string_view text);

}  // namespace demarche
