#include "make_document.hpp"

#include <stdexcept>

#include "demarche/ingest/stages.hpp"
#include "language/language_tables.hpp"

namespace demarche::test {

namespace {

const DataFolders kFolders{DEMARCHE_DATA_DIR, {}};

const LanguageTables& language_tables() {
    static const std::unique_ptr<const LanguageTables> tables = LanguageTables::load(kFolders);
    return *tables;
}

}  // namespace

const PlaceTables& place_tables() {
    static const std::unique_ptr<const PlaceTables> tables = PlaceTables::load(kFolders);
    return *tables;
}

TestDocument::TestDocument(std::string text, const std::string& dateline) {
    article_.text = std::move(text);
    article_.paragraphs = {{0, static_cast<std::uint32_t>(article_.text.size())}};
    article_.info.published = Published{*day_of(2026, 3, 4), std::nullopt, std::nullopt};
    if (!dateline.empty()) {
        article_.dateline = Dateline{dateline, *day_of(2026, 3, 4), "Test Wire"};
    }
    document_.article = &article_;
    read_language(document_, language_tables());
}

ActorMention TestDocument::mention_of(std::string_view words) const {
    const std::size_t begin = article_.text.find(words);
    if (begin == std::string::npos) {
        throw std::logic_error("the test text has no \"" + std::string(words) + "\"");
    }
    ActorMention mention;
    mention.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
        if (document_.tokens[i].span.overlaps(mention.span)) {
            mention.tokens = {mention.tokens.size() == 0 ? i : mention.tokens.begin, i + 1};
        }
    }
    mention.entities = {static_cast<std::uint32_t>(document_.entities.size())};
    return mention;
}

void TestDocument::add_person(std::string_view words) {
    document_.actors.push_back(mention_of(words));
    Entity entity;
    entity.kind = ActorKind::person;
    entity.name = words;
    document_.entities.push_back(entity);
}

void TestDocument::add_state(std::string_view words, const std::string& iso3, bool adjective) {
    ActorMention mention = mention_of(words);
    mention.adjective = adjective;
    document_.actors.push_back(mention);
    Entity entity;
    entity.kind = ActorKind::state;
    entity.state = iso3;
    document_.entities.push_back(entity);
}

void TestDocument::find_places() { demarche::find_places(document_, place_tables()); }

}  // namespace demarche::test
