#include "world_links.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "name_key.hpp"

namespace demarche {

namespace {

using LinkKey = std::tuple<std::string, std::string, LinkType>;

struct Told {
    std::set<std::string> articles;
    std::string cue;
};

// What can be called off, with the words by which a report of the calling-off names it.
struct Plannable {
    std::string_view kind;
    std::array<std::string_view, 5> words;
};
constexpr std::array<Plannable, 9> kPlannable{{{"visit", {"visit", "trip", "tour", "travel", "journey"}},
                                               {"talks", {"talks", "meeting", "dialogue", "consultations", "session"}},
                                               {"summit", {"summit", "meeting", "talks", "", ""}},
                                               {"negotiation", {"negotiations", "round", "talks", "session", ""}},
                                               {"conference", {"conference", "meeting", "forum", "assembly", "council"}},
                                               {"phone-call", {"call", "telephone", "phone", "", ""}},
                                               {"reception", {"reception", "banquet", "dinner", "ceremony", ""}},
                                               {"mediation", {"mediation", "mission", "shuttle", "", ""}},
                                               {"joint-exercise", {"exercise", "exercises", "drill", "drills", "manoeuvres"}}}};

const Plannable* plannable(std::string_view kind) {
    const auto at = std::find_if(kPlannable.begin(), kPlannable.end(), [&](const Plannable& p) { return p.kind == kind; });
    return at == kPlannable.end() ? nullptr : &*at;
}

std::set<std::string> states_of(const WorldEvent& event) {
    std::set<std::string> states;
    for (const Actor& actor : event.event.actors) {
        if (!actor.state.empty()) {
            states.insert(actor.state);
        }
    }
    return states;
}

class Linker {
public:
    Linker(World& world, const std::vector<MergeCluster>& clusters, const std::vector<MergeMember>& members)
        : world_(world), clusters_(clusters), members_(members) {
        for (std::uint32_t i = 0; i < clusters.size(); ++i) {
            for (const std::uint32_t member : clusters[i].members) {
                event_of_.emplace(std::pair(members[member].article, std::string_view(members[member].event->id)), i);
            }
        }
    }

    void link() {
        collect_told();
        collect_cancelled();
        for (auto& [key, told] : told_) {
            world_.links.push_back(
                {std::get<0>(key), std::get<1>(key), std::get<2>(key), {told.articles.begin(), told.articles.end()}, told.cue});
        }
    }

private:
    void collect_told() {
        std::set<std::uint32_t> articles;
        for (const MergeMember& member : members_) {
            if (!articles.insert(member.article).second) {
                continue;
            }
            for (const Link& link : member.coding->links) {
                const auto from = event_of_.find(std::pair(member.article, std::string_view(link.from)));
                const auto to = event_of_.find(std::pair(member.article, std::string_view(link.to)));
                if (from != event_of_.end() && to != event_of_.end() && from->second != to->second) {
                    add(from->second, to->second, link.type, member.coding->article.id, link.cue);
                }
            }
        }
    }

    void add(std::uint32_t from, std::uint32_t to, LinkType type, const std::string& article, const std::string& cue) {
        Told& told = told_[{world_.events[from].event.id, world_.events[to].event.id, type}];
        told.articles.insert(article);
        if (told.cue.empty()) {
            told.cue = cue;  // members come in canonical order, so the earliest article's words stay
        }
        if (type == LinkType::cancels) {
            cancel(from, to);
        }
    }

    [[nodiscard]] const MergeMember& earliest(std::uint32_t event) const { return members_[clusters_[event].members.front()]; }
    [[nodiscard]] const MergeMember& latest(std::uint32_t event) const { return members_[clusters_[event].members.back()]; }

    // The plan `to` was called off by `from`, unless somebody saw it happen after that.
    void cancel(std::uint32_t from, std::uint32_t to) {
        WorldEvent& plan = world_.events[to];
        const MergeMember& off = earliest(from);
        for (const std::uint32_t i : clusters_[to].members) {
            const bool seen = members_[i].event->status == Status::occurred || members_[i].event->status == Status::ongoing;
            if (seen && !published_before(members_[i].coding->article, off.coding->article)) {
                return;
            }
        }
        if (plan.event.status == Status::occurred || plan.event.status == Status::ongoing) {
            return;
        }
        if (plan.event.status != Status::cancelled) {
            plan.event.status = Status::cancelled;
            plan.history.push_back({Status::cancelled, off.coding->article.published, off.event->id});
            std::stable_sort(plan.history.begin(), plan.history.end(), [](const StatusEntry& a, const StatusEntry& b) {
                return a.as_of && b.as_of ? utc_seconds(*a.as_of) < utc_seconds(*b.as_of) : a.as_of.has_value() && !b.as_of;
            });
        }
    }

