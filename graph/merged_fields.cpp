#include "merged_fields.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace demarche {

namespace {

const Event& event_of(const MergeMember* member) { return *member->event; }

int number_of(Day day) { return day.time_since_epoch().count(); }

std::optional<Day> published_day(const MergeMember* member) {
    const auto& published = member->coding->article.published;
    return published ? std::optional(published->day) : std::nullopt;
}

// The different values in order of first report, with the coding events that give them.
template <typename Text>
std::vector<ConflictValue> values_of(const MemberRefs& members, Text text) {
    std::vector<ConflictValue> values;
    for (const MergeMember* member : members) {
        std::string value = text(event_of(member));
        if (value.empty()) {
            continue;
        }
        auto at = std::find_if(values.begin(), values.end(), [&](const ConflictValue& v) { return v.value == value; });
        if (at == values.end()) {
            values.push_back({std::move(value), {}});
            at = std::prev(values.end());
        }
        at->codings.push_back(event_of(member).id);
    }
    return values;
}

void shown_first(std::vector<ConflictValue>& values, std::string_view shown) {
    std::stable_partition(values.begin(), values.end(), [&](const ConflictValue& v) { return v.value == shown; });
}

// Whether `member` allows the event on every day of `date`.
bool supports(const MergeMember* member, const DateSpan& date) {
    const DateSpan& own = event_of(member).date;
    if (!own.known() || own.edtf == date.edtf) {
        return own.edtf == date.edtf;
    }
    const bool known_begin = date.first.has_value();
    const bool known_end = date.last.has_value();
    const int slack = own.basis == DateBasis::published ? 2 : 0;
    const bool begin_fits = !own.first || (known_begin && number_of(*date.first) >= number_of(*own.first) - slack);
    const bool end_fits = !own.last || (known_end && number_of(*date.last) <= number_of(*own.last));
    return begin_fits && end_fits;
}

bool contradicts(const MergeMember* member, const MergeMember* shown) {
    const DateSpan& own = event_of(member).date;
    const DateSpan& date = event_of(shown).date;
    if (own.basis == DateBasis::published || intersect(own, date)) {
        return false;
    }
    const auto& a = member->coding->article.published;
    const auto& b = shown->coding->article.published;
    const bool next_day =
        member->window.one_day() && shown->window.one_day() && std::abs(member->window.first - shown->window.first) == 1;
    return !(next_day && a && b && a->offset_minutes && b->offset_minutes &&
             std::abs(*a->offset_minutes - *b->offset_minutes) >= 180);
}

std::string place_text(const Event& event) {
    return event.place ? (event.place->name.empty() ? event.place->country : event.place->name) : std::string();
}

int progress_of(Status status) {
    switch (status) {
        case Status::possible:
            return 0;
        case Status::planned:
            return 1;
        case Status::ongoing:
            return 2;
        case Status::occurred:
            return 3;
        case Status::denied:
        case Status::cancelled:
            break;
    }
    return -1;
}

bool happened(Status status) { return status == Status::occurred || status == Status::ongoing; }

// An article from before the event's day cannot have seen it happen.
bool too_early(const MergeMember* member, const DateSpan& date) {
    const auto day = published_day(member);
    return happened(event_of(member).status) && day && date.first && (*date.first - *day).count() > 1;
}

struct Sides {
    MemberRefs denying;
    MemberRefs affirming;
};

// The furthest status of those who affirm the event. A return from done to planned by later and more articles wins.
Status furthest(const MemberRefs& affirming, const DateSpan& date, bool& conflict) {
    MemberRefs sound;
    std::copy_if(affirming.begin(), affirming.end(), std::back_inserter(sound),
                 [&](const MergeMember* m) { return !too_early(m, date); });
    const MemberRefs& voices = sound.empty() ? affirming : sound;
    const auto further = [](const MergeMember* a, const MergeMember* b) {
        return progress_of(event_of(a).status) < progress_of(event_of(b).status);
    };
    const MergeMember* best = *std::max_element(voices.begin(), voices.end(), further);
    if (!happened(event_of(best).status)) {
        return event_of(best).status;
    }
    const auto done =
        std::count_if(voices.begin(), voices.end(), [](const MergeMember* m) { return happened(event_of(m).status); });
    const auto first_done =
        std::find_if(voices.begin(), voices.end(), [](const MergeMember* m) { return happened(event_of(m).status); });
    std::ptrdiff_t back = 0;
    const MergeMember* plan = nullptr;
    for (auto at = first_done; at != voices.end(); ++at) {
        const auto day = published_day(*at);
        const auto done_day = published_day(*first_done);
        if (!happened(event_of(*at).status) && day && done_day && *day > *done_day) {
            ++back;
            plan = *at;
        }
    }
    conflict = conflict || back > 0;
    return back > done ? event_of(plan).status : event_of(best).status;
}

}  // namespace

