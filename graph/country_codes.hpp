#pragma once

#include <string_view>

namespace demarche {

// Whether `code` is an ISO 3166-1 alpha-3 code, or XKX (Kosovo, user-assigned). "WTO" and "IMF" look like one and are not.
[[nodiscard]] bool is_country_code(std::string_view code);

}  // namespace demarche
