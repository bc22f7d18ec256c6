#include "world_actors.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "country_codes.hpp"

namespace demarche {

namespace {

std::string month_of(std::optional<Day> day) { return day ? iso_date(*day).substr(0, 7) : std::string(); }

// The name most reports use, the longer among equals, then the smaller text.
class NameCount {
public:
    void add(const std::string& name) {
        if (!name.empty()) {
            ++counts_[name];
        }
    }

    [[nodiscard]] std::string best() const {
        const auto better = [](const auto& a, const auto& b) {
            return std::tuple(a.second, a.first.size(), std::string_view(b.first)) <
                   std::tuple(b.second, b.first.size(), std::string_view(a.first));
        };
        const auto at = std::max_element(counts_.begin(), counts_.end(), better);
        return at == counts_.end() ? std::string() : at->first;
    }

    [[nodiscard]] std::vector<std::string> all() const {
        std::vector<std::string> names;
        for (const auto& [name, count] : counts_) {
            names.push_back(name);
        }
        return names;
    }

private:
    std::map<std::string, std::size_t> counts_;
};

struct Gathered {
    ActorKind kind = ActorKind::state;
    std::string state;
    NameCount names;
};

using GatheredActors = std::map<std::string, Gathered, std::less<>>;

// The names that codings give to each actor.
GatheredActors gather(const std::vector<MergeMember>& members) {
    GatheredActors gathered;
    for (const MergeMember& member : members) {
        for (std::size_t i = 0; i < member.ids.size(); ++i) {
            const Actor& actor = member.event->actors[i];
            const auto [at, fresh] = gathered.try_emplace(std::string(member.ids[i]));
            if (fresh) {
                at->second.kind = actor.kind;
            }
            if (at->second.state.empty()) {
                at->second.state = member.states[i];
            }
            at->second.names.add(actor.name);
        }
    }
    return gathered;
}

class Collector {
public:
    Collector(World& world, const std::vector<MergeMember>& members, const PersonIndex& persons)
        : world_(world), gathered_(gather(members)), persons_(persons) {
        for (std::uint32_t i = 0; i < persons.size(); ++i) {
            by_id_.emplace(persons.person(i).id, i);
        }
        // A body whose acronym looks like a country code is told apart by how codings call it.
        for (const auto& [id, actor] : gathered_) {
            if (actor.kind == ActorKind::organisation && !actor.state.empty()) {
                bodies_.emplace(actor.state, id);
            }
        }
    }

    void collect() {
        std::set<std::string> wanted;
        for (const WorldEvent& event : world_.events) {
            for (const Actor& actor : event.event.actors) {
                wanted.insert(actor.id);
            }
        }
        std::map<std::string, WorldActor> actors;
        for (const std::string& id : wanted) {
            actors.emplace(id, make(id));
        }
        std::set<std::string> states;
        for (const auto& [id, actor] : actors) {
            for (const ActsFor& row : actor.acts_for) {
                states.insert(row.state);
            }
        }
        for (const std::string& state : states) {
            const std::string id = id_of_state(state);
            if (actors.count(id) == 0) {
                actors.emplace(id, make_state(id, state));
            }
        }
        for (auto& [id, actor] : actors) {
            world_.actors.push_back(std::move(actor));
        }
    }

private:
    [[nodiscard]] std::string id_of_state(const std::string& state) const {
        std::string country = "state." + state;
        if (is_country_code(state) || gathered_.count(country) != 0) {
            return country;
        }
        const auto body = bodies_.find(state);
        return body == bodies_.end() ? "org." + state : std::string(body->second);
    }

    [[nodiscard]] WorldActor make(const std::string& id) const {
        WorldActor actor;
        actor.id = id;
        const Gathered& gathered = gathered_.at(id);
        actor.kind = gathered.kind;
        actor.state = gathered.state;
        actor.name = gathered.names.best();
        actor.names = gathered.names.all();
        const auto number = by_id_.find(id);
        if (gathered.kind == ActorKind::person && number != by_id_.end()) {
            add_person(actor, persons_.person(number->second));
        }
        return actor;
    }

    static void add_person(WorldActor& actor, const Person& person) {
        actor.state = person.state;
        actor.name = person.name;
        actor.names.insert(actor.names.end(), person.names.begin(), person.names.end());
        std::sort(actor.names.begin(), actor.names.end());
        actor.names.erase(std::unique(actor.names.begin(), actor.names.end()), actor.names.end());
        for (const OfficeSeen& seen : person.offices) {
            actor.acts_for.push_back({seen.state, seen.office, month_of(seen.first), month_of(seen.last), seen.articles});
        }
    }

    [[nodiscard]] WorldActor make_state(const std::string& id, const std::string& state) const {
        const auto gathered = gathered_.find(id);
        if (gathered != gathered_.end()) {
            return make(id);
        }
        WorldActor actor;
        actor.id = id;
        actor.kind = id.compare(0, 6, "state.") == 0 ? ActorKind::state : ActorKind::organisation;
        actor.state = state;
        actor.name = state;  // no article names it otherwise
        actor.names = {state};
        return actor;
    }

    World& world_;
    GatheredActors gathered_;
    const PersonIndex& persons_;
    std::map<std::string_view, std::uint32_t> by_id_;
    std::map<std::string_view, std::string_view> bodies_;  // acronym -> id
};

}  // namespace

void collect_actors(World& world, const std::vector<MergeMember>& members, const PersonIndex& persons) {
    Collector(world, members, persons).collect();
}

}  // namespace demarche
