// Dates from what an event belongs to: a forum has the day of the talks on its sidelines, a government acts in its term.
#include <algorithm>

#include "what/gather.hpp"

namespace demarche {

bool on_the_sidelines(const Document& document, const Candidate& smaller, const Candidate& larger) {
    if (smaller.sentence != larger.sentence) {
        return false;
    }
    for (std::uint32_t token = smaller.trigger.end; token < larger.trigger.begin; ++token) {
        const std::string_view word = document.tokens[token].lower;
        if (word == "sidelines" || word == "margins" || word == "fringes" || word == "sideline") {
            return true;
        }
    }
    return false;
}

// Talks on the sidelines of a forum tell where and when the forum is, if nothing else does.
void date_by_part(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& whole : gathered) {
        const Candidate& forum = candidates[whole.mentions.front()];
        if (forum.rule->kind != "conference" || whole.date.basis > DateBasis::inferred) {
            continue;
        }
        for (const Gathered& part : gathered) {
            for (const std::uint32_t mention : part.mentions) {
                const Candidate& meeting = candidates[mention];
                if (&part == &whole || meeting.sentence != forum.sentence || meeting.trigger.end > forum.trigger.begin ||
                    !part.date.first || !on_the_sidelines(document, meeting, forum)) {
                    continue;
                }
                whole.date = part.date;
                whole.date.basis = DateBasis::mention;
                whole.place = whole.place ? whole.place : part.place;
                if (whole.status == Status::occurred) {
                    whole.status = Status::ongoing;
                }
            }
        }
    }
}

// "were halted after Lee was sworn in in early June", "his government has since halted": not before the office was taken.
void date_by_office(const Document& document, const std::vector<Candidate>& candidates, std::vector<Gathered>& gathered) {
    for (Gathered& event : gathered) {
        const Candidate& first = candidates[event.mentions.front()];
        const bool open =
            !event.date.first && event.date.last && event.date.basis <= DateBasis::inferred && event.status == Status::occurred;
        if (!open || first.rule->kind == "takes-office") {
            continue;
        }
        const auto states = states_of(document, event.parties);
        for (const Gathered& office : gathered) {
            const Candidate& taking = candidates[office.mentions.front()];
            const auto holder = states_of(document, office.parties);
            const bool same_state = !holder.empty() && std::find(states.begin(), states.end(), holder.front()) != states.end();
            const bool told = taking.sentence == first.sentence ? taking.after : first.since && taking.sentence < first.sentence;
            if (taking.rule->kind == "takes-office" && same_state && told && office.date.first &&
                *office.date.first <= *event.date.last) {
                event.date = span_from_bounds(office.date.first, event.date.last);
                event.date.basis = DateBasis::inferred;
            }
        }
    }
}

}  // namespace demarche
