#include "person_index.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "disjoint_sets.hpp"
#include "name_key.hpp"

namespace demarche {

namespace {

constexpr int kTwoYears = 730;

std::string key_of(std::string_view a, std::string_view b) { return std::string(a).append(1, '\0').append(b); }

std::string office_key(std::string_view office) {
    std::string key;
    for (const std::string& word : name_words(office)) {
        key.append(word).append(1, ' ');
    }
    return key;
}

bool near(std::optional<Day> first, std::optional<Day> last, std::optional<Day> day) {
    if (!first || !last || !day) {
        return true;  // nothing that speaks against it
    }
    return (*first - *day).count() <= kTwoYears && (*day - *last).count() <= kTwoYears;
}

void widen(std::optional<Day>& first, std::optional<Day>& last, std::optional<Day> day) {
    if (day && (!first || *day < *first)) {
        first = day;
    }
    if (day && (!last || *day > *last)) {
        last = day;
    }
}

// The words by which a short form may be known: the family name where it is expected, and at the end, where others put it.
std::vector<std::string> surname_words(const std::vector<std::string>& words, bool family_first) {
    std::vector<std::string> surnames{words.back()};
    if (family_first && words.front() != words.back()) {
        surnames.push_back(words.front());
    }
    return surnames;
}

bool fuller(std::string_view a, std::string_view b) {  // more words, then more letters, then the smaller text
    const auto words = [](std::string_view text) { return std::count(text.begin(), text.end(), ' '); };
    return std::tuple(-words(a), -static_cast<long>(a.size()), a) < std::tuple(-words(b), -static_cast<long>(b.size()), b);
}

}  // namespace

struct PersonIndex::Sighting {
    std::vector<std::string> words;
    std::string state;
    std::set<std::string> names;
    std::set<std::string> ids;
    std::map<std::string, OfficeSeen> offices;  // by office_key
    std::optional<Day> first;
    std::optional<Day> last;
};

class PersonIndex::Builder {
public:
    void gather(std::span<const Coding* const> codings) {
        for (const Coding* coding : codings) {
            const ArticleInfo& article = coding->article;
            const std::optional<Day> day = article.published ? std::optional(article.published->day) : std::nullopt;
            for (const RosterEntry& entry : coding->roster) {
                see(entry.name, entry.state, entry.office, entry.seen ? entry.seen : day, article.id, "");
            }
            for (const Event& event : coding->events) {
                for (const Actor& actor : event.actors) {
                    if (actor.kind == ActorKind::person) {
                        see(actor.name, actor.state, actor.office, day, article.id, actor.id);
                    }
                }
            }
        }
        for (auto& [key, sighting] : by_key_) {
            sightings_.push_back(&sighting);
        }
    }

    void finish(PersonIndex& index) {
        DisjointSets sets(sightings_.size());
        unite_same_ids(sets);
        unite_same_words(sets);
        unite_shorter_names(sets);
        number_persons(index, sets);
        fill_lookups(index);
    }

private:
    void see(const std::string& name, const std::string& state, const std::string& office, std::optional<Day> day,
             const std::string& article, const std::string& id) {
        if (state.empty()) {
            return;
        }
        std::vector<std::string> words = name_words(name);
        if (words.empty()) {
            return;
        }
        Sighting& sighting = by_key_[key_of(joined(words), state)];
        // "Yoon Joo" and "Yoonjoo" share a key; keep the split with more words, the smaller text among equals.
        if (sighting.words.size() < words.size() || (sighting.words.size() == words.size() && words < sighting.words)) {
            sighting.words = std::move(words);
        }
        sighting.state = state;
        sighting.names.insert(name);
        if (!id.empty()) {
            sighting.ids.insert(id);
        }
        widen(sighting.first, sighting.last, day);
        OfficeSeen& seen = sighting.offices[office_key(office)];
        seen.state = state;
        if (seen.office.empty() || office < seen.office) {
            seen.office = office;
        }
        widen(seen.first, seen.last, day);
        seen.articles.push_back(article);
    }

