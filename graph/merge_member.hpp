// One event of one article, prepared for comparing it with events of other articles.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "demarche/graph/coding.hpp"
#include "person_index.hpp"

namespace demarche {

// Texts as numbers, equal for equal texts. Numbers follow the order of first sight.
class Interner {
public:
    std::uint32_t operator()(std::string_view text) {
        return numbers_.emplace(std::string(text), static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

// The days on which an event may lie, as day numbers. Open and unknown dates get the bounds that news has in practice:
// what is told undated is near its publication.
struct DayWindow {
    int first = 0;
    int last = 0;
    bool known = false;  // the article says something about the date
    bool guess = false;  // only the publication date stands behind it

    [[nodiscard]] bool one_day() const { return known && !guess && first == last; }
    [[nodiscard]] bool meets(const DayWindow& other) const { return first <= other.last && other.first <= last; }
};

struct MemberPerson {
    std::string_view id;
    std::string_view state;  // "" if nobody knows it
    Role role = Role::participant;
    std::vector<std::string> words;
};

struct MergeMember {
    const Coding* coding = nullptr;
    const Event* event = nullptr;
    std::uint32_t article = 0;
    std::vector<std::string_view> ids;     // of event->actors, with persons known across articles
    std::vector<std::string_view> states;  // of event->actors, likewise
    bool directed = false;                 // has a source
    std::uint32_t kind = 0;
    std::uint32_t family = 0;           // of kinds that one meeting may be called by
    std::vector<std::uint32_t> doers;   // directed: states of the sources; else of all who take part. Sorted, each once.
    std::vector<std::uint32_t> others;  // directed: states of targets and hosts
    std::vector<std::uint32_t> bodies;  // international organisations that take part in a conference or summit
    std::vector<MemberPerson> persons;
    DayWindow window;
    std::vector<std::uint32_t> words;  // hashes of content words around the trigger, without the actors' names; sorted, each once
    std::uint32_t country = 0;         // 0 if unknown
    std::uint32_t place = 0;           // place node, 0 if unknown or a whole country
};

// Members in canonical order: by publication, article id, order in the article. `codings` in that order too; borrows both.
[[nodiscard]] std::vector<MergeMember> merge_members(std::span<const Coding* const> codings, const PersonIndex& persons);

// Publication before publication, unknown last; then article id.
[[nodiscard]] bool published_before(const ArticleInfo& a, const ArticleInfo& b);

}  // namespace demarche
