// The persons of an article: which row of the tables somebody is, and who is meant by a short form.
#include <algorithm>

#include "who/person_names.hpp"
#include "who/registry.hpp"

namespace demarche {

namespace {
constexpr int kTwoYears = 731;  // around an office, its holder is known by the full name

bool head(const PersonRow& row) {
    return row.office_class == OfficeClass::head_of_state || row.office_class == OfficeClass::head_of_government;
}

}  // namespace

void Registry::note_surname(std::uint32_t person) {
    if (entity(person).kind == ActorKind::person) {
        const std::vector<std::uint64_t> words = fold_list(entity(person).surname);
        surnames_[person] = fold_hash(entity(person).surname);
        short_surnames_[person] = words.empty() ? 0 : combine(0, words.back());  // "Assad" of "al-Assad"
    }
}

bool Registry::near(const PersonRow& row, int days) const {
    const auto day = scene_.document.published_day();
    return !day || (row.first - Day::duration(days) <= *day && *day <= row.last + Day::duration(days));
}

// Those who led a state stay known by their full name.
bool Registry::past_head(const PersonRow& row) const {
    const auto day = scene_.document.published_day();
    return (row.office_class == OfficeClass::head_of_state || row.office_class == OfficeClass::head_of_government) && day &&
           row.last < *day;
}

std::uint32_t Registry::in_office(std::uint32_t token) const {
    std::uint32_t best = npos;
    for (const Meaning& meaning : scene_.meanings(token)) {
        if (meaning.sense != Sense::person) {
            continue;
        }
        const PersonRow& row = scene_.tables.person(meaning.index);
        const bool now = near(row, 0);
        const bool better = now && (best == npos || !near(scene_.tables.person(best), 0) ||
                                    row.office_class < scene_.tables.person(best).office_class);
        if (better || (best == npos && (near(row, kTwoYears) || past_head(row)))) {
            best = meaning.index;
        }
    }
    return best;
}

std::uint32_t Registry::head_by_surname(std::uint64_t surname) const {
    std::uint32_t best = npos;
    bool several = false;
    bool best_known = false;
    for (const auto& [key, row] : scene_.tables.with_surname(surname)) {
        const PersonRow& candidate = scene_.tables.person(row);
        const bool known = by_surname_alone(candidate.state);
        if (!head(candidate) || !(near(candidate, 0) || past_head(candidate)) || (best_known && !known)) {
            continue;  // a former head makes the name ambiguous; one whom the world knows by it goes before others
        }
        several = known == best_known && (several || (best != npos && scene_.tables.person(best).state != candidate.state));
        best = row;
        best_known = known;
    }
    return scene_.document.published_day() && !several ? best : npos;
}

bool Registry::by_surname_alone(std::string_view state) const {
    const std::uint32_t row = scene_.tables.find_state(state);
    return row != ActorTables::npos && scene_.tables.state(row).heads_by_surname;
}

std::uint32_t Registry::known_by_surname(std::uint64_t surname) const {
    if (!scene_.document.published_day()) {
        return npos;
    }
    std::uint32_t best = npos;
    bool namesakes = false;  // of another state: then the article must have told which is meant
    for (const auto& [key, row] : scene_.tables.with_surname(surname)) {
        const PersonRow& candidate = scene_.tables.person(row);
        if (!head(candidate) || !near(candidate, 0)) {
            continue;
        }
        if (best != npos && scene_.tables.person(best).state != candidate.state) {
            return npos;
        }
        best = row;
    }
    if (best == npos) {
        return npos;
    }
    const PersonRow& found = scene_.tables.person(best);
    for (const auto& [key, row] : scene_.tables.with_surname(surname)) {
        const PersonRow& other = scene_.tables.person(row);
        namesakes = namesakes || (other.state != found.state && near(other, kTwoYears));
    }
    if (by_surname_alone(found.state) && !namesakes) {
        return best;
    }
    const std::uint32_t state = scene_.tables.find_state(found.state);
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (entity(i).kind == ActorKind::state && keys_[i] == state) {
            return best;
        }
    }
    return npos;
}

std::uint32_t Registry::table_row(const PersonFacts& facts, const std::vector<std::uint64_t>& words) const {
    const auto score = [&](const PersonRow& row) {
        if (!facts.state.empty() && row.state != facts.state) {
            return 0;
        }
        if (!near(row, kTwoYears)) {
            return 0;
        }
        const bool exact = facts.office_class != OfficeClass::none && row.office_class == facts.office_class;
        return 1 + (near(row, 0) ? 4 : 0) + (exact ? 3 : 0) + (same_rank(row.office_class, facts.office_class) ? 1 : 0);
    };
    std::uint32_t best = npos;
    int best_score = 0;
    bool tie = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::uint64_t surname = 0;
        for (std::size_t j = i; j < words.size() && j < i + 3; ++j) {
            surname = combine(surname, words[j]);
            for (const auto& [key, index] : scene_.tables.with_surname(surname)) {
                const PersonRow& row = scene_.tables.person(index);
                const std::vector<std::uint64_t> full = fold_list(row.name);
                const bool short_name = words.size() == j - i + 1;
                if (!short_name && !contains_all(full, words) && (full.size() < 2 || !contains_all(words, full))) {
                    continue;
                }
                if (!short_name && full != words && facts.office_class != OfficeClass::none &&
                    !same_rank(row.office_class, facts.office_class)) {
                    continue;  // a namesake in another office
                }
                const int points = score(row);
                // A surname alone is known by its office only.
                if (points == 0 || (short_name && (row.office_class != facts.office_class || !near(row, 0)))) {
                    continue;
                }
                if (points > best_score || (points == best_score && scene_.tables.person(best).name == row.name &&
                                            row.office_class < scene_.tables.person(best).office_class)) {
                    best = index;
                    best_score = points;
                    tie = false;
                } else if (points == best_score && short_name && scene_.tables.person(best).name != row.name) {
                    tie = true;
                }
            }
        }
    }
    return tie ? npos : best;
}

