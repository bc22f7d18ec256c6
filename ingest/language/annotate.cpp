#include "language/annotate.hpp"

#include <array>

#include "language/characters.hpp"
#include "language/morphology.hpp"

namespace demarche::language {

namespace {

constexpr std::size_t kLongest = 256;  // bytes of a word; longer ones are no words

void set_lemma(Document& document, Token& token, JointTag tag, const Lemmas& lemmas) {
    // Names keep their case; so does "I".
    const bool name = tag.upos == Upos::propn || tag.penn == Penn::nnp || tag.penn == Penn::nnps;
    const std::string_view from = name ? token.form : token.lower;
    token.lemma = from;
    if (from.size() >= kLongest) {
        return;
    }
    std::array<char, kLongest + 1> buffer;
    const std::string_view lemma = lemmas.find(from, tag.penn, buffer.data());
    token.lemma = lemma.data() == buffer.data() ? document.store(lemma) : lemma;
}

}  // namespace

void set_lower(Document& document, Token& token) {
    token.lower = token.form;
    if (!has_upper(token.form)) {
        return;
    }
    if (token.form.size() <= kLongest) {
        std::array<char, kLongest> buffer;
        token.lower = document.store({buffer.data(), lower_case(token.form, buffer.data())});
    } else {
        token.lower = document.store(lower_cased(token.form));
    }
}

void annotate(Document& document, std::span<Token> sentence, std::span<const JointTag> tags, const Lemmas& lemmas) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        set_lemma(document, sentence[i], tags[i], lemmas);
        sentence[i].xpos = to_string(tags[i].penn);
    }
    set_morphology(sentence, tags);
}

void mark_passives(Document& document, TokenRange range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Token& token = document.tokens[i];
        if (token.head >= 0 && (token.deprel == "aux:pass" || token.deprel == "nsubj:pass")) {
            Token& verb = document.tokens[static_cast<std::size_t>(token.head)];
            if (has(verb.morph, Morph::participle)) {
                verb.morph = verb.morph | Morph::passive;
            }
        }
    }
}

}  // namespace demarche::language
