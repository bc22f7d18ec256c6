#include "language/train/tagger_trainer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <unordered_map>

#include "language/characters.hpp"
#include "language/train/random.hpp"

namespace demarche::language::train {

namespace {

struct Prepared {
    std::vector<std::string> forms;
    std::vector<std::string> lowers;
    std::vector<Token> tokens;  // views of the above
    std::vector<std::size_t> gold;
    std::vector<WordFeatures> words;
};

void set_tokens(Prepared& sentence) {
    sentence.lowers.clear();
    sentence.tokens.clear();
    for (const std::string& form : sentence.forms) {
        sentence.lowers.push_back(lower_cased(form));
    }
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
        Token token;
        token.form = sentence.forms[i];
        token.lower = sentence.lowers[i];
        sentence.tokens.push_back(token);
    }
}

// A copy as a headline would have it.
TreebankSentence in_style(TreebankSentence sentence, CaseStyle style) {
    for (std::string& form : sentence.forms) {
        const std::size_t most = style == CaseStyle::capitals ? form.size() : form.size() > 3 ? 1 : 0;
        for (std::size_t i = 0; i < most; ++i) {
            form[i] = is_ascii_lower(form[i]) ? static_cast<char>(form[i] - ('a' - 'A')) : form[i];
        }
    }
    return sentence;
}

template <class Entry>
void insert(std::vector<Entry>& table, std::uint64_t hash, Entry entry) {
    const std::size_t mask = table.size() - 1;
    entry.key = static_cast<std::uint32_t>(hash >> 32U) | 1U;
    std::size_t slot = hash & mask;
    while (table[slot].key != 0) {
        slot = (slot + 1) & mask;
    }
    table[slot] = entry;
}

class Trainer {
public:
    Trainer(const std::vector<TreebankSentence>& sentences, const TrainTaggerOptions& options)
        : options_(options), random_(options.seed) {
        collect_tags(sentences);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            prepare(sentences[i]);
            if (i % 10 == 3) {
                prepare(in_style(sentences[i], CaseStyle::capitals));
            } else if (i % 10 == 7) {
                prepare(in_style(sentences[i], CaseStyle::title));
            }
        }
        build_lexicon();
        for (Prepared& sentence : prepared_) {
            const CaseStyle style = case_style(sentence.tokens);
            for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
                WordFeatures word = word_features(sentence.forms[i], sentence.lowers[i], i == 0, style);
                const auto found = lexicon_.find(word.lower);
                if (found != lexicon_.end()) {
                    word.word_class = found->second.word_class;
                    word.fixed = found->second.fixed;
                }
                sentence.words.push_back(word);
            }
        }
    }

    TaggerModel train() {
        count_features();
        weights_.assign(rows_.size() * tags_.size(), 0);
        totals_.assign(rows_.size() * tags_.size(), 0);
        std::vector<std::size_t> order(prepared_.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        for (int epoch = 0; epoch < options_.epochs; ++epoch) {
            random_.shuffle(order);
            for (const std::size_t at : order) {
                learn(prepared_[at]);
            }
        }
        return quantise();
    }

private:
    void collect_tags(const std::vector<TreebankSentence>& sentences) {
        std::map<std::pair<Penn, Upos>, std::size_t> counts;
        for (const TreebankSentence& sentence : sentences) {
            for (const JointTag tag : sentence.tags) {
                ++counts[{tag.penn, tag.upos}];
            }
        }
        constexpr std::size_t kFewest = 10;  // rarer pairs are slips of annotation
        for (const auto& [tag, count] : counts) {
            if (count >= kFewest && tags_.size() < Tagger::kMostTags) {
                index_[tag] = tags_.size();
                tags_.push_back({tag.first, tag.second});
            }
        }
    }

    void prepare(const TreebankSentence& sentence) {
        Prepared& prepared = prepared_.emplace_back();
        prepared.forms = sentence.forms;
        for (const JointTag tag : sentence.tags) {
            const auto found = index_.find({tag.penn, tag.upos});
            prepared.gold.push_back(found == index_.end() ? kNoTag : found->second);
        }
        set_tokens(prepared);
    }

    // Word classes: the set of tags that make up at least 5 % of a word's uses.
    void build_lexicon() {
        std::map<std::string, std::map<std::size_t, std::size_t>> uses;
        for (const Prepared& sentence : prepared_) {
            for (std::size_t i = 0; i < sentence.lowers.size(); ++i) {
                if (sentence.gold[i] != kNoTag) {
                    ++uses[sentence.lowers[i].substr(0, 48)][sentence.gold[i]];
                }
            }
        }
        std::map<std::vector<std::size_t>, std::uint16_t> classes;
        for (const auto& [word, tags] : uses) {
            std::size_t total = 0;
            std::size_t most = 0;
            std::size_t most_tag = 0;
            for (const auto& [tag, count] : tags) {
                total += count;
                if (count > most) {
                    most = count;
                    most_tag = tag;
                }
            }
            if (total < 3) {
                continue;
            }
            std::vector<std::size_t> set;
            for (const auto& [tag, count] : tags) {
                if (count * 20 >= total) {
                    set.push_back(tag);
                }
            }
            const auto id = classes.try_emplace(set, static_cast<std::uint16_t>(classes.size() + 1)).first->second;
            LexiconEntry entry;
            entry.word_class = id;
            constexpr std::size_t kFrequent = 60;
            if (total >= kFrequent && most * 1000 >= total * 998) {
                entry.fixed = static_cast<std::uint16_t>(most_tag + 1);
            }
            lexicon_.emplace(word_features(word, word, false, CaseStyle::normal).lower, entry);
        }
    }

    [[nodiscard]] static std::array<WordFeatures, 5> window_at(const Prepared& sentence, std::size_t at) {
        std::array<WordFeatures, 5> window{};
        for (std::size_t i = 0; i < window.size(); ++i) {
            if (at + i >= 2 && at + i - 2 < sentence.words.size()) {
                window[i] = sentence.words[at + i - 2];
            }
        }
        return window;
    }

    // Features seen often enough with the right earlier tags get a row of weights.
    void count_features() {
        std::unordered_map<std::uint64_t, std::uint32_t> counts;
        FeatureHashes hashes;
        for (const Prepared& sentence : prepared_) {
            TagHistory history;
            for (std::size_t i = 0; i < sentence.words.size(); ++i) {
                feature_hashes(window_at(sentence, i), history, hashes);
                if (sentence.words[i].fixed == 0) {
                    for (const std::uint64_t hash : hashes) {
                        const std::uint32_t count = ++counts[hash];
                        if (count == options_.fewest) {
                            rows_.emplace(hash, static_cast<std::uint32_t>(rows_.size()));
                        }
                    }
                }
                const std::size_t seen = sentence.gold[i] == kNoTag ? 0 : sentence.gold[i];
                history.push(static_cast<std::uint32_t>(seen + 1), tags_[seen]);
            }
        }
    }

    void learn(const Prepared& sentence) {
        FeatureHashes hashes;
        TagHistory history;
        std::array<std::size_t, kFeatures> rows{};
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            std::size_t chosen = 0;
            if (sentence.words[i].fixed != 0) {
                chosen = sentence.words[i].fixed - 1U;
            } else {
                feature_hashes(window_at(sentence, i), history, hashes);
                std::size_t count = 0;
                std::array<std::int64_t, Tagger::kMostTags> scores{};
                for (const std::uint64_t hash : hashes) {
                    const auto found = rows_.find(hash);
                    if (found != rows_.end()) {
                        rows[count] = found->second * tags_.size();
                        for (std::size_t tag = 0; tag < tags_.size(); ++tag) {
                            scores[tag] += weights_[rows[count] + tag];
                        }
                        ++count;
                    }
                }
                chosen = static_cast<std::size_t>(
                    std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(tags_.size())) -
                    scores.begin());
                ++step_;
                const std::size_t gold = sentence.gold[i];
                if (gold != kNoTag && gold != chosen) {
                    for (std::size_t row = 0; row < count; ++row) {
                        update(rows[row] + gold, 1);
                        update(rows[row] + chosen, -1);
                    }
                }
            }
            history.push(static_cast<std::uint32_t>(chosen) + 1, tags_[chosen]);
        }
    }

    void update(std::size_t at, std::int32_t by) {
        weights_[at] += by;
        totals_[at] += by * step_;
    }

    // Averaged weight times steps: w * T - sum of (step of update * update).
    [[nodiscard]] std::int64_t averaged(std::size_t at) const { return (std::int64_t{weights_[at]} * step_) - totals_[at]; }

    TaggerModel quantise() {
        // Whole numbers of 1/16 of an update, at most 255; the features that weigh most stay if the file would grow too large.
        constexpr std::int64_t kParts = 16;
        struct Row {
            std::uint64_t hash = 0;
            std::int64_t mass = 0;
            std::vector<std::uint16_t> weights;
        };
        std::vector<Row> rows;
        for (const auto& [hash, index] : rows_) {
            Row row{hash, 0, {}};
            for (std::size_t tag = 0; tag < tags_.size(); ++tag) {
                const std::int64_t exact = averaged((index * tags_.size()) + tag) * kParts;
                const std::int64_t rounded =
                    std::clamp<std::int64_t>((exact + (exact < 0 ? -step_ : step_) / 2) / step_, -255, 255);
                if (rounded < -2 || rounded > 2) {
                    row.mass += std::abs(rounded);
                    row.weights.push_back(static_cast<std::uint16_t>((tag << 9U) | static_cast<std::size_t>(rounded + 256)));
                }
            }
            if (!row.weights.empty()) {
                rows.push_back(std::move(row));
            }
        }
        std::sort(rows.begin(), rows.end(),
                  [](const Row& a, const Row& b) { return a.mass != b.mass ? a.mass > b.mass : a.hash < b.hash; });
        TaggerModel model;
        model.tags = tags_;
        model.lexicon.resize(std::bit_ceil(lexicon_.size() * 3 / 2));
        std::map<std::uint64_t, LexiconEntry> sorted(lexicon_.begin(), lexicon_.end());
        for (const auto& [hash, entry] : sorted) {
            insert(model.lexicon, hash, entry);
        }
        // The largest table that leaves room for the weights.
        std::size_t slots = 1U << 17U;
        if (rows.size() * 4 / 3 > slots && model.lexicon.size() * 8 + slots * 2 * 8 + rows.size() * 3 < options_.most_bytes) {
            slots *= 2;
        }
        const std::size_t most_rows = slots * 4 / 5;
        const std::size_t fixed_bytes = 512 + (model.lexicon.size() * 8) + (slots * 8);
        model.features.resize(slots);
        for (std::size_t i = 0; i < rows.size() && i < most_rows; ++i) {
            if (fixed_bytes + (model.weights.size() + rows[i].weights.size()) * 2 > options_.most_bytes) {
                break;
            }
            FeatureEntry entry;
            entry.weights = static_cast<std::uint32_t>((model.weights.size() << 8U) | rows[i].weights.size());
            insert(model.features, rows[i].hash, entry);
            model.weights.insert(model.weights.end(), rows[i].weights.begin(), rows[i].weights.end());
        }
        return model;
    }

    static constexpr std::size_t kNoTag = Tagger::kMostTags;

    TrainTaggerOptions options_;
    Random random_;
    std::vector<JointTag> tags_;
    std::map<std::pair<Penn, Upos>, std::size_t> index_;
    std::vector<Prepared> prepared_;
    std::unordered_map<std::uint64_t, LexiconEntry> lexicon_;
    std::unordered_map<std::uint64_t, std::uint32_t> rows_;
    std::vector<std::int32_t> weights_;
    std::vector<std::int64_t> totals_;
    std::int64_t step_ = 0;
};

}  // namespace

TaggerModel train_tagger(const std::vector<TreebankSentence>& sentences, const TrainTaggerOptions& options) {
    return Trainer(sentences, options).train();
}

}  // namespace demarche::language::train