    void unite_same_ids(DisjointSets& sets) const {
        std::unordered_map<std::string_view, std::uint32_t> by_id;
        for (std::uint32_t i = 0; i < sightings_.size(); ++i) {
            for (const std::string& id : sightings_[i]->ids) {
                const auto [found, fresh] = by_id.emplace(id, i);
                if (!fresh) {
                    sets.unite(found->second, i);
                }
            }
        }
    }

    // "Takeshi Iwaya" and "IWAYA Takeshi", of one state and in one office.
    void unite_same_words(DisjointSets& sets) const {
        std::unordered_map<std::string, std::uint32_t> by_words;
        for (std::uint32_t i = 0; i < sightings_.size(); ++i) {
            const Sighting& sighting = *sightings_[i];
            std::vector<std::string> words = sighting.words;
            std::sort(words.begin(), words.end());
            for (const auto& [office, seen] : sighting.offices) {
                if (!office.empty() && words.size() > 1) {
                    const auto [found, fresh] = by_words.emplace(key_of(key_of(joined(words), sighting.state), office), i);
                    if (!fresh) {
                        sets.unite(found->second, i);
                    }
                }
            }
        }
    }

    // A shorter name joins the longer one of the same state and office if there is only one. Longer names first, so that
    // "Rubio" finds "Marco Rubio" and "Marco Antonio Rubio" already united.
    void unite_shorter_names(DisjointSets& sets) const {
        std::unordered_map<std::string, std::vector<std::uint32_t>> by_surname;  // surname, state, office
        for (std::uint32_t i = 0; i < sightings_.size(); ++i) {
            const Sighting& sighting = *sightings_[i];
            for (const std::string& word : surname_words(sighting.words, puts_family_name_first(sighting.state))) {
                for (const auto& [office, seen] : sighting.offices) {
                    if (!office.empty()) {
                        by_surname[key_of(key_of(word, sighting.state), office)].push_back(i);
                    }
                }
            }
        }
        std::vector<std::uint32_t> order(sightings_.size());
        std::iota(order.begin(), order.end(), std::uint32_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return sightings_[a]->words.size() > sightings_[b]->words.size(); });
        for (const std::uint32_t i : order) {
            std::set<std::uint32_t> fitting;
            const Sighting& shorter = *sightings_[i];
            const bool family_first = puts_family_name_first(shorter.state);
            for (const std::string& word : surname_words(shorter.words, family_first)) {
                for (const auto& [office, seen] : shorter.offices) {
                    const auto found = by_surname.find(key_of(key_of(word, shorter.state), office));
                    if (found == by_surname.end()) {
                        continue;
                    }
                    for (const std::uint32_t k : found->second) {
                        const OfficeSeen& other = sightings_[k]->offices.at(office);
                        if (is_shorter_name(shorter.words, sightings_[k]->words, family_first) &&
                            (near(other.first, other.last, seen.first) || near(other.first, other.last, seen.last))) {
                            fitting.insert(sets.find(k));
                        }
                    }
                }
            }
            if (fitting.size() == 1) {
                sets.unite(i, *fitting.begin());
            }
        }
    }

    void number_persons(PersonIndex& index, DisjointSets& sets) const {
        std::vector<std::uint32_t> number(sightings_.size());
        index.person_of_.resize(sightings_.size());
        for (std::uint32_t i = 0; i < sightings_.size(); ++i) {
            const std::uint32_t root = sets.find(i);
            if (root == i) {
                number[i] = static_cast<std::uint32_t>(index.persons_.size());
                index.persons_.emplace_back();
            }
            index.person_of_[i] = number[root];  // the root is the smallest of its set, so it has its number already
            add(index.persons_[number[root]], *sightings_[i]);
        }
        for (Person& person : index.persons_) {
            complete(person);
        }
    }

