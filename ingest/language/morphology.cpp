#include "language/morphology.hpp"

namespace demarche::language {

namespace {

Morph morph_of(Penn tag) {
    switch (tag) {
        case Penn::vb:
            return Morph::base;
        case Penn::vbd:
            return Morph::past;
        case Penn::vbg:
            return Morph::gerund;
        case Penn::vbn:
            return Morph::participle;
        case Penn::vbp:
            return Morph::present;
        case Penn::vbz:
            return Morph::present | Morph::third;
        case Penn::nns:
        case Penn::nnps:
            return Morph::plural;
        case Penn::jjr:
        case Penn::rbr:
            return Morph::comparative;
        case Penn::jjs:
        case Penn::rbs:
            return Morph::superlative;
        default:
            return Morph::none;
    }
}

bool is_adverb(Penn tag) { return tag == Penn::rb || tag == Penn::rbr || tag == Penn::rbs; }

// Whether a form of be or get governs the participle at `at`: adverbs may stand between, and a participle joined by "and" or
// "or" takes after the first one ("was arrested and later released").
bool is_passive(std::span<const Token> sentence, std::span<const JointTag> tags, std::size_t at) {
    constexpr std::size_t kReach = 8;
    bool joined = false;
    for (std::size_t back = 1; back <= at && back <= kReach; ++back) {
        const std::size_t i = at - back;
        if (is_adverb(tags[i].penn)) {
            continue;
        }
        if (tags[i].penn == Penn::cc && !joined) {
            joined = true;
            continue;
        }
        if (joined) {
            return has(sentence[i].morph, Morph::passive);  // its own morph is set by now
        }
        return is_verb(tags[i].penn) && (sentence[i].lemma == "be" || sentence[i].lemma == "get");
    }
    return false;
}

}  // namespace

void set_morphology(std::span<Token> sentence, std::span<const JointTag> tags) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        sentence[i].upos = tags[i].upos;
        sentence[i].morph = morph_of(tags[i].penn);
        if (tags[i].penn == Penn::vbn && is_passive(sentence, tags, i)) {
            sentence[i].morph = sentence[i].morph | Morph::passive;
        }
    }
}

}  // namespace demarche::language
