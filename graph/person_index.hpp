// Who is who across articles: the rosters and the persons of all events gathered, one entry for one person.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/graph/coding.hpp"

namespace demarche {

// An office in which a person was seen, with the days of the first and last sight.
struct OfficeSeen {
    std::string state;
    std::string office;
    std::optional<Day> first;
    std::optional<Day> last;
    std::vector<std::string> articles;  // sorted, each once
};

struct Person {
    std::string id;
    std::string state;  // the one acted for when last seen
    std::string name;   // the fullest
    std::vector<std::string> names;
    std::vector<OfficeSeen> offices;  // by state, then office
};

// Immutable after construction; a pure function of the set of codings.
class PersonIndex {
public:
    explicit PersonIndex(std::span<const Coding* const> codings);

    // The person that `actor` of an article published on `day` is: by name and state where the article knew the state; otherwise
    // by full name, or by surname and office, if only one person seen within two years fits. Empty if nobody does.
    [[nodiscard]] std::optional<std::uint32_t> find(const Actor& actor, std::optional<Day> day) const;
    [[nodiscard]] const Person& person(std::uint32_t number) const { return persons_[number]; }
    [[nodiscard]] std::size_t size() const { return persons_.size(); }

private:
    struct Sighting;  // one way to write one person of one state
    class Builder;

    [[nodiscard]] std::optional<std::uint32_t> only_one(const std::vector<std::uint32_t>& sightings,
                                                        std::optional<Day> day) const;

    std::vector<Person> persons_;
    std::vector<std::uint32_t> person_of_;                          // by sighting
    std::unordered_map<std::string, std::uint32_t> by_name_state_;  // -> sighting
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_full_name_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_surname_office_;
    std::vector<std::pair<std::optional<Day>, std::optional<Day>>> seen_;  // by sighting
};

}  // namespace demarche
