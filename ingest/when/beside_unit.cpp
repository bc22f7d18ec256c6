// Words before and behind a unit of the calendar that narrow it: "early", "the end of"; a year that follows its month.
#include "when/match.hpp"

namespace demarche::when {

Third third_at(const Words& words, std::uint32_t at) {
    std::uint32_t from = at;
    if (words.is(from, "the")) {
        ++from;
    }
    if (words.mid(from)) {
        return {from, Kind::mid};
    }
    switch (words.kind(from)) {
        case Kind::early:
        case Kind::late: {
            std::uint32_t end = words.behind_hyphen(from + 1);
            if (words.is(end, "in")) {
                ++end;
            }
            return {end, words.kind(from)};
        }
        case Kind::mid:
            return {words.behind_hyphen(from + 1), Kind::mid};
        case Kind::beginning:
        case Kind::end:
        case Kind::middle:
            if (words.is(from + 1, "of")) {
                return {from + 2, words.kind(from) == Kind::middle ? Kind::mid : words.kind(from)};
            }
            break;
        default:
            break;
    }
    return {};
}

std::optional<YearAfter> year_after(const Words& words, std::uint32_t at, const Anchors& anchors) {
    std::uint32_t from = at;
    if (words.is(from, ",") || words.is(from, "of") || words.is(from, "in")) {
        ++from;
    }
    if (const auto year = year_at(words, from)) {
        return YearAfter{from + 1, *year, true};
    }
    // "'97", which the tokenizer may cut
    const std::string_view form = words.form(from);
    if (form.size() == 3 && form.front() == '\'' && form.find_first_not_of("0123456789", 1) == std::string_view::npos) {
        const int two = ((form[1] - '0') * 10) + (form[2] - '0');
        return YearAfter{from + 1, two < 50 ? 2000 + two : 1900 + two, true};
    }
    const Kind kind = words.kind(from);
    const bool relative =
        kind == Kind::last || kind == Kind::next || kind == Kind::present_one || kind == Kind::coming || kind == Kind::that;
    if (relative && words.kind(from + 1) == Kind::unit && words.unit(from + 1) == Unit::year && anchors.published) {
        const int step = kind == Kind::last ? -1 : kind == Kind::next || kind == Kind::coming ? 1 : 0;
        const Day base = kind == Kind::that && anchors.mentioned ? anchors.mentioned->first : *anchors.published;
        return YearAfter{from + 2, civil(base).year + step, false};
    }
    return std::nullopt;
}

}  // namespace demarche::when
