// One generated event, and the text of one article about it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cast.hpp"
#include "demarche/graph/date_span.hpp"
#include "random.hpp"
#include "templates.hpp"

namespace demarche::bench {

struct MadeEvent {
    std::uint64_t number = 0;
    const Story* story = nullptr;
    Day reported{};  // the day the first articles appear; for what has happened, the day it happened
    Day day{};       // of the event; later than `reported` if it is planned
    const State* states[3] = {};
    const Person* persons[3] = {};
    const Town* town = nullptr;
    std::string_view topic;
    std::string_view activity;
    std::string_view product;
    std::string_view office;
    unsigned rate = 0;
    std::string new_name;
    std::string new_surname;
    unsigned articles_left = 0;
    unsigned articles_made = 0;
};

struct Newsroom {  // an invented outlet
    std::string_view name;
    std::string_view tag;  // in datelines
    std::string_view domain;
    int offset_minutes = 0;
};

[[nodiscard]] const std::vector<Newsroom>& newsrooms();

// Appends the sentence with its slots filled.
void fill(const Sentence& sentence, const MadeEvent& event, std::string& out);

struct MadeArticle {
    std::string title;
    std::string text;
    const MadeEvent* also = nullptr;  // a second event that it reports in passing
};

// 4 to 10 paragraphs. `nearby` may be reported in passing; null for none.
void write_article(const MadeEvent& event, const MadeEvent* nearby, const Newsroom& newsroom, Day published,
                   const Templates& templates, Random& random, MadeArticle& article);

}  // namespace demarche::bench