    // Talks suspended in one article may be those that another one announced: the same states, announced before, not yet due.
    void collect_cancelled() {
        std::map<std::set<std::string>, std::vector<std::uint32_t>> plans;
        for (std::uint32_t i = 0; i < world_.events.size(); ++i) {
            const Event& event = world_.events[i].event;
            if ((event.status == Status::planned || event.status == Status::possible) && plannable(event.kind) != nullptr) {
                plans[states_of(world_.events[i])].push_back(i);
            }
        }
        for (std::uint32_t i = 0; i < world_.events.size(); ++i) {
            const Event& off = world_.events[i].event;
            if (off.kind != "suspend-talks" || off.status != Status::occurred || tells_what(i)) {
                continue;
            }
            const auto found = plans.find(states_of(world_.events[i]));
            if (found == plans.end() || found->first.empty()) {
                continue;
            }
            if (const auto plan = best_plan(i, found->second)) {
                for (const std::uint32_t member : clusters_[i].members) {
                    add(i, *plan, LinkType::cancels, members_[member].coding->article.id, world_.events[i].trigger);
                }
            }
        }
    }

    // Whether an article says itself what was called off.
    [[nodiscard]] bool tells_what(std::uint32_t event) const {
        const std::string& id = world_.events[event].event.id;
        const auto at = told_.lower_bound({id, std::string(), LinkType::response_to});
        for (auto link = at; link != told_.end() && std::get<0>(link->first) == id; ++link) {
            if (std::get<2>(link->first) == LinkType::cancels) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::optional<std::uint32_t> best_plan(std::uint32_t off, const std::vector<std::uint32_t>& plans) const {
        const std::vector<std::string> words = name_words(world_.events[off].sentence + " " + world_.events[off].event.title);
        std::optional<std::uint32_t> best;
        std::tuple<int, int> best_rank;
        bool tie = false;
        for (const std::uint32_t plan : plans) {
            const auto wait = days_ahead(off, plan);
            if (!wait) {
                continue;
            }
            const Plannable& kind = *plannable(world_.events[plan].event.kind);
            const bool named = std::any_of(kind.words.begin(), kind.words.end(), [&](std::string_view word) {
                return !word.empty() && std::find(words.begin(), words.end(), word) != words.end();
            });
            const std::tuple rank{named ? 0 : 1, *wait};
            if (!best || rank < best_rank) {
                best = plan;
                best_rank = rank;
                tie = false;
            } else if (rank == best_rank) {
                tie = true;
            }
        }
        return tie ? std::nullopt : best;  // between two equal plans nothing decides
    }

    // Days from the calling-off to the planned day; empty if the plan was announced later, was over before, or is too far off.
    [[nodiscard]] std::optional<int> days_ahead(std::uint32_t off, std::uint32_t plan) const {
        constexpr int kHalfYear = 183;
        constexpr int kYear = 366;
        const auto& off_article = latest(off).coding->article;
        const auto& plan_article = earliest(plan).coding->article;
        if (!off_article.published || !plan_article.published || !published_before(plan_article, off_article)) {
            return std::nullopt;
        }
        const DateSpan& off_date = world_.events[off].event.date;
        const DateSpan& date = world_.events[plan].event.date;
        const Day called =
            off_date.last ? *off_date.last : (off_date.first ? *off_date.first : earliest(off).coding->article.published->day);
        if (date.last && (called - *date.last).count() > 1) {
            return std::nullopt;
        }
        // A plan without an end is forgotten after half a year.
        if (!date.last && (called - plan_article.published->day).count() > kHalfYear) {
            return std::nullopt;
        }
        if (off_date.last && (plan_article.published->day - *off_date.last).count() > 0) {
            return std::nullopt;  // announced after that calling-off: another plan
        }
        const int wait = date.first ? std::max(0, static_cast<int>((*date.first - called).count())) : 0;
        return wait > kYear ? std::nullopt : std::optional(wait);
    }

    World& world_;
    const std::vector<MergeCluster>& clusters_;
    const std::vector<MergeMember>& members_;
    std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> event_of_;
    std::map<LinkKey, Told> told_;
};

}  // namespace

void link_events(World& world, const std::vector<MergeCluster>& clusters, const std::vector<MergeMember>& members) {
    Linker(world, clusters, members).link();
}

}  // namespace demarche
