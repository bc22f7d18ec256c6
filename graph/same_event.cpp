#include "same_event.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "name_key.hpp"

namespace demarche {

namespace {

constexpr int kUnknown = 500;  // of a feature that one of the two reports does not have

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& set, std::string_view word) {
    return std::find(set.begin(), set.end(), word) != set.end();
}

// Acts of speech: two of them on one day between the same parties are two, unless they say the same thing.
bool is_verbal(std::string_view plover) {
    constexpr std::array<std::string_view, 6> kVerbal{"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "STATEMENT"};
    return is_one_of(kVerbal, plover);
}

// What the same parties do not do on two consecutive days, so that a difference of one day is an error of one report.
bool is_single_act(std::string_view kind) {
    constexpr std::array<std::string_view, 16> kSingle{
        "visit",        "summit",    "agreement",         "joint-statement", "takes-office", "leaves-office",
        "appointment",  "election",  "expulsion",         "tariffs",         "death",        "establish-relations",
        "ratification", "accession", "sanctions-imposed", "treaty-exit"};
    return is_one_of(kSingle, kind);
}

// Kinds about certain persons: other persons, another event.
bool is_personal(std::string_view kind) {
    constexpr std::array<std::string_view, 9> kPersonal{"visit",     "appointment", "takes-office", "leaves-office", "death",
                                                        "reception", "talks",       "summit",       "phone-call"};
    return is_one_of(kPersonal, kind);
}

std::size_t common_count(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x == *y) {
            ++count;
            ++x;
            ++y;
        } else if (*x < *y) {
            ++x;
        } else {
            ++y;
        }
    }
    return count;
}

bool same_person(const MemberPerson& a, const MemberPerson& b) {
    if (a.id == b.id) {
        return true;
    }
    if (!a.state.empty() && !b.state.empty() && a.state != b.state) {
        return false;
    }
    const bool family_first = puts_family_name_first(a.state.empty() ? b.state : a.state);
    return joined(a.words) == joined(b.words) || is_shorter_name(a.words, b.words, family_first) ||
           is_shorter_name(b.words, a.words, family_first);
}

struct PersonsCompared {
    bool common = false;    // somebody is named by both
    bool contrary = false;  // both name persons of a state, and not one of them is the same
};

PersonsCompared compare_persons(const MergeMember& a, const MergeMember& b) {
    PersonsCompared compared;
    for (const MemberPerson& one : a.persons) {
        bool comparable = false;
        bool met = false;
        for (const MemberPerson& other : b.persons) {
            const bool main_role = one.role == other.role || one.role == Role::host || other.role == Role::host;
            met = met || same_person(one, other);
            comparable = comparable || (main_role && !one.state.empty() && one.state == other.state);
        }
        compared.common = compared.common || met;
        if (comparable && !met) {
            // Another person of the same delegation may still be common.
            const bool delegation = std::any_of(a.persons.begin(), a.persons.end(), [&](const MemberPerson& colleague) {
                return colleague.state == one.state &&
                       std::any_of(b.persons.begin(), b.persons.end(),
                                   [&](const MemberPerson& other) { return same_person(colleague, other); });
            });
            compared.contrary = compared.contrary || !delegation;
        }
    }
    return compared;
}

bool kinds_compatible(const MergeMember& a, const MergeMember& b) { return a.family == b.family; }

bool parties_compatible(const MergeMember& a, const MergeMember& b) {
    if (a.directed != b.directed || a.doers.empty() || b.doers.empty()) {
        return false;
    }
    if (a.directed) {
        if (a.doers != b.doers) {
            return false;
        }
        // One report of a deed may leave out against whom it was; an act of speech is told by its addressee.
        return a.others == b.others || (!is_verbal(a.event->plover) && (a.others.empty() || b.others.empty()));
    }
    if (a.doers == b.doers) {
        return true;
    }
    const std::size_t common = common_count(a.doers, b.doers);
    if (common >= 2 && common == std::min(a.doers.size(), b.doers.size())) {
        return true;
    }
    return common_count(a.bodies, b.bodies) > 0;  // a conference is known by its body, whoever a report lists
}

// Two outlets may put one moment on two days if the eastern one has the later day; with less than three hours
// between them that would take an event around midnight.
bool zones_explain(const MergeMember& a, const MergeMember& b) {
    const auto& first = a.window.first < b.window.first ? a : b;
    const auto& second = a.window.first < b.window.first ? b : a;
    const auto& west = first.coding->article.published;
    const auto& east = second.coding->article.published;
    return west && east && west->offset_minutes && east->offset_minutes && *east->offset_minutes - *west->offset_minutes >= 180;
}

