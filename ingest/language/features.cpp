#include "language/features.hpp"

#include <algorithm>
#include <array>

namespace demarche::language {

namespace {

struct PronounRow {
    std::string_view word;
    std::string_view features;
};

// Personal and possessive pronouns; the tag alone does not tell person and number.
constexpr std::array<PronounRow, 24> kPronouns{{
    {"he", "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
    {"her", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
    {"herself", "Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
    {"him", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs"},
    {"himself", "Case=Acc|Gender=Masc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
    {"his", "Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
    {"i", "Case=Nom|Number=Sing|Person=1|PronType=Prs"},
    {"it", "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs"},
    {"its", "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs"},
    {"itself", "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes"},
    {"me", "Case=Acc|Number=Sing|Person=1|PronType=Prs"},
    {"my", "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs"},
    {"our", "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs"},
    {"she", "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
    {"their", "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs"},
    {"them", "Case=Acc|Number=Plur|Person=3|PronType=Prs"},
    {"themselves", "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes"},
    {"they", "Case=Nom|Number=Plur|Person=3|PronType=Prs"},
    {"us", "Case=Acc|Number=Plur|Person=1|PronType=Prs"},
    {"we", "Case=Nom|Number=Plur|Person=1|PronType=Prs"},
    {"who", "PronType=Rel"},
    {"whom", "Case=Acc|PronType=Rel"},
    {"you", "Case=Nom|Person=2|PronType=Prs"},
    {"your", "Case=Gen|Person=2|Poss=Yes|PronType=Prs"},
}};

std::string_view pronoun(std::string_view lower) {
    const auto* const found =
        std::find_if(kPronouns.begin(), kPronouns.end(), [&](const PronounRow& row) { return row.word == lower; });
    return found == kPronouns.end() ? "_" : found->features;
}

template <typename Is>
std::optional<Penn> verb_from_features(Upos upos, const Is& is) {
    if (is("VerbForm=Inf")) {
        return Penn::vb;
    }
    if (is("VerbForm=Ger") || (is("VerbForm=Part") && !is("Tense=Past") && !is("Voice=Pass"))) {
        return Penn::vbg;
    }
    if (is("VerbForm=Part")) {
        return Penn::vbn;
    }
    if (is("Mood=Imp")) {
        return Penn::vb;
    }
    if (is("Tense=Past")) {
        return Penn::vbd;
    }
    if (is("Tense=Pres")) {
        return is("Number=Sing") && is("Person=3") ? Penn::vbz : Penn::vbp;
    }
    return upos == Upos::aux && is("VerbForm=Fin") ? std::optional(Penn::md) : std::nullopt;
}

}  // namespace

std::string_view features_of(const Token& token) {
    switch (penn_from(token.xpos).value_or(Penn::none)) {
        case Penn::nn:
        case Penn::nnp:
            return "Number=Sing";
        case Penn::nns:
        case Penn::nnps:
            return "Number=Plur";
        case Penn::vb:
            return "VerbForm=Inf";
        case Penn::vbd:
            return "Mood=Ind|Tense=Past|VerbForm=Fin";
        case Penn::vbz:
            return "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
        case Penn::vbp:
            return "Mood=Ind|Tense=Pres|VerbForm=Fin";
        case Penn::vbg:
            return token.deprel == "aux" || token.upos == Upos::noun ? "VerbForm=Ger" : "Tense=Pres|VerbForm=Part";
        case Penn::vbn:
            return has(token.morph, Morph::passive) ? "Tense=Past|VerbForm=Part|Voice=Pass" : "Tense=Past|VerbForm=Part";
        case Penn::md:
            return "VerbForm=Fin";
        case Penn::jj:
            return "Degree=Pos";
        case Penn::jjr:
        case Penn::rbr:
            return "Degree=Cmp";
        case Penn::jjs:
        case Penn::rbs:
            return "Degree=Sup";
        case Penn::cd:
            return "NumType=Card";
        case Penn::prp:
        case Penn::prps:
        case Penn::wp:
            return pronoun(token.lower);
        default:
            return "_";
    }
}

bool has_feature(std::string_view feats, std::string_view feature) {
    while (!feats.empty()) {
        const std::size_t bar = std::min(feats.find('|'), feats.size());
        if (feats.substr(0, bar) == feature) {
            return true;
        }
        feats.remove_prefix(std::min(bar + 1, feats.size()));
    }
    return false;
}

std::optional<Penn> penn_from_features(Upos upos, std::string_view feats) {
    const auto is = [&](std::string_view feature) { return has_feature(feats, feature); };
    switch (upos) {
        case Upos::noun:
            return is("Number=Plur") ? Penn::nns : Penn::nn;
        case Upos::propn:
            return is("Number=Plur") ? Penn::nnps : Penn::nnp;
        case Upos::adj:
            return is("Degree=Cmp") ? Penn::jjr : is("Degree=Sup") ? Penn::jjs : Penn::jj;
        case Upos::adv:
            return is("Degree=Cmp") ? Penn::rbr : is("Degree=Sup") ? Penn::rbs : Penn::rb;
        case Upos::verb:
        case Upos::aux:
            return verb_from_features(upos, is);
        default:
            return std::nullopt;
    }
}

}  // namespace demarche::language
