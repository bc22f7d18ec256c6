#include "conll_scores.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

#include "language/characters.hpp"

namespace demarche::bench {

namespace {

using language::Cell;
using language::ConlluRow;
using language::ConlluSentence;
using language::RowKind;

struct Word {
    const ConlluRow* row = nullptr;
    std::size_t begin = 0;  // characters (bytes without blanks) that its token covers
    std::size_t end = 0;
    bool multiword = false;
    std::ptrdiff_t head = -1;  // word of the text, -1 for a root
    std::size_t sentence = 0;
};

struct Text {
    std::string characters;
    std::vector<Word> words;
    std::vector<std::pair<std::size_t, std::size_t>> tokens;
    std::vector<std::pair<std::size_t, std::size_t>> sentences;
};

void append_form(Text& text, const std::string& form) {
    for (std::size_t at = 0; at < form.size();) {
        const language::Character character = language::character_at(form, at);
        if (character.kind != language::CharClass::space) {
            text.characters.append(form, at, character.length);
        }
        at += character.length;
    }
}

Text text_of(std::span<const ConlluSentence> sentences) {
    Text text;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const std::size_t first_word = text.words.size();
        const std::size_t begin = text.characters.size();
        std::uint32_t range_last = 0;
        std::size_t range_begin = 0;
        for (const ConlluRow& row : sentences[s].rows) {
            if (row.kind == RowKind::empty) {
                continue;
            }
            if (row.kind == RowKind::range) {
                range_begin = text.characters.size();
                append_form(text, row[Cell::form]);
                text.tokens.emplace_back(range_begin, text.characters.size());
                range_last = row.last;
                continue;
            }
            Word word{&row, range_begin, text.characters.size(), row.id <= range_last, -1, s};
            if (!word.multiword) {
                word.begin = text.characters.size();
                append_form(text, row[Cell::form]);
                word.end = text.characters.size();
                text.tokens.emplace_back(word.begin, word.end);
            }
            const std::string& head = row[Cell::head];
            if (head != "_" && head != "0") {
                word.head = static_cast<std::ptrdiff_t>(first_word + std::stoul(head) - 1);
            }
            text.words.push_back(word);
        }
        text.sentences.emplace_back(begin, text.characters.size());
    }
    return text;
}

Count spans(const std::vector<std::pair<std::size_t, std::size_t>>& gold,
            const std::vector<std::pair<std::size_t, std::size_t>>& system) {
    Count count{gold.size(), system.size(), 0};
    for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
        if (gold[g] == system[s]) {
            ++count.right;
            ++g;
            ++s;
        } else if (system[s].first < gold[g].first) {
            ++s;
        } else if (gold[g].first < system[s].first) {
            ++g;
        } else {
            (gold[g].second < system[s].second ? g : s) += 1;
        }
    }
    return count;
}

// Pairs of words of a stretch that both sides cover, by the longest common subsequence of their lower-cased forms.
void align_stretch(const Text& gold, const Text& system, std::size_t g, std::size_t g_end, std::size_t s, std::size_t s_end,
                   std::vector<std::ptrdiff_t>& system_of) {
    const std::size_t rows = g_end - g + 1;
    const std::size_t columns = s_end - s + 1;
    std::vector<std::size_t> best(rows * columns, 0);
    const auto same = [&](std::size_t i, std::size_t k) {
        return language::lower_cased((*gold.words[g + i].row)[Cell::form]) ==
               language::lower_cased((*system.words[s + k].row)[Cell::form]);
    };
    for (std::size_t i = rows - 1; i-- > 0;) {
        for (std::size_t k = columns - 1; k-- > 0;) {
            best[(i * columns) + k] = same(i, k) ? 1 + best[((i + 1) * columns) + k + 1]
                                                 : std::max(best[((i + 1) * columns) + k], best[(i * columns) + k + 1]);
        }
    }
    for (std::size_t i = 0, k = 0; i + 1 < rows && k + 1 < columns;) {
        if (same(i, k)) {
            system_of[g + i++] = static_cast<std::ptrdiff_t>(s + k++);
        } else if (best[((i + 1) * columns) + k] >= best[(i * columns) + k + 1]) {
            ++i;
        } else {
            ++k;
        }
    }
}

// A stretch that both sides cover and in which a multiword token stands: from where the first one begins to where no word crosses
// the end on either side. As the task's own program finds it (conll18_ud_eval.py, find_multiword_span).
class Stretch {
public:
    Stretch(const Text& gold, const Text& system, std::size_t g, std::size_t s)
        : gold_(gold.words), system_(system.words), g_begin(g), s_begin(s) {
        if (gold_[g].multiword) {
            end_ = gold_[g].end;
            s_begin += !system_[s].multiword && system_[s].begin < gold_[g].begin ? 1 : 0;
        } else {
            end_ = system_[s].end;
            g_begin += !gold_[g].multiword && gold_[g].begin < system_[s].begin ? 1 : 0;
        }
        g_end = g_begin;
        s_end = s_begin;
        while (!is_behind(gold_, g_end) || !is_behind(system_, s_end)) {
            if (g_end < gold_.size() && (s_end >= system_.size() || gold_[g_end].begin <= system_[s_end].begin)) {
                extend(gold_[g_end++]);
            } else {
                extend(system_[s_end++]);
            }
        }
    }

private:
    [[nodiscard]] bool is_behind(const std::vector<Word>& words, std::size_t i) const {
        return i >= words.size() || (words[i].multiword ? words[i].begin >= end_ : words[i].end > end_);
    }
    void extend(const Word& word) { end_ = word.multiword ? std::max(end_, word.end) : end_; }