int word_share(const MergeMember& a, const MergeMember& b) {  // per mille of the shorter list; -1 if too short to say
    const std::size_t shorter = std::min(a.words.size(), b.words.size());
    return shorter < 3 ? -1 : static_cast<int>(common_count(a.words, b.words) * 1000 / shorter);
}

bool one_day_apart(const MergeMember& a, const MergeMember& b) {
    return a.window.one_day() && b.window.one_day() && std::abs(a.window.first - b.window.first) == 1;
}

bool dates_compatible(const MergeMember& a, const MergeMember& b, const PersonsCompared& persons) {
    if (a.window.meets(b.window)) {
        return true;
    }
    if (!one_day_apart(a, b)) {
        return false;
    }
    if (zones_explain(a, b)) {
        return true;
    }
    const bool same_place = a.place != 0 && a.place == b.place;
    return a.kind == b.kind && is_single_act(a.event->kind) && a.doers == b.doers && a.others == b.others &&
           (persons.common || same_place || word_share(a, b) >= 500);
}

// "Everything else agrees": two names of one meeting are taken for one only then.
bool strongly_alike(const MergeMember& a, const MergeMember& b, const PersonsCompared& persons) {
    const bool same_place = a.place != 0 && a.place == b.place;
    return a.window.one_day() && b.window.one_day() && a.window.first == b.window.first && a.doers == b.doers &&
           (persons.common || same_place);
}

int date_score(const MergeMember& a, const MergeMember& b) {
    const DayWindow& x = a.window;
    const DayWindow& y = b.window;
    if (!x.known || !y.known || a.event->date.precision == Precision::open || b.event->date.precision == Precision::open) {
        return 400;
    }
    if (x.one_day() && y.one_day()) {
        return x.first == y.first ? 1000 : 800;
    }
    if (x.guess || y.guess) {
        return 700;
    }
    if (x.first == y.first && x.last == y.last) {
        return 900;
    }
    const int wider = std::max(x.last - x.first, y.last - y.first);
    if (wider <= 7) {
        return 850;
    }
    return wider <= 31 ? 600 : 400;
}

}  // namespace

bool compatible(const MergeMember& a, const MergeMember& b) {
    if (a.article == b.article || !kinds_compatible(a, b) || !parties_compatible(a, b)) {
        return false;
    }
    if (a.country != 0 && b.country != 0 && a.country != b.country) {
        return false;
    }
    const PersonsCompared persons = compare_persons(a, b);
    if (persons.contrary && is_personal(a.event->kind)) {
        return false;
    }
    if (a.kind != b.kind && !strongly_alike(a, b, persons)) {
        return false;
    }
    return dates_compatible(a, b, persons);
}

Likeness likeness(const MergeMember& a, const MergeMember& b) {
    Likeness result;
    const PersonsCompared persons = compare_persons(a, b);
    const bool same_kind = a.kind == b.kind;
    const bool same_states = a.doers == b.doers && a.others == b.others;
    const int date = date_score(a, b);
    const bool places = a.place != 0 && b.place != 0;
    const bool same_place = places && a.place == b.place;
    const int share = word_share(a, b);

    const int place_score = same_place ? 1000 : (places ? 200 : (a.country != 0 && a.country == b.country ? 700 : kUnknown));
    const int person_score = persons.common ? 1000 : (persons.contrary ? 200 : kUnknown);
    const int word_score = share < 0 ? kUnknown : std::min(1000, 2 * share);
    result.score = (30 * date + 25 * (same_states ? 1000 : 700) + 15 * (same_kind ? 1000 : 500) + 10 * place_score +
                    10 * person_score + 10 * word_score) /
                   100;
    result.on.emplace_back(same_kind ? "kind" : "kind family");
    result.on.emplace_back(same_states ? "states" : "some states");
    if (date >= 600) {
        result.on.emplace_back("date");
    }
    if (same_place) {
        result.on.emplace_back("place");
    }
    if (persons.common) {
        result.on.emplace_back("persons");
    }
    if (share >= 400) {
        result.on.emplace_back("words");
    }
    constexpr int kEnough = 640;
    constexpr int kSameSpeech = 150;  // of a thousand words
    const bool other_speech = is_verbal(a.event->plover) && share >= 0 && share < kSameSpeech;
    result.enough = result.score >= kEnough && !other_speech;
    return result;
}

}  // namespace demarche
