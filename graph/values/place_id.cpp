#include "demarche/graph/world.hpp"

namespace demarche {

std::string place_id(const Place& place) {
    if (place.geonameid) {
        return "place." + std::to_string(*place.geonameid);
    }
    std::string id = "place.";
    for (const char c : place.name) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (word) {
            id += c;
        } else if (c >= 'A' && c <= 'Z') {
            id += static_cast<char>(c - 'A' + 'a');
        } else if (id.back() != '-' && id.back() != '.') {
            id += '-';
        }
    }
    return id + "." + place.country;
}

}  // namespace demarche
