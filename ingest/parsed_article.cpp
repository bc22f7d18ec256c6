#include "parsed_article.hpp"

#include "demarche/ingest/read.hpp"
#include "language/conllu_document.hpp"

namespace demarche {

ParsedArticle read_parsed_article(const RawArticle& raw) {
    ParsedArticle parsed;
    parsed.article.rejected = raw.rejected;
    if (raw.rejected.empty()) {
        try {
            language::ConlluReader reader(raw.bytes, raw.path, raw.line);
            for (language::ConlluSentence sentence; reader.next(sentence);) {
                parsed.sentences.push_back(std::move(sentence));
            }
            parsed.text = language::conllu_text(parsed.sentences);
            parsed.article = language::article_of(parsed.sentences, parsed.text);
        } catch (const language::ConlluError& error) {
            parsed.article.rejected = error.what();
        }
    }
    std::string& id = parsed.article.info.id;
    id = id.empty() ? raw.fallback_id : nmtoken(id);
    return parsed;
}

}  // namespace demarche
