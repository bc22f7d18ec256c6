// Actors to and from a compiled image.
#include <algorithm>

#include "who/actor_tables.hpp"

namespace demarche {

namespace {

// The days as numbers since 1970-01-01.
template <class Image, class Row>
void days(Image& image, Row& row) {
    if constexpr (Image::reading) {
        std::int32_t first = 0;
        std::int32_t last = 0;
        image.value(first);
        image.value(last);
        row.first = Day(Day::duration(first));
        row.last = Day(Day::duration(last));
    } else {
        image.value(static_cast<std::int32_t>(row.first.time_since_epoch().count()));
        image.value(static_cast<std::int32_t>(row.last.time_since_epoch().count()));
    }
}

}  // namespace

template <class Self, class Image>
void ActorTables::walk(Self& self, Image& image) {
    Lexicon::walk(self.lexicon_, image);
    image.rows(self.states_, [](auto& to, auto& row) {
        to.text(row.id);
        to.text(row.name);
        to.value(row.seat_is_town);
        to.value(row.heads_by_surname);
    });
    image.rows(self.organisations_, [](auto& to, auto& row) {
        to.text(row.id);
        to.text(row.name);
        to.text(row.state);
        to.value(row.kind);
        to.value(row.media);
    });
    image.rows(self.persons_, [](auto& to, auto& row) {
        to.text(row.name);
        to.text(row.state);
        to.text(row.office);
        to.text(row.surname);
        to.value(row.office_class);
        days(to, row);
    });
    image.rows(self.words_, [](auto& to, auto& row) {
        to.value(row.office_class);
        to.text(row.slug);
        to.text(row.state);
    });
    image.rows(self.collectives_, [](auto& to, auto& row) {
        to.text(row.slug);
        to.value(row.kind);
        to.value(row.place);
        to.value(row.alone);
        to.value(row.acted_on);
        to.value(row.plural);
    });
    image.rows(self.seats_, [](auto& to, auto& row) {
        to.value(row.actor);
        to.value(row.organisation);
        to.value(row.town);
    });
    image.rows(self.homographs_, [](auto& to, auto& row) {
        to.value(row.name);
        for (auto* words : {&row.needs, &row.next, &row.previous}) {
            to.rows(*words, [](auto& inner, auto& word) { inner.value(word); });
        }
    });
    image.rows(self.surnames_, [](auto& to, auto& row) {
        to.value(row.first);
        to.value(row.second);
    });
    image.list(self.given_);
    image.list(self.family_first_);
}

std::unique_ptr<const ActorTables> ActorTables::from(std::shared_ptr<const TableImage> image, std::size_t part) {
    auto tables = std::make_unique<ActorTables>();
    ImageReader reader(*image, part);
    walk(*tables, reader);
    tables->index_states();
    tables->image_ = std::move(image);
    return tables;
}

void ActorTables::write(ImageWriter& image) const { walk(*this, image); }

void ActorTables::index_states() {
    for (std::uint32_t i = 0; i < states_.size(); ++i) {
        state_ids_.emplace_back(states_[i].id, i);
    }
    std::sort(state_ids_.begin(), state_ids_.end());
}

}  // namespace demarche
