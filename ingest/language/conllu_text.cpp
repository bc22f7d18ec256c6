#include "language/conllu_text.hpp"

#include <algorithm>

#include "language/characters.hpp"

namespace demarche::language {

namespace {

class Builder {
public:
    ConlluText build(std::span<const ConlluSentence> sentences) {
        for (const ConlluSentence& sentence : sentences) {
            open(sentence);
            for (std::uint32_t i = 0; i < sentence.rows.size();) {
                i = token(sentence, i);
            }
            out_.paragraphs.back().end = end_;
        }
        out_.text.resize(end_);  // without a last space
        return std::move(out_);
    }

private:
    void open(const ConlluSentence& sentence) {
        if (out_.paragraphs.empty() || sentence.has("newpar") || sentence.has("newdoc")) {
            out_.text.resize(end_);
            if (!out_.text.empty()) {
                out_.text += "\n\n";
            }
            out_.paragraphs.push_back({size(), size()});
            space_ = false;
        }
        out_.paragraph_of.push_back(static_cast<std::uint32_t>(out_.paragraphs.size() - 1));
        out_.pieces.emplace_back();
        out_.piece_of.emplace_back();
    }

    // The row at `i` with, for a range, its words; returns the row behind.
    std::uint32_t token(const ConlluSentence& sentence, std::uint32_t i) {
        const ConlluRow& row = sentence.rows[i];
        if (row.kind == RowKind::empty) {
            return i + 1;
        }
        std::vector<std::uint32_t> words;  // rows
        std::uint32_t next = i;
        if (row.kind == RowKind::word) {
            words.push_back(next++);
        } else {
            for (++next; next < sentence.rows.size() && words.size() < row.last - row.id + 1; ++next) {
                if (sentence.rows[next].kind == RowKind::word) {
                    words.push_back(next);
                }
            }
        }
        const std::uint32_t begin = size();
        out_.text += row[Cell::form];
        end_ = size();
        place(sentence, words, {begin, end_});
        space_ = row.space_after();
        if (space_) {
            out_.text += ' ';
        }
        return next;
    }

    void place(const ConlluSentence& sentence, const std::vector<std::uint32_t>& words, Span surface) {
        const std::vector<std::uint32_t> cuts = cut(sentence, words, surface);
        auto& pieces = out_.pieces.back();
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i < cuts.size()) {
                const std::uint32_t end = i + 1 < cuts.size() ? cuts[i + 1] : surface.end;
                pieces.push_back({{cuts[i], end}, words[i], i == 0 && space_});
            }
            out_.piece_of.back().push_back(static_cast<std::uint32_t>(pieces.size() - 1));
        }
    }

    // Where the words of a surface begin.
    std::vector<std::uint32_t> cut(const ConlluSentence& sentence, const std::vector<std::uint32_t>& words, Span surface) const {
        std::vector<std::uint32_t> cuts;
        std::uint32_t at = surface.begin;
        for (const std::uint32_t word : words) {
            const std::string& form = sentence.rows[word][Cell::form];
            cuts.push_back(at);
            if (words.size() > 1 && out_.text.compare(at, form.size(), form) != 0) {
                return even_cuts(words.size(), surface);
            }
            at += static_cast<std::uint32_t>(form.size());
        }
        return words.size() == 1 || at == surface.end ? cuts : even_cuts(words.size(), surface);
    }

    std::vector<std::uint32_t> even_cuts(std::size_t words, Span surface) const {
        std::vector<std::uint32_t> characters;
        for (std::uint32_t at = surface.begin; at < surface.end; at += character_at(out_.text, at).length) {
            characters.push_back(at);
        }
        std::vector<std::uint32_t> cuts{surface.begin};
        if (characters.size() >= words) {
            for (std::size_t i = 1; i < words; ++i) {
                cuts.push_back(characters[i * characters.size() / words]);
            }
        }
        return cuts;
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(out_.text.size()); }

    ConlluText out_;
    std::uint32_t end_ = 0;  // of the last token
    bool space_ = false;     // before the next one
};

}  // namespace

ConlluText conllu_text(std::span<const ConlluSentence> sentences) { return Builder().build(sentences); }

}  // namespace demarche::language
