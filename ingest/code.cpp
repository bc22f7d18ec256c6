// The way of one article, in the order in which it is walked.
#include "demarche/ingest/code.hpp"

#include "demarche/ingest/data.hpp"
#include "demarche/ingest/stages.hpp"
#include "language/conllu_document.hpp"
#include "language/language_tables.hpp"
#include "parsed_article.hpp"

namespace demarche {

namespace {

void begin(Document& document, const Article& article) {
    document.clear();
    document.article = &article;
}

void find_everything(Document& document, const Data& data, const CodeOptions& options) {
    find_triggers(document, data.rules());
    parse(document, data.language(), options.parse_all);
    find_actors(document, data.actors());
    find_places(document, data.places());
    place_bodies(document);
    name_states_of_places(document, data.actors());
    find_times(document);
    find_events(document, data.rules());
}

Coding record_of(const Document& document, const Data& data, const CodeOptions& options) {
    Coding coding;
    coding.coder = {DEMARCHE_VERSION, data.fingerprint()};
    coding.article = document.article->info;
    coding.rejected = document.article->rejected;
    if (coding.rejected.empty()) {
        coding.events = document.events;
        coding.links = document.links;
        coding.roster = document.roster;
        if (options.with_text) {
            coding.article.text = document.article->text;
        }
    }
    return coding;
}

}  // namespace

Coding code(const Article& article, const Data& data, const CodeOptions& options, Document& document) {
    begin(document, article);
    if (article.rejected.empty()) {
        read_language(document, data.language());
        find_everything(document, data, options);
    }
    return record_of(document, data, options);
}

Coding code(const ParsedArticle& parsed, const Data& data, const CodeOptions& options, Document& document) {
    begin(document, parsed.article);
    if (parsed.article.rejected.empty()) {
        language::fill_words(document, parsed.sentences, parsed.text);
        language::fill_tags_and_trees(document, parsed.sentences, parsed.text, data.language());
        find_everything(document, data, options);
    }
    return record_of(document, data, options);
}

}  // namespace demarche
