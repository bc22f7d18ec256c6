#include "language/mend_by_tree.hpp"

#include <string_view>

#include "language/finite_verbs.hpp"

namespace demarche::language {

namespace {

bool is_subject(std::string_view label) { return label == "nsubj" || label == "nsubj:pass"; }

bool heads_clause(const ParsedWord& word) {
    return word.head < 0 || word.label == "ccomp" || word.label == "parataxis" || word.label == "conj";
}

}  // namespace

void mend_prepositions(std::span<ParsedWord> words) {
    for (ParsedWord& word : words) {
        if (word.label == "case" && word.tag.penn == Penn::rb) {
            word.tag = {Penn::in, Upos::adp};
        }
    }
}

void mend_finite_heads(std::span<const Token> sentence, std::span<ParsedWord> words) {
    // A subject makes a past tense of the participle that it stands before, an auxiliary makes a participle of it again.
    for (std::size_t i = 0; i < words.size(); ++i) {
        const ParsedWord& subject = words[i];
        const auto head = static_cast<std::size_t>(subject.head);
        if (is_subject(subject.label) && subject.head > static_cast<std::int32_t>(i) && words[head].tag.penn == Penn::vbn &&
            heads_clause(words[head]) && !is_participle_only(sentence[head].lower)) {
            words[head].tag = {Penn::vbd, Upos::verb};
        }
    }
    for (const ParsedWord& word : words) {
        if (word.head >= 0 && (word.label == "aux" || word.label == "aux:pass" || word.label == "cop") &&
            words[static_cast<std::size_t>(word.head)].tag.penn == Penn::vbd) {
            words[static_cast<std::size_t>(word.head)].tag.penn = Penn::vbn;
        }
    }
    for (ParsedWord& word : words) {
        if (word.label == "nsubj:pass" && word.head >= 0 && words[static_cast<std::size_t>(word.head)].tag.penn == Penn::vbd) {
            word.label = "nsubj";
        }
    }
}

}  // namespace demarche::language
