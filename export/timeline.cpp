#include "timeline.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "text.hpp"

namespace demarche {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<Family, 18> kFamilies{{
    {"CONSULT", "Talks and visits", 1},
    {"AGREE", "Agreements and promises", 2},
    {"SUPPORT", "Support and relations", 3},
    {"COOPERATE", "Cooperation", 4},
    {"AID", "Aid", 5},
    {"CONCEDE", "Concessions", 6},
    {"RETREAT", "De-escalation", 7},
    {"REQUEST", "Appeals and proposals", 8},
    {"STATEMENT", "Statements", 9},
    {"LEADERSHIP", "Offices and elections", 10},
    {"ACCUSE", "Accusations and protests", 11},
    {"REJECT", "Refusals", 12},
    {"THREATEN", "Threats", 13},
    {"PROTEST", "Demonstrations", 14},
    {"SANCTION", "Sanctions and tariffs", 15},
    {"MOBILIZE", "Military moves", 16},
    {"COERCE", "Coercion", 17},
    {"ASSAULT", "Armed force", 18},
}};

std::string day_of_month(const CivilDay& day) { return std::to_string(day.day); }
std::string month_name(const CivilDay& day) { return std::string(kMonths.at(day.month - 1)); }
std::string month_year(const CivilDay& day) { return month_name(day) + " " + std::to_string(day.year); }
std::string full(const CivilDay& day) { return day_of_month(day) + " " + month_year(day); }

// "1 June" where the end of the range says the year.
std::string without_year(const CivilDay& day, const CivilDay& end) {
    return day.year == end.year ? day_of_month(day) + " " + month_name(day) : full(day);
}

bool contains_word(std::string_view text, std::string_view word) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto letter = [&](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; };
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const bool here = std::ranges::equal(text.substr(at, word.size()), word, {}, lower);
        const bool starts = at == 0 || !letter(text[at - 1]);
        const bool ends = at + word.size() == text.size() || !letter(text[at + word.size()]);
        if (here && starts && ends) {
            return true;
        }
    }
    return false;
}

// The article's own "early", "mid" or "late" says it better than the days it was read as.
std::string_view part_of_month(const DateSpan& date, const CivilDay& first, const CivilDay& last) {
    if (first.year != last.year || first.month != last.month) {
        return {};
    }
    for (const std::string_view word : {"early", "late"}) {
        if (contains_word(date.text, word)) {
            return word == "early" ? "early " : "late ";
        }
    }
    return contains_word(date.text, "mid") ? "mid-" : std::string_view{};
}

std::string interval_text(const DateSpan& date, const CivilDay& first, const CivilDay& last) {
    if (const std::string_view part = part_of_month(date, first, last); !part.empty()) {
        return std::string(part) + month_year(last);
    }
    if (date.basis == DateBasis::inferred) {
        return "between " + without_year(first, last) + " and " + full(last);
    }
    if (date.edtf.size() == 15 && date.edtf[7] == '/') {  // months: 2025-06/2025-07
        return (first.year == last.year ? month_name(first) : month_year(first)) + " – " + month_year(last);
    }
    if (date.edtf.size() == 9 && date.edtf[4] == '/') {  // years
        return std::to_string(first.year) + "–" + std::to_string(last.year);
    }
    if (first.year == last.year && first.month == last.month) {
        return day_of_month(first) + "–" + full(last);
    }
    return without_year(first, last) + " – " + full(last);
}

}  // namespace

std::vector<std::size_t> dated_events(const World& world, std::size_t max_events) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < world.events.size(); ++i) {
        if (text::bounds_of(world.events[i].event.date).known()) {
            chosen.push_back(i);
        }
    }
    const auto event = [&](std::size_t i) -> const Event& { return world.events[i].event; };
    if (max_events > 0 && chosen.size() > max_events) {
        std::ranges::sort(chosen, [&](std::size_t a, std::size_t b) {
            return std::tuple(-event(a).salience, -static_cast<double>(world.events[a].articles.size()),
                              std::string_view(event(a).id)) < std::tuple(-event(b).salience,
                                                                          -static_cast<double>(world.events[b].articles.size()),
                                                                          std::string_view(event(b).id));
        });
        chosen.resize(max_events);
    }
    std::ranges::sort(chosen, [&](std::size_t a, std::size_t b) {
        return std::tuple(text::bounds_of(event(a).date).any(), std::string_view(event(a).id)) <
               std::tuple(text::bounds_of(event(b).date).any(), std::string_view(event(b).id));
    });
    return chosen;
}

std::string display_date(const Event& event) {
    const DateSpan& date = event.date;
    const text::Bounds bounds = text::bounds_of(date);
    if (!bounds.known()) {
        return {};
    }
    if (!bounds.first) {
        return "on or before " + full(civil(*bounds.last));
    }
    const CivilDay first = civil(*bounds.first);
    if (!bounds.last) {
        return (event.status == Status::ongoing ? "since " : "on or after ") + full(first);
    }
    const CivilDay last = civil(*bounds.last);
    if (*bounds.first == *bounds.last) {
        return full(first);
    }
    if (date.precision == Precision::month) {
        return month_year(first);
    }
    if (date.precision == Precision::year) {
        return std::to_string(first.year);
    }
    return interval_text(date, first, last);
}

Family family_of(std::string_view plover) {
    const auto found = std::ranges::find(kFamilies, plover, &Family::id);
    if (found != kFamilies.end()) {
        return *found;
    }
    return plover.empty() ? Family{"OTHER", "Other events", 20} : Family{plover, plover, 19};
}

std::string actor_names(const Event& event) {
    std::vector<std::string_view> names;
    for (const Actor& actor : event.actors) {
        const std::string_view name = actor.name.empty() ? actor.id : actor.name;
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += i == 0 ? "" : (i + 1 == names.size() ? " and " : ", ");
        out += names[i];
    }
    return out;
}

}  // namespace demarche
