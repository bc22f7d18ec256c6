#include "clean/outlets.hpp"

#include <date/tz.h>

#include <algorithm>

#include "clean/letters.hpp"

namespace demarche {

namespace {

// Short names are acronyms or words ("AP", "RIA", "Dawn"): their case tells them from other words.
std::string name_key(std::string_view name) { return name.size() <= 4 ? std::string(name) : folded(name); }

std::optional<int> fixed_offset(std::string_view text) {
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || !is_digit(text[1]) || !is_digit(text[2]) ||
        !is_digit(text[4]) || !is_digit(text[5])) {
        return std::nullopt;
    }
    const int minutes = (((text[1] - '0') * 10 + (text[2] - '0')) * 60) + ((text[4] - '0') * 10) + (text[5] - '0');
    return text[0] == '-' ? -minutes : minutes;
}

const date::time_zone* locate(const Table& table, std::size_t row, std::string_view name) {
    try {
        return date::locate_zone(name);
    } catch (const std::exception&) {
        table.fail(row, "no time zone \"" + std::string(name) + "\" in the IANA database of this machine; check its spelling");
    }
}

int zone_minutes(const date::time_zone& zone, Day day, int second) {
    const date::local_seconds local{std::chrono::seconds{std::int64_t{day.time_since_epoch().count()} * 86400 + second}};
    const date::local_info info = zone.get_info(local);  // in a gap or an overlap the first of the two
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(info.first.offset).count());
}

}  // namespace

std::unique_ptr<const Outlets> Outlets::load(const DataFolders& folders) {
    auto loaded = std::make_unique<Outlets>();
    const Table table = Table::load(folders, "outlets.tsv", {"name", "aliases", "domains", "zone", "country", "kind", "desk"});
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Outlet outlet;
        outlet.name = table.at(row, 0);
        outlet.zone = locate(table, row, table.at(row, 3));
        outlet.country = table.at(row, 4);
        const std::string_view kind = table.at(row, 5);
        if (kind != "agency" && kind != "paper" && kind != "broadcaster" && kind != "site") {
            table.fail(row, "the kind must be agency, paper, broadcaster or site");
        }
        outlet.kind = kind == "agency"        ? OutletKind::agency
                      : kind == "paper"       ? OutletKind::paper
                      : kind == "broadcaster" ? OutletKind::broadcaster
                                              : OutletKind::site;
        outlet.world = table.at(row, 6) == "world";
        const auto index = static_cast<std::uint32_t>(loaded->outlets_.size());
        loaded->names_[name_key(outlet.name)] = index;
        for (const std::string_view alias : split_cell(table.at(row, 1))) {
            loaded->names_[name_key(alias)] = index;
        }
        for (const std::string_view domain : split_cell(table.at(row, 2))) {
            loaded->domains_[folded(domain)] = index;
        }
        loaded->outlets_.push_back(std::move(outlet));
    }
    const Table zones = Table::load(folders, "time_zones.tsv", {"abbreviation", "country", "zone"});
    for (std::size_t row = 0; row < zones.rows(); ++row) {
        ZoneName zone;
        zone.country = zones.at(row, 1);
        if (const auto minutes = fixed_offset(zones.at(row, 2))) {
            zone.minutes = *minutes;
        } else {
            zone.zone = locate(zones, row, zones.at(row, 2));
        }
        loaded->zones_[folded(zones.at(row, 0))].push_back(std::move(zone));
    }
    loaded->furniture_.load(folders);
    return loaded;
}

const Outlet* Outlets::by_name(std::string_view name) const {
    name = trim(name);
    auto found = names_.find(name_key(name));
    if (found == names_.end() && name.starts_with("The ")) {
        found = names_.find(name_key(name.substr(4)));
    }
    return found == names_.end() ? nullptr : &outlets_[found->second];
}

const Outlet* Outlets::by_domain(std::string_view url_or_host) const {
    if (const std::size_t scheme = url_or_host.find("://"); scheme != std::string_view::npos) {
        url_or_host.remove_prefix(scheme + 3);
    }
    std::string host = folded(url_or_host.substr(0, url_or_host.find_first_of("/?#:")));
    for (std::string_view part = host; !part.empty();) {
        if (const auto found = domains_.find(std::string(part)); found != domains_.end()) {
            return &outlets_[found->second];
        }
        const std::size_t dot = part.find('.');
        if (dot == std::string_view::npos) {
            break;
        }
        part.remove_prefix(dot + 1);
    }
    return nullptr;
}

std::optional<int> Outlets::offset(std::string_view zone, std::string_view country, Day day, int second) const {
    const auto found = zones_.find(folded(zone));
    if (found == zones_.end()) {
        return std::nullopt;
    }
    const ZoneName* chosen = &found->second.front();
    for (const ZoneName& candidate : found->second) {
        if (!country.empty() && candidate.country == country) {
            chosen = &candidate;
        }
    }
    return chosen->zone != nullptr ? zone_minutes(*chosen->zone, day, second) : chosen->minutes;
}

int Outlets::offset(const Outlet& outlet, Day day, int second) { return zone_minutes(*outlet.zone, day, second); }

}  // namespace demarche
