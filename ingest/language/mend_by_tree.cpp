#include "language/mend_by_tree.hpp"

#include <algorithm>
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

void mend_nouns(std::span<const Token> sentence, std::span<ParsedWord> words) {
    const auto is_argument = [](std::string_view label) {
        return label == "obj" || label == "iobj" || label == "obl" || label == "nmod";
    };
    const auto is_verb = [](const ParsedWord& word) {
        return word.tag.penn == Penn::vb || word.tag.penn == Penn::vbp || word.tag.penn == Penn::vbz;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].label == "amod" && (words[i].tag.penn == Penn::vb || words[i].tag.penn == Penn::vbp)) {
            words[i].tag = {Penn::jj, Upos::adj};  // "steep tariffs"
        }
        if (!is_verb(words[i]) || !is_argument(words[i].label)) {
            continue;
        }
        const bool verbal = std::any_of(words.begin(), words.end(), [&](const ParsedWord& word) {
            return word.head == static_cast<std::int32_t>(i) &&
                   (word.label == "aux" || word.label == "mark" || word.label == "obj" || word.label.starts_with("nsubj"));
        });
        if (!verbal) {
            words[i].tag = {sentence[i].lower.ends_with('s') && words[i].tag.penn == Penn::vbz ? Penn::nns : Penn::nn,
                            Upos::noun};
        }
    }
}

void mend_plans(std::span<const Token> sentence, std::span<ParsedWord> words) {
    for (std::size_t infinitive = 0; infinitive < words.size(); ++infinitive) {
        const std::int32_t head = words[infinitive].head;
        if (words[infinitive].label != "acl" || words[infinitive].tag.penn != Penn::vb || head < 0 ||
            head > static_cast<std::int32_t>(infinitive)) {
            continue;
        }
        ParsedWord& noun = words[static_cast<std::size_t>(head)];
        if (noun.tag.penn != Penn::nns && noun.tag.penn != Penn::nn) {
            continue;
        }
        const auto has_child = [&](auto test) {
            return std::any_of(words.begin(), words.end(),
                               [&](const ParsedWord& word) { return word.head == head && test(word); });
        };
        const bool subject = has_child([&](const ParsedWord& word) { return word.label == "nsubj" && &word < &noun; });
        const bool nominal = has_child([](const ParsedWord& word) {
            return word.label == "cop" || word.label == "det" || word.label == "case" || word.label == "amod" ||
                   word.label == "nmod:poss" || word.label == "aux";
        });
        if (subject && !nominal) {
            noun.tag = {sentence[static_cast<std::size_t>(head)].lower.ends_with('s') ? Penn::vbz : Penn::vbp, Upos::verb};
            words[infinitive].label = "xcomp";
        }
    }
}

void mend_finite_heads(std::span<const Token> sentence, std::span<ParsedWord> words) {
    // "while the envoy called for", "sanctions that Peru imposed": a clause with its own opener or inside a relative clause; not
    // "with talks stalled".
    const auto opened = [&](std::int32_t verb) {
        const std::string_view label = words[static_cast<std::size_t>(verb)].label;
        return label == "acl:relcl" || (label == "advcl" && std::any_of(words.begin(), words.end(), [&](const ParsedWord& word) {
                                            const std::string_view mark =
                                                sentence[static_cast<std::size_t>(&word - words.data())].lower;
                                            return word.head == verb && word.label == "mark" && mark != "with" &&
                                                   mark != "without" && mark != "as" && mark != "than";
                                        }));
    };
    // A subject makes a past tense of the participle that it stands before, an auxiliary makes a participle of it again.
    for (std::size_t i = 0; i < words.size(); ++i) {
        const ParsedWord& subject = words[i];
        const auto head = static_cast<std::size_t>(subject.head);
        if (is_subject(subject.label) && subject.head > static_cast<std::int32_t>(i) && words[head].tag.penn == Penn::vbn &&
            (heads_clause(words[head]) || (subject.label == "nsubj" && opened(subject.head))) &&
            !is_participle_only(sentence[head].lower)) {
            words[head].tag = {Penn::vbd, Upos::verb};
        }
    }
    // "the meeting, joined by Park": who does it stands behind "by", and nobody before it.
    for (const ParsedWord& word : words) {
        ParsedWord* verb = word.label == "obl:agent" && word.head >= 0 ? &words[static_cast<std::size_t>(word.head)] : nullptr;
        if (verb != nullptr && verb->tag.penn == Penn::vbd &&
            std::none_of(words.begin(), words.end(),
                         [&](const ParsedWord& other) { return other.head == word.head && is_subject(other.label); })) {
            verb->tag = {Penn::vbn, Upos::verb};
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
