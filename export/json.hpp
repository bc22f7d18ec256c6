// A few lines to write JSON in a stream: strings are cleaned and escaped in the same pass. Internal to export/.
#pragma once

#include <string>
#include <string_view>

#include "text.hpp"

namespace demarche::json {

inline void append_string(std::string& out, std::string_view value) {
    out += '"';
    text::append(out, value, text::kJson);
    out += '"';
}

// Text that a client will read as HTML: markup is shown, never obeyed.
inline void append_html_string(std::string& out, std::string_view value) {
    out += '"';
    text::append(out, value, text::kHtmlJson);
    out += '"';
}

}  // namespace demarche::json
