// Text that has broken exporters: each is put into every field of a world and written in every format.
#pragma once

#include <string>
#include <vector>

namespace demarche::sample {

inline std::vector<std::string> hostile_texts() {
    std::string everything;
    for (int c = 1; c < 256; ++c) {
        everything += static_cast<char>(c);
    }
    std::string emoji;
    for (int i = 0; i < 80; ++i) {
        emoji += "👩‍👩‍👧‍👦🇰🇷";
    }
    return {
        "<script>alert(1)</script> & \"quoted\" 'single' ]]> <!-- -->",
        "</data></node><node id=\"x\"/>",
        "=HYPERLINK(\"http://example.org\",\"x\")",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "\t=1+1",
        "\r=1+1",
        "a,b;c\td\"e\"\r\nnext line\nand another",
        std::string("nul\0inside", 10),
        "bell\x07 escape\x1b[31m del\x7f nel\xC2\x85",
        "bidi \xE2\x80\xAE"
        "desrever \xE2\x81\xA6isolated",
        "line\xE2\x80\xA8separator\xE2\x80\xA9"
        "end",
        "lone surrogates \xED\xA0\x80 \xED\xBF\xBF",
        "not characters \xEF\xBF\xBE \xEF\xBF\xBF",
        "overlong \xC0\xAF \xE0\x80\xAF, cut \xE2\x82",
        "latin caf\xE9 d\xE9j\xE0",
        "이재명 대통령, Étienne, Владимир, محمد",
        "INF Treaty, NaN, null, true",
        "{\"json\": [1, 2]} \\u0041 \\n",
        std::string(10240, 'x'),
        std::string(2000, ' ') + "after spaces",
        emoji,
        everything,
        "\xFF\xFE\xFD",
        "",
        " ",
    };
}

}  // namespace demarche::sample
