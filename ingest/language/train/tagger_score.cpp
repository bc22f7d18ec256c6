// Scoring the tagger on treebanks.
#include <chrono>

#include "language/characters.hpp"
#include "language/train/tagger_trainer.hpp"

namespace demarche::language::train {

TaggingScore score_tagger(const Tagger& tagger, const std::vector<TreebankSentence>& sentences) {
    TaggingScore score;
    std::vector<std::vector<std::string>> lowers;
    std::vector<std::vector<Token>> tokens;
    for (const TreebankSentence& sentence : sentences) {
        std::vector<std::string>& lower = lowers.emplace_back();
        lower.reserve(sentence.forms.size());
        std::vector<Token>& sentence_tokens = tokens.emplace_back();
        for (const std::string& form : sentence.forms) {
            const std::string& text = lower.emplace_back(lower_cased(form));
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

}  // namespace demarche::language::train
