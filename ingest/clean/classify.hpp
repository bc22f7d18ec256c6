// What each block of a page is, by the general language of news pages: phrases of a table, form, and end of line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "clean/outlets.hpp"

namespace demarche {

enum class BlockKind : std::uint8_t {
    prose,  // sentences
    line,   // short, no sentence: a title, a heading, a link
    byline,
    stamp,
    caption,
    mail,    // the reporter's address
    drop,    // page furniture
    footer,  // furniture below which the article is over
    end,     // "(END)"
};

struct Classified {
    BlockKind kind = BlockKind::line;
    std::size_t words = 0;
};

[[nodiscard]] Classified classify(std::string_view block, const Outlets& outlets);

// "By Kim Seung-yeon", "By JOHN SMITH, Associated Press Writer": the names after "By"; empty if it is none.
[[nodiscard]] std::string_view byline_names(std::string_view block);

// Whether the text ends as a sentence does, closing quotes and brackets left aside.
[[nodiscard]] bool ends_sentence(std::string_view block);

// Length of an agency's sign-off or end mark at the end of a paragraph (" (Xinhua)", "(END)", " Enditem"), 0 if none.
[[nodiscard]] std::size_t sign_off(std::string_view block, const Outlets& outlets);

// "(Yonhap)", "… Smith/Reuters", "(AP Photo/John Smith)" at the end of a caption.
[[nodiscard]] bool ends_with_credit(std::string_view block, const Outlets& outlets);

}  // namespace demarche