std::uint32_t Registry::by_surname(std::uint64_t surname, OfficeClass office_class) const {
    std::uint32_t found = npos;
    bool several = false;
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (entity(i).kind != ActorKind::person || (surnames_[i] != surname && short_surnames_[i] != surname)) {
            continue;
        }
        if (office_class != OfficeClass::none && classes_[i] == office_class) {
            return i;
        }
        several = several || found != npos;
        found = i;
    }
    if (found == npos || (office_class != OfficeClass::none && !same_rank(classes_[found], office_class))) {
        return npos;
    }
    return several && office_class != OfficeClass::none ? npos : found;  // without a title the last one named is meant
}

std::uint32_t Registry::find(const std::string& name) const {
    const std::vector<std::uint64_t> words = fold_list(name);
    if (words.size() == 1) {
        return by_surname(fold_hash(name), OfficeClass::none);
    }
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (entity(i).kind == ActorKind::person) {
            const std::vector<std::uint64_t> other = fold_list(entity(i).name);
            if (fold_hash(name) == surnames_[i] ||
                (other.size() > 1 && (contains_all(other, words) || contains_all(words, other)))) {
                return i;
            }
        }
    }
    return npos;
}

std::uint32_t Registry::person(const PersonFacts& facts, bool needs_state) {
    const std::vector<std::uint64_t> words = fold_list(facts.name);
    std::uint32_t found = npos;
    if (words.size() == 1) {
        found = by_surname(fold_hash(facts.name), facts.office_class);
        if (found != npos && !facts.state.empty() && !entity(found).state.empty() && entity(found).state != facts.state) {
            found = npos;
        }
    } else {
        for (std::uint32_t i = 0; i < keys_.size() && found == npos; ++i) {
            if (entity(i).kind != ActorKind::person) {
                continue;
            }
            const std::vector<std::uint64_t> other = fold_list(entity(i).name);
            const bool one = other.size() == 1 && same_rank(classes_[i], facts.office_class);
            if (other == words || ((other.size() > 1 || one) && (contains_all(other, words) || contains_all(words, other)) &&
                                   (facts.state.empty() || entity(i).state.empty() || entity(i).state == facts.state))) {
                found = i;
            }
        }
    }
    if (found != npos) {
        Entity& known = scene_.document.entities[found];
        if (facts.name.size() > known.name.size() && words.size() > fold_list(known.name).size()) {
            known.name = facts.name;
            known.surname = surname_of(known.name, known.state, scene_.tables);
            note_surname(found);
        }
        if (!facts.state.empty() && (known.state.empty() || !known.learned)) {
            known.state = facts.state;
            known.learned = true;
        }
        if (!facts.office.empty() && !facts.former &&
            (known.office.empty() || !known.learned || facts.office.size() > known.office.size() + 3)) {
            if (known.office.empty() || !known.learned || same_rank(classes_[found], facts.office_class)) {
                known.office = facts.office;
                known.learned = true;
                classes_[found] = facts.office_class;
            }
        }
        return found;
    }
    const std::uint32_t row = table_row(facts, words);
    Entity made;
    made.kind = ActorKind::person;
    made.name = facts.name;
    made.state = facts.state;
    made.office = facts.former ? "" : facts.office;
    made.learned = !facts.office.empty() || !facts.state.empty();
    OfficeClass office_class = facts.office_class;
    if (row != npos) {
        const PersonRow& known = scene_.tables.person(row);
        made.state = facts.state.empty() ? known.state : facts.state;
        if (made.office.empty() && !facts.former && near(known, 0)) {
            made.office = known.office;
            office_class = known.office_class;
        }
    }
    if (made.state.empty()) {
        made.state = facts.usual_state;
    }
    if (needs_state && made.state.empty()) {
        return npos;
    }
    made.surname = surname_of(made.name, made.state, scene_.tables);
    const std::uint32_t index = add(std::move(made), office_class, fold_hash(facts.name));
    former_[index] = facts.former ? 1 : 0;
    table_names_[index] = row == npos ? "" : scene_.tables.person(row).name;
    return index;
}

}  // namespace demarche
