// Dates that events give each other: by the order in which they are told to have come, by whom they share, by the frame of the
// news.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "what/gather.hpp"
#include "what/reality.hpp"
#include "what/words.hpp"

namespace demarche {

namespace {

constexpr std::uint32_t kFrame = 3;   // sentences behind the lead that are told in its time
constexpr std::uint32_t kSpeech = 3;  // sentences over which one speaker is heard
constexpr std::array<std::string_view, 6> kProcesses{"negotiation", "mediation",      "investigation",
                                                     "tariffs",     "border-closure", "sanctions-imposed"};

class EventDater {
public:
    EventDater(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& events)
        : document_(document), candidates_(candidates), events_(events) {}

    void run() {
        for (Gathered& event : events_) {
            by_status(event);
            by_course(event);
        }
        for (std::size_t i = 0; i < events_.size(); ++i) {
            by_lead(i);
            by_speaker(i);
            by_guest(i);
            by_purpose(i);
        }
        date_by_order(document_, candidates_, events_);
    }

private:
    [[nodiscard]] const Candidate& first_of(const Gathered& event) const { return candidates_[event.mentions.front()]; }
    [[nodiscard]] static bool ahead(const Gathered& event) {
        return event.status == Status::planned || event.status == Status::possible;
    }

    // "Have kept the crossing shut since March": what lasts goes on, as far as the text says.
    void by_course(Gathered& event) const {
        const auto published = document_.published_day();
        const Candidate& first = first_of(event);
        const bool lasting = one_of(first.rule->kind, kProcesses) && first.tense == Tense::perfect && !first.noun;
        const bool since = event.date.first && event.date.basis == DateBasis::relative && event.date.last == published;
        const std::size_t slash = event.date.edtf.find('/');
        if (!lasting || !since || reality_of(event.status) != Reality::same || slash == std::string::npos) {
            return;
        }
        if (auto open = parse_edtf(event.date.edtf.substr(0, slash) + "/..")) {
            open->basis = event.date.basis;
            open->text = event.date.text;
            event.date = *std::move(open);
            event.status = Status::ongoing;
            event.notes.emplace_back("date: has gone on since then");
        }
    }

    // Mentions that were taken for the event though their day cannot be its: what is planned is not over; what goes on for long
    // is not of the day on which it was spoken of.
    void by_status(Gathered& event) const {
        const auto published = document_.published_day();
        if (!published) {
            return;
        }
        const bool process = event.status == Status::ongoing && one_of(first_of(event).rule->kind, kProcesses);
        std::vector<DateSpan> fitting;
        for (std::size_t i = 0; i < event.dates.size(); ++i) {
            const DateSpan& date = event.dates[i];
            const bool over = ahead(event) && date.last && *date.last < *published;
            const bool spoken = process && !(date.first && !date.last);
            if (!over && !spoken) {
                fitting.push_back(date);
            }
        }
        if (fitting.size() == event.dates.size() || event.dates.size() < 2) {
            return;
        }
        event.date = combine_mentions(fitting);
        if (ahead(event) && !event.date.known()) {
            event.date = span_since(*published);
            event.date.basis = DateBasis::inferred;
        }
        event.notes.push_back("date: mentions whose day does not go with \"" + std::string(to_string(event.status)) +
                              "\" are left out");
    }

    // A meeting told undated right behind the lead is of the day that the lead names: the narrative frame. So is one farther off
    // that is told again or gone on with: "the U.N. meeting", "also met".
    void by_lead(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = first_of(event);
        const bool open = event.date.basis == DateBasis::inferred && !event.date.first && event.status == Status::occurred;
        if (!open || first.rule->plover != "CONSULT" || first.sentence == 0 || first.tense == Tense::perfect ||
            (first.sentence > kFrame && (!(first.definite || also(first)) || !in_lead(event)))) {
            return;
        }
        const TimeMention* day = nullptr;
        for (const TimeMention& time : document_.times) {
            if (time.tokens.begin >= document_.sentences.front().tokens.end) {
                break;
            }
            if (time.date.precision == Precision::day && time.date.last <= event.date.last) {
                if (day != nullptr && day->date.first != time.date.first) {
                    return;  // two days: no frame
                }
                day = &time;
            }
        }
        if (day != nullptr) {
            take(event, day->date, "the day of the lead, \"" + day->date.text + "\"");
        }
    }

    [[nodiscard]] bool also(const Candidate& candidate) const {
        constexpr std::uint32_t reach = 3;
        for (std::uint32_t at = candidate.trigger.begin; at > 0 && at + reach > candidate.trigger.begin;) {
            if (document_.tokens[--at].lower == "also") {
                return true;
            }
        }
        return false;
    }

    // The lead speaks of who takes part.
    [[nodiscard]] bool in_lead(const Gathered& event) const {
        const auto states = states_of(document_, event.parties);
        for (const ActorMention& actor : document_.actors) {
            if (actor.tokens.begin >= document_.sentences.front().tokens.end) {
                break;
            }
            for (const std::uint32_t entity : actor.entities) {
                if (std::find(states.begin(), states.end(), document_.entities[entity].state) != states.end()) {
                    return true;
                }
            }
        }
        return false;
    }

