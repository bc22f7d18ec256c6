// Who and where the generated articles are about: states, their people in office and their towns, from data/.
#pragma once

#include <string>
#include <vector>

#include "demarche/ingest/table.hpp"

namespace demarche::bench {

struct Person {
    std::string name;
    std::string surname;
    std::string title;
};

struct Town {
    std::string name;
    std::string country;  // its name
};

struct State {
    std::string iso3;
    std::string name;  // with "the" where English wants it
    std::string adjective;
    std::string capital;
    std::vector<Person> persons;  // never empty
    std::vector<Town> towns;      // never empty, most populous first
};

struct Cast {
    std::vector<State> states;  // those in the news most first
    std::vector<std::string> given_names;
    std::vector<std::string> surnames;

    // Reads who/states.tsv, who/persons.tsv, who/names.tsv and where/places.tsv. Throws DataError.
    static Cast load(const DataFolders& folders);
};

}  // namespace demarche::bench
