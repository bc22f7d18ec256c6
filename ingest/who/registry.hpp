// The entities of one article: each once, whatever it is called, and the mentions that name them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "who/scene.hpp"

namespace demarche {

// What a phrase says about a person.
struct PersonFacts {
    std::string name;
    std::string office;  // as in the text
    OfficeClass office_class = OfficeClass::none;
    std::string state;  // from the text; "" if it says none
    bool former = false;
    std::string usual_state;  // if neither text nor tables tell
};

class Registry {
public:
    explicit Registry(Scene& scene) : scene_(scene) {}

    static constexpr std::uint32_t npos = 0xFFFFFFFFU;

    std::uint32_t state(std::uint32_t row);
    std::uint32_t state_by_id(std::string_view id);  // npos if it is no state or organisation of the tables
    std::uint32_t organisation(std::uint32_t row);
    void name_as_in_text(std::uint32_t organisation, const std::string& text);  // the fullest form wins
    std::uint32_t body(std::string_view slug, std::string_view name, std::string_view state);
    // Agents without a name, one entity a class and state ("" for none); `name` as the article writes it.
    std::uint32_t collective(const CollectiveRow& row, std::string_view name, std::string_view state);
    // The only entity of that class which has a state ("the court" after "a Peruvian court"); npos if there is none or are
    // several.
    [[nodiscard]] std::uint32_t collective_named(std::string_view slug) const;
    // A group that the tables do not know; `state` is "" if the text does not say whose it is.
    std::uint32_t group(const std::string& name, std::string_view state);
    // Finds the person among those of the article, or makes one; facts of the text beat those of the tables.
    // npos if the state must be known and neither text nor tables tell it.
    std::uint32_t person(const PersonFacts& facts, bool needs_state);
    // A person of the article with this full name or surname; npos if there is none.
    [[nodiscard]] std::uint32_t find(const std::string& name) const;
    // Full name known to the tables and in office around the publication; npos if none is.
    [[nodiscard]] std::uint32_t in_office(std::uint32_t token) const;  // row of persons

    // A person of the article whose surname is these words; npos if none, or several and `office_class` does not decide.
    [[nodiscard]] std::uint32_t by_surname(std::uint64_t surname, OfficeClass office_class) const;
    [[nodiscard]] std::uint32_t body_named(std::string_view slug) const;  // the only one with this slug, else npos
    // The head of state or government of that surname on the day of publication, a row of persons; npos if not exactly one state
    // has one.
    [[nodiscard]] std::uint32_t head_by_surname(std::uint64_t surname) const;
    // Who is meant by a surname alone that the article has not explained ("Trump and Putin agreed"): a head in office whom the
    // world knows by it, or whose state the article has named. A row of persons, or npos.
    [[nodiscard]] std::uint32_t known_by_surname(std::uint64_t surname) const;
    [[nodiscard]] OfficeClass office_class(std::uint32_t entity) const { return classes_[entity]; }
    [[nodiscard]] bool former(std::uint32_t entity) const { return former_[entity] != 0; }
    [[nodiscard]] const Entity& entity(std::uint32_t i) const { return scene_.document.entities[i]; }

    // Ids, and the roster of what the text taught.
    void finish();

private:
    std::uint32_t add(Entity entity, OfficeClass office_class, std::uint64_t key);
    [[nodiscard]] std::uint32_t with_id(std::string_view id) const;  // npos if there is none
    std::uint32_t add_body(ActorKind kind, std::string id, std::string_view slug, std::string_view name, std::string_view state);
    void note_surname(std::uint32_t person);
    [[nodiscard]] std::uint32_t table_row(const PersonFacts& facts, const std::vector<std::uint64_t>& words) const;
    [[nodiscard]] bool by_surname_alone(std::string_view state) const;
    [[nodiscard]] bool past_head(const PersonRow& row) const;
    [[nodiscard]] bool near(const PersonRow& row, int days) const;

    Scene& scene_;
    std::vector<OfficeClass> classes_;
    std::vector<std::uint64_t> keys_;  // states: row; organisations: 1<<40 | row; bodies and persons: hash of the name
    std::vector<std::uint64_t> surnames_;
    std::vector<std::uint64_t> short_surnames_;
    std::vector<char> former_;
    std::vector<std::string> table_names_;  // of persons: ids are the same whether an article says "Trump" or "Donald Trump"
    std::vector<char> named_;               // the name is the article's
};

}  // namespace demarche
