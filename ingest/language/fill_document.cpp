// From CoNLL-U that was read to the tokens, tags and trees of a Document.
#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "language/annotate.hpp"
#include "language/conllu_document.hpp"
#include "language/features.hpp"
#include "language/upos_names.hpp"

namespace demarche::language {

namespace {

using Pieces = std::vector<ConlluText::Piece>;

// Other tag sets share names with Penn's: German "NN" says nothing about number.
bool has_penn_tags(std::span<const ConlluSentence> sentences) {
    const auto fits = [](const ConlluRow& row) {
        return row.kind != RowKind::word || row[Cell::xpos] == "_" || penn_from(row[Cell::xpos]);
    };
    return std::all_of(sentences.begin(), sentences.end(), [&](const ConlluSentence& sentence) {
        return std::all_of(sentence.rows.begin(), sentence.rows.end(), fits);
    });
}

std::optional<Penn> penn_of(const ConlluRow& row, bool penn_tags) {
    const std::optional<Penn> penn = penn_tags ? penn_from(row[Cell::xpos]) : std::nullopt;
    const std::optional<Upos> upos = upos_from(row[Cell::upos]);
    return penn || !upos ? penn : penn_from_features(*upos, row[Cell::feats]);
}

std::vector<JointTag> tags_of(const ConlluSentence& sentence, const Pieces& pieces, std::span<const Token> tokens,
                              const LanguageTables& tables, bool penn_tags) {
    std::vector<JointTag> tags(tokens.size());
    std::vector<std::optional<Penn>> given;
    bool all = true;
    for (const ConlluText::Piece& piece : pieces) {
        given.push_back(penn_of(sentence.rows[piece.row], penn_tags));
        all = all && given.back();
    }
    if (!all) {
        tables.tagger().tag(tokens, tags);
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        tags[i].penn = given[i].value_or(tags[i].penn);
        tags[i].upos = upos_from(sentence.rows[pieces[i].row][Cell::upos]).value_or(tags[i].upos);
    }
    return tags;
}

void fill_tags(Document& document, TokenRange range, const ConlluSentence& sentence, const Pieces& pieces,
               const LanguageTables& tables, bool penn_tags) {
    const std::span<Token> tokens = std::span(document.tokens).subspan(range.begin, range.size());
    annotate(document, tokens, tags_of(sentence, pieces, tokens, tables, penn_tags), tables.lemmas());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const ConlluRow& row = sentence.rows[pieces[i].row];
        if (row[Cell::lemma] != "_") {
            tokens[i].lemma = document.store(row[Cell::lemma]);
        }
        if (has(tokens[i].morph, Morph::participle) && has_feature(row[Cell::feats], "Voice=Pass")) {
            tokens[i].morph = tokens[i].morph | Morph::passive;
        }
    }
}

// The head of each token, counted from 1 in its sentence, 0 for a root; nothing if a word has none. heads[0] is unused. The
// reader has seen to it that heads are words of the sentence and make no circle, but words that share a token may make one.
std::vector<std::uint32_t> heads_of(const ConlluSentence& sentence, const Pieces& pieces,
                                    const std::vector<std::uint32_t>& piece_of) {
    std::vector<std::uint32_t> heads{0};
    for (const ConlluText::Piece& piece : pieces) {
        const ConlluRow& row = sentence.rows[piece.row];
        const std::string& cell = row[Cell::head];
        std::uint32_t word = 0;
        const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), word);
        if (error != std::errc{} || row[Cell::deprel] == "_") {
            return {};
        }
        const std::uint32_t head = word == 0 ? 0 : piece_of[word - 1] + 1;
        heads.push_back(head == heads.size() ? 0 : head);
    }
    return word_in_circle(heads) == 0 ? heads : std::vector<std::uint32_t>();
}

void fill_tree(Document& document, TokenRange range, const ConlluSentence& sentence, const Pieces& pieces,
               const std::vector<std::uint32_t>& piece_of) {
    const std::vector<std::uint32_t> heads = heads_of(sentence, pieces, piece_of);
    for (std::uint32_t i = 1; i < heads.size(); ++i) {
        Token& token = document.tokens[range.begin + i - 1];
        token.head = heads[i] == 0 ? -1 : static_cast<std::int32_t>(range.begin + heads[i] - 1);
        token.deprel = document.store(sentence.rows[pieces[i - 1].row][Cell::deprel]);
    }
    mark_passives(document, range);
}

}  // namespace

void fill_words(Document& document, std::span<const ConlluSentence> sentences, const ConlluText& text) {
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const auto begin = static_cast<std::uint32_t>(document.tokens.size());
        for (const ConlluText::Piece& piece : text.pieces[s]) {
            Token& token = document.tokens.emplace_back();
            token.span = piece.span;
            token.form = document.store(sentences[s].rows[piece.row][Cell::form]);
            token.space_before = piece.space_before;
            set_lower(document, token);
        }
        const TokenRange range{begin, static_cast<std::uint32_t>(document.tokens.size())};
        document.sentences.push_back(
            {{document.tokens[range.begin].span.begin, document.tokens[range.end - 1].span.end}, range, text.paragraph_of[s]});
    }
}

void fill_tags_and_trees(Document& document, std::span<const ConlluSentence> sentences, const ConlluText& text,
                         const LanguageTables& tables) {
    const bool penn_tags = has_penn_tags(sentences);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const TokenRange range = document.sentences[s].tokens;
        fill_tags(document, range, sentences[s], text.pieces[s], tables, penn_tags);
        fill_tree(document, range, sentences[s], text.pieces[s], text.piece_of[s]);
    }
}

}  // namespace demarche::language
