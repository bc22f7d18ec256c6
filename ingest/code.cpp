// The way of one article, in the order in which it is walked.
#include "demarche/ingest/code.hpp"

#include "demarche/ingest/data.hpp"
#include "demarche/ingest/stages.hpp"

namespace demarche {

Coding code(const Article& article, const Data& data, const CodeOptions& options, Document& document) {
    Coding coding;
    coding.coder = {DEMARCHE_VERSION, data.fingerprint()};
    coding.article = article.info;
    coding.rejected = article.rejected;

    document.clear();
    document.article = &article;
    if (article.rejected.empty()) {
        read_language(document, data.language());
        find_actors(document, data.actors());
        find_places(document, data.places());
        find_times(document);
        find_events(document, data.rules());

        coding.events = document.events;
        coding.links = document.links;
        coding.roster = document.roster;
        if (options.with_text) {
            coding.article.text = article.text;
        }
    }
    return coding;
}

}  // namespace demarche
