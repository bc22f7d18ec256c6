// A title that a person would write, from kind, actors, place and status.
#include <array>

#include "what/gather.hpp"

namespace demarche {

namespace {

// %s sources or participants, %t targets, %o the thing (drills, tariffs), %p "in PLACE", %h hosts; a part in [] falls away if its
// value is missing.
struct Template {
    std::string_view kind;
    std::string_view text;
};
constexpr std::array<Template, 68> kTemplates{{{"talks", "%cTalks of %s[ in %p]"},
                                               {"negotiation", "Negotiations of %s[ in %p]"},
                                               {"conference", "Conference[ of %s][ hosted by %h][ in %p]"},
                                               {"visit", "Visit of %s[ to %t]"},
                                               {"agreement", "Agreement of %s"},
                                               {"agree-to-meet", "Agreement to meet of %s"},
                                               {"appeal", "Appeal of %s[ to %t]"},
                                               {"proposal", "Proposal of %s[ to %t]"},
                                               {"halt", "Halt of %o by %s[ toward %t]"},
                                               {"resume", "Resumption of %o by %s[ toward %t]"},
                                               {"tariffs", "Tariffs of %s[ on %t]"},
                                               {"appointment", "Appointment of %s"},
                                               {"takes-office", "Taking of office of %s"},
                                               {"press-event", "Press event of %s[ in %p]"},
                                               {"suspend-talks", "Calling off of %o by %s[ with %t]"},
                                               {"summit", "Summit of %s[ in %p]"},
                                               {"phone-call", "Telephone call of %s"},
                                               {"mediation", "Mediation[ by %s][ between %t]"},
                                               {"reception", "Reception[ of %t][ by %s]"},
                                               {"joint-statement", "Joint statement of %s"},
                                               {"promise", "Promise[ of %s][ to %t]"},
                                               {"ratification", "Ratification[ by %s]"},
                                               {"accession", "Accession[ of %s][ to %t]"},
                                               {"treaty-exit", "Exit[ of %s][ from %t]"},
                                               {"establish-relations", "Opening of relations[ by %s][ with %t]"},
                                               {"recognition", "Recognition[ of %t][ by %s]"},
                                               {"sever-relations", "Break of relations[ by %s][ with %t]"},
                                               {"expulsion", "Expulsion of diplomats[ of %t][ by %s]"},
                                               {"summon-envoy", "Summoning of the envoy[ of %t][ by %s]"},
                                               {"protest-note", "Protest[ of %s][ to %t]"},
                                               {"condemnation", "Condemnation[ of %t][ by %s]"},
                                               {"accusation", "Accusation[ by %s][ against %t]"},
                                               {"investigation", "Investigation[ of %t][ by %s]"},
                                               {"praise", "Praise[ by %s][ for %t]"},
                                               {"apology", "Apology[ of %s][ to %t]"},
                                               {"condolence", "Message of goodwill[ of %s][ to %t]"},
                                               {"demand", "Demand[ of %s][ to %t]"},
                                               {"invitation", "Invitation[ of %t][ by %s]"},
                                               {"refusal", "Refusal[ by %s][ toward %t]"},
                                               {"deny", "Denial[ by %s]"},
                                               {"threat", "Threat[ by %s][ against %t]"},
                                               {"sanctions-imposed", "Sanctions[ of %s][ on %t]"},
                                               {"sanctions-eased", "Easing of sanctions[ by %s][ on %t]"},
                                               {"tariffs-eased", "Easing of tariffs[ by %s][ on %t]"},
                                               {"aid", "Aid[ of %s][ to %t]"},
                                               {"arms-transfer", "Arms[ from %s][ to %t]"},
                                               {"trade-deal", "Trade cooperation of %s"},
                                               {"joint-exercise", "Joint exercise of %s"},
                                               {"intelligence-sharing", "Cooperation of the services of %s"},
                                               {"ceasefire", "Ceasefire[ of %s]"},
                                               {"withdrawal", "Withdrawal[ of %s][ from %t]"},
                                               {"release", "Release[ by %s][ to %t]"},
                                               {"access-granted", "Access granted[ by %s][ to %t]"},
                                               {"disarm", "Disarmament[ by %s]"},
                                               {"deployment", "Deployment[ by %s][ against %t]"},
                                               {"military-exercise", "Military exercise[ of %s]"},
                                               {"weapons-test", "Weapons test[ of %s]"},
                                               {"border-closure", "Border closure[ by %s][ toward %t]"},
                                               {"detention", "Detention[ by %s][, %t]"},
                                               {"seizure", "Seizure[ by %s][ from %t]"},
                                               {"crackdown", "Crackdown[ by %s]"},
                                               {"cyber-attack", "Cyber attack[ by %s][ on %t]"},
                                               {"attack", "Attack[ by %s][ on %t]"},
                                               {"protest", "Demonstration[ of %s][ against %t]"},
                                               {"election", "Election[ of %s]"},
                                               {"leaves-office", "End of office[ of %s]"},
                                               {"death", "Death[ of %s]"},
                                               {"vote", "Vote[ of %s]"}}};

std::string join(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "" : (i + 1 == names.size() ? " and " : ", ");
        text += names[i];
    }
    return text;
}

std::string names_of(const std::vector<Actor>& actors, bool target, bool host) {
    std::vector<std::string> names;
    for (const Actor& actor : actors) {
        const bool is_target = actor.role == Role::target;
        const bool is_host = actor.role == Role::host;
        if (is_host == host && (host || is_target == target)) {
            names.push_back(actor.name);
        }
    }
    return join(names);
}

std::string_view count_name(std::uint8_t count) {
    switch (count) {
        case 2:
            return "Bilateral talks";
        case 3:
            return "Trilateral talks";
        case 4:
            return "Four-way talks";
        default:
            return "Talks";
    }
}

std::string plural_object(const Candidate& first, const Document& document) {
    if (first.object.empty()) {
        return "talks";
    }
    for (std::uint32_t i = first.trigger.begin; i < first.trigger.end; ++i) {
        if (document.tokens[i].lemma == first.object) {
            return std::string(document.tokens[i].lower);
        }
    }
    return std::string(first.object);
}

}  // namespace

