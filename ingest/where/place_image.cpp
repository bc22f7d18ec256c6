// Places to and from a compiled image.
#include "where/place_tables.hpp"

namespace demarche {

template <class Self, class Image>
void PlaceTables::walk(Self& self, Image& image) {
    image.rows(self.entries_, [](auto& to, auto& row) {
        to.text(row.name);
        to.text(row.admin);
        to.value(row.country);
        to.value(row.feature);
        to.value(row.caution);
        to.value(row.geonameid);
        to.value(row.population);
        to.value(row.lat);
        to.value(row.lon);
    });
    image.rows(self.countries_, [](auto& to, auto& code) { to.text(code); });
    image.rows(self.heads_, [](auto& to, auto& row) {
        to.text(row.first);
        to.value(row.second);
    });
    image.list(self.letters_);
    image.list(self.names_);
    image.list(self.lists_);
    image.list(self.slots_);
    image.list(self.filter_);
}

std::unique_ptr<const PlaceTables> PlaceTables::from(std::shared_ptr<const TableImage> image, std::size_t part) {
    auto tables = std::make_unique<PlaceTables>();
    ImageReader reader(*image, part);
    walk(*tables, reader);
    for (std::size_t i = 1; i < tables->countries_.size(); ++i) {  // 0 is no country
        tables->country_index_.emplace(tables->countries_[i], static_cast<std::uint16_t>(i));
    }
    tables->image_ = std::move(image);
    return tables;
}

void PlaceTables::write(ImageWriter& image) const { walk(*this, image); }

}  // namespace demarche
