#include "merge_member.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <tuple>

#include "demarche/graph/world.hpp"
#include "name_key.hpp"

namespace demarche {

namespace {

// Days around the publication in which an event without a date of its own is looked for.
constexpr int kMonth = 30;
constexpr int kTwoMonths = 60;
constexpr int kQuarter = 120;
constexpr int kGuess = 2;
constexpr int kEver = 3650000;

int number_of(Day day) { return day.time_since_epoch().count(); }

bool is_plan(Status status) { return status == Status::planned || status == Status::possible; }

DayWindow window_of(const Event& event, const std::optional<Published>& published) {
    DayWindow window;
    const DateSpan& date = event.date;
    window.known = date.known();
    if (date.first && date.last) {
        window.first = number_of(*date.first);
        window.last = number_of(*date.last);
        if (date.basis == DateBasis::published) {
            window.guess = true;
            window.first -= kGuess;
        }
    } else if (date.last) {
        window.last = number_of(*date.last);
        window.first = window.last - kTwoMonths;
    } else if (date.first) {
        window.first = number_of(*date.first);
        window.last = window.first + (is_plan(event.status) ? kQuarter : kTwoMonths);
        if (published && event.status == Status::ongoing) {
            window.last = std::max(window.first, number_of(published->day));
        }
    } else if (published) {
        const int day = number_of(published->day);
        const bool past = event.status == Status::occurred;
        window.first = is_plan(event.status) ? day : day - kMonth;
        window.last = is_plan(event.status) ? day + kQuarter : (past ? day : day + kMonth);
    } else {
        window.first = -kEver;
        window.last = kEver;
    }
    return window;
}

void add_once(std::vector<std::uint32_t>& sorted, std::uint32_t value) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (at == sorted.end() || *at != value) {
        sorted.insert(at, value);
    }
}

std::uint32_t hash_of(std::string_view word) {  // FNV-1a: short words, and the value need only be equal for equal words
    std::uint32_t hash = 2166136261U;
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

// Words of at least four letters, cut to six: enough of a stem to meet "promised" and "promise".
std::vector<std::uint32_t> content_words(const Event& event) {
    std::set<std::string> names;
    for (const Actor& actor : event.actors) {
        for (const std::string* text : {&actor.name, &actor.text, &actor.office}) {
            for (std::string& word : name_words(*text)) {
                names.insert(std::move(word));
            }
        }
    }
    std::vector<std::uint32_t> hashes;
    if (!event.mentions.empty()) {
        for (const std::string& word : name_words(event.mentions.front().sentence)) {
            if (word.size() >= 4 && names.count(word) == 0) {
                hashes.push_back(hash_of(std::string_view(word).substr(0, 6)));
            }
        }
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

// One meeting may be called talks by one paper and a summit by another.
std::string_view family_of(std::string_view kind) {
    constexpr std::array<std::string_view, 4> kMeetings{"talks", "negotiation", "summit", "phone-call"};
    return std::find(kMeetings.begin(), kMeetings.end(), kind) != kMeetings.end() ? std::string_view("talks") : kind;
}

class MemberMaker {
public:
    explicit MemberMaker(const PersonIndex& persons) : persons_(persons) {}

    MergeMember make(const Coding& coding, const Event& event, std::uint32_t article) {
        MergeMember member;
        member.coding = &coding;
        member.event = &event;
        member.article = article;
        member.kind = number_(event.kind);
        member.family = number_(family_of(event.kind));
        member.directed =
            std::any_of(event.actors.begin(), event.actors.end(), [](const Actor& a) { return a.role == Role::source; });
        for (const Actor& actor : event.actors) {
            add_actor(member, actor);
        }
        if (member.doers.empty()) {  // only hosts and mediators, or nobody whose state is known
            for (std::size_t i = 0; i < event.actors.size(); ++i) {
                add_once(member.doers, number_(member.states[i].empty() ? member.ids[i] : member.states[i]));
            }
        }
        member.window = window_of(event, coding.article.published);
        member.words = content_words(event);
        if (event.place && event.place->known()) {
            member.country = event.place->country.empty() ? 0 : 1 + number_(event.place->country);
            // A place without coordinates' own number and with its country's name only says the country.
            member.place = event.place->name.empty() ? 0 : 1 + number_(place_id(*event.place));
        }
        return member;
    }

private:
    void add_actor(MergeMember& member, const Actor& actor) {
        const auto& published = member.coding->article.published;
        const auto person = persons_.find(actor, published ? std::optional(published->day) : std::nullopt);
        const std::string_view id = person ? std::string_view(persons_.person(*person).id) : std::string_view(actor.id);
        // The state an article names holds for its event; the index fills it where it is missing.
        const std::string_view state =
            actor.state.empty() && person ? std::string_view(persons_.person(*person).state) : std::string_view(actor.state);
        member.ids.push_back(id);
        member.states.push_back(state);
        if (actor.kind == ActorKind::person) {
            member.persons.push_back({id, state, actor.role, name_words(actor.name)});
        }
        if (actor.kind == ActorKind::organisation && (member.event->kind == "conference" || member.event->kind == "summit")) {
            add_once(member.bodies, number_(id));
        }
        // A person of an unknown state says nothing about states; a group or body without one stands for itself.
        if (state.empty() && actor.kind == ActorKind::person) {
            return;
        }
        const std::uint32_t party = number_(state.empty() ? id : state);
        if (actor.role == Role::source || (!member.directed && actor.role != Role::host && actor.role != Role::mediator)) {
            add_once(member.doers, party);
        } else if (member.directed && (actor.role == Role::target || actor.role == Role::host)) {
            add_once(member.others, party);
        }
    }

    const PersonIndex& persons_;
    Interner number_;
};

}  // namespace

bool published_before(const ArticleInfo& a, const ArticleInfo& b) {
    const auto when = [](const ArticleInfo& article) {
        return article.published ? utc_seconds(*article.published) : std::numeric_limits<std::int64_t>::max();
    };
    const std::int64_t first = when(a);
    const std::int64_t second = when(b);
    return std::tie(first, a.id) < std::tie(second, b.id);
}

std::vector<MergeMember> merge_members(std::span<const Coding* const> codings, const PersonIndex& persons) {
    MemberMaker maker(persons);
    std::vector<MergeMember> members;
    for (std::size_t i = 0; i < codings.size(); ++i) {
        std::set<std::string_view> seen;
        for (const Event& event : codings[i]->events) {
            if (seen.insert(event.id).second) {  // an id twice in one record names one event
                members.push_back(maker.make(*codings[i], event, static_cast<std::uint32_t>(i)));
            }
        }
    }
    return members;
}

}  // namespace demarche