    static void add(Person& person, const Sighting& sighting) {
        person.names.insert(person.names.end(), sighting.names.begin(), sighting.names.end());
        std::string id = sighting.ids.empty() ? std::string() : *sighting.ids.begin();
        if (!id.empty() && (person.id.empty() || id < person.id)) {
            person.id = std::move(id);
        }
        person.state = sighting.state;  // if no office says it better
        for (const auto& [key, seen] : sighting.offices) {
            const OfficeSeen& row = seen;
            const std::string& office = key;
            const auto found = std::find_if(
                person.offices.begin(), person.offices.end(),
                [&row, &office](const OfficeSeen& have) { return have.state == row.state && office_key(have.office) == office; });
            if (found == person.offices.end()) {
                person.offices.push_back(seen);
            } else {
                found->office = std::min(found->office, seen.office);
                widen(found->first, found->last, seen.first);
                widen(found->first, found->last, seen.last);
                found->articles.insert(found->articles.end(), seen.articles.begin(), seen.articles.end());
            }
        }
    }

    static void complete(Person& person) {
        std::sort(person.names.begin(), person.names.end());
        person.names.erase(std::unique(person.names.begin(), person.names.end()), person.names.end());
        person.name = *std::min_element(person.names.begin(), person.names.end(), fuller);
        std::sort(person.offices.begin(), person.offices.end(), [](const OfficeSeen& a, const OfficeSeen& b) {
            return std::tie(a.state, a.office) < std::tie(b.state, b.office);
        });
        std::optional<Day> latest;
        for (OfficeSeen& seen : person.offices) {
            std::sort(seen.articles.begin(), seen.articles.end());
            seen.articles.erase(std::unique(seen.articles.begin(), seen.articles.end()), seen.articles.end());
            if (seen.last && (!latest || *seen.last > *latest)) {
                latest = seen.last;
                person.state = seen.state;
            }
        }
        if (person.id.empty()) {  // only rosters name this person
            person.id = "person." + name_slug(person.name) + "." + person.state;
        }
    }

    void fill_lookups(PersonIndex& index) const {
        std::uint32_t i = 0;
        for (const auto& [key, sighting] : by_key_) {
            index.by_name_state_.emplace(key, i);
            index.seen_.emplace_back(sighting.first, sighting.last);
            if (sighting.words.size() > 1) {
                index.by_full_name_[joined(sighting.words)].push_back(i);
            }
            for (const auto& [office, seen] : sighting.offices) {
                if (!office.empty()) {
                    for (const std::string& word : surname_words(sighting.words, puts_family_name_first(sighting.state))) {
                        index.by_surname_office_[key_of(word, office)].push_back(i);
                    }
                }
            }
            ++i;
        }
    }

    std::map<std::string, Sighting> by_key_;
    std::vector<const Sighting*> sightings_;  // in key order
};

PersonIndex::PersonIndex(std::span<const Coding* const> codings) {
    Builder builder;
    builder.gather(codings);
    builder.finish(*this);
}

std::optional<std::uint32_t> PersonIndex::only_one(const std::vector<std::uint32_t>& sightings, std::optional<Day> day) const {
    std::optional<std::uint32_t> only;
    for (const std::uint32_t sighting : sightings) {
        if (near(seen_[sighting].first, seen_[sighting].second, day)) {
            if (only && *only != person_of_[sighting]) {
                return std::nullopt;
            }
            only = person_of_[sighting];
        }
    }
    return only;
}

std::optional<std::uint32_t> PersonIndex::find(const Actor& actor, std::optional<Day> day) const {
    if (actor.kind != ActorKind::person) {
        return std::nullopt;
    }
    const std::vector<std::string> words = name_words(actor.name);
    if (words.empty()) {
        return std::nullopt;
    }
    if (!actor.state.empty()) {
        const auto found = by_name_state_.find(key_of(joined(words), actor.state));
        return found == by_name_state_.end() ? std::nullopt : std::optional(person_of_[found->second]);
    }
    if (words.size() > 1) {
        const auto found = by_full_name_.find(joined(words));
        return found == by_full_name_.end() ? std::nullopt : only_one(found->second, day);
    }
    const auto found = by_surname_office_.find(key_of(words.front(), office_key(actor.office)));
    return found == by_surname_office_.end() ? std::nullopt : only_one(found->second, day);
}

}  // namespace demarche
