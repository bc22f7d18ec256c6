#include "language/finite_verbs.hpp"

#include <algorithm>
#include <array>

namespace demarche::language {

namespace {

bool is_finite(Penn tag) { return tag == Penn::vbd || tag == Penn::vbz || tag == Penn::vbp || tag == Penn::md; }

bool opens_clause(JointTag tag) {
    return tag.penn == Penn::colon || tag.penn == Penn::wdt || tag.penn == Penn::wp || tag.penn == Penn::wrb ||
           tag.penn == Penn::open_quote || tag.penn == Penn::close_quote || tag.upos == Upos::sconj;
}

bool is_object_start(const Token& token, JointTag tag) {
    switch (tag.penn) {
        case Penn::dt:
        case Penn::pdt:
        case Penn::prp:
        case Penn::prps:
        case Penn::cd:
        case Penn::jj:
        case Penn::nn:
        case Penn::nns:
        case Penn::nnp:
        case Penn::nnps:
        case Penn::to:
            return true;
        default:
            return token.lower == "that";
    }
}

}  // namespace

bool is_participle_only(std::string_view lower) {
    constexpr std::array<std::string_view, 8> endings{"en", "wn", "one", "orn", "ung", "unk", "egun", "wum"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return lower.ends_with(ending); });
}

void repair_finite_verbs(std::span<const Token> sentence, std::span<JointTag> tags) {
    const std::size_t count = tags.size();
    bool finite_before = false;
    std::size_t clear_until = 0;  // up to here the clause is known to have no finite verb ahead
    std::size_t blocked_until = 0;
    Penn previous = Penn::none;  // leaving out adverbs
    for (std::size_t at = 0; at < count; ++at) {
        const JointTag tag = tags[at];
        const bool subject = is_noun(previous) || previous == Penn::prp;
        if (tag.penn == Penn::vbn && subject && !finite_before && at + 1 < count && !is_participle_only(sentence[at].lower) &&
            is_object_start(sentence[at + 1], tags[at + 1]) && at >= blocked_until) {
            std::size_t end = std::max(clear_until, at + 1);
            while (end < count && !is_finite(tags[end].penn) && !opens_clause(tags[end]) && tags[end].penn != Penn::comma) {
                ++end;
            }
            if (end < count && is_finite(tags[end].penn)) {
                blocked_until = end;
            } else {
                clear_until = end;
                tags[at] = {Penn::vbd, Upos::verb};
            }
        }
        if (opens_clause(tag)) {
            finite_before = false;
        } else if (is_finite(tags[at].penn)) {
            finite_before = true;
        }
        if (tag.penn != Penn::rb) {
            previous = tag.penn;
        }
    }
}

}  // namespace demarche::language
