#include "language/conllu_document.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "demarche/ingest/stages.hpp"
#include "language/annotate.hpp"
#include "language/characters.hpp"
#include "language/features.hpp"
#include "language/morphology.hpp"
#include "language/upos_names.hpp"

namespace demarche::language {

namespace {

// One line of a comment: control characters would break the format.
void append_comment(std::string& out, std::string_view name, std::string_view value) {
    if (value.empty()) {
        return;
    }
    out += "# ";
    out += name;
    out += " = ";
    for (const char byte : value) {
        out += static_cast<unsigned char>(byte) < 0x20U || byte == 0x7F ? ' ' : byte;
    }
    out += '\n';
}

void append_particulars(std::string& out, const Article& article) {
    append_comment(out, "newdoc id", article.info.id);
    append_comment(out, "title", article.info.title);
    append_comment(out, "published", article.info.published ? iso_published(*article.info.published) : "");
    append_comment(out, "outlet", article.info.outlet);
    append_comment(out, "url", article.info.url);
    append_comment(out, "byline", article.byline);
    if (article.dateline) {
        append_comment(out, "dateline place", article.dateline->place);
        append_comment(out, "dateline day", article.dateline->day ? iso_date(*article.dateline->day) : "");
        append_comment(out, "dateline agency", article.dateline->agency);
    }
}

std::string_view or_blank(std::string_view cell) { return cell.empty() ? std::string_view("_") : cell; }

// No form holds a blank: the tokenizer cuts there. What is left of control characters must not break the line.
void append_form(std::string& out, std::string_view form) {
    for (const char byte : form) {
        out += byte == '\t' || byte == '\n' || byte == '\r' ? '?' : byte;
    }
}

void append_token(std::string& out, const Document& document, std::uint32_t at, TokenRange sentence) {
    const Token& token = document.tokens[at];
    const bool parsed = !token.deprel.empty();
    out += std::to_string(at - sentence.begin + 1);
    out += '\t';
    append_form(out, token.form);
    out += '\t';
    append_form(out, or_blank(token.lemma));
    for (const std::string_view cell : {to_string(token.upos), or_blank(token.xpos), features_of(token)}) {
        out += '\t';
        out += cell;
    }
    out += '\t';
    out += !parsed ? "_" : std::to_string(token.head < 0 ? 0 : token.head - static_cast<std::int32_t>(sentence.begin) + 1);
    out += '\t';
    out += or_blank(token.deprel);
    const bool glued = at + 1 < document.tokens.size() && document.tokens[at + 1].span.begin == token.span.end;
    out += glued ? "\t_\tSpaceAfter=No\n" : "\t_\t_\n";
}

}  // namespace

void append_conllu(std::string& out, const Document& document) {
    std::int64_t paragraph = -1;
    std::size_t number = 0;
    for (const Sentence& sentence : document.sentences) {
        if (number == 0) {
            append_particulars(out, *document.article);
        }
        if (sentence.paragraph != paragraph) {
            out += "# newpar\n";
            paragraph = sentence.paragraph;
        }
        append_comment(out, "sent_id", document.article->info.id + "-" + std::to_string(++number));
        append_comment(out, "text", sentence.span.in(document.text()));
        for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
            append_token(out, document, at, sentence.tokens);
        }
        out += '\n';
    }
}

Article article_of(std::span<const ConlluSentence> sentences, const ConlluText& text) {
    Article article;
    article.text = text.text;
    article.paragraphs = text.paragraphs;
    const ConlluSentence& first = sentences.front();
    article.info.id = first.comment("newdoc id");
    article.info.title = first.comment("title");
    article.info.outlet = first.comment("outlet");
    article.info.url = first.comment("url");
    article.info.published = parse_published(first.comment("published"));
    article.info.language = "en";
    article.byline = first.comment("byline");
    if (const std::string_view place = first.comment("dateline place"); !place.empty()) {
        article.dateline = Dateline{std::string(place), parse_iso_date(first.comment("dateline day")),
                                    std::string(first.comment("dateline agency"))};
    }
    return article;
}

void fill_cells(std::span<ConlluSentence> sentences, const ConlluText& text, const Document& document) {
    std::uint32_t begin = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const auto& pieces = text.pieces[s];
        // Of words that share one token, the first stands for it and the others hang on the first.
        std::vector<std::uint32_t> first_word(pieces.size());
        for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
            first_word[piece] = sentences[s].rows[pieces[piece].row].id;
        }
        std::uint32_t word = 0;
        for (ConlluRow& row : sentences[s].rows) {
            if (row.kind != RowKind::word) {
                continue;
            }
            const std::uint32_t piece = text.piece_of[s][word++];
            const Token& token = document.tokens[begin + piece];
            const bool first = first_word[piece] == row.id;
            row[Cell::lemma] = or_blank(token.lemma);
            row[Cell::upos] = to_string(token.upos);
            row[Cell::xpos] = or_blank(token.xpos);
            row[Cell::feats] = features_of(token);
            if (token.deprel.empty()) {
                continue;
            }
            if (!first) {
                row[Cell::head] = std::to_string(first_word[piece]);
                row[Cell::deprel] = "fixed";
            } else {
                row[Cell::head] =
                    token.head < 0 ? "0" : std::to_string(first_word[static_cast<std::uint32_t>(token.head) - begin]);
                row[Cell::deprel] = token.deprel;
            }
            row[Cell::deps] = "_";
        }
        begin += static_cast<std::uint32_t>(pieces.size());
    }
}

}  // namespace demarche::language
