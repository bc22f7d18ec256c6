// Between CoNLL-U and the Document of the stages.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "demarche/ingest/document.hpp"
#include "language/conllu.hpp"
#include "language/conllu_text.hpp"
#include "language/language_tables.hpp"

namespace demarche::language {

// Sentences of a document as CoNLL-U; "# newdoc" and the article's particulars stand before the first one.
void append_conllu(std::string& out, const Document& document);

// Text and particulars of an article, from the comments that append_conllu() writes; `text` is that of `sentences`.
[[nodiscard]] Article article_of(std::span<const ConlluSentence> sentences, const ConlluText& text);

// Tokens and sentences. REQUIRES an empty document whose article holds text.text.
void fill_words(Document& document, std::span<const ConlluSentence> sentences, const ConlluText& text);

// Tags, lemmas, features and trees as far as the cells tell; words without a tag are tagged. A sentence without a whole tree
// stays unparsed. fill_words() made the document of `sentences`.
void fill_tags_and_trees(Document& document, std::span<const ConlluSentence> sentences, const ConlluText& text,
                         const LanguageTables& tables);

// Writes tags, lemmas, features and trees of the document into the words' cells; fill_words() made it of `sentences`.
void fill_cells(std::span<ConlluSentence> sentences, const ConlluText& text, const Document& document);

}  // namespace demarche::language
