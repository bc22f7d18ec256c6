#include "demarche/graph/roster.hpp"

#include <algorithm>
#include <tuple>

#include "person_index.hpp"

namespace demarche {

std::vector<LearnedOffice> gather_roster(std::span<const Coding> codings) {
    // Only what the rosters say: persons of events may be known from tables.
    std::vector<Coding> rosters;
    rosters.reserve(codings.size());
    for (const Coding& coding : codings) {
        if (!coding.roster.empty()) {
            Coding& kept = rosters.emplace_back();
            kept.article.id = coding.article.id;
            kept.article.published = coding.article.published;
            kept.roster = coding.roster;
        }
    }
    std::vector<const Coding*> pointers;
    pointers.reserve(rosters.size());
    for (const Coding& coding : rosters) {
        pointers.push_back(&coding);
    }
    const PersonIndex persons(pointers);
    std::vector<LearnedOffice> learned;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        const Person& person = persons.person(i);
        for (const OfficeSeen& seen : person.offices) {
            if (seen.office.empty()) {
                continue;
            }
            LearnedOffice entry{person.name, person.names, seen.state, seen.office, seen.first, seen.last, seen.articles};
            std::erase(entry.aliases, person.name);
            learned.push_back(std::move(entry));
        }
    }
    std::sort(learned.begin(), learned.end(), [](const LearnedOffice& a, const LearnedOffice& b) {
        return std::tie(a.state, a.name, a.office) < std::tie(b.state, b.name, b.office);
    });
    return learned;
}

}  // namespace demarche
