// Pieces of a sentence put together in one allocation.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace demarche::cli {

[[nodiscard]] inline std::string concat(std::initializer_list<std::string_view> pieces) {
    std::string text;
    for (const std::string_view piece : pieces) {
        text += piece;
    }
    return text;
}

}  // namespace demarche::cli