    const std::vector<Word>& gold_;
    const std::vector<Word>& system_;
    std::size_t end_ = 0;  // character

public:
    std::size_t g_begin;  // words [begin, end)
    std::size_t s_begin;
    std::size_t g_end = 0;
    std::size_t s_end = 0;
};

// By gold word: the word of the system that stands for it, or -1.
std::vector<std::ptrdiff_t> align(const Text& gold, const Text& system) {
    std::vector<std::ptrdiff_t> system_of(gold.words.size(), -1);
    std::size_t g = 0;
    std::size_t s = 0;
    while (g < gold.words.size() && s < system.words.size()) {
        const Word& a = gold.words[g];
        const Word& b = system.words[s];
        if (a.multiword || b.multiword) {
            const Stretch stretch(gold, system, g, s);
            align_stretch(gold, system, stretch.g_begin, stretch.g_end, stretch.s_begin, stretch.s_end, system_of);
            g = stretch.g_end;
            s = stretch.s_end;
        } else if (a.begin == b.begin && a.end == b.end) {
            system_of[g++] = static_cast<std::ptrdiff_t>(s++);
        } else {
            (a.begin <= b.begin ? g : s) += 1;
        }
    }
    return system_of;
}

std::string_view universal(std::string_view label) { return label.substr(0, label.find(':')); }

std::string length_class(std::size_t words) {
    return words <= 10 ? "01-10" : words <= 20 ? "11-20" : words <= 30 ? "21-30" : "31-";
}

// "GUM_news_x-3" and "weblog-blogspot-…" say it in the id's first words.
std::string genre_of(std::string_view id) {
    if (id.starts_with("GUM_")) {
        id.remove_prefix(4);
        return std::string(id.substr(0, id.find('_')));
    }
    return std::string(id.substr(0, id.find_first_of("-_0123456789")));
}

}  // namespace

ConllScores score_conll(std::span<const ConlluSentence> gold_sentences, std::span<const ConlluSentence> system_sentences) {
    const Text gold = text_of(gold_sentences);
    const Text system = text_of(system_sentences);
    if (gold.characters != system.characters) {
        const auto at =
            std::mismatch(gold.characters.begin(), gold.characters.end(), system.characters.begin(), system.characters.end());
        const auto place = static_cast<std::size_t>(at.first - gold.characters.begin());
        throw std::runtime_error("the two do not hold the same text: they part after " + std::to_string(place) +
                                 " characters, at \"" + gold.characters.substr(place, 30) + "\" and \"" +
                                 system.characters.substr(place, 30) + "\"");
    }
    ConllScores scores;
    scores.tokens = spans(gold.tokens, system.tokens);
    scores.sentences = spans(gold.sentences, system.sentences);
    for (Count* count : {&scores.words, &scores.upos, &scores.xpos, &scores.uas, &scores.las}) {
        count->gold = gold.words.size();
        count->system = system.words.size();
    }
    const std::vector<std::ptrdiff_t> system_of = align(gold, system);
    for (std::size_t g = 0; g < gold.words.size(); ++g) {
        const Word& word = gold.words[g];
        const ConlluRow& row = *word.row;
        const ConlluSentence& sentence = gold_sentences[word.sentence];
        bool head = false;
        bool label = false;
        if (system_of[g] >= 0) {
            const Word& found = system.words[static_cast<std::size_t>(system_of[g])];
            ++scores.words.right;
            scores.upos.right += row[Cell::upos] == (*found.row)[Cell::upos] ? 1U : 0U;
            scores.xpos.right += row[Cell::xpos] == (*found.row)[Cell::xpos] ? 1U : 0U;
            const bool unparsed = (*found.row)[Cell::head] == "_";
            head = !unparsed && (word.head < 0 ? found.head < 0
                                               : found.head >= 0 && system_of[static_cast<std::size_t>(word.head)] == found.head);
            label = head && universal(row[Cell::deprel]) == universal((*found.row)[Cell::deprel]);
            scores.uas.right += head ? 1U : 0U;
            scores.las.right += label ? 1U : 0U;
        }
        for (Attachment* attachment :
             {&scores.by_label[std::string(universal(row[Cell::deprel]))], &scores.by_length[length_class(sentence.words)],
              &scores.by_genre[genre_of(sentence.comment("sent_id"))]}) {
            attachment->words += 1;
            attachment->heads += head ? 1U : 0U;
            attachment->labels += label ? 1U : 0U;
        }
    }
    return scores;
}

}  // namespace demarche::bench
