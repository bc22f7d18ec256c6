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
