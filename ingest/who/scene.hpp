// What finding actors in one article needs at hand: the words of the document, what the tables know at each token, and the
// entities and mentions found so far. Lives for one call of find_actors.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/ingest/document.hpp"
#include "who/actor_tables.hpp"

namespace demarche {

// The longest phrase of the tables that begins at a token.
struct Item {
    std::uint32_t end = 0;  // token after the phrase
    std::uint32_t first_meaning = 0;
    std::uint32_t meanings = 0;
};

class Scene {
public:
    Scene(Document& document, const ActorTables& tables);

    Document& document;
    const ActorTables& tables;

    // Behind the last token stands an empty one, so that looking ahead needs no test.
    [[nodiscard]] const Token& token(std::uint32_t i) const { return i < size() ? document.tokens[i] : none_; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(document.tokens.size()); }
    // Tokens of the sentence of token i are [sentence_begin, sentence_end).
    [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const { return i < size() ? sentence_[i] : sentence_.back(); }
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t i) const { return document.sentences[sentence_of(i)].tokens.end; }
    [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t i) const { return document.sentences[sentence_of(i)].tokens.begin; }

    // The phrase at token i, or nullptr.
    [[nodiscard]] const Item* item(std::uint32_t i) const {
        return i < size() && item_at_[i] != 0 ? &items_[item_at_[i] - 1] : nullptr;
    }
    // Meaning of that phrase in this sense; empty if it has none.
    [[nodiscard]] std::optional<std::uint32_t> meaning(std::uint32_t i, Sense sense) const;
    [[nodiscard]] bool is(std::uint32_t i, Sense sense) const { return meaning(i, sense).has_value(); }
    [[nodiscard]] std::uint32_t item_end(std::uint32_t i) const { return item(i) != nullptr ? item(i)->end : i + 1; }
    [[nodiscard]] std::span<const Meaning> meanings(std::uint32_t i) const;

    // No phrase there names or describes an actor: nothing known, or words that only matter beside one.
    [[nodiscard]] bool plain(std::uint32_t i) const;
    [[nodiscard]] bool capital(std::uint32_t i) const;     // begins with a capital
    [[nodiscard]] bool possessive(std::uint32_t i) const;  // "'s" or the "'" of a plural
    [[nodiscard]] bool hyphen(std::uint32_t i) const;      // between two words without spaces
    [[nodiscard]] bool lower_is(std::uint32_t i, std::initializer_list<std::string_view> words) const;
    [[nodiscard]] bool verb(std::uint32_t i) const;  // can be the finite verb or auxiliary of a clause
    [[nodiscard]] bool noun(std::uint32_t i) const;
    [[nodiscard]] std::uint64_t hash(std::uint32_t i) const;  // of the token's words
    [[nodiscard]] bool article_has(std::span<const std::uint64_t> any) const;
    // A verb follows (adverbs and a relative clause may come before it).
    [[nodiscard]] bool subject(std::uint32_t end) const;
    [[nodiscard]] Span span_of(std::uint32_t begin, std::uint32_t end) const {
        return {token(begin).span.begin, token(end - 1).span.end};
    }
    [[nodiscard]] std::string text_of(std::uint32_t begin, std::uint32_t end) const;  // with single spaces

private:
    void read_words();
    void read_items();

    Token none_;
    std::vector<DocumentWord> words_;
    std::vector<std::uint32_t> word_at_;  // first word of a token, and one more at the end
    std::vector<std::uint32_t> sentence_;
    std::vector<std::uint32_t> item_at_;  // number of the item at a token + 1; 0 for none
    std::vector<Item> items_;
    std::vector<Meaning> meanings_;
};

}  // namespace demarche
