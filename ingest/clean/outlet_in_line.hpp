// Who publishes a page, from its own lines of copyright, credit and address.
#pragma once

#include <string_view>

#include "clean/outlets.hpp"

namespace demarche {

// "yna.co.kr" of "elly@yna.co.kr"; REQUIRES a "@" in the line.
[[nodiscard]] std::string_view host_of_mail(std::string_view line);

// The outlet with the longest name in the line, null if there is none.
[[nodiscard]] const Outlet* outlet_in_line(std::string_view line, const Outlets& outlets);

}  // namespace demarche
