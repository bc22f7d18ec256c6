// Classes of office by the names that the tables use.
#include <algorithm>
#include <array>

#include "who/person_names.hpp"

namespace demarche {

namespace {

struct ClassName {
    std::string_view name;
    OfficeClass office_class;
};

// As the tables of facts name them; several of theirs are one of ours.
constexpr std::array<ClassName, 32> kClasses{{
    {"", OfficeClass::none},
    {"head_of_state", OfficeClass::head_of_state},
    {"head_of_government", OfficeClass::head_of_government},
    {"deputy_head", OfficeClass::deputy_head},
    {"foreign_minister", OfficeClass::foreign_minister},
    {"foreign_policy_chief", OfficeClass::foreign_minister},
    {"foreign_minister_nominee", OfficeClass::foreign_minister},
    {"deputy_foreign_minister", OfficeClass::deputy_foreign_minister},
    {"defence_minister", OfficeClass::defence_minister},
    {"deputy_defence_minister", OfficeClass::deputy_defence_minister},
    {"finance_minister", OfficeClass::finance_minister},
    {"trade_minister", OfficeClass::trade_minister},
    {"minister", OfficeClass::minister},
    {"national_security_adviser", OfficeClass::national_security_adviser},
    {"intelligence_chief", OfficeClass::intelligence_chief},
    {"envoy", OfficeClass::envoy},
    {"ambassador", OfficeClass::ambassador},
    {"charge_daffaires", OfficeClass::ambassador},
    {"spokesperson", OfficeClass::spokesperson},
    {"military_chief", OfficeClass::military_chief},
    {"igo_head", OfficeClass::igo_head},
    {"igo_official", OfficeClass::igo_head},
    {"legislator", OfficeClass::legislator},
    {"subnational", OfficeClass::subnational},
    {"royal", OfficeClass::royal},
    {"leader", OfficeClass::leader},
    {"official", OfficeClass::leader},
    {"armed_group_leader", OfficeClass::leader},
    {"group_leader", OfficeClass::leader},
    {"judge", OfficeClass::leader},
    {"party_leader", OfficeClass::legislator},
    {"other", OfficeClass::leader},
}};

}  // namespace

OfficeClass office_class_from(std::string_view text, bool& known) {
    const auto* const found = std::find_if(kClasses.begin(), kClasses.end(), [&](const ClassName& c) { return c.name == text; });
    known = found != kClasses.end();
    return known ? found->office_class : OfficeClass::none;
}

std::string_view to_string(OfficeClass office_class) {
    // The first name of a class is its own.
    const auto* const found =
        std::find_if(kClasses.begin(), kClasses.end(), [&](const ClassName& c) { return c.office_class == office_class; });
    return found == kClasses.end() ? std::string_view() : found->name;
}

OfficeClass class_of(std::string_view office, const ActorTables& tables) {
    std::vector<DocumentWord> words;
    fold_words(office, [&](const FoldedWord& word) {
        words.push_back(
            {word.hash, static_cast<std::uint32_t>(words.size()), word.initial_capital, word.all_capitals, !words.empty()});
    });
    OfficeClass best = OfficeClass::none;
    std::uint32_t longest = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::vector<Meaning> meanings;
        const std::uint32_t length = tables.lexicon().match(std::span(words).subspan(i), meanings);
        for (const Meaning& meaning : meanings) {
            if (meaning.sense == Sense::title && length > longest) {
                best = tables.word(meaning.index).office_class;
                longest = length;
            }
        }
    }
    return best;
}

}  // namespace demarche
