// Turns a line of test text into a Document that has been through read_language and find_places.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "demarche/ingest/document.hpp"
#include "where/place_tables.hpp"

namespace demarche::test {

[[nodiscard]] const PlaceTables& place_tables();

// `dateline` is its place, "" for none. Owns the article that the document points to.
class TestDocument {
public:
    TestDocument(std::string text, const std::string& dateline);

    [[nodiscard]] Document& operator*() { return document_; }
    [[nodiscard]] Document* operator->() { return &document_; }

    void add_person(std::string_view words);  // as find_actors would: a mention of a person
    void add_state(std::string_view words, const std::string& iso3, bool adjective);
    void find_places();

private:
    [[nodiscard]] ActorMention mention_of(std::string_view words) const;

    Article article_;
    Document document_;
};

}  // namespace demarche::test
