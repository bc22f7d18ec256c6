#include "language/train/variations.hpp"

#include <algorithm>
#include <set>

#include "language/characters.hpp"

namespace demarche::language::train {

namespace {

void set_case(std::string& form, bool capitals, bool first_only) {
    for (char& byte : form) {
        if (capitals && is_ascii_lower(byte)) {
            byte = static_cast<char>(byte - ('a' - 'A'));
        } else if (!capitals) {
            byte = ascii_lower(byte);
        }
        if (first_only) {
            break;
        }
    }
}

// Headlines and capitals, so that the model does not lean on case alone.
void vary_case(Example& example, const VariationOptions& options, Random& random) {
    const float draw = random.uniform();
    const bool capitals = draw < options.capitals;
    const bool title = !capitals && draw < options.capitals + options.title_case;
    const bool lower = !capitals && !title && draw < options.capitals + options.title_case + options.lower_case;
    if (capitals || title || lower) {
        for (std::string& form : example.forms) {
            set_case(form, !lower, title);
        }
    }
}

bool is_subject(const std::string& label) { return label == "nsubj" || label == "nsubj:pass"; }

// What may stand for "he": names of one word that are subjects in the treebank, each once.
std::vector<std::string> names_of(const std::vector<TreebankSentence>& sentences) {
    std::set<std::string> names;
    for (const TreebankSentence& sentence : sentences) {
        std::vector<bool> alone(sentence.forms.size(), true);
        for (const std::int32_t head : sentence.heads) {
            if (static_cast<std::size_t>(head) < alone.size()) {
                alone[static_cast<std::size_t>(head)] = false;
            }
        }
        for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
            const std::string& form = sentence.forms[i];
            if (alone[i] && is_subject(sentence.labels[i]) && sentence.tags[i] == JointTag{Penn::nnp, Upos::propn} &&
                form.size() > 3 && is_ascii_upper(form[0]) && is_ascii_lower(form[1])) {
                names.insert(form);
            }
        }
    }
    return {names.begin(), names.end()};
}

}  // namespace

Variations::Variations(const std::vector<TreebankSentence>& sentences, const Vocabulary& vocabulary,
                       const VariationOptions& options)
    : names_(names_of(sentences)), vocabulary_(vocabulary), options_(options) {
    const auto tag = std::find(vocabulary.tags.begin(), vocabulary.tags.end(), JointTag{Penn::nnp, Upos::propn});
    name_tag_ = static_cast<std::uint32_t>(tag - vocabulary.tags.begin());
}

void Variations::vary(Example& example, Random& random) const {
    put_names(example, random);
    vary_case(example, options_, random);
}

void Variations::put_names(Example& example, Random& random) const {
    for (std::size_t i = 0; i < example.forms.size(); ++i) {
        const bool pronoun = equals_any_case(example.forms[i], "he") || equals_any_case(example.forms[i], "she");
        if (pronoun && !names_.empty() && is_subject(vocabulary_.labels[example.labels[i]]) && random.chance(options_.names)) {
            example.forms[i] = names_[random.below(names_.size())];
            example.tags[i] = name_tag_;
        }
    }
}

}  // namespace demarche::language::train