DateSpan merged_date(const MemberRefs& members, std::vector<Conflict>& conflicts) {
    const MergeMember* shown = members.front();
    std::tuple<long, int, int> best{-1, 0, 0};
    for (const MergeMember* member : members) {
        const DateSpan& date = event_of(member).date;
        const long support = !date.known() ? 0 : std::count_if(members.begin(), members.end(), [&](const MergeMember* m) {
            return supports(m, date);
        });
        const std::tuple<long, int, int> rank{support, static_cast<int>(date.basis), fineness(date.precision)};
        if (best < rank) {  // the earlier report stays among equals
            best = rank;
            shown = member;
        }
    }
    if (std::any_of(members.begin(), members.end(), [&](const MergeMember* m) { return contradicts(m, shown); })) {
        Conflict conflict{"date", values_of(members, [](const Event& e) { return e.date.edtf; })};
        shown_first(conflict.values, event_of(shown).date.edtf);
        conflicts.push_back(std::move(conflict));
    }
    return event_of(shown).date;
}

std::optional<Place> merged_place(const MemberRefs& members, std::vector<Conflict>& conflicts) {
    std::map<std::uint32_t, long> support;
    for (const MergeMember* member : members) {
        if (member->place != 0) {
            ++support[member->place];
        }
    }
    const MergeMember* shown = nullptr;
    for (const MergeMember* member : members) {
        const auto& place = event_of(member).place;
        if (!place || !place->known()) {
            continue;
        }
        const auto rank = [&](const MergeMember* m) {
            return std::tuple(m->place == 0 ? 0L : support[m->place], event_of(m).place->geonameid.has_value(),
                              event_of(m).place->lat.has_value(), !event_of(m).place->country.empty());
        };
        if (shown == nullptr || rank(shown) < rank(member)) {
            shown = member;
        }
    }
    if (shown == nullptr) {
        return std::nullopt;
    }
    if (support.size() > 1) {
        Conflict conflict{"place", values_of(members, place_text)};
        shown_first(conflict.values, place_text(event_of(shown)));
        if (conflict.values.size() > 1) {
            conflicts.push_back(std::move(conflict));
        }
    }
    return event_of(shown).place;
}

Status merged_status(const MemberRefs& members, const DateSpan& date, std::vector<Conflict>& conflicts) {
    Sides sides;
    for (const MergeMember* member : members) {
        (progress_of(event_of(member).status) < 0 ? sides.denying : sides.affirming).push_back(member);
    }
    if (sides.affirming.empty()) {
        return event_of(sides.denying.back()).status;
    }
    bool conflict = false;
    Status status = furthest(sides.affirming, date, conflict);
    if (!sides.denying.empty()) {
        const MergeMember* denial = sides.denying.back();
        const MergeMember* claim = sides.affirming.back();
        const auto denied_on = published_day(denial);
        const bool denied_later = !published_before(denial->coding->article, claim->coding->article);
        // A plan and its denial follow each other in time; whichever was said last holds. So does what happened after a denial.
        const bool after_denial = happened(status) && date.first && denied_on && *date.first > *denied_on;
        if (!happened(status)) {
            status = denied_later ? event_of(denial).status : status;
        } else if (!after_denial) {
            conflict = true;
            const bool more = sides.denying.size() > sides.affirming.size();
            const bool equal = sides.denying.size() == sides.affirming.size();
            status = more || (equal && denied_later) ? event_of(denial).status : status;
        }
    }
    if (conflict) {
        Conflict found{"status", values_of(members, [](const Event& e) { return std::string(to_string(e.status)); })};
        shown_first(found.values, to_string(status));
        conflicts.push_back(std::move(found));
    }
    return status;
}

}  // namespace demarche