std::string title_of(const Document& document, const Candidate& first, const Gathered& event, const std::vector<Actor>& actors) {
    std::string_view pattern;
    for (const Template& candidate : kTemplates) {
        if (candidate.kind == first.rule->kind) {
            pattern = candidate.text;
        }
    }
    std::string kind_pattern;
    if (pattern.empty()) {
        kind_pattern = first.rule->kind + ": %s[, %t]";
        pattern = kind_pattern;
    }
    const auto value = [&](char key) -> std::string {
        switch (key) {
            case 's':
                return names_of(actors, false, false);
            case 't':
                return names_of(actors, true, false);
            case 'h':
                return names_of(actors, false, true);
            case 'p':
                return event.place ? event.place->name : std::string();
            case 'o':
                return plural_object(first, document);
            default:
                return {};
        }
    };
    std::string title;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '[') {
            const std::size_t close = pattern.find(']', i);
            const std::string_view part = pattern.substr(i + 1, close - i - 1);
            const std::size_t percent = part.find('%');
            const std::string filled = value(part[percent + 1]);
            if (!filled.empty()) {
                title.append(part.substr(0, percent)).append(filled);
            }
            i = close;
        } else if (pattern[i] == '%' && pattern[i + 1] == 'c') {
            title += count_name(event.count);
            i += 1 + std::string_view("Talks").size();
        } else if (pattern[i] == '%') {
            title += value(pattern[++i]);
        } else {
            title += pattern[i];
        }
    }
    if (event.status == Status::planned || event.status == Status::possible || event.status == Status::denied) {
        title.append(" (").append(to_string(event.status)).append(")");
    }
    return title;
}

}  // namespace demarche
