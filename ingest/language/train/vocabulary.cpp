#include "language/train/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "language/characters.hpp"
#include "language/word_inputs.hpp"

namespace demarche::language::train {

namespace {

void count_inputs(std::span<const TreebankSentence> sentences, const VocabularyOptions& options, Vocabulary& vocabulary) {
    struct Count {
        std::uint32_t uses = 0;
        bool word = false;
    };
    std::map<std::uint64_t, Count> counts;  // ordered, so that rows do not depend on a hash table
    WordKeys keys;
    for (const TreebankSentence& sentence : sentences) {
        for (const std::string& form : sentence.forms) {
            word_keys(form, lower_cased(form), keys);
            for (std::size_t i = 0; i < keys.size; ++i) {
                Count& count = counts[keys.keys[i]];
                ++count.uses;
                count.word = i == 0;
            }
        }
    }
    vocabulary.counts.assign(1, 0);
    for (const auto& [key, count] : counts) {
        if (count.uses >= (count.word ? options.fewest_word : options.fewest_part)) {
            vocabulary.rows.emplace(key, static_cast<std::uint32_t>(vocabulary.counts.size()));
            vocabulary.counts.push_back(count.uses);
        }
    }
}

}  // namespace

Vocabulary make_vocabulary(std::span<const TreebankSentence> sentences, const WordVectors& vectors,
                           const VocabularyOptions& options) {
    Vocabulary vocabulary;
    count_inputs(sentences, options, vocabulary);
    for (std::size_t i = 0; i < vectors.words.size(); ++i) {
        vocabulary.vectors.emplace(word_key(vectors.words[i]), static_cast<std::uint32_t>(i));
    }
    std::set<std::pair<Penn, Upos>> tags;
    std::set<std::string> labels;
    std::set<std::pair<std::string, Move>> sides;
    for (const TreebankSentence& sentence : sentences) {
        for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
            tags.emplace(sentence.tags[i].penn, sentence.tags[i].upos);
            labels.insert(sentence.labels[i]);
            sides.emplace(sentence.labels[i], sentence.heads[i] > static_cast<std::int32_t>(i) ? Move::left : Move::right);
        }
    }
    for (const auto& [penn, upos] : tags) {
        vocabulary.tags.push_back({penn, upos});
    }
    vocabulary.labels.assign(labels.begin(), labels.end());
    vocabulary.actions.push_back({Move::shift, 0});
    for (const auto& [label, move] : sides) {
        const auto at = std::lower_bound(vocabulary.labels.begin(), vocabulary.labels.end(), label) - vocabulary.labels.begin();
        vocabulary.actions.push_back({move, static_cast<std::uint8_t>(at)});
    }
    return vocabulary;
}

}  // namespace demarche::language::train
