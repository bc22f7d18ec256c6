#include "who/registry.hpp"

#include <algorithm>
#include <array>

namespace demarche {

namespace {

constexpr std::uint64_t kOrganisation = 1ULL << 40U;

}  // namespace

std::uint32_t Registry::add(Entity entity, OfficeClass office_class, std::uint64_t key) {
    surnames_.push_back(0);
    short_surnames_.push_back(0);
    scene_.document.entities.push_back(std::move(entity));
    classes_.push_back(office_class);
    keys_.push_back(key);
    former_.push_back(0);
    named_.push_back(0);
    table_names_.emplace_back();
    note_surname(static_cast<std::uint32_t>(classes_.size() - 1));
    return static_cast<std::uint32_t>(classes_.size() - 1);
}

std::uint32_t Registry::with_id(std::string_view id) const {
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (entity(i).id == id) {
            return i;
        }
    }
    return npos;
}

std::uint32_t Registry::add_body(ActorKind kind, std::string id, std::string_view slug, std::string_view name,
                                 std::string_view state) {
    Entity made;
    made.kind = kind;
    made.id = std::move(id);
    made.name = name;
    made.state = state;
    return add(std::move(made), OfficeClass::none, fold_hash(slug));
}

std::uint32_t Registry::state(std::uint32_t row) {
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (keys_[i] == row && entity(i).kind == ActorKind::state) {
            return i;
        }
    }
    const StateRow& found = scene_.tables.state(row);
    Entity made;
    made.id = "state." + found.id;
    made.name = found.name;
    made.state = found.id;
    return add(std::move(made), OfficeClass::none, row);
}

std::uint32_t Registry::state_by_id(std::string_view id) {
    const std::uint32_t row = scene_.tables.find_state(id);
    if (row != ActorTables::npos) {
        return state(row);
    }
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (entity(i).kind == ActorKind::organisation && entity(i).state == id &&
            std::string_view(entity(i).id).substr(4) == id) {
            return i;
        }
    }
    return npos;
}

std::uint32_t Registry::organisation(std::uint32_t row) {
    const OrganisationRow& found = scene_.tables.organisation(row);
    Entity made;
    made.kind = found.kind;
    made.id = (found.kind == ActorKind::group ? "group." : "org.") + found.id;
    if (found.id != found.state && !found.state.empty()) {
        made.id.append(1, '.').append(found.state);
    }
    if (const std::uint32_t known = with_id(made.id); known != npos) {
        return known;
    }
    made.name = found.name;
    made.state = found.state;
    made.news_agency = found.media;
    return add(std::move(made), OfficeClass::none, kOrganisation | row);
}

void Registry::name_as_in_text(std::uint32_t organisation, const std::string& text) {
    Entity& e = scene_.document.entities[organisation];
    if (e.kind == ActorKind::person || e.kind == ActorKind::state || keys_[organisation] < kOrganisation || e.news_agency) {
        return;
    }
    if (named_[organisation] == 0 || text.size() > e.name.size()) {
        e.name = text;
        named_[organisation] = 1;
    }
}

std::uint32_t Registry::body(std::string_view slug, std::string_view name, std::string_view state) {
    std::string id = "org.";
    id.append(slug).append(".").append(state);
    if (const std::uint32_t known = with_id(id); known != npos) {
        if (name.size() > entity(known).name.size()) {
            scene_.document.entities[known].name = name;
        }
        return known;
    }
    return add_body(ActorKind::organisation, std::move(id), slug, name, state);
}

std::uint32_t Registry::body_named(std::string_view slug) const {
    std::uint32_t only = npos;
    const std::uint64_t key = fold_hash(slug);
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (entity(i).kind == ActorKind::organisation && keys_[i] == key) {
            if (only != npos) {
                return npos;
            }
            only = i;
        }
    }
    return only;
}

std::uint32_t Registry::collective(const CollectiveRow& row, std::string_view name, std::string_view state) {
    std::string id = row.kind == ActorKind::group ? "group." : "org.";
    id.append(row.slug);
    if (!state.empty()) {
        id.append(".").append(state);
    }
    if (const std::uint32_t known = with_id(id); known != npos) {
        return known;
    }
    const std::uint32_t made = add_body(row.kind, std::move(id), row.slug, name, state);
    scene_.document.entities[made].unnamed = true;
    scene_.document.entities[made].placed = row.place;
    scene_.document.entities[made].acted_on = row.acted_on && state.empty();
    return made;
}

std::uint32_t Registry::collective_named(std::string_view slug) const {
    std::uint32_t only = npos;
    const std::uint64_t key = fold_hash(slug);
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        if (keys_[i] == key && entity(i).kind != ActorKind::person && !entity(i).state.empty()) {
            if (only != npos) {
                return npos;
            }
            only = i;
        }
    }
    return only;
}

std::uint32_t Registry::group(const std::string& name, std::string_view state) {
    const std::string slug = fold_slug(name);
    std::string id = "group." + slug;
    if (!state.empty()) {
        id.append(".").append(state);
    }
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
        const Entity& known = entity(i);
        if (known.id == id || (state.empty() && known.kind == ActorKind::group && known.id.starts_with(id + "."))) {
            return i;
        }
    }
    return add_body(ActorKind::group, std::move(id), slug, name, state);
}

void Registry::finish() {
    std::vector<Entity>& entities = scene_.document.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        Entity& e = entities[i];
        if (e.kind != ActorKind::person) {
            continue;
        }
        std::string slug = fold_slug(table_names_[i].empty() || fold_list(e.name).size() > 1 ? e.name : table_names_[i]);
        e.id = "person." + (slug.empty() ? std::string(1, 'x').append(std::to_string(i)) : slug);
        if (!e.state.empty()) {
            e.id.append(1, '.').append(e.state);
        }
        for (std::uint32_t j = 0; j < i; ++j) {
            if (entities[j].id == e.id) {  // two persons of one name: kept apart by their place in the article
                e.id.append(1, '-').append(std::to_string(i));
                break;
            }
        }
        if (e.learned && !e.office.empty() && former_[i] == 0) {
            scene_.document.roster.push_back({e.name, e.state, e.office, scene_.document.published_day()});
        }
    }
}

}  // namespace demarche
