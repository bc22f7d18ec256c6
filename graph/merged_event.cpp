#include "merged_event.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "merged_fields.hpp"
#include "name_key.hpp"

namespace demarche {

namespace {

// A title that says its status says the merged event's: "Visit of … (planned)" becomes "… (cancelled)".
std::string title_for(std::string_view title, Status status) {
    for (const Status told : {Status::planned, Status::possible, Status::denied}) {
        const std::string suffix = " (" + std::string(to_string(told)) + ")";
        if (title.ends_with(suffix)) {
            title.remove_suffix(suffix.size());
            break;
        }
    }
    std::string out(title);
    if (status != Status::occurred && status != Status::ongoing) {
        out.append(" (").append(to_string(status)).append(")");
    }
    return out;
}

// The member whose words are shown: of the shown kind and status if there is one, the surest, the most salient, the earliest.
const MergeMember* spokesman(const MemberRefs& members, std::string_view kind, Status status) {
    const MergeMember* best = nullptr;
    const auto rank = [&](const MergeMember* m) {
        return std::tuple(m->event->kind == kind, m->event->status == status, m->event->confidence, m->event->salience);
    };
    for (const MergeMember* member : members) {
        if (best == nullptr || rank(best) < rank(member)) {
            best = member;
        }
    }
    return best;
}

std::string common_kind(const MemberRefs& members) {
    std::map<std::string_view, std::size_t> count;
    for (const MergeMember* member : members) {
        ++count[member->event->kind];
    }
    const MergeMember* best = members.front();
    for (const MergeMember* member : members) {
        if (count[member->event->kind] > count[best->event->kind]) {
            best = member;
        }
    }
    return best->event->kind;
}

struct Seat {  // one actor in one role
    Actor actor;
    std::vector<std::string> words;  // of a person's name
};

bool unknown_person(const Seat& seat) {
    return seat.actor.kind == ActorKind::person && (seat.actor.state.empty() || seat.words.size() == 1);
}

// A person whose state or full name one report does not know is the one person of the others that it can be.
void settle_unknown_persons(std::vector<Seat>& seats) {
    for (Seat& seat : seats) {
        if (!unknown_person(seat)) {
            continue;
        }
        const Seat* only = nullptr;
        bool several = false;
        for (const Seat& other : seats) {
            const bool full = other.actor.kind == ActorKind::person && !other.actor.state.empty() && other.words.size() > 1;
            const bool states = seat.actor.state.empty() || seat.actor.state == other.actor.state;
            const bool names = joined(seat.words) == joined(other.words) ||
                               is_shorter_name(seat.words, other.words, puts_family_name_first(other.actor.state));
            if (full && states && names) {
                several = several || (only != nullptr && only->actor.id != other.actor.id);
                only = &other;
            }
        }
        if (only != nullptr && !several && only != &seat) {
            const Role role = seat.actor.role;
            const Actor same = only->actor;
            seat.words = only->words;
            seat.actor = same;
            seat.actor.role = role;
        }
    }
}

std::vector<Actor> merged_actors(const MemberRefs& members, const MergeMember* shown) {
    std::vector<Seat> seats;
    const auto take = [&seats](const MergeMember* member) {
        for (std::size_t i = 0; i < member->event->actors.size(); ++i) {
            Seat& seat = seats.emplace_back();
            seat.actor = member->event->actors[i];
            seat.actor.id = member->ids[i];
            seat.actor.state = member->states[i];
            seat.actor.text.clear();  // words and span belong to one article; they stay with its coding
            seat.actor.span = {};
            if (seat.actor.kind == ActorKind::person) {
                seat.words = name_words(seat.actor.name);
            }
        }
    };
    take(shown);
    for (const MergeMember* member : members) {
        if (member != shown) {
            take(member);
        }
    }
    settle_unknown_persons(seats);
    std::set<std::string> hosts;
    for (const Seat& seat : seats) {
        if (seat.actor.role == Role::host) {
            hosts.insert(seat.actor.id);
        }
    }
    std::vector<Actor> actors;
    for (Seat& seat : seats) {
        if (seat.actor.role == Role::participant && hosts.count(seat.actor.id) != 0) {
            continue;  // a host takes part anyway
        }
        const auto have = std::find_if(actors.begin(), actors.end(), [&](const Actor& actor) {
            return actor.id == seat.actor.id && actor.role == seat.actor.role;
        });
        if (have == actors.end()) {
            actors.push_back(std::move(seat.actor));
        } else if (have->office.empty()) {
            have->office = std::move(seat.actor.office);
        }
    }
    return actors;
}

}  // namespace

std::string event_id(const MergeMember& earliest) {
    const ArticleInfo& article = earliest.coding->article;
    std::string key = article.published ? iso_published(*article.published) : std::string();
    key.append(1, '\n').append(article.id).append(1, '\n').append(earliest.event->id);
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "ev.%016llx", static_cast<unsigned long long>(XXH3_64bits(key.data(), key.size())));
    return text.data();
}

WorldEvent merged_event(const MergeCluster& cluster, const std::vector<MergeMember>& members) {
    MemberRefs refs;
    refs.reserve(cluster.members.size());
    for (const std::uint32_t member : cluster.members) {
        refs.push_back(&members[member]);
    }
    WorldEvent merged;
    Event& event = merged.event;
    event.id = event_id(*refs.front());
    event.kind = common_kind(refs);
    event.date = merged_date(refs, merged.conflicts);
    event.place = merged_place(refs, merged.conflicts);
    event.status = merged_status(refs, event.date, merged.conflicts);
    const MergeMember* shown = spokesman(refs, event.kind, event.status);
    event.plover = shown->event->plover;
    event.mode = shown->event->mode;
    event.cameo = shown->event->cameo;
    event.title = title_for(shown->event->title, event.status);
    event.actors = merged_actors(refs, shown);
    if (!shown->event->mentions.empty()) {
        merged.trigger = shown->event->mentions.front().trigger;
        merged.sentence = shown->event->mentions.front().sentence;
    }
    // What one article says by itself is no longer a claim.
    if (std::all_of(refs.begin(), refs.end(), [](const MergeMember* m) { return m->event->attribution.has_value(); })) {
        event.attribution = shown->event->attribution;
    }
    std::set<std::string> articles;
    for (const MergeMember* member : refs) {
        articles.insert(member->coding->article.id);
        merged.codings.push_back(member->event->id);
        merged.history.push_back({member->event->status, member->coding->article.published, member->event->id});
        event.salience = std::max(event.salience, member->event->salience);
        event.confidence = std::max(event.confidence, member->event->confidence);
    }
    merged.articles.assign(articles.begin(), articles.end());
    for (const MergeUnion& join : cluster.unions) {
        merged.grounds.push_back({members[join.member].event->id, join.on, join.score / 1000.0});
    }
    return merged;
}

}  // namespace demarche
