// Small pieces of XML that both graph formats use. Internal to export/.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// "<!-- text -->" and a line feed; nothing for an empty text. Hyphens that would end the comment are parted.
void append_xml_comment(std::string& out, std::string_view text);

}  // namespace demarche
