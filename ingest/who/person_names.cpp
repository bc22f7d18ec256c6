#include "who/person_names.hpp"

#include <algorithm>
#include <array>

namespace demarche {

bool family_name_first(std::string_view state) {
    constexpr std::array<std::string_view, 8> states{"KOR", "PRK", "CHN", "TWN", "HKG", "VNM", "MAC", "KHM"};
    return std::find(states.begin(), states.end(), state) != states.end();
}

bool particle(std::string_view word) {
    constexpr std::array<std::string_view, 20> particles{"de",  "da",  "do",  "dos", "del", "della", "di",  "van", "von", "der",
                                                         "den", "bin", "ibn", "al",  "el",  "abu",   "ben", "la",  "le",  "ter"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

std::vector<std::string_view> split_name(std::string_view name) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) {
            parts.push_back(name.substr(at, end - at));
        }
        at = end + 1;
    }
    return parts;
}

std::string surname_of(std::string_view name, std::string_view state, const ActorTables& tables) {
    const std::vector<std::string_view> parts = split_name(name);
    if (parts.size() < 2) {
        return std::string(name);
    }
    const std::uint64_t first = fold_hash(parts.front());
    if (tables.family_first(first) && (family_name_first(state) || (state.empty() && !tables.given_name(first) &&
                                                                    !tables.family_first(fold_hash(parts.back()))))) {
        return std::string(parts.front());
    }
    std::size_t from = parts.size() - 1;
    if (from > 1 &&
        (parts[from] == "Jr." || parts[from] == "Jr" || parts[from] == "Sr." || parts[from] == "II" || parts[from] == "III")) {
        --from;
    }
    const std::size_t last = from;
    while (from > 1 && particle(parts[from - 1])) {
        --from;
    }
    const char* const begin = parts[from].data();
    return std::string(begin, static_cast<std::size_t>(parts[last].data() + parts[last].size() - begin));
}

bool contains_all(const std::vector<std::uint64_t>& longer, const std::vector<std::uint64_t>& shorter) {
    return std::all_of(shorter.begin(), shorter.end(),
                       [&](std::uint64_t word) { return std::find(longer.begin(), longer.end(), word) != longer.end(); });
}

bool same_rank(OfficeClass a, OfficeClass b) {
    const auto minister = [](OfficeClass c) { return c >= OfficeClass::foreign_minister && c <= OfficeClass::minister; };
    const auto head = [](OfficeClass c) { return c == OfficeClass::head_of_state || c == OfficeClass::head_of_government; };
    return a == b || a == OfficeClass::none || b == OfficeClass::none || a == OfficeClass::leader || b == OfficeClass::leader ||
           (minister(a) && minister(b)) || (head(a) && head(b));
}

}  // namespace demarche
