// Penn Treebank part-of-speech tags as UD English EWT uses them (XPOS), and what they mean in universal tags.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace demarche::language {

enum class Penn : std::uint8_t {
    nn,
    nns,
    nnp,
    nnps,
    vb,
    vbd,
    vbg,
    vbn,
    vbp,
    vbz,
    md,
    jj,
    jjr,
    jjs,
    rb,
    rbr,
    rbs,
    in,
    dt,
    pdt,
    cc,
    cd,
    prp,
    prps,
    wp,
    wps,
    wdt,
    wrb,
    ex,
    to,
    rp,
    pos,
    uh,
    fw,
    sym,
    ls,
    add,
    nfp,
    gw,
    afx,
    hyph,
    dollar,
    comma,
    period,
    colon,
    lrb,
    rrb,
    open_quote,
    close_quote,
    xx,
    none  // before the first token
};
inline constexpr std::size_t kPennTags = 50;

inline constexpr std::array<std::string_view, kPennTags> kPennNames{
    "NN",  "NNS", "NNP", "NNPS", "VB", "VBD", "VBG",  "VBN", "VBP", "VBZ", "MD",  "JJ",    "JJR",   "JJS", "RB",  "RBR", "RBS",
    "IN",  "DT",  "PDT", "CC",   "CD", "PRP", "PRP$", "WP",  "WP$", "WDT", "WRB", "EX",    "TO",    "RP",  "POS", "UH",  "FW",
    "SYM", "LS",  "ADD", "NFP",  "GW", "AFX", "HYPH", "$",   ",",   ".",   ":",   "-LRB-", "-RRB-", "``",  "''",  "XX"};

[[nodiscard]] constexpr std::string_view to_string(Penn tag) {
    return tag == Penn::none ? "" : kPennNames[static_cast<std::size_t>(tag)];
}

[[nodiscard]] constexpr std::optional<Penn> penn_from(std::string_view name) {
    for (std::size_t i = 0; i < kPennTags; ++i) {
        if (kPennNames[i] == name) {
            return static_cast<Penn>(i);
        }
    }
    return std::nullopt;
}

[[nodiscard]] constexpr bool is_verb(Penn tag) { return tag >= Penn::vb && tag <= Penn::vbz; }
[[nodiscard]] constexpr bool is_noun(Penn tag) { return tag <= Penn::nnps; }

}  // namespace demarche::language
