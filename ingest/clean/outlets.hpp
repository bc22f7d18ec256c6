// What is known of news outlets and of the language of their pages: data/outlets.tsv, time_zones.tsv and furniture.tsv.
// Loaded once, immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clean/furniture.hpp"
#include "demarche/graph/date_span.hpp"
#include "demarche/ingest/table.hpp"

namespace date {
class time_zone;
}

namespace demarche {

enum class OutletKind : std::uint8_t { agency, paper, broadcaster, site };

struct Outlet {
    std::string name;
    std::string country;  // ISO 3166 alpha-3
    OutletKind kind = OutletKind::agency;
    const date::time_zone* zone = nullptr;  // lives as long as the program; never null in the table
    bool world = false;                     // writes from everywhere: its home zone says little about a time without zone
};

class Outlets {
public:
    static std::unique_ptr<const Outlets> load(const DataFolders& folders);

    // By name or alias as datelines and stamps write it ("Yonhap"), exact but for the case of names longer than four letters.
    [[nodiscard]] const Outlet* by_name(std::string_view name) const;
    // By host name or address; "www." and other sub-domains are left out.
    [[nodiscard]] const Outlet* by_domain(std::string_view url_or_host) const;

    // Minutes east of UTC of a zone abbreviation or phrase ("KST", "ET", "Beijing time") on a local day and second.
    // `country` decides between zones of one name ("IST", "CST"); "" takes the most used.
    [[nodiscard]] std::optional<int> offset(std::string_view zone, std::string_view country, Day day, int second) const;
    [[nodiscard]] static int offset(const Outlet& outlet, Day day, int second);

    [[nodiscard]] const Furniture& furniture() const { return furniture_; }

private:
    struct ZoneName {
        std::string country;
        const date::time_zone* zone = nullptr;  // or
        int minutes = 0;
    };

    std::vector<Outlet> outlets_;
    std::unordered_map<std::string, std::uint32_t> names_;  // folded, with a mark for short names kept exact
    std::unordered_map<std::string, std::uint32_t> domains_;
    std::unordered_map<std::string, std::vector<ZoneName>> zones_;
    Furniture furniture_;
};

}  // namespace demarche
