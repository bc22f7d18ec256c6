// Reading treebanks for the tagger, and scoring it on them.
#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <optional>

#include "language/characters.hpp"
#include "language/tagger_trainer.hpp"
#include "language/upos_names.hpp"

namespace demarche::language {

std::vector<TaggedSentence> read_tagged_sentences(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        throw DataError(path + ": the treebank cannot be read; check the path");
    }
    std::vector<TaggedSentence> sentences(1);
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty()) {
            if (!sentences.back().forms.empty()) {
                sentences.emplace_back();
            }
            continue;
        }
        if (line[0] == '#') {
            continue;
        }
        std::array<std::string_view, 5> cells;
        std::string_view rest = line;
        for (std::string_view& cell : cells) {
            const std::size_t tab = rest.find('\t');
            if (tab == std::string_view::npos) {
                throw DataError(path + ":" + std::to_string(number) + ": a line of CoNLL-U has ten cells; correct the file");
            }
            cell = rest.substr(0, tab);
            rest.remove_prefix(tab + 1);
        }
        if (cells[0].find_first_of("-.") != std::string_view::npos) {
            continue;
        }
        const std::optional<Penn> penn = penn_from(cells[4]);
        sentences.back().forms.emplace_back(cells[1]);
        sentences.back().tags.push_back({penn.value_or(Penn::xx), upos_from(cells[3]).value_or(Upos::x)});
    }
    if (sentences.back().forms.empty()) {
        sentences.pop_back();
    }
    return sentences;
}

TaggingScore score_tagger(const Tagger& tagger, const std::vector<TaggedSentence>& sentences) {
    TaggingScore score;
    std::vector<std::vector<std::string>> lowers;
    std::vector<std::vector<Token>> tokens;
    for (const TaggedSentence& sentence : sentences) {
        std::vector<std::string>& lower = lowers.emplace_back();
        lower.reserve(sentence.forms.size());
        std::vector<Token>& sentence_tokens = tokens.emplace_back();
        for (const std::string& form : sentence.forms) {
            std::string& text = lower.emplace_back(form.size(), '\0');
            text.resize(lower_case(form, text.data()));
            Token& token = sentence_tokens.emplace_back();
            token.form = form;
            token.lower = text;
        }
    }
    std::vector<JointTag> tags;
    const auto begin = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        tags.resize(tokens[i].size());
        tagger.tag(tokens[i], tags);
        for (std::size_t at = 0; at < tags.size(); ++at) {
            score.xpos += tags[at].penn == sentences[i].tags[at].penn ? 1U : 0U;
            score.upos += tags[at].upos == sentences[i].tags[at].upos ? 1U : 0U;
        }
        score.tokens += tags.size();
    }
    score.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return score;
}

}  // namespace demarche::language
