#include "xml.hpp"

#include "text.hpp"

namespace demarche {

void append_xml_comment(std::string& out, std::string_view text) {
    if (text.empty()) {
        return;
    }
    out += "<!-- ";
    for (const char c : text::clean(text)) {
        if (c == '-' && out.back() == '-') {
            out += ' ';
        }
        out += c;
    }
    out += " -->\n";
}

}  // namespace demarche
