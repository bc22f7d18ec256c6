#include "what/distribute.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "what/words.hpp"

namespace demarche {

namespace {

enum class Reading : std::uint8_t {
    together,    // one event
    each_left,   // "Chile and Peru each imposed sanctions on Togo", "have both been negotiating with Togo"
    each_right,  // "held separate talks with Chile and Peru", "visited Chile and Peru"
    in_pairs     // "expelled envoys of Chile and Peru, respectively"
};

// The two sides of a match: who stands before its trigger, and who behind it.
struct Sides {
    std::vector<Party> left;
    std::vector<Party> right;
};

Sides sides_of(const Document& document, const Candidate& candidate) {
    Sides sides;
    for (const Party& party : candidate.parties) {
        const bool before = document.actors[party.mention].tokens.begin < candidate.trigger.begin;
        // A role is one side wherever its words stand: the visited, "to Chile and to Peru he will go".
        const bool left = candidate.rule->each ? party.role != *candidate.rule->each : before;
        (left ? sides.left : sides.right).push_back(party);
    }
    return sides;
}

Reading reading_of(const Document& document, const Candidate& candidate, const Sides& sides, TokenRange about) {
    static constexpr std::array<std::string_view, 4> apart{"separately", "separate", "individually", "successively"};
    const bool several_left = sides.left.size() > 1;
    const bool several_right = sides.right.size() > 1;
    const bool symmetric = candidate.rule->direction == "symmetric";
    Reading reading = candidate.rule->each && several_right ? Reading::each_right : Reading::together;
    for (std::uint32_t token = about.begin; token < about.end; ++token) {
        const std::string_view word = document.tokens[token].lower;
        if (word == "respectively" && several_left && sides.left.size() == sides.right.size()) {
            return Reading::in_pairs;
        }
        if (one_of(word, apart) && !sides.left.empty() && !sides.right.empty()) {
            reading = several_right ? Reading::each_right : Reading::each_left;
        }
        const bool next_to = token + 3 > candidate.trigger.begin && token < candidate.trigger.begin;
        const bool each = word == "each" && (!symmetric || !sides.right.empty());
        const bool both = word == "both" && symmetric && !sides.right.empty();
        if ((each || both) && next_to && several_left && reading == Reading::together) {
            reading = Reading::each_left;
        }
    }
    return reading;
}

Candidate with(const Candidate& candidate, const std::vector<Party>& first, const std::vector<Party>& second) {
    Candidate part = candidate;
    part.parties = first;
    part.parties.insert(part.parties.end(), second.begin(), second.end());
    return part;
}

}  // namespace

std::vector<Candidate> distribute(const Document& document, Candidate candidate, TokenRange about) {
    std::vector<Candidate> parts;
    if (candidate.parties.size() < 2) {  // nobody to part
        parts.push_back(std::move(candidate));
        return parts;
    }
    Sides sides = sides_of(document, candidate);
    switch (reading_of(document, candidate, sides, about)) {
        case Reading::together:
            break;
        case Reading::each_left:
            for (const Party& one : sides.left) {
                parts.push_back(with(candidate, {one}, sides.right));
            }
            break;
        case Reading::each_right:
            for (const Party& one : sides.right) {
                parts.push_back(with(candidate, sides.left, {one}));
            }
            break;
        case Reading::in_pairs: {
            // "Chile and Peru agreed to visit Santiago and Lima, respectively": nobody visits himself.
            const auto state = [&](const Party& party) { return std::string_view(document.entities[party.entity].state); };
            if (state(sides.left.front()) == state(sides.right.front())) {
                std::reverse(sides.left.begin(), sides.left.end());
            }
            for (std::size_t pair = 0; pair < sides.left.size(); ++pair) {
                parts.push_back(with(candidate, {sides.left[pair]}, {sides.right[pair]}));
            }
            break;
        }
    }
    if (parts.empty()) {
        parts.push_back(std::move(candidate));
    }
    return parts;
}

}  // namespace demarche