    // "He asked …" behind what he demanded on Monday: one speaker, one occasion.
    void by_speaker(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = first_of(event);
        if (event.date.basis != DateBasis::published || !first.rule->speech) {
            return;
        }
        const std::size_t from = index > kNear ? index - kNear : 0;
        const Gathered* heard = nullptr;
        DateSpan day;
        for (std::size_t i = from; i < index; ++i) {
            const Gathered& other = events_[i];
            if (!first_of(other).rule->speech || !same_speaker(event, other)) {
                continue;
            }
            for (std::size_t k = 0; k < other.mentions.size(); ++k) {
                const Candidate& before = candidates_[other.mentions[k]];
                const DateSpan& date = other.dates[k];
                const bool near = before.sentence <= first.sentence && first.sentence - before.sentence <= kSpeech;
                if (near && date.precision == Precision::day && date.basis >= DateBasis::relative &&
                    *date.last <= *event.date.last) {
                    heard = &other;
                    day = date;
                }
            }
        }
        if (heard != nullptr && day.first != event.date.first) {
            take(event, day, "said on the occasion of \"" + std::string(trigger_words(document_, first_of(*heard))) + "\"");
        }
    }

    [[nodiscard]] bool same_speaker(const Gathered& a, const Gathered& b) const {
        const auto speaks = [](const Party& party) { return party.role == Role::source || party.role == Role::participant; };
        return std::any_of(a.parties.begin(), a.parties.end(), [&](const Party& party) {
            return speaks(party) && std::any_of(b.parties.begin(), b.parties.end(), [&](const Party& other) {
                       return speaks(other) && other.entity == party.entity;
                   });
        });
    }

    // "The guest, on a tour of Chad, asked on Monday": the visit goes on while its guest speaks.
    void by_guest(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = first_of(event);
        const bool visits = first.rule->kind == "visit" && first.noun && reality_of(event.status) == Reality::same;
        if (!visits || event.dates.empty() || event.dates.front().basis > DateBasis::inferred || !on_visit(first)) {
            return;
        }
        for (const Gathered& other : around(events_, index)) {
            const bool heard = std::any_of(other.mentions.begin(), other.mentions.end(), [&](std::uint32_t mention) {
                return candidates_[mention].sentence == first.sentence && candidates_[mention].rule->speech;
            });
            if (heard && other.date.precision == Precision::day && same_speaker(event, other)) {
                take(event, other.date, "on the visit when \"" + std::string(trigger_words(document_, first_of(other))) + "\"");
                return;
            }
        }
    }

    // "on a three-day trip"
    [[nodiscard]] bool on_visit(const Candidate& visit) const {
        constexpr std::uint32_t reach = 6;
        for (std::uint32_t at = visit.trigger.begin; at > 0 && at + reach > visit.trigger.begin;) {
            const Token& word = document_.tokens[--at];
            if (word.lower == "on" || word.lower == "during") {
                return true;
            }
            if (word.upos == Upos::verb || word.upos == Upos::punct || word.upos == Upos::noun) {
                if (word.lower != "-" && word.lower != "day") {
                    return false;
                }
            }
        }
        return false;
    }

    // "Flies to Chad for consultations": the talks are when the visit is, whichever sentence says when.
    void by_purpose(std::size_t index) {
        Gathered& event = events_[index];
        const Candidate& first = first_of(event);
        if (first.rule->plover != "CONSULT" || first.rule->kind == "visit" || one_of(first.rule->kind, kProcesses)) {
            return;
        }
        for (const Gathered& visit : around(events_, index)) {
            // "Flies in on Monday on a week's visit, to bargain": the talks have all its days.
            const bool wider = event.date.text == visit.date.text && event.date.first == visit.date.first && event.date.last &&
                               visit.date.last && *event.date.last < *visit.date.last;
            if (first_of(visit).rule->kind == "visit" && reality_of(visit.status) == reality_of(event.status) &&
                visit.date.basis > DateBasis::inferred && (event.date.basis <= DateBasis::inferred || wider) &&
                share_sentence(visit, event) && same_people(visit, event)) {
                take(event, visit.date, "in the time of the visit");
                return;
            }
        }
    }

    [[nodiscard]] bool share_sentence(const Gathered& visit, const Gathered& talks) const {
        return std::any_of(visit.mentions.begin(), visit.mentions.end(), [&](std::uint32_t a) {
            return std::any_of(talks.mentions.begin(), talks.mentions.end(), [&](std::uint32_t b) {
                return candidates_[a].sentence == candidates_[b].sentence &&
                       candidates_[a].trigger.end <= candidates_[b].trigger.begin;
            });
        });
    }

    [[nodiscard]] bool same_people(const Gathered& visit, const Gathered& talks) const {
        const auto travellers = states_of(document_, visit.parties);
        const auto sides = states_of(document_, talks.parties);
        return std::any_of(sides.begin(), sides.end(), [&](std::string_view state) {
            return std::find(travellers.begin(), travellers.end(), state) != travellers.end();
        });
    }

    static void take(Gathered& event, const DateSpan& date, const std::string& ground) {
        event.date = date;
        event.date.basis = DateBasis::mention;
        event.notes.push_back("date: " + ground);
    }

    const Document& document_;
    const std::vector<Candidate>& candidates_;
    std::vector<Gathered>& events_;
};

}  // namespace

void date_by_others(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    EventDater(document, candidates, gathered).run();
}

}  // namespace demarche
