#include "write_article.hpp"

#include <array>

namespace demarche::bench {

namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};

void append_date(Day day, std::string& out) {
    const CivilDay date = civil(day);
    out += kMonths.at(date.month - 1);
    out += ' ';
    out += std::to_string(date.day);
}

void append_upper(std::string_view text, std::string& out) {
    for (const char c : text) {
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
}

void append_of_state(const Piece& piece, const MadeEvent& event, std::string& out) {
    const State& state = *event.states[piece.state];
    const Person& person = *event.persons[piece.state];
    switch (piece.slot) {
        case Slot::person:
            out += state.adjective;
            out += ' ';
            out += person.title;
            out += ' ';
            out += person.name;
            break;
        case Slot::title:
            out += person.title;
            break;
        case Slot::surname:
            out += person.surname;
            break;
        case Slot::adjective:
            out += state.adjective;
            break;
        case Slot::capital:
            out += state.capital;
            break;
        default: {
            const std::size_t at = out.size();
            out += state.name;
            if (piece.upper && out[at] == 't') {
                out[at] = 'T';
            }
        }
    }
}

}  // namespace

const std::vector<Newsroom>& newsrooms() {
    static const std::vector<Newsroom> all = {
        {"Meridian Wire", "Meridian Wire", "meridianwire.example", 0},
        {"Harbour City News Service", "Harbour City News", "harbourcitynews.example", 600},
        {"Agencia Cordillera", "Cordillera", "cordillera.example", -240},
        {"Lakeshore Press", "Lakeshore Press", "lakeshorepress.example", -300},
        {"The Kwanza Courier", "Kwanza Courier", "kwanzacourier.example", 120},
        {"Islands & Straits Daily", "Islands & Straits Daily", "islandsandstraits.example", 480},
        {"East Gate Agency", "East Gate", "eastgate.example", 540},
        {"Steppe Telegraph", "Steppe Telegraph", "steppetelegraph.example", 300},
        {"Monsoon Post", "Monsoon Post", "monsoonpost.example", 330},
        {"Caravan News", "Caravan", "caravannews.example", 180},
        {"North Channel Bulletin", "North Channel", "northchannel.example", 60},
        {"Isthmus Report", "Isthmus Report", "isthmusreport.example", -360},
    };
    return all;
}

void fill(const Sentence& sentence, const MadeEvent& event, std::string& out) {
    for (const Piece& piece : sentence) {
        out += piece.text;
        switch (piece.slot) {
            case Slot::none:
                break;
            case Slot::place:
                out += event.town->name;
                break;
            case Slot::place_country:
                out += event.town->name;
                out += ", ";
                out += event.town->country;
                break;
            case Slot::weekday:
                out += kWeekdays.at(iso_weekday(event.day) - 1);
                break;
            case Slot::date:
                append_date(event.day, out);
                break;
            case Slot::month:
                out += kMonths.at(civil(event.day).month - 1);
                break;
            case Slot::topic:
                out += event.topic;
                break;
            case Slot::activity:
                out += event.activity;
                break;
            case Slot::product:
                out += event.product;
                break;
            case Slot::rate:
                out += std::to_string(event.rate);
                break;
            case Slot::office:
                out += event.office;
                break;
            case Slot::new_name:
                out += event.new_name;
                break;
            case Slot::new_surname:
                out += event.new_surname;
                break;
            default:
                append_of_state(piece, event, out);
        }
    }
}

void write_article(const MadeEvent& event, const MadeEvent* nearby, const Newsroom& newsroom, Day published,
                   const Templates& templates, Random& random, MadeArticle& article) {
    article.title.clear();
    article.text.clear();
    article.also = nullptr;
    fill(random.pick(event.story->titles), event, article.title);
    if (article.title[0] >= 'a' && article.title[0] <= 'z') {
        article.title[0] = static_cast<char>(article.title[0] - 'a' + 'A');
    }
    append_upper(random.chance(60) ? event.town->name : event.states[0]->capital, article.text);
    article.text += ", ";
    append_date(published, article.text);
    article.text += " (";
    article.text += newsroom.tag;
    article.text += ") -- ";
    fill(random.pick(event.story->leads), event, article.text);

    // Sentences of one list are taken in order from a random start, so that none stands twice.
    std::size_t body = random.below(event.story->bodies.size());
    std::size_t bodies_left = event.story->bodies.size();
    std::size_t filler = random.below(templates.fillers.size());
    const std::size_t paragraphs = 3 + random.below(7);
    const std::size_t passing = nearby != nullptr ? 1 + random.below(paragraphs) : 0;
    for (std::size_t i = 1; i <= paragraphs; ++i) {
        article.text += "\n\n";
        if (i == passing) {
            article.text += "Separately, ";
            fill(random.pick(nearby->story->leads), *nearby, article.text);
            article.also = nearby;
            continue;
        }
        for (std::size_t sentences = 1 + random.below(2); sentences > 0; --sentences) {
            if (bodies_left > 0 && random.chance(45)) {
                fill(event.story->bodies[body++ % event.story->bodies.size()], event, article.text);
                --bodies_left;
            } else {
                fill(templates.fillers[filler++ % templates.fillers.size()], event, article.text);
            }
            if (sentences > 1) {
                article.text += ' ';
            }
        }
    }
}

}  // namespace demarche::bench
